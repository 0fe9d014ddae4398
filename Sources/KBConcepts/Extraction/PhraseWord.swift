/// One word of the text at hand, with what it is to the phrases around it.
struct PhraseWord {
    /// What a word is to a phrase.
    enum Tag: UInt8 {
        /// Ends a phrase and is part of none: a verb, an adverb, a pronoun.
        case verb
        /// Ends a phrase, though a phrase behind it may be all there is: an article, a preposition at the beginning.
        case determiner
        /// Between the members of an enumeration.
        case and
        case of
        /// Dropped at the beginning of a phrase, never its head.
        case judgement
        case number
        /// Part of a phrase, never its head.
        case adjective
        /// Part of a phrase, never its head: a verb in `ed`.
        case participle
        /// The head of a phrase, but no phrase by itself.
        case genericNoun
        case noun

        /// Whether it can stand in a phrase.
        var isContent: Bool { rawValue >= Tag.judgement.rawValue }
        /// Whether a phrase can end in it.
        var isHead: Bool { rawValue >= Tag.genericNoun.rawValue }
    }

    /// How a word is written.
    struct Shape: OptionSet {
        let rawValue: UInt8
        static let capital = Shape(rawValue: 1)
        /// Capitals and digits only, or capitals with a plural `s`.
        static let capitals = Shape(rawValue: 2)
        static let digit = Shape(rawValue: 4)
        /// A capital behind a small letter.
        static let inner = Shape(rawValue: 8)
        static let letter = Shape(rawValue: 16)
    }

    /// Its place among the words met so far.
    var word: Int32
    /// Where it stands.
    var start: Int32
    var end: Int32
    /// What stands before it.
    var gap: WordGap
    var shape: Shape
    var tag = Tag.noun
    /// The parts it can play.
    var traits: WordTraits = []
    /// Whether it is code, or part of an address.
    var isHidden = false

    /// A word as the tokenizer found it in a part of the text that begins at `offset`.
    init(_ text: UnsafeBufferPointer<UInt8>, offset: Int, word: Int, start: Int, end: Int, gap: WordGap) {
        self.word = Int32(truncatingIfNeeded: word)
        self.start = Int32(truncatingIfNeeded: offset + start)
        self.end = Int32(truncatingIfNeeded: offset + end)
        self.gap = gap
        shape = PhraseWord.shape(text, start, end)
    }

    /// Whether its key may be one with that of the word behind it.
    var mayJoin: Bool { end - start == 1 || !traits.isDisjoint(with: [.prefix, .compoundHead]) }

    /// Whether it says nothing in a key: `of`, `the`. One tied by a hyphen is part of a name: `in-memory`.
    func isDropped(isTied: Bool) -> Bool {
        if !traits.isDisjoint(with: [.of, .to, .and]) { return true }
        if isTied { return traits.contains(.determiner) && end - start > 2 }
        return traits.contains(.determiner) || traits.isSuperset(of: [.preposition, .light])
    }

    @inline(__always)
    private static func shape(_ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Shape {
        var shape: Shape = []
        var small = 0
        var capitals = 0
        for index in start..<end {
            let byte = text[index]
            if byte &- 0x61 < 26 {
                small += 1
            } else if byte &- 0x41 < 26 {
                capitals += 1
                shape.insert(index == start ? .capital : .inner)
            } else if byte &- 0x30 < 10 {
                shape.insert(.digit)
            } else if byte >= 0x80 {
                small += 1
            }
        }
        if capitals > 0, small == 0 || small == 1 && capitals > 1 && text[end - 1] == 0x73 {
            shape.insert(.capitals)
            shape.remove(.inner)
        } else if capitals > 0, small == 0 {
            shape.remove(.inner)
        }
        if small + capitals > 0 { shape.insert(.letter) }
        return shape
    }
}
