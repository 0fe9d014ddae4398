/// Brings the forms of an English word together: Porter's rules, with guards where they join words that mean
/// different things (`product`, `production`) or keep forms of one word apart (`imbalance`, `imbalanced`).
public enum Stemmer {
    /// The stem of `word`, which is folded. Words with anything but the letters a to z are their own stems.
    ///
    /// The stem is never longer than the word.
    public static func stem(_ word: [UInt8]) -> [UInt8] {
        guard word.count > 2, word.allSatisfy({ UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0 }) else { return word }
        if let family = WordFamilies.stem(of: word) { return family }
        let tail = Suffix.tail(of: word)
        if let root = rootOfOus(word, tail) { return root }
        if keepsFinalS(word, tail) { return Porter.stem(word, keepingPlural: true) }
        if let noun = nounOfVerb(word, tail) { return Porter.stem(noun) }
        return Porter.stem(word)
    }

    /// The stem of `word`, which is folded.
    public static func stem(_ word: some StringProtocol) -> String {
        String(decoding: stem(Array(word.utf8)), as: UTF8.self)
    }

    private static let ous: [Suffix] = ["ous", "ously", "ousness"]

    /// `serious` for itself, `seriously` and `seriousness`: without the `ous` it would be `series`.
    private static func rootOfOus(_ word: [UInt8], _ tail: UInt64) -> [UInt8]? {
        for ending in ous where ending.ends(tail) && word.count > ending.count + 1 {
            return Array(word.dropLast(ending.count - 3))
        }
        return nil
    }

    private static let singular: [Suffix] = ["us", "sis", "xis"]

    /// Whether the final `s` belongs to the word: `status`, `analysis`, `gas`.
    private static func keepsFinalS(_ word: [UInt8], _ tail: UInt64) -> Bool {
        guard word.last == UInt8(ascii: "s") else { return false }
        if singular.contains(where: { $0.ends(tail) }) { return true }
        // A plural has a vowel that is not directly before the s (M. F. Porter, Snowball's English stemmer, step 1a).
        return !word.dropLast(2).contains { "aeiouy".utf8.contains($0) }
    }

    private static let past: [Suffix] = ["anced", "enced"]
    private static let progressive: [Suffix] = ["ancing", "encing"]

    /// `imbalance` for `imbalanced` and `imbalancing`, so that what Porter drops from the noun goes from the verb too.
    private static func nounOfVerb(_ word: [UInt8], _ tail: UInt64) -> [UInt8]? {
        if past.contains(where: { $0.ends(tail) }) { return Array(word.dropLast()) }
        if progressive.contains(where: { $0.ends(tail) }) { return Array(word.dropLast(3)) + [UInt8(ascii: "e")] }
        return nil
    }
}
