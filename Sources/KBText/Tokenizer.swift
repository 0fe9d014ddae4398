/// Splits text into words: the one place that decides what a word is, for indexing, querying and marking matches.
///
/// A word is a run of letters and digits, folded by ``Folding``: `k8s` is one word, `snake_case`, `a/b` and
/// `precision@k` are two each. Apostrophes inside a word are dropped, a possessive `'s` with them. `c++`, `c#`, `f#`
/// and `.net` are words of their own beside `c`, `f` and `net`. `camelCase` gives its parts and the whole; the plural of an
/// acronym, `GPUs`, gives the acronym. Scripts written without spaces give overlapping pairs.
///
/// A class, because it keeps the words met so far: not to be shared between threads.
public final class Tokenizer {
    /// What the words are for.
    public enum Side: Sendable {
        /// For the index: everything a query may ask for.
        case document
        /// For a query: one word for each that was typed, the most telling one.
        case query
    }

    /// The words met so far.
    public let lexicon = Lexicon()

    /// The section whose words are counted in the lexicon; 0 to count nothing.
    public var section: UInt32 {
        get { lexicon.section }
        set { lexicon.section = newValue }
    }

    /// The word at hand, folded: ``Lexicon/longestWord`` bytes, room for one more letter, and zeros. Behind it the end
    /// of a text, for ``Window``.
    let scratch: UnsafeMutableRawPointer
    static let scratchSize = Lexicon.longestWord + 16

    /// A tokenizer that has met no word yet.
    public init() {
        let size = Tokenizer.scratchSize + Window.readable
        scratch = .allocate(byteCount: size, alignment: 8)
        scratch.initializeMemory(as: UInt8.self, repeating: 0, count: size)
    }

    deinit { scratch.deallocate() }

    /// Receives one word: its place in the lexicon, its first byte and the one after its last, and whether it stands
    /// at the position of the word before. Returns false to stop.
    public typealias Visitor = (_ word: Lexicon.Word, _ start: Int, _ end: Int, _ isColocated: Bool) -> Bool

    /// The words of `text`, in order.
    public func tokens(in text: some StringProtocol, as side: Side) -> [Token] {
        tokens(in: Array(text.utf8), as: side)
    }

    /// The words of the UTF-8 in `bytes`, in order.
    public func tokens(in bytes: [UInt8], as side: Side) -> [Token] {
        var tokens: [Token] = []
        bytes.withUnsafeBufferPointer { buffer in
            _ = scan(buffer, as: side) { word, start, end, isColocated in
                let surface = String(decoding: lexicon.surface(of: word), as: UTF8.self)
                let first = surface.unicodeScalars.first
                let isPartial = side == .query && surface.unicodeScalars.count == 1 && first?.wordRoleOrNil == .unspaced
                tokens.append(
                    Token(
                        surface: surface, term: String(decoding: lexicon.stem(of: word), as: UTF8.self),
                        range: start..<end, isColocated: isColocated, isPartial: isPartial))
                return true
            }
        }
        return tokens
    }

    /// Hands every word of the UTF-8 in `text` to `visit`, in order; ill-formed bytes separate words.
    ///
    /// - Returns: False when `visit` stopped it.
    public func scan(_ text: UnsafeBufferPointer<UInt8>, as side: Side, _ visit: Visitor) -> Bool {
        guard let base = UnsafeRawPointer(text.baseAddress) else { return true }
        var window = Window(base, text.count, ending: scratch + Tokenizer.scratchSize)
        var position = 0
        while true {
            position = window.start(from: position)
            guard position < text.count else { return true }
            if window.high &>> UInt64(truncatingIfNeeded: position &- window.origin) & 1 != 0 {
                guard scanUnicode(text, &position, side, visit) else { return false }
            } else {
                guard scanASCII(text, &window, &position, side, visit) else { return false }
            }
        }
    }

    /// Reads the word of ASCII letters and digits at `position`; one with anything else inside is read anew.
    @inline(__always)
    private func scanASCII(
        _ text: UnsafeBufferPointer<UInt8>, _ window: inout Window, _ position: inout Int, _ side: Side,
        _ visit: Visitor
    ) -> Bool {
        let start = position
        guard let length = window.run(at: start) else { return scanFolded(text, &position, side, visit) }
        let end = start &+ length
        if end < text.count, text[end] >= 0x80 || text[end] == UInt8(ascii: "'"), joins(text, end) {
            return scanFolded(text, &position, side, visit)
        }
        position = end
        if length == 1 || length == 3, let symbol = symbolWord(text, start, end) {
            return emitSymbol(symbol, start, end, &position, side, visit, text: text)
        }
        let capitals = window.capitals &>> UInt64(truncatingIfNeeded: start &- window.origin)
        // A capital at the beginning is no capital inside.
        if capitals & Tokenizer.bits(length) > 1 {
            return emitCapitals(capitals & Tokenizer.bits(length), text, window, start, end, side, visit)
        }
        return emit(window, start, length, start, end, false, visit)
    }

    /// The lowest `count` bits, fewer than 64.
    @inline(__always)
    static func bits(_ count: Int) -> UInt64 { (1 &<< UInt64(truncatingIfNeeded: count)) &- 1 }

    /// Hands the `length` bytes at `first`, all in the window, to `visit` as the word at `start..<end`.
    @inline(__always)
    func emit(
        _ window: Window, _ first: Int, _ length: Int, _ start: Int, _ end: Int, _ isColocated: Bool,
        _ visit: Visitor
    ) -> Bool {
        let head = window.folded(first, length)
        let neck = length > 8 ? window.folded(first &+ 8, length &- 8) : 0
        if length > 16 {
            var offset = 0
            while offset < length {
                let octets = window.folded(first &+ offset, length &- offset)
                scratch.storeBytes(of: octets.littleEndian, toByteOffset: offset, as: UInt64.self)
                offset &+= 8
            }
        }
        let word = lexicon.intern(head, neck, length, scratch)
        lexicon.mark(word)
        return visit(word, start, end, isColocated)
    }

    /// Hands the word in ``scratch`` to `visit`; zeros follow it.
    @inline(never)
    func emitScratch(_ length: Int, _ start: Int, _ end: Int, _ isColocated: Bool, _ visit: Visitor) -> Bool {
        scratch.storeBytes(of: 0, toByteOffset: length, as: UInt64.self)
        let head = UInt64(littleEndian: scratch.load(as: UInt64.self)) & Octets.mask(length)
        let neck = UInt64(littleEndian: scratch.load(fromByteOffset: 8, as: UInt64.self))
        let word = lexicon.intern(head, length > 8 ? neck : 0, length, scratch)
        lexicon.mark(word)
        return visit(word, start, end, isColocated)
    }
}

extension Unicode.Scalar {
    /// The role of a scalar beyond ASCII; nil for ASCII.
    fileprivate var wordRoleOrNil: WordRole? { value < 0x80 ? nil : wordRole }
}
