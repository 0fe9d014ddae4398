import KBModel

extension Postings {
    /// Adds a section; it must come after those already there.
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
