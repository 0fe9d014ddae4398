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

    /// The first section of the note that `section` is in, which is the note's number.
    public func firstOfNote(_ section: Int) -> Int {
        guard shapes.indices.contains(section) else { return section }
        var first = section
        while first > 0, shapes[first] & SectionShape.firstOfNote == 0 { first -= 1 }
        return first
    }
}

/// A number of words as one byte: exact to 40, above that in steps of 6 %, to some 10 million.
public enum SectionLength {
    /// The code of a section that is not live.
    public static let dead: UInt8 = 0
    /// Up to here every number has a code of its own: short sections differ by single words.
    private static let exact = 40

    /// The least number of words each code stands for, ascending; 0 for ``dead``.
    public static let words: [Int] = {
        var words = [0] + Array(0...exact)
        while words.count < 256, let last = words.last { words.append(max(last + 1, last * 106 / 100)) }
        return words
    }()

    /// The code of `count` words, 1 to 255; never ``dead``. Too large a number gets the largest code.
    public static func encode(_ count: Int) -> UInt8 {
        var (low, high) = (1, words.count - 1)
        while low < high {
            let middle = (low + high + 1) / 2
            if words[middle] <= count { low = middle } else { high = middle - 1 }
        }
        return UInt8(low)
    }
}

/// Where a section stands in its note, in one byte: the level in bits 0 to 3, in bit 4 whether it opens its note.
public struct SectionShape: Equatable, Sendable {
    /// Set on the first section of a note.
    public static let firstOfNote: UInt8 = 0x10

    /// The byte.
    public let rawValue: UInt8

    /// Reads the byte.
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// A section of `level`; more than 15 is 15.
    public init(level: Int, opensNote: Bool) {
        rawValue = UInt8(min(15, max(0, level))) | (opensNote ? SectionShape.firstOfNote : 0)
    }

    /// The level of the heading: 1 for the outermost, 0 for a preamble, 15 for 15 and more.
    public var level: Int { Int(rawValue & 0x0F) }
    /// Whether it is the first section of its note.
    public var opensNote: Bool { rawValue & SectionShape.firstOfNote != 0 }
}
