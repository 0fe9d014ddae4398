import KBText
import Testing

/// A lexicon of words, each in as many sections as is said.
private func tokenizer(_ words: [(String, Int)]) -> Tokenizer {
    let tokenizer = Tokenizer()
    for (word, sections) in words {
        for section in 1...sections {
            tokenizer.section = UInt32(section)
            _ = tokenizer.tokens(in: word, as: .query)
        }
    }
    return tokenizer
}

/// Each misspelling with the word meant, as `misspelt meant`.
private func misspellings(_ words: [(String, Int)]) -> [String] {
    let lexicon = tokenizer(words).lexicon
    var found: [String] = []
    Misspelling.forEach(in: lexicon) { misspelt, meant in
        found.append(
            [misspelt, meant].map { String(decoding: lexicon.surface(of: $0), as: UTF8.self) }.joined(separator: " "))
    }
    return found
}

@Test func `misspellings are rare words one slip of the hand from a common one`() {
    let rare = [
        "precison", "precisoin", "precisian", "precissions", "prevision", "recision", "orecision", "precisions",
        "decision",
    ]
    let found = misspellings([("precision", 50)] + rare.map { ($0, 1) })
    #expect(found == ["precison precision", "precisoin precision", "precisian precision"])
}

@Test func `a word is a misspelling only when it is rare and the other much more common`() {
    #expect(misspellings([("precision", 19), ("precison", 1)]).isEmpty)
    #expect(misspellings([("precision", 39), ("precison", 2)]).isEmpty)
    #expect(misspellings([("precision", 60), ("precison", 3)]).isEmpty)
    #expect(misspellings([("precision", 40), ("precison", 2)]).count == 1)
    #expect(misspellings([("pattern", 50), ("patern", 1), ("master", 50), ("mater", 1)]) == ["patern pattern"])
}

@Test func `of two words that may be meant the commoner one is`() {
    let words = [("trainers", 30), ("trailers", 40), ("traiers", 1)]
    #expect(misspellings(words) == ["traiers trailers"])
    #expect(misspellings(words.reversed()) == ["traiers trailers"])
}

@Test func `forms of one word are no misspellings of each other`() {
    #expect(misspellings([("clusters", 50), ("cluster", 1)]).isEmpty)
}
