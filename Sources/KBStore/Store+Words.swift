import KBText

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
    /// Hands each word of `lengths` bytes to `visit`, with how many bytes it shares with the word before, which was as
    /// long, and its sections. A word may come twice, the second time with the sections added since the last rebuild.
    /// The bytes are valid during the call only.
    func forEachWord(
        ofLength lengths: ClosedRange<Int>,
        _ visit: (_ word: UnsafeRawBufferPointer, _ shared: Int, _ sections: Int) -> Void
    ) throws(StoreError) {
        let built = try statement("SELECT length, words FROM word WHERE length BETWEEN ?1 AND ?2 ORDER BY length")
        built.bind(1, lengths.lowerBound)
        built.bind(2, lengths.upperBound)
        while try built.step() {
            let length = built.integer(0)
            built.blob(1).withUnsafeBytes { blob in
                Vocabulary.decode(blob, length: length, visit)
            }
        }
        built.reset()
        let recent = try statement("SELECT text, sections FROM recent_word")
        while try recent.step() {
            var text = recent.text(0)
            let sections = recent.integer(1)
            text.withUTF8 { if lengths.contains($0.count) { visit(UnsafeRawBufferPointer($0), 0, sections) } }
        }
        recent.reset()
    }

    /// The words at most `limit` slips away from `word`, which is folded: the nearest first, then the commonest, then in
    /// byte order. The word itself is among them when the notes hold it.
    public func words(within limit: Int, of word: String) throws(StoreError) -> [VocabularyWord] {
        var walk = EditDistance.Walk(EditDistance(word), atMost: limit)
        let length = word.utf8.count
        // One slip in a letter beyond ASCII changes up to three bytes.
        let reach = word.utf8.allSatisfy { $0 < 0x80 } ? limit : 3 * limit
        var found: [String: VocabularyWord] = [:]
        try forEachWord(ofLength: max(1, length - reach)...max(1, length + reach)) { candidate, shared, sections in
            guard let slips = walk.distance(to: candidate, shared: shared) else { return }
            let text = String(decoding: candidate, as: UTF8.self)
            found[text, default: VocabularyWord(text: text, sections: 0, distance: slips)].sections += sections
        }
        return found.values.sorted { ($0.distance, $1.sections, $0.text) < ($1.distance, $0.sections, $1.text) }
    }

    /// The words that begin with `prefix`, which is folded: the commonest first, then in byte order.
    public func words(beginningWith prefix: String) throws(StoreError) -> [VocabularyWord] {
        let wanted = Array(prefix.utf8)
        guard !wanted.isEmpty, wanted.count <= Lexicon.longestWord else { return [] }
        var found: [String: Int] = [:]
        try forEachWord(ofLength: wanted.count...Lexicon.longestWord) { word, _, sections in
            if word.starts(with: wanted) { found[String(decoding: word, as: UTF8.self), default: 0] += sections }
        }
        return found.map { VocabularyWord(text: $0.key, sections: $0.value) }
            .sorted { ($1.sections, $0.text) < ($0.sections, $1.text) }
    }
}
