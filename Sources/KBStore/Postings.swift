/// The sections in which a term stands, with how often: three arrays of one length.
public struct Postings: Equatable, Sendable {
    /// The sections, ascending.
    public private(set) var sections: [UInt32] = []
    /// Occurrences in each section's heading; 255 for 255 or more.
    public private(set) var heading: [UInt8] = []
    /// Occurrences in each section's body; 255 for 255 or more.
    public private(set) var body: [UInt8] = []

    /// Nothing found.
    public init() {}

    /// How many sections hold the term.
    public var count: Int { sections.count }

    /// Whether no section holds the term.
    public var isEmpty: Bool { sections.isEmpty }

    mutating func append(section: Int64, heading: Int, body: Int) {
        sections.append(UInt32(truncatingIfNeeded: section))
        self.heading.append(UInt8(clamping: heading))
        self.body.append(UInt8(clamping: body))
    }

    /// Drops sections that are gone, and those out of order or out of range, as a damaged index may name them.
    mutating func keepLive(_ lengths: [UInt8]) {
        var kept = 0
        var last: UInt32 = 0
        for index in sections.indices {
            let section = sections[index]
            guard section > last, section < lengths.count, lengths[Int(section)] != 0 else { continue }
            last = section
            sections[kept] = section
            heading[kept] = heading[index]
            body[kept] = body[index]
            kept += 1
        }
        sections.removeSubrange(kept...)
        heading.removeSubrange(kept...)
        body.removeSubrange(kept...)
    }
}
