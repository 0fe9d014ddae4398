import KBModel

/// The terms that notes use, by key, then by the bytes of the spelling, whatever numbers they bear.
struct TermOrder {
    private struct Entry {
        var key: UInt64
        var number: Int
    }

    private let table: SpellingTable
    private let sums: TermSums
    private var entries: [Entry]

    init(_ table: SpellingTable, _ sums: TermSums) {
        self.table = table
        self.sums = sums
        entries = TermOrder.sorted(table.keys)
    }

    /// Hands every term to `visit`, with its spelling where that had to be looked at. A spelling that bears several
    /// numbers comes once.
    @inline(__always)
    func forEach(_ visit: (_ number: Int, _ spelling: String?, _ notes: Int, _ counts: TermCounts) -> Void) {
        var start = 0
        while start < entries.count {
            var end = start + 1
            while end < entries.count, entries[end].key == entries[start].key { end += 1 }
            if end == start + 1 {
                let (notes, counts) = sums.totals(of: entries[start].number)
                if notes > 0 { visit(entries[start].number, nil, notes, counts) }
            } else {
                for term in terms(ofOneKey: entries[start..<end]) {
                    visit(term.number, term.spelling, term.notes, term.counts)
                }
            }
            start = end
        }
    }

    private func terms(
        ofOneKey group: ArraySlice<Entry>
    ) -> [(number: Int, spelling: String, notes: Int, counts: TermCounts)] {
        var terms: [(number: Int, spelling: String, notes: Int, counts: TermCounts)] = []
        for entry in group {
            let (notes, counts) = sums.totals(of: entry.number)
            guard notes > 0 else { continue }
            let spelling = table.spelling(entry.number)
            if let known = terms.firstIndex(where: { $0.spelling.utf8.elementsEqual(spelling.utf8) }) {
                terms[known].notes += notes
                terms[known].counts += counts
            } else {
                terms.append((entry.number, spelling, notes, counts))
            }
        }
        return terms.sorted { $0.spelling.utf8.lexicographicallyPrecedes($1.spelling.utf8) }
    }

    /// Numbers by key. Keys are hashes, so that dealing them out by their highest bits leaves little to sort.
    private static func sorted(_ keys: [UInt64]) -> [Entry] {
        let unused = (keys.max() ?? 0).leadingZeroBitCount
        let bits = max(1, min(20, 64 - keys.count.leadingZeroBitCount))
        func bucket(_ key: UInt64) -> Int { Int(truncatingIfNeeded: (key << UInt64(unused)) >> UInt64(64 - bits)) }
        var ends = [Int](repeating: 0, count: 1 << bits)
        for key in keys { ends[bucket(key)] += 1 }
        var sum = 0
        for index in ends.indices {
            let count = ends[index]
            ends[index] = sum
            sum += count
        }
        var entries = [Entry](repeating: Entry(key: 0, number: 0), count: keys.count)
        for (place, key) in keys.enumerated() {
            let bucket = bucket(key)
            entries[ends[bucket]] = Entry(key: key, number: place + 1)
            ends[bucket] += 1
        }
        var start = 0
        for end in ends where end > start {
            if end > start + 1 { entries[start..<end].sort { ($0.key, $0.number) < ($1.key, $1.number) } }
            start = end
        }
        return entries
    }
}
