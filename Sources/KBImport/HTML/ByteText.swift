internal import KBParse

extension UInt8 {
    /// Space, tab, line feed, form feed or carriage return: what HTML calls whitespace.
    @inline(__always) var isHTMLSpace: Bool {
        self == 0x20 || self == 0x0A || self == 0x09 || self == 0x0D || self == 0x0C
    }
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
        for k in 0..<word.utf8CodeUnitCount where self[start + k].lowered != word.utf8Start[k] { return false }
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
                if isSpaced, !out.isEmpty { out.append(UInt8.space) }
                isSpaced = false
                out.append(byte)
            }
            lead = byte
        }
        while out.last == UInt8.space { out.removeLast() }
        return String(decoding: out, as: UTF8.self)
    }
}
