/// The bytes of all sections, by section number; number 0 is no section.
public struct Collection: Equatable, Sendable {
    /// A length in the terms of ``SectionLength``; 0 for a section that is gone.
    public private(set) var lengths: [UInt8] = []
    /// Level and place, in the terms of ``SectionShape``.
    public private(set) var shapes: [UInt8] = []
    /// ``SectionFeatures/rawValue``.
    public private(set) var features: [UInt8] = []
    /// How many sections there are, those that are gone not counted.
    public private(set) var liveCount = 0
    /// The mean number of words under a heading.
    public private(set) var meanLength = 0.0

    init(of connection: Connection) throws(StoreError) {
        let statement = try connection.prepare("SELECT id, length, shape, features FROM chunk ORDER BY id")
        while try statement.step() {
            let start = statement.integer(0) * SectionTable.chunkSize
            // Only the last chunk may be short, and all three arrays have one length.
            guard start == lengths.count else { throw .damaged("a chunk of sections is missing") }
            lengths += statement.blob(1)
            shapes += statement.blob(2)
            features += statement.blob(3)
            guard lengths.count == shapes.count, lengths.count == features.count else {
                throw .damaged("a chunk of sections is cut off")
            }
        }
        var histogram = [Int](repeating: 0, count: 256)
        for length in lengths { histogram[Int(length)] += 1 }
        liveCount = lengths.count - histogram[0]
        let words = zip(histogram, SectionLength.words).reduce(0) { $0 + $1.0 * $1.1 }
        meanLength = liveCount > 0 ? Double(words) / Double(liveCount) : 0
    }
}

/// What the byte of a section's shape says.
public enum SectionShape {
    /// Set on the first section of a note.
    public static let firstOfNote: UInt8 = 0x10

    /// The level of the heading, 0 to 15; deeper ones count as 15.
    public static func level(of shape: UInt8) -> Int { Int(shape & 0x0F) }
}
