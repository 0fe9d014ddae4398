public import KBModel

extension Store {
    /// Whether the index holds the terms of the notes: it does not where concepts are turned off.
    public func holdsTerms() throws(StoreError) -> Bool { try StoreState(of: connection).holdsTerms }

    /// All terms of all notes with their totals, by key, then by the bytes of the spelling: each spelling once.
    ///
    /// `isWanted` keeps memory low where few are wanted; it is asked of each spelling's totals.
    public func terms(
        where isWanted: (_ notes: Int, _ counts: TermCounts) -> Bool = { _, _ in true }
    ) throws(StoreError) -> [TermTotals] {
        try reading { () throws(StoreError) in
            let table = try SpellingTable(of: connection)
            let sums = try sums(of: table)
            return withoutActuallyEscaping(isWanted) { isWanted in
                var collection = TermCollection(table, sums, where: isWanted)
                return collection.totals()
            }
        }
    }

    private func sums(of table: SpellingTable) throws(StoreError) -> TermSums {
        var sums = TermSums(count: table.keys.count, counts: try knownCounts())
        let select = try statement("SELECT terms FROM note_term")
        defer { select.reset() }
        while try select.step() {
            let isWhole = select.withBlob(0) { blob in
                TermCoding.forEachUse(blob) { sums.add($0, counts: $1) }
            }
            guard isWhole else { throw .damaged("a note's terms make no sense") }
        }
        return sums
    }

    /// The counts that notes have, by number; number 0 is none.
    private func knownCounts() throws(StoreError) -> [TermCounts] {
        var counts = [TermCounts()]
        try InternedStrings.forEach(.termCounts, connection) { _, bytes in counts.append(TermCoding.counts(bytes)) }
        return counts
    }

    /// The terms of the note with this number, by the bytes of the spelling; empty when there is no such note.
    public func terms(ofNote note: Int) throws(StoreError) -> [TermUse] {
        try reading { () throws(StoreError) in
            let select = try statement("SELECT terms FROM note_term WHERE note = ?1")
            select.bind(1, note)
            defer { select.reset() }
            guard try select.step() else { return [] }
            let table = try SpellingTable(of: connection)
            let counts = try knownCounts()
            var uses: [TermUse] = []
            let isWhole = select.withBlob(0) { blob in
                TermCoding.forEachUse(blob) { number, count in
                    guard table.keys.indices.contains(number - 1), counts.indices.contains(count) else { return false }
                    uses.append(
                        TermUse(
                            spelling: table.spelling(number), key: table.keys[number - 1], counts: counts[count]))
                    return true
                }
            }
            guard isWhole else { throw .damaged("a note's terms make no sense") }
            return uses.sorted { $0.spelling.utf8.lexicographicallyPrecedes($1.spelling.utf8) }
        }
    }
}
