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
        let isClause = LineBagReader.isClause(text, tokens)
        var pieces = LineParts.pieces(of: main)
        if pieces.count == 1, !isClause { pieces = LineParts.sides(of: core) }
        var surroundings: [String: String] = [:]
        for title in above {
            for token in tokenizer.tokens(in: title, as: .query) where !StopWords.contains(token.surface) {
                surroundings[token.term] = token.surface
            }
        }
        for token in tokens where !StopWords.contains(token.surface) || Opposites.isOne(token.surface) {
            surroundings[token.term] = token.surface
        }
        let mainTokens = tokenizer.tokens(in: main, as: .query).filter { !$0.isColocated }
        let all = words(text.utf8.count == main.utf8.count ? text : LineParts.withoutMarks(text))
        return LineBag(
            all: all, telling: all.filter { $0.share == 1 }.map(\.stem).sorted(), main: words(main), core: words(core),
            parts: pieces.count > 1 ? pieces.map { words($0) } : [],
            sequence: tokens.map { (stem($0), !LineBagReader.isFunction($0.surface)) },
            wording: Wording(text, by: tokenizer), surroundings: surroundings, heads: heads(of: core), note: note,
            list: list, verb: verb(tokens), isClause: isClause, asks: text.contains("?"),
            context: stems(above), nearest: stems(above.suffix(1)),
            last: tokenizer.tokens(in: core, as: .query).last { !StopWords.contains($0.surface) }.map(stem),
            object: isClause ? object(mainTokens) : nil, alternatives: alternatives(in: main, text),
            negated: negated(in: text))
    }

    /// The stem of a word, or of what was meant by it.
    private func stem(_ token: Token) -> String { slips[token.surface].map { Stemmer.stem($0) } ?? token.term }

    /// The telling words of the stretches of `text` in which a word negates.
    private func negated(in text: String) -> Set<String> {
        var negated: Set<String> = []
        for stretch in text.split(whereSeparator: { ",.;:?!()→>".contains($0) }) {
            let wording = Wording(String(stretch), by: tokenizer)
            if wording.negations % 2 == 1 { negated.formUnion(wording.content) }
        }
        return negated
    }

    /// Whether a line says what to do or asks, rather than names a thing.
    private static func isClause(_ text: String, _ tokens: [Token]) -> Bool {
        if text.contains("?") || text.hasSuffix("!") { return true }
        let words = tokens.map(\.surface)
        guard let first = words.first, LineWords.demands(words) else { return false }
        // A list of things is no instruction, whatever its first word could be: `Train, validation and test split`.
        return !text.utf8.dropFirst(first.utf8.count).starts(with: [UInt8(ascii: ",")])
    }

    private func stems(_ titles: some Sequence<String>) -> Set<String> {
        var stems: Set<String> = []
        for title in titles {
            // `(5-7 min)` tells nothing of what stands below.
            let words = tokenizer.tokens(in: LineParts.main(of: title), as: .query)
            for token in words where !StopWords.contains(token.surface) {
                stems.insert(stem(token))
            }
        }
        return stems
    }

    /// The last word of the first phrase behind an instruction or a question word; of the one behind `of` where the first
    /// names a kind: `the choice of metrics`.
    private func object(_ tokens: [Token]) -> String? {
        var object: Token?
        for token in tokens {
            if LineBagReader.isFunction(token.surface) {
                guard let found = object else { continue }
                guard token.surface == "of", LineBagReader.share(found.surface) < 1 else { break }
                object = nil
            } else if object != nil || !LineWords.instructions.contains(token.surface) {
                object = token
            }
        }
        return object?.term
    }

    /// For a question with an `or`: the sorted telling words of each side that the others have not.
    private func alternatives(in main: String, _ text: String) -> [[String]] {
        guard text.contains("?") else { return [] }
        var sides: [[String]] = [[]]
        for token in tokenizer.tokens(in: main, as: .query) where !token.isColocated {
            if token.surface == "or" {
                sides.append([])
            } else if !LineBagReader.isFunction(token.surface), LineBagReader.share(token.surface) == 1 {
                sides[sides.count - 1].append(token.term)
            }
        }
        guard sides.count > 1 else { return [] }
        let own = sides.map { side in
            Set(side.filter { stem in !sides.allSatisfy { $0.contains(stem) } }).sorted()
        }
        return own.filter { !$0.isEmpty }
    }

    /// The stem of the instruction that some words begin with.
    private func verb(_ tokens: [Token]) -> String? {
        let rest = tokens.drop { LineWords.openings.contains($0.surface) }
        guard let first = rest.first, rest.count > 2, LineWords.instructions.contains(first.surface),
            !LineBagReader.particles.contains(rest.dropFirst().first?.surface ?? "")
        else { return nil }
        return first.term
    }

    /// Words that make another verb of the one before them, or say that it has no object: `scale up`, `scale to zero`.
    private static let particles: Set<String> = [
        "up", "down", "out", "off", "over", "back", "away", "to", "for", "with", "by", "at", "on", "from",
    ]

    /// The last telling word of each side of an `and`.
    private func heads(of text: String) -> [String] {
        var heads: [String] = []
        var last: String?
        for token in tokenizer.tokens(in: text, as: .query) where !token.isColocated {
            if token.surface == "and" || token.surface == "or" {
                if let last { heads.append(last) }
                last = nil
            } else if LineBagReader.share(token.surface) == 1, !StopWords.contains(token.surface) {
                last = stem(token)
            }
        }
        if let last { heads.append(last) }
        return heads
    }

    private func words(_ text: String) -> [LineBag.Word] {
        let tokens = tokenizer.tokens(in: text, as: .query).filter { !$0.isColocated }
        var words: [LineBag.Word] = []
        var seen: Set<String> = []
        func add(_ stem: String, _ share: Double, isContinued: Bool = false) {
            guard seen.insert(stem).inserted else { return }
            words.append(LineBag.Word(stem: stem, share: share, isContinued: isContinued))
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
            if LineBagReader.isFunction(token.surface) { continue }
            if let long = short[token.surface] {
                for (place, stem) in long.enumerated() where !StopWords.contains(stem) {
                    add(stem, LineBagReader.share(stem), isContinued: place > 0)
                }
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
        RequestWords.contains(word) || GeneralWords.contains(word) || numbers.contains(word) ? light : 1
    }

    private static func isFunction(_ word: String) -> Bool { StopWords.contains(word) || contractions.contains(word) }

    /// As the tokenizer folds them.
    private static let contractions: Set<String> = [
        "youd", "youll", "youre", "youve", "wed", "weve", "ive", "theyre", "theyll", "theyve", "hes", "shes", "thats",
        "theres", "whats", "wheres", "hows", "lets", "its",
    ]

    private static let numbers: Set<String> = [
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "half", "once", "twice",
    ]
}
