internal import KBText

/// What a word adds to the key of a phrase: the hash of what its forms have in common.
///
/// Starts from ``Stemmer`` and draws a few lines closer or finer: `deploy` meets `deployment`, `normalise` meets
/// `normalize`, but `token` stays apart from `tokenize`, `observe` from `observability`.
enum WordKeys {
    /// The hash of the word's conflated stem.
    static func hash(_ word: UnsafeRawBufferPointer, stem: UnsafeRawBufferPointer, _ traits: WordTraits) -> UInt64 {
        if traits.contains(.ownStem) { return WordTable.finished(WordTable.hash(word)) }
        guard word.count > 4, word.allSatisfy({ $0 &- UInt8(ascii: "a") < 26 }) else {
            return WordTable.finished(WordTable.hash(word.count > 4 ? word : stem))
        }
        if let american = american(word) {
            return american.withUnsafeBytes { spelling in
                Stemmer.stem(american).withUnsafeBytes { hashOfForm(spelling, $0) }
            }
        }
        return hashOfForm(word, stem)
    }

    private static func hashOfForm(_ word: UnsafeRawBufferPointer, _ stem: UnsafeRawBufferPointer) -> UInt64 {
        if let cut = lengthOfAble(word), stem.count < cut {
            return WordTable.finished(WordTable.hash(word.prefix(cut)))
        }
        var state = WordTable.hash(stem.dropLast())
        if let last = stem.last {
            // Porter writes `deploi` for `deploy`, but `deploy` for `deployment`.
            let isY = last == UInt8(ascii: "y") && stem.count > 3
            state = WordTable.advanced(state, isY ? UInt8(ascii: "i") : last)
        }
        if let length = lengthBeforeIze(word), stem.count <= length {
            state = WordTable.hash([0x69, 0x7A], from: state)
        }
        return WordTable.finished(state)
    }

    private static let able: [StaticString] = ["ability", "abilities", "ibility", "ibilities"]

    /// How much of `observability` and `observable` is `observab`; nil for other words.
    private static func lengthOfAble(_ word: UnsafeRawBufferPointer) -> Int? {
        for ending in able where WordTable.ends(word, ending) { return word.count - ending.utf8CodeUnitCount + 3 }
        if WordTable.ends(word, "able") || WordTable.ends(word, "ible") { return word.count - 1 }
        return nil
    }

    private static let ize: [StaticString] = [
        "ize", "izes", "ized", "izing", "ization", "izations", "izer", "izers", "izational",
    ]

    /// How many letters stand before the `ize` of a verb or of what is made of it.
    private static func lengthBeforeIze(_ word: UnsafeRawBufferPointer) -> Int? {
        for ending in ize where WordTable.ends(word, ending) { return word.count - ending.utf8CodeUnitCount }
        return nil
    }

    private static let ise: [StaticString] = ["isation", "isations", "ise", "ises", "ised", "ising", "iser", "isers"]
    private static let beforeIse: [StaticString] = [
        "al", "il", "el", "an", "on", "en", "in", "gn", "er", "or", "ar",
        "im", "om", "at", "it", "et",
    ]
    private static let notIse: [StaticString] = ["prom", "comprom", "rad", "ra"]

    /// The American spelling of a British one: `normalize` for `normalise`; nil when it is none.
    private static func american(_ word: UnsafeRawBufferPointer) -> [UInt8]? {
        guard word.count > 6 else { return nil }
        for ending in ise where WordTable.ends(word, ending) {
            let length = word.count - ending.utf8CodeUnitCount
            let head = UnsafeRawBufferPointer(rebasing: word[..<length])
            guard beforeIse.contains(where: { WordTable.ends(head, $0) }) else { return nil }
            if notIse.contains(where: {
                head.elementsEqual(UnsafeBufferPointer(start: $0.utf8Start, count: $0.utf8CodeUnitCount))
            }) {
                return nil
            }
            var spelling = Array(word)
            spelling[length + 1] = UInt8(ascii: "z")
            return spelling
        }
        return nil
    }
}
