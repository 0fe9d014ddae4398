/// What ranking needs to know of every section: a byte for its length and a byte for its shape.
///
/// Both arrays are indexed by section number. The sections of one note have consecutive numbers in document order.
/// A number without a live section (never given, or its note changed) has length code 0.
public struct SectionTable: Equatable, Sendable {
    /// How many sections are live.
    public var liveSections: Int
    /// The mean number of words in live sections, headings included.
    public var meanLength: Double
    /// ``SectionLength`` codes of the words in heading and body together; 0 for a dead section.
    public var lengths: [UInt8]
    /// ``SectionShape`` raw values.
    public var shapes: [UInt8]

    /// A table; see the properties.
    public init(liveSections: Int = 0, meanLength: Double = 0, lengths: [UInt8] = [], shapes: [UInt8] = []) {
        self.liveSections = liveSections
        self.meanLength = meanLength
        self.lengths = lengths
        self.shapes = shapes
    }
}

/// A number of words as one byte, exact to 31 and within 3 % up to half a million.
///
/// Above 31 the code is a small floating-point number of four mantissa bits, as in Lucene's norms.
public enum SectionLength {
    /// The code of a section that is not live.
    public static let dead: UInt8 = 0

    /// The code of `words`, 1 to 255; never ``dead``. Too large a number gets the largest code.
    public static func encode(_ words: Int) -> UInt8 {
        guard words > 31 else { return UInt8(max(0, words) + 1) }
        let exponent = Int.bitWidth - 1 - words.leadingZeroBitCount
        let mantissa = (words >> (exponent - 4)) & 15
        return UInt8(min(255, 33 + (exponent - 5) * 16 + mantissa))
    }

    /// The middle of the lengths with this code, in words; 0 for ``dead``.
    public static func decode(_ code: UInt8) -> Double {
        guard code > 32 else { return Double(max(0, Int(code) - 1)) }
        let exponent = (Int(code) - 33) / 16 + 5
        let mantissa = (Int(code) - 33) % 16
        let step = 1 << (exponent - 4)
        return Double((16 + mantissa) * step) + Double(step - 1) / 2
    }

    /// ``decode(_:)`` of every code, in order.
    public static let decoded: [Double] = (UInt8.min...UInt8.max).map(decode)
}

/// Where a section stands in its note, in one byte.
///
/// Bits 0 to 3 hold the level, bits 4 to 6 the words of the heading (7 stands for more), bit 7 whether it opens its note.
public struct SectionShape: Equatable, Sendable {
    /// The byte.
    public let rawValue: UInt8

    /// Reads the byte.
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// A section of `level` (more than 15 is 15) whose heading has `headingWords` words.
    public init(level: Int, headingWords: Int, opensNote: Bool) {
        rawValue =
            UInt8(min(15, max(0, level))) | UInt8(min(7, max(0, headingWords))) << 4 | (opensNote ? 0x80 : 0)
    }

    /// The level of the heading: 1 for the outermost, 0 for a preamble, 15 for 15 and more.
    public var level: Int { Int(rawValue & 0x0F) }
    /// The words of the section's own heading; 7 stands for 7 and more.
    public var headingWords: Int { Int(rawValue >> 4 & 0x07) }
    /// Whether it is the first section of its note.
    public var opensNote: Bool { rawValue & 0x80 != 0 }
}
