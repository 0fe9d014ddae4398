/// The end of a word, at most eight ASCII letters, compared in one step.
struct Suffix: Equatable, ExpressibleByStringLiteral {
    private let letters: UInt64
    private let mask: UInt64
    /// How many letters it has.
    let count: Int

    @inline(__always)
    init(stringLiteral text: StaticString) {
        count = text.utf8CodeUnitCount
        letters = text.withUTF8Buffer { Suffix.tail(of: $0) }
        mask = count >= 8 ? .max : (1 << UInt64(8 * count)) - 1
    }

    /// The last eight letters of `word`, the last one lowest; zeros in front of a shorter word.
    static func tail(of word: some BidirectionalCollection<UInt8>) -> UInt64 {
        word.suffix(8).reduce(0) { $0 << 8 | UInt64($1) }
    }

    /// Whether a word with this ``tail(of:)`` ends so.
    @inline(__always)
    func ends(_ tail: UInt64) -> Bool { tail & mask == letters }
}
