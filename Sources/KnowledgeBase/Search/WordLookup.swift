import KBModel
import KBRank
import KBStore
import KBText

/// Looks the words of a query up in their own spellings.
struct WordLookup {
    let store: Store
    let tokenizer: Tokenizer
    /// Whether words are taken as they stand.
    let isExact: Bool

    /// Looks `word` up; nil when it is made of marks only, such as `:-)`, and asks for nothing.
    func look(up word: QueryWords.Word) throws(StoreError) -> LookedUpWord? {
        guard let (typed, leaf, tokens) = leaf(of: word.clause) else { return nil }
        let postings = try store.postings(for: leaf)
        let itself = LookedUpWord.Reading(text: typed, leaf: leaf, postings: postings, weight: 1)
        var found = LookedUpWord(word: word, typed: typed, tokens: tokens, readings: [itself])
        guard !isExact, case .word(_, let field) = word.clause else { return found }
        try addSpellings(to: &found, field: field)
        return found
    }

    /// The words that `word` is written with, as words of their own; none when it is a single one.
    ///
    /// For `shock-wave` where no note has the two side by side. Function words and lone letters say nothing by
    /// themselves.
    func parts(of word: LookedUpWord) throws(StoreError) -> [LookedUpWord] {
        guard word.tokens.count > 1, case .word(let term, let field) = word.word.clause else { return [] }
        var parts: [LookedUpWord] = []
        for token in word.tokens where token.surface.utf8.count > 1 && !StopWords.contains(token.surface) {
            let part = Query.Term(token.surface, at: term.offset + token.range.lowerBound)
            let clause = Query.Clause.word(part, in: field)
            let asked = QueryWords.Word(clause, isOptional: true, followsWord: !parts.isEmpty)
            if let found = try look(up: asked) { parts.append(found) }
        }
        return parts
    }

    /// What `clause` looks for in the index.
    private func leaf(of clause: Query.Clause) -> (typed: String, leaf: MatchLeaf, tokens: [Token])? {
        switch clause {
        case .word(let term, let field), .phrase(let term, let field):
            let tokens = tokenizer.tokens(in: term.text, as: .query)
            return tokens.isEmpty ? nil : (trimmed(term.text, to: tokens), MatchLeaf(.words(tokens), in: field), tokens)
        case .prefix(let term, let field):
            let tokens = tokenizer.tokens(in: term.text, as: .query)
            return tokens.isEmpty ? nil : (term.text + "*", MatchLeaf(.prefix(tokens), in: field), tokens)
        case .near(let terms, let distance):
            let groups = terms.map { tokenizer.tokens(in: $0.text, as: .query) }.filter { !$0.isEmpty }
            guard !groups.isEmpty else { return nil }
            let typed = "NEAR(" + terms.map(\.text).joined(separator: " ") + ")"
            return (typed, MatchLeaf(.near(groups, distance: distance)), groups.flatMap { $0 })
        case .filter, .all, .any, .not: return nil
        }
    }

    /// `text` without the punctuation around its words.
    private func trimmed(_ text: String, to tokens: [Token]) -> String {
        let bytes = Array(text.utf8)
        let start = tokens.map(\.range.lowerBound).min() ?? 0
        let end = tokens.map(\.range.upperBound).max() ?? bytes.count
        guard 0 <= start, start < end, end <= bytes.count else { return text }
        return String(decoding: bytes[start..<end], as: UTF8.self)
    }

    /// Adds the ways in which other notes may write the same: `real-time` as `realtime`, `getUserName` as
    /// `get_user_name`, `10ms` as `10 ms`.
    private func addSpellings(to found: inout LookedUpWord, field: Query.Field) throws(StoreError) {
        if found.tokens.count > 1 {
            if let joined = joined(found) { try add(joined, weight: 1, reason: .spelling, to: &found, field: field) }
        } else if let token = found.tokens.first {
            let parts = tokenizer.tokens(in: found.typed, as: .document).filter { !$0.isColocated }.map(\.surface)
            let pieces = parts.count > 1 && parts.joined() == token.surface ? parts : token.surface.lettersAndFigures
            guard pieces.count > 1 else { return }
            try add(pieces.joined(separator: "-"), weight: 1, reason: .spelling, to: &found, field: field)
        }
    }

