public import KBModel

/// The notes that the index knows: their paths and stamps, in one block of memory.
///
/// Ten thousand paths as `String`s would cost as much time as reading all the folders.
public struct KnownNotes: Sendable {
    private var bytes: [UInt8] = []
    private var ends: [Int] = []
    private var stamps: [FileStamp] = []
    /// Whether every path came after the one before it.
    private(set) var isSorted = true

    /// No notes yet, with room for `count`.
    public init(reserving count: Int = 0) {
        // Paths of real vaults have 40 to 60 bytes.
        bytes.reserveCapacity(count * 60)
        ends.reserveCapacity(count)
        stamps.reserveCapacity(count)
    }

    /// How many notes are known.
    public var count: Int { ends.count }

    /// Adds a note. Cheapest when the paths come in byte order.
    public mutating func append(path: some Collection<UInt8>, stamp: FileStamp) {
        let start = ends.last ?? 0
        bytes.append(contentsOf: path)
        if isSorted, start > 0 {
            isSorted = pathBytes(at: ends.count - 1).lexicographicallyPrecedes(bytes[start...])
        }
        ends.append(bytes.count)
        stamps.append(stamp)
    }

    /// Adds a note. Cheapest when the paths come in byte order.
    public mutating func append(path: String, stamp: FileStamp) { append(path: path.utf8, stamp: stamp) }

    /// The path of a note, by its place.
    public func path(at place: Int) -> String { String(decoding: pathBytes(at: place), as: UTF8.self) }

    /// The stamp of a note, by its place.
    public func stamp(at place: Int) -> FileStamp { stamps[place] }

    /// The same notes in byte order of their paths.
    func sorted() -> KnownNotes {
        var result = KnownNotes(reserving: count)
        let places = ends.indices.sorted { pathBytes(at: $0).lexicographicallyPrecedes(pathBytes(at: $1)) }
        for place in places { result.append(path: pathBytes(at: place), stamp: stamps[place]) }
        return result
    }

    /// Negative when the path at `place` comes before that of the file `name` in `folder`, zero when it is the same,
    /// else positive. The two parts are compared where they lie: joining them first takes three times as long.
    func order(_ place: Int, folder: UnsafeRawBufferPointer, name: UnsafeRawBufferPointer) -> Int {
        let range = (place == 0 ? 0 : ends[place - 1])..<ends[place]
        return bytes.withUnsafeBytes { bytes in
            let known = UnsafeRawBufferPointer(rebasing: bytes[range])
            guard known.count > folder.count else {
                let order = ByteOrder.compare(known, folder)
                return order == 0 ? -1 : order
            }
            let head = ByteOrder.compare(UnsafeRawBufferPointer(rebasing: known[..<folder.count]), folder)
            guard head == 0 else { return head }
            return ByteOrder.compare(UnsafeRawBufferPointer(rebasing: known[folder.count...]), name)
        }
    }

    private func pathBytes(at place: Int) -> ArraySlice<UInt8> {
        bytes[(place == 0 ? 0 : ends[place - 1])..<ends[place]]
    }
}
