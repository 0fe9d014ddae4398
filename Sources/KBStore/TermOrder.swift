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

    /// Hands every term to `visit`, its spelling as bytes that are valid during the call. A spelling that bears several
    /// numbers comes once.
    func forEach(
        _ visit: (_ number: Int, _ spelling: [UInt8], _ notes: Int, _ counts: TermCounts) -> Void
    ) {
        var spelling: [UInt8] = []
        var start = 0
        while start < entries.count {
            var end = start + 1
            while end < entries.count, entries[end].key == entries[start].key { end += 1 }
            if end == start + 1 {
                let number = entries[start].number
                let (notes, counts) = sums.totals(of: number)
                if notes > 0 {
                    table.spell(number, into: &spelling)
                    visit(number, spelling, notes, counts)
                }
            } else {
                forEach(ofOneKey: entries[start..<end], visit)
            }
            start = end
        }
    }

    private func forEach(
        ofOneKey group: ArraySlice<Entry>,
        _ visit: (_ number: Int, _ spelling: [UInt8], _ notes: Int, _ counts: TermCounts) -> Void
    ) {
        var spelled: [(number: Int, spelling: [UInt8])] = []
        for entry in group where sums.totals(of: entry.number).notes > 0 {
            var spelling: [UInt8] = []
            table.spell(entry.number, into: &spelling)
            spelled.append((entry.number, spelling))
        }
        spelled.sort { $0.spelling.lexicographicallyPrecedes($1.spelling) }
        var index = 0
        while index < spelled.count {
            let first = spelled[index]
            var (notes, counts) = sums.totals(of: first.number)
            index += 1
            while index < spelled.count, spelled[index].spelling == first.spelling {
                let more = sums.totals(of: spelled[index].number)
                notes += more.notes
                counts += more.counts
                index += 1
            }
            visit(first.number, first.spelling, notes, counts)
        }
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
