public import KBModel

/// A set of section numbers below a fixed count, one bit each.
///
/// A vault of 600,000 sections takes 75 kB, and combining two sets is 10,000 word operations, so one representation
/// serves postings, filters and exclusions alike.
public struct SectionSet: Equatable, Sendable {
    /// Section numbers run from 0 to below this.
    public let capacity: Int
    private(set) var bits: [UInt64]

    /// No section of `capacity`.
    public init(capacity: Int) {
        self.capacity = max(0, capacity)
        bits = [UInt64](repeating: 0, count: (self.capacity + 63) / 64)
    }

    /// The sections of `numbers`, in any order; those out of range are left out.
    public init(_ numbers: [UInt32], capacity: Int) {
        self.init(capacity: capacity)
        for number in numbers { insert(Int(number)) }
    }

    /// The sections in any of `ranges`, which may overlap; what is out of range is left out.
    public init(ranges: [Range<Int>], capacity: Int) {
        self.init(capacity: capacity)
        for range in ranges { insert(range) }
    }

    /// The live sections of `table`.
    public init(liveIn table: SectionTable) {
        self.init(capacity: table.lengths.count)
        for (section, length) in table.lengths.enumerated() where length != SectionLength.dead { insert(section) }
    }

    /// Whether `section` is in the set.
    public func contains(_ section: Int) -> Bool {
        guard section >= 0, section < capacity else { return false }
        return bits[section >> 6] >> UInt64(section & 63) & 1 == 1
    }

    /// Adds `section`; one out of range is ignored.
    public mutating func insert(_ section: Int) {
        guard section >= 0, section < capacity else { return }
        bits[section >> 6] |= 1 << UInt64(section & 63)
    }

    /// Adds every section of `range`.
    public mutating func insert(_ range: Range<Int>) {
        let inside = range.clamped(to: 0..<capacity)
        guard let last = inside.last else { return }
        let (firstWord, lastWord) = (inside.lowerBound >> 6, last >> 6)
        let head = UInt64.max << UInt64(inside.lowerBound & 63)
        let tail = UInt64.max >> UInt64(63 - last & 63)
        if firstWord == lastWord {
            bits[firstWord] |= head & tail
            return
        }
        bits[firstWord] |= head
        for word in firstWord + 1..<lastWord { bits[word] = .max }
        bits[lastWord] |= tail
    }

    /// Keeps what is in `other` too.
    public mutating func formIntersection(_ other: SectionSet) {
        for index in bits.indices { bits[index] &= index < other.bits.count ? other.bits[index] : 0 }
    }

    /// Adds what is in `other`.
    public mutating func formUnion(_ other: SectionSet) {
        for index in bits.indices where index < other.bits.count { bits[index] |= other.bits[index] }
        clearBeyondCapacity()
    }

    /// Takes away what is in `other`.
    public mutating func subtract(_ other: SectionSet) {
        for index in bits.indices where index < other.bits.count { bits[index] &= ~other.bits[index] }
    }

    private mutating func clearBeyondCapacity() {
        guard capacity & 63 != 0, let last = bits.indices.last else { return }
        bits[last] &= UInt64.max >> UInt64(64 - capacity & 63)
    }

    /// What is both in it and in `other`.
    func intersection(_ other: SectionSet) -> SectionSet {
        var both = self
        both.formIntersection(other)
        return both
    }

    /// How many sections it holds.
    public var count: Int { bits.reduce(0) { $0 + $1.nonzeroBitCount } }

    /// Whether it holds none.
    public var isEmpty: Bool { bits.allSatisfy { $0 == 0 } }

    /// The sections, ascending.
    public var sections: [Int] {
        var found: [Int] = []
        for (index, bits) in bits.enumerated() {
            var rest = bits
            while rest != 0 {
                found.append(index << 6 + rest.trailingZeroBitCount)
                rest &= rest - 1
            }
        }
        return found
    }
}
