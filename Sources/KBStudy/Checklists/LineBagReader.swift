import KBConcepts
import KBText

/// Reads lines as bags of words.
final class LineBagReader {
    private let tokenizer = Tokenizer()
    /// By stems of a spelling, joined by blanks: the stems of the concept's name.
    private let names: [String: [String]]
    private let longestName: Int
    private let short: [String: [String]]

    /// A reader that takes the spellings of each of `concepts` for its name.
    init(_ concepts: [CatalogConcept]) {
        var names: [String: [String]] = [:]
        var longest = 1
        for concept in concepts where concept.spellings.count > 1 {
            let name = tokenizer.tokens(in: concept.name, as: .query).filter { !$0.isColocated }.map(\.term)
            guard !name.isEmpty else { continue }
            for spelling in concept.spellings.dropFirst() {
                let stems = tokenizer.tokens(in: spelling, as: .query).filter { !$0.isColocated }.map(\.term)
                guard stems.count > 0, stems.count <= 6, stems.sorted() != name.sorted() else { continue }
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

    /// The words of a line below `above`: parents and headings.
    func bag(_ text: String, above: [String]) -> LineBag {
        let tokens = tokenizer.tokens(in: text, as: .query).filter { !$0.isColocated }
        let core = LineParts.core(of: text)
        let pieces = LineParts.pieces(of: text)
        var surroundings = Set(tokens.map(\.surface))
        var stems: Set<String> = []
        for title in above {
            for token in tokenizer.tokens(in: title, as: .query) where !StopWords.contains(token.surface) {
                surroundings.insert(token.surface)
                stems.insert(token.term)
            }
        }
        let first = tokens.map(\.surface)
        return LineBag(
            all: words(text), core: words(core),
            parts: pieces.count > 1 ? pieces.map { words($0) } : [], wording: Wording(text, by: tokenizer),
            surroundings: surroundings, above: stems, length: tokens.count,
            isClause: text.contains("?") || LineWords.demands(first))
    }

    private func words(_ text: String) -> [LineBag.Word] {
        let tokens = tokenizer.tokens(in: text, as: .query).filter { !$0.isColocated }
        var words: [LineBag.Word] = []
        var seen: Set<String> = []
        func add(_ stem: String, _ share: Double) {
            if seen.insert(stem).inserted { words.append(LineBag.Word(stem: stem, share: share)) }
        }
        var place = 0
        while place < tokens.count {
            if let (name, count) = name(tokens, place) {
                for stem in name where !StopWords.contains(stem) { add(stem, share(stem, stem)) }
                place += count
                continue
            }
            let token = tokens[place]
            place += 1
            if StopWords.contains(token.surface) { continue }
            if let long = short[token.surface] {
                for stem in long where !StopWords.contains(stem) { add(stem, share(stem, stem)) }
            } else {
                let isFirst = words.isEmpty && LineWords.instructions.contains(token.surface)
                add(token.term, isFirst ? LineBagReader.light : share(token.surface, token.term))
            }
        }
        return words
    }

    /// The longest other spelling of a concept that begins at `place`.
    private func name(_ tokens: [Token], _ place: Int) -> ([String], Int)? {
        var key = ""
        var best: ([String], Int)?
        for end in place..<min(tokens.count, place + longestName) {
            key += (key.isEmpty ? "" : " ") + tokens[end].term
            if let name = names[key] { best = (name, end - place + 1) }
        }
        return best
    }

    /// What a word that any line may hold counts.
    private static let light = 0.25

    private func share(_ word: String, _ stem: String) -> Double {
        RequestWords.contains(word) || GeneralWords.contains(word) ? LineBagReader.light : 1
    }
}
