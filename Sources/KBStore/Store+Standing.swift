extension Store {
    /// The most notes that link to one; 0 when no note links to another.
    public func mostBacklinks() throws(StoreError) -> Int { try sections().mostBacklinks }

    /// How many other notes link to each of `notes`, given by number, in their order.
    public func backlinks(ofNotes notes: [Int]) throws(StoreError) -> [Int] {
        var counts = [Int](repeating: 0, count: notes.count)
        guard try mostBacklinks() > 0 else { return counts }
        let find = try statement("SELECT counts FROM backlink WHERE id = ?1")
        defer { find.reset() }
        var places = notes.indices.sorted { notes[$0] < notes[$1] }[...]
        while let first = places.first {
            let row = notes[first] / LinkCoding.notesPerRow
            find.reset()
            find.bind(1, row)
            let here = places.prefix { notes[$0] / LinkCoding.notesPerRow == row }
            places = places.dropFirst(here.count)
            guard try find.step() else { continue }
            find.withBlob(0) { bytes in
                var wanted = here
                LinkCoding.forEach(bytes, row) { note, count in
                    while let place = wanted.first, notes[place] <= note {
                        if notes[place] == note { counts[place] = count }
                        wanted = wanted.dropFirst()
                    }
                    return !wanted.isEmpty
                }
            }
        }
        return counts
    }

    /// The number of the note that every link with the words `key` leads to; nil when there is none, or several.
    public func note(withLinkText key: UInt64) throws(StoreError) -> Int? {
        guard try mostBacklinks() > 0 else { return nil }
        let find = try statement("SELECT note FROM link_text WHERE key = ?1")
        find.bind(1, Int(truncatingIfNeeded: key))
        defer { find.reset() }
        return try find.step() ? find.integer(0) : nil
    }
}
