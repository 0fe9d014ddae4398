public import KBModel

/// What the index keeps of every section in bytes of their own, by section number; number 0 is no section.
public struct StoredSections: Equatable, Sendable {
    /// Lengths and shapes, as ranking takes them.
    public private(set) var table = SectionTable()
    /// ``SectionFeatures/rawValue``
    public private(set) var features: [UInt8] = []

    /// Whether sections were added since the last rebuild.
    let holdsRecent: Bool
    /// The number from which on sections were added since then.
    let firstRecent: Int
    /// The most notes that link to one.
    let mostBacklinks: Int

    init(of connection: Connection) throws(StoreError) {
        // Growing arrays this long would touch twice the memory they end up with.
        let state = try StoreState(of: connection)
        holdsRecent = state.recent > 0
        firstRecent = state.next - state.recent
        mostBacklinks = state.mostBacklinks
        let count = min(state.next, SectionChunks.mostSections)
        table.lengths.reserveCapacity(count)
        table.shapes.reserveCapacity(count)
        features.reserveCapacity(count)
        let statement = try connection.prepare("SELECT id, length, shape, features FROM chunk ORDER BY id")
        while try statement.step() {
            // Only the last chunk may be short, and all three arrays have one length.
            let (chunk, rest) = features.count.quotientAndRemainder(dividingBy: SectionChunks.chunkSize)
            guard rest == 0, statement.integer(0) == chunk else { throw .damaged("a chunk of sections is missing") }
            statement.withBlob(1) { table.lengths.append(contentsOf: $0) }
            statement.withBlob(2) { table.shapes.append(contentsOf: $0) }
            statement.withBlob(3) { features.append(contentsOf: $0) }
            guard table.lengths.count == features.count, table.shapes.count == features.count else {
                throw .damaged("a chunk of sections is cut off")
            }
        }
        var histogram = [Int](repeating: 0, count: 256)
        histogram.withUnsafeMutableBufferPointer { histogram in
            for length in table.lengths { histogram[Int(length)] &+= 1 }
        }
        table.liveSections = features.count - histogram[Int(SectionLength.dead)]
        let words = zip(histogram, SectionLength.words).reduce(0) { $0 + $1.0 * $1.1 }
        table.meanLength = table.liveSections > 0 ? Double(words) / Double(table.liveSections) : 0
    }
}
