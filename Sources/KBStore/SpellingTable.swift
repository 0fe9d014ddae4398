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

    /// Takes the words of the spellings in a row, which the numbers of words must fit.
    private mutating func append(_ row: Statement, count: Int) throws(StoreError) {
        let base = sequences.count
        let found = row.withBlob(3) { blob in
            var position = 0
            var found = 0
            while position < blob.count, found < count {
                starts.append(base + position)
                repeat {
                    guard let number = Varint.read(blob, &position), 1...words.last ~= number >> 1 else { return -1 }
                    if number & 1 == 1 { break }
                } while true
                found += 1
            }
            sequences.append(contentsOf: blob)
            return position == blob.count ? found : -1
        }
        guard found == count else { throw .damaged("spellings are cut off") }
    }

    /// Puts the spelling with this number, which must be one of 1 to the count of ``keys``, into `bytes`.
    func spell(_ number: Int, into bytes: inout [UInt8]) {
        bytes.removeAll(keepingCapacity: true)
        sequences.withUnsafeBytes { sequences in
            var position = starts[number - 1]
            while let word = Varint.read(sequences, &position) {
                words.with(word >> 1) { bytes.append(contentsOf: $0) }
                if word & 1 == 1 { return }
                bytes.append(TermCoding.space)
            }
        }
    }
}
