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

    /// The word at hand, folded: ``Lexicon/longestWord`` bytes, room for one more letter, and zeros.
    let scratch: UnsafeMutableRawPointer
    static let scratchSize = Lexicon.longestWord + 16

    /// A tokenizer that has met no word yet.
    public init() {
        scratch = .allocate(byteCount: Tokenizer.scratchSize, alignment: 8)
        scratch.initializeMemory(as: UInt8.self, repeating: 0, count: Tokenizer.scratchSize)
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
        var position = 0
        while position < text.count {
            if text.count &- position >= 8 {
                let octets = Octets(base, position)
                let gap = octets.gap
                if gap > 0 {
                    position &+= gap
                    continue
                }
            }
            let role = ByteClass.role(text[position])
            if role == .letter {
                guard scanASCII(text, base, &position, side, visit) else { return false }
            } else if role == .high {
                guard scanUnicode(text, &position, side, visit) else { return false }
            } else {
                position &+= 1
            }
        }
        return true
    }

    /// Reads the word of ASCII letters and digits at `position`; one with anything else inside is read anew.
    @inline(__always)
    private func scanASCII(
        _ text: UnsafeBufferPointer<UInt8>, _ base: UnsafeRawPointer, _ position: inout Int, _ side: Side,
        _ visit: Visitor
    ) -> Bool {
        let start = position
        var end = start
        var capitals: UInt64 = 0
        while text.count &- end >= 8 {
            let octets = Octets(base, end)
            let run = octets.run
            let offset = end &- start
            // A capital at the beginning is no capital inside.
            capitals |= offset == 0 ? octets.capitals & ~0xFF : octets.capitals
            if offset < Lexicon.longestWord {
                scratch.storeBytes(of: octets.folded(run).littleEndian, toByteOffset: offset, as: UInt64.self)
            }
            end &+= run
            if run < 8 { break }
        }
        if text.count &- end < 8 {
            while end < text.count, ByteClass.role(text[end]) == .letter { end &+= 1 }
            _ = load(text, start, end)
            for byte in text[start..<end].dropFirst() where byte < 0x60 && byte >= 0x40 { capitals = 1 }
        }
        if end < text.count, text[end] >= 0x80 || text[end] == UInt8(ascii: "'"), joins(text, end) {
            return scanFolded(text, &position, side, visit)
        }
        position = end
        let whole = end &- start
        let length = min(whole, Lexicon.longestWord)
        if whole == 1 || whole == 3, let symbol = symbolWord(text, start, end) {
            return emitSymbol(symbol, length, start, end, &position, side, visit, text: text)
        }
        if capitals != 0, isPluralOfCapitals(text, start, end) {
            return emit(load(text, start, end &- 1), start, end, false, visit)
        }
        if capitals != 0, side == .document {
            let first = endOfPart(text, start, end)
            if first < end { return emitParts(of: text, start, first, end, visit) }
        }
        return emit(length, start, end, false, visit)
    }

    /// Hands the word in ``scratch`` to `visit`; zeros follow it.
    @inline(__always)
    func emit(_ length: Int, _ start: Int, _ end: Int, _ isColocated: Bool, _ visit: Visitor) -> Bool {
        let word = lexicon.intern(scratch, length)
        lexicon.mark(word)
        return visit(word, start, end, isColocated)
    }

    /// Folds the ASCII at `start..<end` into ``scratch``, zeros behind it, and tells how many bytes it took.
    func load(_ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Int {
        let length = min(end - start, Lexicon.longestWord)
        for offset in 0..<length {
            let byte = text[start + offset]
            let isCapital = UInt8(ascii: "A")...UInt8(ascii: "Z") ~= byte
            scratch.storeBytes(of: isCapital ? byte | 0x20 : byte, toByteOffset: offset, as: UInt8.self)
        }
        scratch.storeBytes(of: 0, toByteOffset: length, as: UInt64.self)
        return length
    }
}

extension Unicode.Scalar {
    /// The role of a scalar beyond ASCII; nil for ASCII.
    fileprivate var wordRoleOrNil: WordRole? { value < 0x80 ? nil : wordRole }
}
