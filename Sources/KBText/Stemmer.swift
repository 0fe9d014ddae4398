/// Brings the forms of an English word together: Porter's rules, with guards where they join words that mean
/// different things (`product`, `production`) or keep forms of one word apart (`imbalance`, `imbalanced`), after
/// British spellings have been brought to American ones.
public enum Stemmer {
    /// The stem of `word`, which is folded. Words with anything but the letters a to z are their own stems.
    ///
    /// The stem is never longer than the word.
    public static func stem(_ word: [UInt8]) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: word.count) { stem, count in
            count = word.withUnsafeBytes { Stemmer.stem($0, into: UnsafeMutableRawBufferPointer(stem)) }
        }
    }

    /// The stem of `word`, which is folded.
    public static func stem(_ word: some StringProtocol) -> String {
        String(decoding: stem(Array(word.utf8)), as: UTF8.self)
    }

    /// Writes the stem of `word` to `stem`, which has room for the word, and tells how many bytes it takes.
    static func stem(_ word: UnsafeRawBufferPointer, into stem: UnsafeMutableRawBufferPointer) -> Int {
        guard word.count > 2, word.allSatisfy({ $0 &- UInt8(ascii: "a") < 26 }) else { return copy(word, to: stem) }
        if let american = AmericanSpelling.spelling(of: word) {
            return american.withUnsafeBytes { stemAsSpelt($0, into: stem) }
        }
        return stemAsSpelt(word, into: stem)
    }

    private static func stemAsSpelt(
        _ word: UnsafeRawBufferPointer, into stem: UnsafeMutableRawBufferPointer
    ) -> Int {
        if let family = WordFamilies.stem(of: word) { return copy(family, to: stem) }
        let tail = Suffix.tail(of: word)
        if let length = lengthOfOus(tail, word.count) { return copy(word.prefix(length), to: stem) }
        if keepsFinalS(word, tail) { return Porter.stem(word, into: stem, keepingPlural: true) }
        if let length = lengthOfNoun(tail, word.count) {
            // The noun as it is written, which is no longer than the verb.
            _ = copy(word.prefix(length), to: stem)
            stem[length] = UInt8(ascii: "e")
            return Porter.stem(UnsafeRawBufferPointer(rebasing: stem[...length]), into: stem)
        }
        return Porter.stem(word, into: stem)
    }

    private static func copy(_ word: UnsafeRawBufferPointer, to stem: UnsafeMutableRawBufferPointer) -> Int {
        stem.copyMemory(from: word)
        return word.count
    }

    private static func copy(_ word: Slice<UnsafeRawBufferPointer>, to stem: UnsafeMutableRawBufferPointer) -> Int {
        copy(UnsafeRawBufferPointer(rebasing: word), to: stem)
    }

    private static let ous: [Suffix] = ["ous", "ously", "ousness"]

    /// How much of `serious`, `seriously` and `seriousness` is `serious`: without the `ous` it would be `series`.
    private static func lengthOfOus(_ tail: UInt64, _ count: Int) -> Int? {
        for ending in ous where ending.ends(tail) && count > ending.count + 1 { return count - ending.count + 3 }
        return nil
    }

    private static let singular: [Suffix] = ["us", "sis", "xis"]

    /// Whether the final `s` belongs to the word: `status`, `analysis`, `gas`.
    private static func keepsFinalS(_ word: UnsafeRawBufferPointer, _ tail: UInt64) -> Bool {
        guard word.last == UInt8(ascii: "s") else { return false }
        if singular.contains(where: { $0.ends(tail) }) { return true }
        // A plural has a vowel that is not directly before the s (M. F. Porter, Snowball's English stemmer, step 1a).
        return !word.dropLast(2).contains { isVowel($0) }
    }

    private static func isVowel(_ letter: UInt8) -> Bool {
        switch letter {
        case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"), UInt8(ascii: "u"),
            UInt8(ascii: "y"):
            true
        default: false
        }
    }

    private static let verbs: [Suffix] = ["anced", "enced", "ancing", "encing"]

    /// How much of `imbalanced` and `imbalancing` stands before the `e` of `imbalance`, so that what Porter drops
    /// from the noun goes from the verb too.
    private static func lengthOfNoun(_ tail: UInt64, _ count: Int) -> Int? {
        for ending in verbs where ending.ends(tail) { return count - ending.count + 3 }
        return nil
    }
}
