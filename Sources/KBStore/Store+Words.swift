public import KBText

/// A word of the notes, as written but folded.
public struct VocabularyWord: Hashable, Sendable {
    /// The word.
    public var text: String
    /// In how many sections it stands, sections gone since the last rebuild included.
    public var sections: Int
    /// How many slips lie between it and the word asked for; 0 when none was.
    public var distance = 0
}

extension Store {
    /// Hands each word of `lengths` bytes that begins with the byte `first` to `visit`, with how many bytes it shares
    /// with the word before, which was as long, and its sections. A word may come twice, the second time with the
    /// sections added since the last rebuild. The bytes are valid during the call only.
    private func forEachWord(
        beginningWith first: UInt8, ofLength lengths: ClosedRange<Int>,
        _ visit: (_ word: UnsafeRawBufferPointer, _ shared: Int, _ sections: Int) -> Void
    ) throws(StoreError) {
        let built = try statement("SELECT id, words FROM word WHERE id BETWEEN ?1 AND ?2 ORDER BY id")
        built.bind(1, Vocabulary.row(first, lengths.lowerBound))
        built.bind(2, Vocabulary.row(first, lengths.upperBound))
        while try built.step() {
            let length = built.integer(0) & 0xFF
            built.withBlob(1) { blob in
                Vocabulary.decode(blob, length: length, visit)
            }
        }
        built.reset()
        try forEachRecentWord(beginningWith: first) { word, sections in
            if lengths.contains(word.count) { visit(word, 0, sections) }
        }
    }

    /// Hands each word that begins with the byte `first` and was met since the last rebuild to `visit`.
    private func forEachRecentWord(
        beginningWith first: UInt8, _ visit: (_ word: UnsafeRawBufferPointer, _ sections: Int) -> Void
    ) throws(StoreError) {
        let bounds = Vocabulary.bounds(of: first)
        let recent = try statement(
            "SELECT text, sections FROM recent_word WHERE text >= ?1 AND (?2 IS NULL OR text < ?2)")
        recent.bind(1, bounds.from)
        recent.bind(2, bounds.to)
        while try recent.step() {
            let sections = recent.integer(1)
            recent.withText(0) { if $0.first == first { visit($0, sections) } }
        }
        recent.reset()
    }

    /// The words at most `limit` slips away from `word`, which is folded: the nearest first, then the commonest, then
    /// in byte order. The word itself is among them when the notes hold it.
    ///
    /// Of words with another first letter, only those are found whose first two letters were swapped or the first one
    /// left out; and, when there is none of these nor of the others, those with one slip, in the first letter. So
    /// time grows with the words of one letter, not with all.
    public func words(within limit: Int, of word: String) throws(StoreError) -> [VocabularyWord] {
        let bytes = Array(word.utf8)
        guard let first = bytes.first, limit >= 0, bytes.count <= Lexicon.longestWord else { return [] }
        // One slip in a letter beyond ASCII changes up to three bytes.
        let reach = bytes.allSatisfy { $0 < 0x80 } ? limit : 3 * limit
        let lengths = max(1, bytes.count - reach)...max(1, bytes.count + reach)
        var found: [String: VocabularyWord] = [:]
        var walk = EditDistance.Walk(EditDistance(word), atMost: limit)
        func add(_ candidate: UnsafeRawBufferPointer, _ sections: Int, _ slips: Int) {
            let text = String(decoding: candidate, as: UTF8.self)
            found[text, default: VocabularyWord(text: text, sections: 0, distance: slips)].sections += sections
        }
        let firsts = limit > 0 && bytes.count > 1 && bytes[1] != first ? [first, bytes[1]] : [first]
        for first in firsts {
            try forEachWord(beginningWith: first, ofLength: lengths) { candidate, shared, sections in
                if let slips = walk.distance(to: candidate, shared: shared) { add(candidate, sections, slips) }
            }
        }
        if found.isEmpty, limit > 0 {
            for other in UInt8(ascii: "a")...UInt8(ascii: "z") where !firsts.contains(other) {
                try forEachWord(beginningWith: other, ofLength: bytes.count...bytes.count + 1) {
                    candidate, _, sections in
                    let rest = candidate.dropFirst()
                    if rest.elementsEqual(rest.count == bytes.count ? bytes[...] : bytes.dropFirst()) {
                        add(candidate, sections, 1)
                    }
                }
            }
        }
        return found.values.sorted { ($0.distance, $1.sections, $0.text) < ($1.distance, $0.sections, $1.text) }
    }

    /// The words that begin with `prefix`, which is folded: the commonest first, then in byte order.
    public func words(beginningWith prefix: String) throws(StoreError) -> [VocabularyWord] {
        let wanted = Array(prefix.utf8)
        guard let first = wanted.first, wanted.count <= Lexicon.longestWord else { return [] }
        var found: [String: Int] = [:]
        try forEachWord(beginningWith: first, ofLength: wanted.count...Lexicon.longestWord) { word, _, sections in
            if word.starts(with: wanted) { found[String(decoding: word, as: UTF8.self), default: 0] += sections }
        }
        return found.map { VocabularyWord(text: $0.key, sections: $0.value) }
            .sorted { ($1.sections, $0.text) < ($0.sections, $1.text) }
    }

    /// What the notes hold in the place of `token`, misspelt: rare words one slip away, in byte order. Those found at
    /// the last rebuild are of any form of the word, later ones of the form asked for.
    public func misspellings(of token: Token) throws(StoreError) -> [String] {
        var found: Set<String> = []
        let built = try statement("SELECT word FROM misspelling WHERE meant = ?1")
        built.bind(1, token.term)
        while try built.step() { found.insert(built.text(0)) }
        built.reset()
        let meant = Array(token.surface.utf8)
        guard let first = meant.first, meant.count >= Misspelling.shortest else { return found.sorted() }
        try forEachRecentWord(beginningWith: first) { word, sections in
            guard sections <= Misspelling.mostSections else { return }
            if meant.withUnsafeBytes({ Misspelling.isSlipOfHand(word, for: $0) }) {
                found.insert(String(decoding: word, as: UTF8.self))
            }
        }
        return found.sorted()
    }
}
