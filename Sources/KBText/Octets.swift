/// Eight bytes of text at once, the first one lowest.
struct Octets {
    private let bytes: UInt64
    /// 0x80 in each byte that is an ASCII letter or digit.
    private let words: UInt64

    private static let highest: UInt64 = 0x8080_8080_8080_8080
    private static let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
    private static let small: UInt64 = 0x2020_2020_2020_2020

    /// The eight bytes from `offset` on, all of which must be there.
    @inline(__always)
    init(_ base: UnsafeRawPointer, _ offset: Int) {
        bytes = UInt64(littleEndian: base.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
        // A byte of seven bits reaches 0x80 by adding 0x80 - x exactly when it is x or more; no sum carries over.
        let digits = bytes & Octets.low
        let letters = (bytes | Octets.small) & Octets.low
        let isLetter = (letters &+ 0x1F1F_1F1F_1F1F_1F1F) & ~(letters &+ 0x0505_0505_0505_0505)
        let isDigit = (digits &+ 0x5050_5050_5050_5050) & ~(digits &+ 0x4646_4646_4646_4646)
        words = (isLetter | isDigit) & ~bytes & Octets.highest
    }

    /// A bit for each byte, the first one lowest: set for ASCII letters and digits.
    @inline(__always)
    var letters: UInt64 { Octets.gathered(words) }

    /// As ``letters``, set for capitals: small letters and digits have the bit that capitals lack.
    @inline(__always)
    var capitals: UInt64 { Octets.gathered(words & ~(bytes << 2)) }

    /// As ``letters``, set for bytes beyond ASCII.
    @inline(__always)
    var high: UInt64 { Octets.gathered(bytes & Octets.highest) }

    /// The highest bit of each byte, side by side: the factor moves bit 8i to bit 56 + i, and no two of its products
    /// meet.
    @inline(__always)
    private static func gathered(_ bits: UInt64) -> UInt64 { ((bits >> 7) &* 0x0102_0408_1020_4080) >> 56 }

    /// All bits of the first `count` bytes; of all eight from eight on.
    @inline(__always)
    static func mask(_ count: Int) -> UInt64 {
        count >= 8 ? .max : (1 &<< UInt64(truncatingIfNeeded: 8 &* count)) &- 1
    }
}

/// What a byte is to the tokenizer.
enum ByteClass {
    case separator
    /// An ASCII letter or digit.
    case letter
    /// Part of a scalar beyond ASCII.
    case high

    @inline(__always)
    static func role(_ byte: UInt8) -> ByteClass {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: .letter
        case 0x80...0xFF: .high
        default: .separator
        }
    }
}
