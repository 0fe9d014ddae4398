internal import KBText

/// What is known of every word met so far, by its place in the lexicon.
struct WordMemory {
    private(set) var traits: [WordTraits] = []
    /// What the word adds to a key as any word of a phrase but its last.
    private(set) var inner: [UInt64] = []
    /// What it adds as the last one.
    private(set) var last: [UInt64] = []
    /// The keys of two words that are one: `multi-task`.
    private var joined: [UInt64: UInt64] = [:]

    /// Added for a last word in `er` or `or`: a `classifier` is no `classification`.
    private static let agentMark: UInt64 = 0x6A09_E667_F3BC_C908
    /// Added for a word in `ed` before the last: `distributed training` is no `training distribution`.
    private static let pastMark: UInt64 = 0xBB67_AE85_84CA_A73B

    /// Learns the words that the lexicon has met since the last time.
    mutating func learn(from lexicon: Lexicon) {
        guard traits.count < lexicon.count else { return }
        for word in traits.count..<lexicon.count {
            let surface = lexicon.surface(of: word)
            let found = WordTable.traits(of: surface)
            let hash = WordKeys.hash(surface, stem: lexicon.stem(of: word), found)
            traits.append(found)
            inner.append(found.contains(.past) && !WordMemory.isOfNoun(surface) ? hash &+ WordMemory.pastMark : hash)
            last.append(found.contains(.agent) ? hash &+ WordMemory.agentMark : hash)
        }
    }

    /// Whether a word in `ed` is made of a noun: `imbalanced` says no more than `imbalance`.
    private static func isOfNoun(_ word: UnsafeRawBufferPointer) -> Bool {
        WordTable.ends(word, "anced") || WordTable.ends(word, "enced") || WordTable.ends(word, "iased")
    }

    /// What the words `first` and `second` add to a key when they are one, as the last word or another; nil when they are
    /// two.
    mutating func joined(_ first: Int, _ second: Int, isLast: Bool, _ lexicon: Lexicon) -> UInt64? {
        guard first < traits.count, second < traits.count else { return nil }
        let isPrefix = traits[first].contains(.prefix) || lexicon.surface(of: first).count == 1
        guard isPrefix || traits[first].contains(.compoundHead) else { return nil }
        let pair = UInt64(first) << 33 | UInt64(second) << 1 | (isLast ? 1 : 0)
        if let known = joined[pair] { return known == 0 ? nil : known }
        let key = joinedKey(first, second, isPrefix: isPrefix, isLast: isLast, lexicon)
        joined[pair] = key ?? 0
        return key
    }

    private func joinedKey(_ first: Int, _ second: Int, isPrefix: Bool, isLast: Bool, _ lexicon: Lexicon) -> UInt64? {
        var spelling = Array(lexicon.surface(of: first)) + Array(lexicon.surface(of: second))
        if !isPrefix {
            let isListed = spelling.withUnsafeBytes { WordTable.listed(WordTable.hash($0)).contains(.compound) }
            if !isListed {
                guard spelling.last == UInt8(ascii: "s") else { return nil }
                spelling.removeLast()
                guard spelling.withUnsafeBytes({ WordTable.listed(WordTable.hash($0)).contains(.compound) }) else {
                    return nil
                }
            }
        }
        let traits = spelling.withUnsafeBytes { WordTable.traits(of: $0) }
        let hash = spelling.withUnsafeBytes { word in
            Stemmer.stem(spelling).withUnsafeBytes { WordKeys.hash(word, stem: $0, traits) }
        }
        if isLast { return traits.contains(.agent) ? hash &+ WordMemory.agentMark : hash }
        return traits.contains(.past) ? hash &+ WordMemory.pastMark : hash
    }
}
