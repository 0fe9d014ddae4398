/// What a file's bytes look like, counted in one pass, eight bytes a step through ASCII.
struct ByteCensus {
    var nulCount = 0
    /// Control bytes text has no use for: neither tab, line ends, form feed, escape nor NUL.
    var controlCount = 0
    /// Well-formed sequences of two to four bytes.
    var multibyteCount = 0
    /// Bytes that are part of no well-formed sequence.
    var invalidCount = 0
    var firstInvalid: Int?
    private let count: Int

    /// Text as it should be.
    var isCleanUTF8: Bool { nulCount == 0 && invalidCount == 0 && controlCount == 0 }

    /// Text holds hardly any control bytes; one in fifty and more than a slip of the keyboard, or NULs among ill-formed
    /// bytes, is an image or a program.
    var looksBinary: Bool {
        let oddCount = controlCount + nulCount
        return (oddCount > 1 && oddCount * 50 > count) || (nulCount > 0 && invalidCount > multibyteCount)
    }

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        count = bytes.count
        guard let base = bytes.baseAddress else { return }
        let view = ByteView(base: base, count: bytes.count)
        var i = 0
        while i < count {
            // Four words at once, as long as all is plain ASCII; else the same bytes one by one.
            if i &+ 32 <= count, Self.isPlain(UnsafeRawPointer(base + i)) {
                i &+= 32
            } else {
                let stop = Swift.min(i &+ 32, count)
                while i < stop {
                    if i &+ 8 <= count, Self.isPlainWord(UnsafeRawPointer(base + i)) {
                        i &+= 8
                    } else {
                        let wordEnd = Swift.min(i &+ 8, stop)
                        while i < wordEnd { i = readOne(view, i) }
                    }
                }
            }
        }
    }

    /// Counts the character at `i` and returns the offset of the next.
    @inline(__always)
    private mutating func readOne(_ view: ByteView, _ i: Int) -> Int {
        let byte = view.base[i]
        if byte < 0x80 {
            if byte < .space || byte == 0x7F { countControl(byte) }
            return i &+ 1
        }
        if byte >= 0xC2, byte < 0xE0, view[i &+ 1] & 0xC0 == 0x80 {
            multibyteCount &+= 1
            return i &+ 2
        }
        if byte > 0xE0, byte < 0xED, view[i &+ 1] & 0xC0 == 0x80, view[i &+ 2] & 0xC0 == 0x80 {
            multibyteCount &+= 1
            return i &+ 3
        }
        let length = Self.sequenceLength(view, i)
        if length > 0 {
            multibyteCount &+= 1
            return i &+ length
        }
        if firstInvalid == nil { firstInvalid = i }
        invalidCount &+= 1
        return i &+ 1
    }

    /// Whether 32 bytes are ASCII and none is below 0x09.
    @inline(__always)
    private static func isPlain(_ bytes: UnsafeRawPointer) -> Bool {
        let (ones, highs): (UInt64, UInt64) = (0x0101_0101_0101_0101, 0x8080_8080_8080_8080)
        let a = bytes.loadUnaligned(as: UInt64.self)
        let b = bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self)
        let c = bytes.loadUnaligned(fromByteOffset: 16, as: UInt64.self)
        let d = bytes.loadUnaligned(fromByteOffset: 24, as: UInt64.self)
        // While no byte has its high bit, a byte below nine, and only such a one, borrows into it first.
        let borrows = (a &- ones &* 9) | (b &- ones &* 9) | (c &- ones &* 9) | (d &- ones &* 9)
        return (a | b | c | d | borrows) & highs == 0
    }

    private mutating func countControl(_ byte: UInt8) {
        if byte == 0 {
            nulCount += 1
        } else if byte < 0x20, !byte.isWhitespace, byte != 0x1B, byte != 0x1A {
            controlCount += 1
        } else if byte == 0x7F {
            controlCount += 1
        }
    }

    /// Whether eight bytes are ASCII and none is below 0x09.
    @inline(__always)
    private static func isPlainWord(_ bytes: UnsafeRawPointer) -> Bool {
        let word = bytes.loadUnaligned(as: UInt64.self)
        return (word | (word &- 0x0101_0101_0101_0101 &* 9)) & 0x8080_8080_8080_8080 == 0
    }

    /// The length of the well-formed sequence at `i`, 0 when there is none: the table of the Unicode Standard, 3-7.
    private static func sequenceLength(_ view: ByteView, _ i: Int) -> Int {
        let (a, b) = (view[i], view[i + 1])
        func tail(_ offset: Int) -> Bool { view[i + offset] & 0xC0 == 0x80 }
        switch a {
        case 0xC2...0xDF: return tail(1) ? 2 : 0
        case 0xE0: return b >= 0xA0 && b <= 0xBF && tail(2) ? 3 : 0
        case 0xED: return b >= 0x80 && b <= 0x9F && tail(2) ? 3 : 0
        case 0xE1...0xEF: return tail(1) && tail(2) ? 3 : 0
        case 0xF0: return b >= 0x90 && b <= 0xBF && tail(2) && tail(3) ? 4 : 0
        case 0xF1...0xF3: return tail(1) && tail(2) && tail(3) ? 4 : 0
        case 0xF4: return b >= 0x80 && b <= 0x8F && tail(2) && tail(3) ? 4 : 0
        default: return 0
        }
    }
}

/// The encoding of old Western text files; ISO 8859-1 is its subset but for control bytes nobody writes.
enum Windows1252 {
    /// What 0x80–0x9F mean; the five unassigned bytes become U+FFFD. From the WHATWG Encoding Standard's index.
    private static let upper: [UInt16] = [
        0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0xFFFD,
        0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A,
        0x0153, 0xFFFD, 0x017E, 0x0178,
    ]

    static func utf8(_ bytes: [UInt8]) -> [UInt8] {
        let units = bytes.map { byte -> UInt16 in
            switch byte {
            case 0x1A: 0xFFFD
            case 0x80...0x9F: upper[Int(byte) - 0x80]
            default: UInt16(byte)
            }
        }
        return Array(String(decoding: units, as: UTF16.self).utf8)
    }
}
