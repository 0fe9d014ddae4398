/// Which terms the sections of a vault hold, and how often: what its latent semantics are learnt from.
///
/// Terms are numbers from 0. A section takes two to three bytes a term: with 100,000 notes in memory these lists are much
/// the largest thing there, so they are packed as they come and never sorted.
public struct SectionTerms: Sendable {
    /// Some sections in a row.
    struct Chunk: Sendable {
        /// The number of the first section.
        var first: Int
        /// For each section its terms in the order of first sight, each as the number of the term times four, plus 2
        /// when it stands in the heading, plus 1 when a byte with its count follows; a term without one stands there once.
        var bytes: [UInt8] = []
        /// Where the list of each section ends.
        var ends: [UInt32] = []
    }

    /// Small enough that growing a chunk wastes little, large enough that there are few.
    private static let chunkSize = 1 << 18

    private(set) var chunks: [Chunk] = []
    /// In how many sections each term stands.
    public private(set) var frequencies: [UInt32] = []
    /// The number of the first section.
    public let first: Int
    /// The number the next section gets.
    public private(set) var next: Int

    /// No sections; the first one will have the number `first`.
    public init(first: Int) {
        self.first = first
        next = first
    }

    /// Adds the section with this number, which is not below ``next``; those between hold nothing. Each term comes once.
    public mutating func append(_ section: Int, _ terms: UnsafeBufferPointer<SectionTerm>) {
        if (chunks.last?.bytes.count ?? SectionTerms.chunkSize) >= SectionTerms.chunkSize {
            chunks.append(Chunk(first: next))
            chunks[chunks.count - 1].bytes.reserveCapacity(SectionTerms.chunkSize + 1 << 12)
        }
        let last = chunks.count - 1
        while next < section {
            chunks[last].ends.append(UInt32(truncatingIfNeeded: chunks[last].bytes.count))
            next += 1
        }
        for term in terms {
            let number = Int(term.number)
            if number >= frequencies.count {
                frequencies.append(contentsOf: repeatElement(0, count: number + 1 - frequencies.count))
            }
            frequencies[number] += 1
            chunks[last].append(term)
        }
        chunks[last].ends.append(UInt32(truncatingIfNeeded: chunks[last].bytes.count))
        next += 1
    }

    /// How many sections there are.
    public var count: Int { next - first }
}

/// A term of a section.
public struct SectionTerm: Equatable, Sendable {
    /// The number of the term.
    public var number: UInt32
    /// How often it stands in the section; counts above ``most`` are no different.
    public var count: UInt32
    /// Whether it stands in the heading.
    public var isInHeading: Bool

    /// The greatest count that is kept.
    public static let most: UInt32 = 255

    /// A term with its count.
    public init(number: UInt32, count: UInt32, isInHeading: Bool = false) {
        self.number = number
        self.count = count
        self.isInHeading = isInHeading
    }
}

extension SectionTerms.Chunk {
    @inline(__always)
    fileprivate mutating func append(_ term: SectionTerm) {
        var rest = UInt64(term.number) << 2 | (term.isInHeading ? 2 : 0) | (term.count > 1 ? 1 : 0)
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(truncatingIfNeeded: rest))
        if term.count > 1 { bytes.append(UInt8(truncatingIfNeeded: min(term.count, SectionTerm.most))) }
    }

    /// Hands the terms of the section at `place` to `visit`, in order; nothing where there is no such section.
    @inline(__always)
    func forEach(at place: Int, _ visit: (_ number: Int, _ weight: Float) -> Void) {
        guard ends.indices ~= place else { return }
        let end = Int(ends[place])
        var position = place > 0 ? Int(ends[place - 1]) : 0
        bytes.withUnsafeBufferPointer { bytes in
            while position < end {
                var value = 0
                var shift = 0
                while position < end {
                    let byte = Int(bytes[position])
                    position &+= 1
                    value |= (byte & 0x7F) &<< shift
                    shift &+= 7
                    if byte < 0x80 { break }
                }
                var count = 1
                if value & 1 == 1, position < end {
                    count = Int(bytes[position])
                    position &+= 1
                }
                visit(value >> 2, TermWeight.of(count: count, isInHeading: value & 2 != 0))
            }
        }
    }
}
