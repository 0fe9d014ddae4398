import KBModel

extension Postings {
    /// The postings of what a query found, ascending, without sections that are gone and without those out of order or out
    /// of range, as a damaged index may name them.
    init(_ rows: [FoundRow], lengths: [UInt8]) {
        self.init()
        sections.reserveCapacity(rows.count)
        heading.reserveCapacity(rows.count)
        body.reserveCapacity(rows.count)
        var last: Int64 = 0
        for row in rows where row.section > last && row.section < lengths.count && lengths[Int(row.section)] != 0 {
            last = row.section
            sections.append(UInt32(truncatingIfNeeded: row.section))
            heading.append(row.heading)
            body.append(row.body)
        }
    }
}