    /// A word of several as one: where hyphens and the like stand between them, or points between names (`node.js`).
    /// `3.11` is no `311`, `A/B` no `AB`.
    private func joined(_ word: LookedUpWord) -> String? {
        var pieces: [String] = []
        var isJoined = true
        for piece in word.typed.utf8.split(whereSeparator: { ByteSet.joiners.contains($0) }) {
            pieces.append(String(Substring(piece)))
        }
        let points = word.typed.utf8.contains(UInt8(ascii: "."))
        if points { isJoined = pieces.allSatisfy { $0.utf8.count > 1 && $0.allSatisfy(\.isLetter) } }
        let surfaces = word.tokens.map(\.surface)
        return isJoined && pieces.count == surfaces.count ? surfaces.joined() : nil
    }

    /// Adds another reading of the word, if it stands anywhere and is not there yet.
    @discardableResult
    func add(
        _ text: String, weight: Double, reason: SearchAnswer.Expansion.Reason, to found: inout LookedUpWord,
        field: Query.Field
    ) throws(StoreError) -> Bool {
        add(try reading(of: text, weight: weight, field: field), reason: reason, to: &found)
    }

    /// Adds a reading that was looked up, if it stands anywhere and is not there yet.
    @discardableResult
    func add(
        _ reading: LookedUpWord.Reading, reason: SearchAnswer.Expansion.Reason, to found: inout LookedUpWord
    ) -> Bool {
        let terms = reading.leaf.terms
        guard !reading.postings.isEmpty, !found.readings.contains(where: { $0.leaf.terms == terms }) else {
            return false
        }
        found.readings.append(reading)
        if let index = found.expansions.firstIndex(where: { $0.reason == reason }) {
            found.expansions[index].also.append(reading.text)
        } else {
            found.expansions.append(SearchAnswer.Expansion(typed: found.typed, also: [reading.text], reason: reason))
        }
        return true
    }

    /// A word of like meaning that stands in more sections says next to nothing, and would cost more than all else.
    private static let commonestRelated = 400

    /// Adds a word of like meaning, if it stands anywhere, not too often, and is not there yet.
    func addRelated(_ text: String, to found: inout LookedUpWord) throws(StoreError) {
        let leaf = MatchLeaf(.words(tokenizer.tokens(in: text, as: .query)))
        let terms = leaf.terms
        guard !found.readings.contains(where: { $0.leaf.terms == terms }) else { return }
        let postings = try store.postings(for: leaf, atMost: WordLookup.commonestRelated)
        guard !postings.isEmpty else { return }
        found.readings.append(
            .init(text: text, leaf: leaf, postings: postings, weight: RankingWeight.related, isRelated: true))
    }

    /// What `text` finds.
    func reading(
        of text: String, weight: Double, field: Query.Field
    ) throws(StoreError) -> LookedUpWord.Reading {
        let leaf = MatchLeaf(.words(tokenizer.tokens(in: text, as: .query)), in: field)
        return LookedUpWord.Reading(text: text, leaf: leaf, postings: try store.postings(for: leaf), weight: weight)
    }
}

extension MatchLeaf {
    /// The terms it looks for, in order, however they were typed.
    var terms: [[String]] {
        switch pattern {
        case .words(let tokens): [tokens.map(\.term)]
        case .prefix(let tokens): [tokens.map(\.surface), []]
        case .near(let groups, _): groups.map { $0.map(\.term) }
        }
    }
}

extension String {
    /// `10ms` and `gpt4` in two; the whole where letters and figures do not stand one behind the other just once.
    fileprivate var lettersAndFigures: [String] {
        let bytes = Array(utf8)
        guard bytes.allSatisfy({ $0 < 0x80 }) else { return [self] }
        func isFigure(_ byte: UInt8) -> Bool { UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte }
        let cuts = bytes.indices.dropFirst().filter { isFigure(bytes[$0]) != isFigure(bytes[$0 - 1]) }
        guard cuts.count == 1, let cut = cuts.first else { return [self] }
        return [String(decoding: bytes[..<cut], as: UTF8.self), String(decoding: bytes[cut...], as: UTF8.self)]
    }
}

/// Bytes that stand between the parts of a name.
private enum ByteSet {
    static let joiners: Set<UInt8> = [UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: ".")]
}
