/// The ASCII bytes HTML and Markdown give a meaning, by name.
enum Byte {
    static var tab: UInt8 { 0x09 }
    static var lineFeed: UInt8 { 0x0A }
    static var carriageReturn: UInt8 { 0x0D }
    static var space: UInt8 { 0x20 }
    static var bang: UInt8 { 0x21 }
    static var quote: UInt8 { 0x22 }
    static var hash: UInt8 { 0x23 }
    static var dollar: UInt8 { 0x24 }
    static var percent: UInt8 { 0x25 }
    static var ampersand: UInt8 { 0x26 }
    static var apostrophe: UInt8 { 0x27 }
    static var parenOpen: UInt8 { 0x28 }
    static var parenClose: UInt8 { 0x29 }
    static var star: UInt8 { 0x2A }
    static var plus: UInt8 { 0x2B }
    static var dash: UInt8 { 0x2D }
    static var dot: UInt8 { 0x2E }
    static var slash: UInt8 { 0x2F }
    static var colon: UInt8 { 0x3A }
    static var semicolon: UInt8 { 0x3B }
    static var less: UInt8 { 0x3C }
    static var equals: UInt8 { 0x3D }
    static var greater: UInt8 { 0x3E }
    static var question: UInt8 { 0x3F }
    static var bracketOpen: UInt8 { 0x5B }
    static var backslash: UInt8 { 0x5C }
    static var bracketClose: UInt8 { 0x5D }
    static var caret: UInt8 { 0x5E }
    static var underscore: UInt8 { 0x5F }
    static var backtick: UInt8 { 0x60 }
    static var pipe: UInt8 { 0x7C }
    static var tilde: UInt8 { 0x7E }
}

/// The classes of bytes the readers and writers of pages ask for.
extension UInt8 {
    /// Space, tab, line feed, form feed or carriage return: what HTML calls whitespace.
    @inline(__always) var isHTMLSpace: Bool {
        self == 0x20 || self == 0x0A || self == 0x09 || self == 0x0D || self == 0x0C
    }
    @inline(__always) var isASCIIDigit: Bool { self &- 0x30 < 10 }
    @inline(__always) var isASCIILetter: Bool { (self | 0x20) &- 0x61 < 26 }
    @inline(__always) var isASCIIWord: Bool { isASCIIDigit || isASCIILetter }
    /// Every printable ASCII byte that is no letter, digit or space; Markdown lets a backslash stand before these.
    @inline(__always) var isASCIIPunctuation: Bool { self > 0x20 && self < 0x7F && !isASCIIWord }
    /// A letter, a digit or any byte of a character beyond ASCII.
    @inline(__always) var isWordPart: Bool { isASCIIWord || self >= 0x80 }
    /// The small letter of an ASCII capital; any other byte as it is.
    @inline(__always) var asciiLowered: UInt8 { self &- 0x41 < 26 ? self | 0x20 : self }
}

/// Bytes that may be read at any offset: outside of them stand NULs.
struct ByteText {
    let bytes: [UInt8]

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    init(_ text: String) { self.init(Array(text.utf8)) }

    var count: Int { bytes.count }

    @inline(__always)
    subscript(_ index: Int) -> UInt8 { index >= 0 && index < bytes.count ? bytes[index] : 0 }

    /// The bytes of a range, clamped.
    @inline(__always)
    subscript(_ range: Range<Int>) -> ArraySlice<UInt8> {
        bytes[min(range.lowerBound, bytes.count)..<min(range.upperBound, bytes.count)]
    }

    /// Where `byte` stands first in `start..<end`; `end` when it does not.
    func first(_ byte: UInt8, from start: Int, to end: Int) -> Int {
        let last = min(end, bytes.count)
        guard start < last else { return end }
        return bytes[max(0, start)..<last].firstIndex(of: byte) ?? end
    }

    /// Whether the bytes at `start` are those of `word`, ASCII letters compared case-blind; `word` is in small letters.
    func hasWord(_ word: StaticString, at start: Int) -> Bool {
        for k in 0..<word.utf8CodeUnitCount where self[start + k].asciiLowered != word.utf8Start[k] { return false }
        return true
    }

    /// The text of a range, what is ill-formed replaced.
    func string(_ range: Range<Int>) -> String { String(decoding: self[range], as: UTF8.self) }
}

extension ArraySlice<UInt8> {
    /// Without HTML's whitespace at the ends.
    var trimmed: ArraySlice<UInt8> {
        var part = self
        while let first = part.first, first.isHTMLSpace { part.removeFirst() }
        while let last = part.last, last.isHTMLSpace { part.removeLast() }
        return part
    }
}

extension String {
    /// With every run of whitespace, no-break spaces included, made one space, and none at the ends.
    var collapsed: String {
        var out: [UInt8] = []
        out.reserveCapacity(utf8.count)
        var isSpaced = false
        var lead: UInt8 = 0
        for byte in utf8 {
            // The two bytes of a no-break space.
            if lead == 0xC2, byte == 0xA0 {
                out.removeLast()
                isSpaced = true
            } else if byte.isHTMLSpace || byte == 0x0B {
                isSpaced = true
            } else {
                if isSpaced, !out.isEmpty { out.append(Byte.space) }
                isSpaced = false
                out.append(byte)
            }
            lead = byte
        }
        while out.last == Byte.space { out.removeLast() }
        return String(decoding: out, as: UTF8.self)
    }
}
