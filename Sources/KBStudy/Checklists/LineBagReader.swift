import KBConcepts
import KBText

/// Reads lines as bags of words.
final class LineBagReader {
    private let tokenizer = Tokenizer()
    /// By stems of a spelling, joined by blanks: the stems of the concept's name.
    private let names: [String: [Name]]
    private let longestName: Int

    /// A word of a concept's name.
    private struct Name {
        var stem: String
        var share: Double
    }

    private let short: [String: [String]]

    /// Misspelt words, with what was meant.
    private let slips: [String: String]

    /// A reader that takes the spellings of each of `concepts` for its name, and `slips` for what was meant.
    init(_ concepts: [CatalogConcept], slips: [String: String]) {
        self.slips = slips
        var names: [String: [Name]] = [:]
        var longest = 1
        for concept in concepts where concept.spellings.count > 1 {
            let words = tokenizer.tokens(in: concept.name, as: .query).filter { !$0.isColocated }
            let telling = words.filter { !StopWords.contains($0.surface) }
            let name = telling.map { Name(stem: $0.term, share: LineBagReader.share($0.surface)) }
            guard !name.isEmpty else { continue }
            for spelling in concept.spellings.dropFirst() {
                let stems = tokenizer.tokens(in: spelling, as: .query).filter { !$0.isColocated }.map(\.term)
                guard stems.count > 0, stems.count <= 6, stems.sorted() != words.map(\.term).sorted() else { continue }
                let key = stems.joined(separator: " ")
                if names[key] == nil { names[key] = name }
                longest = max(longest, stems.count)
            }
        }
        self.names = names
        longestName = longest
        short = LineBagReader.abbreviations(tokenizer)
    }

    /// By short form: the stems of the long form, where there is only one.
    private static func abbreviations(_ tokenizer: Tokenizer) -> [String: [String]] {
        var short: [String: [String]] = [:]
        let text = AbbreviationList.text.withUTF8Buffer { String(decoding: $0, as: UTF8.self) }
        for entry in text.split(whereSeparator: { $0 == ";" || $0 == "\n" }) {
            let sides = entry.split(separator: "=", maxSplits: 1)
            guard sides.count == 2, !sides[1].contains("|"), !entry.contains("#") else { continue }
            let key = sides[0].filter { $0 != " " }
            short[String(key)] = tokenizer.tokens(in: String(sides[1]), as: .query).map(\.term)
        }
        return short
    }

    /// The words of a line below `above`, which are parents and headings; `note` and `list` tell where it stands.
    func bag(_ text: String, above: [String], note: Int, list: Int) -> LineBag {
        let tokens = tokenizer.tokens(in: text, as: .query).filter { !$0.isColocated }
        let core = LineParts.core(of: text)
        let main = LineParts.main(of: text)
        let isClause = text.contains("?") || LineWords.demands(tokens.map(\.surface))
        var pieces = LineParts.pieces(of: main)
        if pieces.count == 1, !isClause, let side = LineParts.firstSide(of: core) { pieces = [side, core] }
        var surroundings: [String: String] = [:]
        for title in above {
            for token in tokenizer.tokens(in: title, as: .query) where !StopWords.contains(token.surface) {
                surroundings[token.term] = token.surface
            }
        }
        for token in tokens where !StopWords.contains(token.surface) || Opposites.isOne(token.surface) {
            surroundings[token.term] = token.surface
        }
        let all = words(text)
        return LineBag(
            all: all, main: words(main), core: words(core), parts: pieces.count > 1 ? pieces.map { words($0) } : [],
            wording: Wording(text, by: tokenizer), surroundings: surroundings, heads: heads(of: core), note: note,
            list: list, verb: verb(tokens), isClause: isClause)
    }

    /// The stem of the instruction that some words begin with.
    private func verb(_ tokens: [Token]) -> String? {
        let rest = tokens.drop { LineWords.openings.contains($0.surface) }
        guard let first = rest.first, rest.count > 2, LineWords.instructions.contains(first.surface) else { return nil }
        return first.term
    }

    /// The last telling word of each side of an `and`.
    private func heads(of text: String) -> [String] {
        var heads: [String] = []
        var last: String?
        for token in tokenizer.tokens(in: text, as: .query) where !token.isColocated {
            if token.surface == "and" || token.surface == "or" {
                if let last { heads.append(last) }
                last = nil
            } else if LineBagReader.share(token.surface) == 1, !StopWords.contains(token.surface) {
                last = slips[token.surface].map { Stemmer.stem($0) } ?? token.term
            }
        }
        if let last { heads.append(last) }
        return heads
    }

    private func words(_ text: String) -> [LineBag.Word] {
        let tokens = tokenizer.tokens(in: text, as: .query).filter { !$0.isColocated }
        var words: [LineBag.Word] = []
        var seen: Set<String> = []
        func add(_ stem: String, _ share: Double) {
            if seen.insert(stem).inserted { words.append(LineBag.Word(stem: stem, share: share)) }
        }
        var place = 0
        var isOpening = true
        while place < tokens.count {
            defer { isOpening = isOpening && LineWords.openings.contains(tokens[place - 1].surface) }
            if let (name, count) = name(tokens, place) {
                for word in name { add(word.stem, word.share) }
                place += count
                continue
            }
            var token = tokens[place]
            place += 1
            if let meant = slips[token.surface] { (token.surface, token.term) = (meant, Stemmer.stem(meant)) }
            if StopWords.contains(token.surface) { continue }
            if let long = short[token.surface] {
                for stem in long where !StopWords.contains(stem) { add(stem, LineBagReader.share(stem)) }
            } else {
                // In a name of two words the first is no instruction: `Test data`.
                let isFirst = isOpening && tokens.count > 2 && LineWords.instructions.contains(token.surface)
                add(token.term, isFirst ? LineBagReader.light : LineBagReader.share(token.surface))
            }
        }
        return words
    }

    /// The longest other spelling of a concept that begins at `place`.
    private func name(_ tokens: [Token], _ place: Int) -> ([Name], Int)? {
        var key = ""
        var best: ([Name], Int)?
        for end in place..<min(tokens.count, place + longestName) {
            key += (key.isEmpty ? "" : " ") + tokens[end].term
            if let name = names[key] { best = (name, end - place + 1) }
        }
        return best
    }

    /// What a word that any line may hold counts.
    private static let light = 0.25

    private static func share(_ word: String) -> Double {
        RequestWords.contains(word) || GeneralWords.contains(word) ? light : 1
    }
}
