/// What looks like a word of the language rather than a name somebody was given.
enum OrdinaryWord {
    /// Whether the folded `word` is in a list of general English or ends as only such words do.
    static func isLikely(_ word: UnsafeRawBufferPointer) -> Bool {
        let traits = WordTable.traits(of: word).union(WordTable.traits(of: Fingerprint.singular(word)))
        if traits.contains(.givenName) { return false }
        return isListed(traits) || EverydayWords.contains(word) || endings.contains { WordTable.ends(word, $0) }
    }

    /// Whether `traits` are those of an English word.
    static func isListed(_ traits: WordTraits) -> Bool { !traits.isDisjoint(with: english) }

    private static let english: WordTraits = [.judgement, .adjective, .noun, .genericNoun, .verb, .nounVerb]
    /// Endings that make nouns, adjectives and verbs of other words.
    private static let endings: [StaticString] = [
        "ing", "tion", "sion", "ment", "ness", "ity", "ical", "tive", "ous", "ify", "ized", "ised", "ize", "able",
        "ible", "less", "ful", "ance", "ence",
    ]
}
