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
        let heads = stems.map(Head.init)
        // A bit for each first letter: most words of the list are passed over for theirs alone.
        let letters = heads.reduce(into: UInt32(0)) { $0 |= $1.letter }
        var groupStart = 0
        var wordStart = 0
        var hits: [Range<Int>] = []
        var end = 0
        while end < text.count {
            // Letters are above the semicolon, what divides words is not.
            while end < text.count, text[end] > UInt8(ascii: ";") { end &+= 1 }
            guard end < text.count else { break }
            if wordStart < end, letters & Head.letter(text[wordStart]) != 0 {
                let head = Head.packed(text, wordStart, end)
                for place in heads.indices where heads[place].begins(head) {
                    hits.append(wordStart..<end)
                    break
                }
            }
            if text[end] == UInt8(ascii: ";") {
                if !hits.isEmpty {
                    for hit in hits { visit(text[hit], text[groupStart..<end]) }
                    hits.removeAll(keepingCapacity: true)
                }
                groupStart = end &+ 1
            }
            end &+= 1
            wordStart = end
        }
    }

    /// The first letters of a stem, which its forms share; `y` is `i`, as in the stem of *buy*.
    private struct Head {
        private let value: UInt32
        private let mask: UInt32
        /// The bit of the first letter.
        let letter: UInt32

        /// No stem of a word in the list differs from it in the first three letters.
        private static let length = 3

        init(_ stem: [UInt8]) {
            value = stem.withUnsafeBytes { Head.packed($0, 0, $0.count) }
            // A shorter stem begins longer words: `us` is the stem of *using*.
            mask = ~0 << UInt32(8 * (Head.length - min(stem.count, Head.length)))
            letter = stem.first.map(Head.letter) ?? 0
        }

        func begins(_ head: UInt32) -> Bool { head & mask == value }

        /// The first letters of the word between `start` and `end`, the first one highest.
        @inline(__always)
        static func packed(_ text: UnsafeRawBufferPointer, _ start: Int, _ end: Int) -> UInt32 {
            var head: UInt32 = 0
            for place in start..<start + length { head = head << 8 | (place < end ? UInt32(folded(text[place])) : 0) }
            return head
        }

        @inline(__always)
        static func letter(_ byte: UInt8) -> UInt32 { 1 << UInt32(folded(byte) & 31) }

        @inline(__always)
        private static func folded(_ byte: UInt8) -> UInt8 { byte == UInt8(ascii: "y") ? UInt8(ascii: "i") : byte }
    }
}
