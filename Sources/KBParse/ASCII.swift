/// The ASCII bytes that markup gives a meaning, by name, and the classes of bytes that its readers ask for.
extension UInt8 {
    package static var tab: UInt8 { 0x09 }
    package static var lf: UInt8 { 0x0A }
    package static var cr: UInt8 { 0x0D }
    package static var space: UInt8 { 0x20 }
    package static var bang: UInt8 { 0x21 }
    package static var quote: UInt8 { 0x22 }
    package static var hash: UInt8 { 0x23 }
    package static var dollar: UInt8 { 0x24 }
    package static var percent: UInt8 { 0x25 }
    package static var ampersand: UInt8 { 0x26 }
    package static var apostrophe: UInt8 { 0x27 }
    package static var parenOpen: UInt8 { 0x28 }
    package static var parenClose: UInt8 { 0x29 }
    package static var star: UInt8 { 0x2A }
    package static var plus: UInt8 { 0x2B }
    package static var comma: UInt8 { 0x2C }
    package static var dash: UInt8 { 0x2D }
    package static var dot: UInt8 { 0x2E }
    package static var slash: UInt8 { 0x2F }
    package static var zero: UInt8 { 0x30 }
    package static var nine: UInt8 { 0x39 }
    package static var colon: UInt8 { 0x3A }
    package static var semicolon: UInt8 { 0x3B }
    package static var less: UInt8 { 0x3C }
    package static var equals: UInt8 { 0x3D }
    package static var greater: UInt8 { 0x3E }
    package static var question: UInt8 { 0x3F }
    package static var at: UInt8 { 0x40 }
    package static var bracketOpen: UInt8 { 0x5B }
    package static var backslash: UInt8 { 0x5C }
    package static var bracketClose: UInt8 { 0x5D }
    package static var caret: UInt8 { 0x5E }
    package static var underscore: UInt8 { 0x5F }
    package static var backtick: UInt8 { 0x60 }
    package static var braceOpen: UInt8 { 0x7B }
    package static var pipe: UInt8 { 0x7C }
    package static var braceClose: UInt8 { 0x7D }
    package static var tilde: UInt8 { 0x7E }

    /// Space or tab.
    @inline(__always) package var isBlank: Bool { self == 0x20 || self == 0x09 }
    /// Line feed or carriage return.
    @inline(__always) package var isLineEnd: Bool { self == 0x0A || self == 0x0D }
    /// Space, tab, line end, form feed or vertical tab.
    @inline(__always) package var isWhitespace: Bool { self == 0x20 || (self >= 0x09 && self <= 0x0D) }
    @inline(__always) package var isDigit: Bool { self &- 0x30 < 10 }
    @inline(__always) package var isLetter: Bool { (self | 0x20) &- 0x61 < 26 }
    @inline(__always) package var isAlphanumeric: Bool { isDigit || isLetter }
    @inline(__always) package var isUpper: Bool { self &- 0x41 < 26 }
    @inline(__always) package var isHexDigit: Bool { isDigit || (self | 0x20) &- 0x61 < 6 }
    /// ASCII punctuation in CommonMark's sense: every printable byte that is no letter, digit or space.
    @inline(__always) package var isPunctuation: Bool {
        self > 0x20 && self < 0x7F && !isAlphanumeric
    }
    /// A letter, a digit or any byte of a non-ASCII character.
    @inline(__always) package var isWordByte: Bool { isAlphanumeric || self >= 0x80 }
    /// The lowercase form of an ASCII letter; any other byte as it is.
    @inline(__always) package var lowered: UInt8 { isUpper ? self | 0x20 : self }
}

/// A picture of the 256 bytes, sixteen a row: those of a class shown as themselves or as `x`, all others as dots.
///
/// Asking a table costs less than asking a ``ByteSet`` where every byte of a note is asked.
struct ByteClasses: Sendable {
    private let picture: StaticString

    init(_ picture: StaticString) { self.picture = picture }

    /// What the picture shows for each byte.
    @inline(__always) var table: UnsafePointer<UInt8> { picture.utf8Start }

    /// Whether the byte is one of those shown.
    @inline(__always) func contains(_ byte: UInt8) -> Bool { table[Int(byte)] != .dot }

    /// Whether the picture has a class for each of the 256 bytes; reading the table relies on it.
    var isComplete: Bool { picture.utf8CodeUnitCount == 256 }
}

/// A set of ASCII bytes, asked in a few instructions.
struct ByteSet: Sendable {
    let low: UInt64
    let high: UInt64

    /// The bytes of `characters`.
    @inline(__always)
    init(low: UInt64, high: UInt64) {
        self.low = low
        self.high = high
    }

    init(_ characters: StaticString) {
        var low: UInt64 = 0
        var high: UInt64 = 0
        for byte in UnsafeBufferPointer(start: characters.utf8Start, count: characters.utf8CodeUnitCount) {
            if byte < 64 { low |= 1 << UInt64(byte) } else if byte < 128 { high |= 1 << UInt64(byte - 64) }
        }
        self.init(low: low, high: high)
    }

    @inline(__always)
    func contains(_ byte: UInt8) -> Bool {
        let word = byte & 0x40 == 0 ? low : high
        return byte < 0x80 && (word >> UInt64(byte & 63)) & 1 != 0
    }
}
