internal import KBText

/// What is known of every word met so far, by its place in the lexicon.
struct WordMemory {
    private var traits: [WordTraits] = []
    /// What the word adds to a key as any word of a phrase but its last.
    private var inner: [UInt64] = []
    /// What it adds as the last one.
    private var last: [UInt64] = []
    /// The keys of two words that are one: `multi-task`.
    private var joined: [UInt64: (inner: UInt64, last: UInt64)?] = [:]

    /// Added for a last word in `er` or `or`: a `classifier` is no `classification`.
    private static let agentMark: UInt64 = 0x6A09_E667_F3BC_C908
    /// Added for a word in `ed` before the last: `distributed training` is no `training distribution`.
    private static let pastMark: UInt64 = 0xBB67_AE85_84CA_A73B

    /// The parts that the word at this place can play.
    func traits(of word: Int) -> WordTraits { traits.indices.contains(word) ? traits[word] : [] }

    /// Learns the words that the lexicon has met since the last time.
    mutating func learn(from lexicon: Lexicon) {
        guard traits.count < lexicon.count else { return }
        for word in traits.count..<lexicon.count {
            let found = WordMemory.key(lexicon.surface(of: word), stem: lexicon.stem(of: word))
            traits.append(found.traits)
            inner.append(found.key.inner)
            last.append(found.key.last)
        }
    }

    /// Whether a word in `ed` is made of a noun: `imbalanced` says no more than `imbalance`.
    private static func isOfNoun(_ word: UnsafeRawBufferPointer) -> Bool {
        WordTable.ends(word, "anced") || WordTable.ends(word, "enced") || WordTable.ends(word, "iased")
    }

    /// What the word at this place adds to a key.
    func key(of word: Int) -> (inner: UInt64, last: UInt64)? {
        inner.indices.contains(word) ? (inner[word], last[word]) : nil
    }

    /// What the words `first` and `second` add to a key when they are one; nil when they are two.
    ///
    /// `up`, `under` and the like join only what a hyphen ties to them: elsewhere they are prepositions.
    mutating func joined(
        _ first: Int, _ second: Int, isTied: Bool, _ lexicon: Lexicon
    ) -> (inner: UInt64, last: UInt64)? {
        let head = traits(of: first)
        let mayPrefix = isTied || head.isDisjoint(with: .function)
        let isPrefix =
            mayPrefix && (head.contains(.prefix) || lexicon.surface(of: first).count == 1)
            && traits(of: second).isDisjoint(with: .function)
        guard isPrefix || head.contains(.compoundHead) else { return nil }
        let pair = UInt64(first) << 33 | UInt64(second) << 1 | (isPrefix ? 1 : 0)
        if let known = joined[pair] { return known }
        let key = joinedKey(Array(lexicon.surface(of: first)) + Array(lexicon.surface(of: second)), isPrefix: isPrefix)
        joined[pair] = .some(key)
        return key
    }

    private func joinedKey(_ spelling: [UInt8], isPrefix: Bool) -> (inner: UInt64, last: UInt64)? {
        var spelling = spelling
        if !isPrefix, !isCompound(spelling) {
            guard spelling.last == UInt8(ascii: "s") else { return nil }
            spelling.removeLast()
            guard isCompound(spelling) else { return nil }
        }
        let stem = Stemmer.stem(spelling)
        return spelling.withUnsafeBytes { word in stem.withUnsafeBytes { WordMemory.key(word, stem: $0).key } }
    }

    private func isCompound(_ spelling: [UInt8]) -> Bool {
        WordTable.listed(WordTable.hash(spelling)).contains(.compound)
    }

    /// What a word is and adds to a key.
    private static func key(
        _ word: UnsafeRawBufferPointer, stem: UnsafeRawBufferPointer
    ) -> (traits: WordTraits, key: (inner: UInt64, last: UInt64)) {
        let traits = WordTable.traits(of: word)
        let hash = WordKeys.hash(word, stem: stem, traits)
        let isPast = traits.contains(.past) && !isOfNoun(word)
        return (traits, (isPast ? hash &+ pastMark : hash, traits.contains(.agent) ? hash &+ agentMark : hash))
    }
}
