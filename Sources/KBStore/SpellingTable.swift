import KBModel

/// The spellings of all terms with their keys, as the index has them, by number, from 1.
struct SpellingTable {
    /// The key of each.
    private(set) var keys: [UInt64] = []
    /// The numbers of the words of all, one spelling after the other.
    private var sequences: [UInt8] = []
    /// Where each begins in ``sequences``.
    private var starts: [Int] = []
    private let words: StringTable

    init(of connection: Connection) throws(StoreError) {
        words = try StringTable(.termWord, connection)
        let count = try connection.integer("SELECT first + count FROM term ORDER BY first DESC LIMIT 1")
        // Growing arrays this long would touch twice the memory they end up with.
        keys.reserveCapacity(min(max(0, count), SpellingTable.mostReserved))
        starts.reserveCapacity(keys.capacity)
        let select = try connection.prepare("SELECT first, count, keys, words FROM term ORDER BY first")
        while try select.step() {
            let count = select.integer(1)
            guard select.integer(0) == keys.count + 1 else { throw .damaged("terms are missing") }
            guard select.withBlob(2, { TermCoding.decodeKeys($0, count: count) { keys.append($0) } }) else {
                throw .damaged("terms are cut off")
            }
            try append(select, count: count)
        }
    }

    /// What a damaged count may ask for in memory.
    private static let mostReserved = 1 << 24

    /// Takes the words of the spellings in a row, whose numbers must be those of words.
    private mutating func append(_ row: Statement, count: Int) throws(StoreError) {
        let base = sequences.count
        let found = row.withBlob(3) { blob in
            var position = 0
            var found = 0
            while position < blob.count, found < count {
                starts.append(base + position)
                repeat {
                    guard let number = Varint.read(blob, &position), 1...max(1, words.last) ~= number >> 1 else {
                        return -1
                    }
                    if number & 1 == 1 { break }
                } while true
                found += 1
            }
            sequences.append(contentsOf: blob)
            return position == blob.count ? found : -1
        }
        guard found == count, found == 0 || words.last > 0 else { throw .damaged("spellings are cut off") }
    }

    /// The spelling with this number, which must be one of 1 to the count of ``keys``.
    func spelling(_ number: Int) -> String {
        sequences.withUnsafeBytes { sequences in
            words.join(separator: TermCoding.space) { visit in
                var position = starts[number - 1]
                while let word = Varint.read(sequences, &position) {
                    visit(word >> 1)
                    if word & 1 == 1 { return }
                }
            }
        }
    }
}
