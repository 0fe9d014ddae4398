/// A set of sections, each with its place among them, counted from 0 in the order of their numbers.
struct SectionPlaces {
    let set: SectionSet
    /// How many sections the set holds before each of its words of bits.
    private let before: [Int32]

    init(_ set: SectionSet) {
        self.set = set
        var count: Int32 = 0
        before = set.bits.map { word in
            defer { count &+= Int32(word.nonzeroBitCount) }
            return count
        }
        self.count = Int(count)
    }

    /// How many sections there are.
    let count: Int

    /// The place of `section`; nil when it is not in the set.
    @inline(__always)
    func place(of section: Int) -> Int? {
        guard section >= 0, section < set.capacity else { return nil }
        let word = set.bits[section >> 6]
        let bit = UInt64(1) << UInt64(section & 63)
        guard word & bit != 0 else { return nil }
        return Int(before[section >> 6]) + (word & (bit &- 1)).nonzeroBitCount
    }
}
