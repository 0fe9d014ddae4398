/// The end of a word, at most eight ASCII letters, compared in one step.
struct Suffix: Equatable, ExpressibleByStringLiteral {
    private let letters: UInt64
    private let mask: UInt64
    /// How many letters it has.
    let count: Int

    @inline(__always)
    init(stringLiteral text: StaticString) {
        count = text.utf8CodeUnitCount
        // A loop that the compiler sees through, so that a suffix is a constant.
        var letters: UInt64 = 0
        for index in 0..<text.utf8CodeUnitCount { letters = letters << 8 | UInt64(text.utf8Start[index]) }
        self.letters = letters
        mask = count >= 8 ? .max : (1 << UInt64(8 * count)) - 1
    }

    /// The last eight letters of `word`, the last one lowest; zeros in front of a shorter word.
    static func tail(of word: UnsafeRawBufferPointer) -> UInt64 {
        var tail: UInt64 = 0
        for index in max(0, word.count - 8)..<word.count { tail = tail << 8 | UInt64(word[index]) }
        return tail
    }

    /// Whether a word with this ``tail(of:)`` ends so.
    @inline(__always)
    func ends(_ tail: UInt64) -> Bool { tail & mask == letters }
}
