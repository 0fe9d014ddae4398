/// Keeps the rows that tell how often notes are linked to, and by which words.
struct StandingRows {
    private let connection: Connection

    init(_ connection: Connection) { self.connection = connection }

    /// Writes what differs from what is there, all in the order of the rows; the most notes that link to one.
    func write(_ standing: NoteStanding) throws(StoreError) -> Int {
        try write(standing.backlinks)
        try write(standing.linkTexts)
        return standing.backlinks.reduce(0) { max($0, $1.count) }
    }

    private func write(_ backlinks: [NoteStanding.Backlinks]) throws(StoreError) {
        var old = try rows()
        var rest = backlinks[...]
        while let first = rest.first {
            let row = first.note / LinkCoding.notesPerRow
            let here = rest.prefix { $0.note / LinkCoding.notesPerRow == row }
            rest = rest.dropFirst(here.count)
            let bytes = LinkCoding.row(here, row)
            if old.removeValue(forKey: row) != bytes { try set(row, bytes) }
        }
        for row in old.keys.sorted() { try set(row, []) }
    }

    private func rows() throws(StoreError) -> [Int: [UInt8]] {
        let select = try connection.prepare("SELECT id, counts FROM backlink")
        var rows: [Int: [UInt8]] = [:]
        while try select.step() { rows[select.integer(0)] = select.blob(1) }
        return rows
    }

    private func set(_ row: Int, _ bytes: [UInt8]) throws(StoreError) {
        let change = try connection.prepare(
            bytes.isEmpty ? "DELETE FROM backlink WHERE id = ?1" : "INSERT OR REPLACE INTO backlink VALUES(?1, ?2)")
        change.bind(1, row)
        if !bytes.isEmpty { change.bind(2, bytes) }
        try change.run()
    }

    private func write(_ linkTexts: [UInt64: Int]) throws(StoreError) {
        let select = try connection.prepare("SELECT key, note FROM link_text")
        var old: [UInt64: Int] = [:]
        while try select.step() { old[UInt64(truncatingIfNeeded: select.integer(0))] = select.integer(1) }
        let delete = try connection.prepare("DELETE FROM link_text WHERE key = ?1")
        for key in old.keys.sorted() where linkTexts[key] == nil {
            delete.bind(1, Int(truncatingIfNeeded: key))
            try delete.run()
        }
        let insert = try connection.prepare("INSERT OR REPLACE INTO link_text VALUES(?1, ?2)")
        for (key, note) in linkTexts.sorted(by: { $0.key < $1.key }) where old[key] != note {
            insert.bind(1, Int(truncatingIfNeeded: key))
            insert.bind(2, note)
            try insert.run()
        }
    }

    /// Gives the standing of the note `old` to `new`, which is the same note with another number.
    func move(from old: Int, to new: Int) throws(StoreError) {
        let update = try connection.prepare("UPDATE link_text SET note = ?2 WHERE note = ?1")
        update.bind(1, old)
        update.bind(2, new)
        try update.run()
        var counts = try counts(besides: old)
        guard let count = counts.ofNote else { return }
        try set(counts.row, LinkCoding.row(counts.others, counts.row))
        counts = try self.counts(besides: new)
        let place = counts.others.firstIndex { $0.note > new } ?? counts.others.endIndex
        counts.others.insert(NoteStanding.Backlinks(note: new, count: count), at: place)
        try set(counts.row, LinkCoding.row(counts.others, counts.row))
    }

    /// How many notes link to `note`, nil for none, and to the others in its row.
    private func counts(
        besides note: Int
    ) throws(StoreError) -> (row: Int, ofNote: Int?, others: [NoteStanding.Backlinks]) {
        let row = note / LinkCoding.notesPerRow
        let select = try connection.prepare("SELECT counts FROM backlink WHERE id = ?1")
        select.bind(1, row)
        var ofNote: Int?
        var others: [NoteStanding.Backlinks] = []
        guard try select.step() else { return (row, nil, []) }
        select.withBlob(0) { bytes in
            LinkCoding.forEach(bytes, row) { other, count in
                if other == note { ofNote = count } else { others.append(.init(note: other, count: count)) }
                return true
            }
        }
        return (row, ofNote, others)
    }
}
