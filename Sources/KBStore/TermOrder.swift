/// Numbers of terms by their keys.
enum TermOrder {
    /// A term's key and its number.
    struct Entry {
        var key: UInt64
        var number: Int
    }

    /// More bits than this would deal the keys out to places too far apart for the processor's cache.
    private static let mostBits = 20

    /// The terms with numbers from 1 that bear `keys`, by key, then by number.
    ///
    /// Keys are hashes, so that dealing them out by their highest bits leaves little to sort.
    static func sorted(_ keys: [UInt64]) -> [Entry] {
        let unused = (keys.max() ?? 0).leadingZeroBitCount
        let bits = max(1, min(mostBits, 64 - keys.count.leadingZeroBitCount))
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
