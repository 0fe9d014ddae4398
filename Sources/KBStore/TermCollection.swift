import KBModel

/// Puts the totals of all terms together: in the order of their numbers, as they lie in memory, and only then in the
/// order of their keys.
struct TermCollection {
    private let table: SpellingTable
    private let sums: TermSums
    private let isWanted: (_ notes: Int, _ counts: TermCounts) -> Bool
    private let entries: [TermOrder.Entry]
    private var rows: [TermTotals] = []
    /// The place of each term in ``rows`` plus one, by number; 0 for those that no note uses or nobody wants.
    private var places: [UInt32]

    init(
        _ table: SpellingTable, _ sums: TermSums, where isWanted: @escaping (_ notes: Int, _ counts: TermCounts) -> Bool
    ) {
        self.table = table
        self.sums = sums
        self.isWanted = isWanted
        entries = TermOrder.sorted(table.keys)
        places = [UInt32](repeating: 0, count: table.keys.count + 1)
        gather(unlessIn: sharingKeys())
    }

    /// For each number, whether other terms have its key: their spellings may be one, and then their sums are parts.
    private func sharingKeys() -> [Bool] {
        var isSharing = [Bool](repeating: false, count: places.count)
        for index in entries.indices.dropFirst() where entries[index].key == entries[index - 1].key {
            isSharing[entries[index].number] = true
            isSharing[entries[index - 1].number] = true
        }
        return isSharing
    }

    private mutating func gather(unlessIn isSharing: [Bool]) {
        for (place, key) in table.keys.enumerated() {
            let (notes, counts) = sums.totals(of: place + 1)
            guard notes > 0, isSharing[place + 1] || isWanted(notes, counts) else { continue }
            rows.append(TermTotals(spelling: table.spelling(place + 1), key: key, notes: notes, counts: counts))
            places[place + 1] = UInt32(truncatingIfNeeded: rows.count)
        }
    }

    /// All totals that are wanted, by key, then by the bytes of the spelling.
    mutating func totals() -> [TermTotals] {
        var totals: [TermTotals] = []
        totals.reserveCapacity(rows.count)
        var start = 0
        while start < entries.count {
            var end = start + 1
            while end < entries.count, entries[end].key == entries[start].key { end += 1 }
            if end == start + 1 {
                if let term = take(entries[start].number) { totals.append(term) }
            } else {
                totals += joined(entries[start..<end])
            }
            start = end
        }
        return totals
    }

    /// Takes a row out, which is cheaper than a copy.
    private mutating func take(_ number: Int) -> TermTotals? {
        guard places[number] > 0 else { return nil }
        var row = TermTotals(spelling: "", key: 0, notes: 0, counts: TermCounts())
        swap(&row, &rows[Int(places[number]) - 1])
        return row
    }

    /// The terms of one key, those that are spelled alike added up.
    private mutating func joined(_ group: ArraySlice<TermOrder.Entry>) -> [TermTotals] {
        var terms: [TermTotals] = []
        for entry in group {
            guard let term = take(entry.number) else { continue }
            let known = terms.firstIndex { $0.spelling.utf8.elementsEqual(term.spelling.utf8) }
            if let known {
                terms[known].notes += term.notes
                terms[known].counts += term.counts
            } else {
                terms.append(term)
            }
        }
        terms.removeAll { !isWanted($0.notes, $0.counts) }
        return terms.sorted { $0.spelling.utf8.lexicographicallyPrecedes($1.spelling.utf8) }
    }
}
