import KBText

/// Words of like meaning, from a general list: what a reader may call a thing that the notes call otherwise.
///
/// Unlike an abbreviation's long form, such a word is often not quite the same thing, so it counts little
/// (``RankingWeight/related``) and is looked up only for a query that the notes hardly answer in its own words.
public enum RelatedWords {
    /// The most others that one word is given: each costs a look into the index.
    public static let mostPerWord = 8

    /// For each of `words`, folded, the words of like meaning in the order of the list; none that is one of `words` itself,
    /// in any form.
    ///
    /// The list is read through as it lies in the program: a table made of it would cost more than a search.
    public static func others(for words: [String]) -> [[String]] {
        var wanted = words.map { Wanted(stem: Stemmer.stem(Array($0.utf8))) }
        let stems = wanted.map(\.stem)
        RelatedWordList.text.withUTF8Buffer { text in
            forEachWord(of: UnsafeRawBufferPointer(text), beginningLike: stems) { word, group in
                let stem = Stemmer.stem(Array(word))
                for place in wanted.indices where wanted[place].stem == stem {
                    wanted[place].add(group, except: stems)
                }
            }
        }
        return wanted.map(\.others)
    }

    private struct Wanted {
        let stem: [UInt8]
        var others: [String] = []

        init(stem: [UInt8]) { self.stem = stem }

        /// Adds the words of `group` whose stems are none of `typed`.
        mutating func add(_ group: Slice<UnsafeRawBufferPointer>, except typed: [[UInt8]]) {
            for word in group.split(whereSeparator: { $0 <= UInt8(ascii: " ") }) {
                guard others.count < RelatedWords.mostPerWord else { return }
                let text = String(decoding: word, as: UTF8.self)
                guard !typed.contains(Stemmer.stem(Array(word))), !others.contains(text) else { continue }
                others.append(text)
            }
        }
    }

    /// Calls `visit` with each word of the list that shares its first letters with one of `stems`, and with its group.
    private static func forEachWord(
        of text: UnsafeRawBufferPointer, beginningLike stems: [[UInt8]],
        _ visit: (_ word: Slice<UnsafeRawBufferPointer>, _ group: Slice<UnsafeRawBufferPointer>) -> Void
    ) {
        let heads = stems.map { Head($0[...]) }
        // A bit for each first letter: most words of the list are passed over for theirs alone.
        let letters = heads.reduce(into: UInt32(0)) { $0 |= $1.letter }
        var groupStart = 0
        var wordStart = 0
        var hits: [Range<Int>] = []
        for end in text.indices where text[end] <= UInt8(ascii: " ") || text[end] == UInt8(ascii: ";") {
            if wordStart < end, letters & Head.letter(text[wordStart]) != 0 {
                let word = text[wordStart..<end]
                if heads.contains(where: { $0.begins(word) }) { hits.append(wordStart..<end) }
            }
            wordStart = end + 1
            guard text[end] == UInt8(ascii: ";") else { continue }
            for hit in hits { visit(text[hit], text[groupStart..<end]) }
            hits.removeAll(keepingCapacity: true)
            groupStart = end + 1
        }
    }

    /// The first letters of a stem, which its forms share; `y` is `i`, as in the stem of *tries*.
    private struct Head {
        private let bytes: [UInt8]
        /// The bit of the first letter.
        let letter: UInt32

        /// No stem of a word in the list differs from it in the first three letters.
        private static let length = 3

        init(_ stem: ArraySlice<UInt8>) {
            bytes = stem.prefix(Head.length).map(Head.folded)
            letter = stem.first.map(Head.letter) ?? 0
        }

        func begins(_ word: Slice<UnsafeRawBufferPointer>) -> Bool {
            word.count >= bytes.count && zip(bytes, word).allSatisfy { $0 == Head.folded($1) }
        }

        static func letter(_ byte: UInt8) -> UInt32 { 1 << UInt32(folded(byte) & 31) }

        private static func folded(_ byte: UInt8) -> UInt8 { byte == UInt8(ascii: "y") ? UInt8(ascii: "i") : byte }
    }
}
