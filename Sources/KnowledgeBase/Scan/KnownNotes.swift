public import KBModel

/// The notes that the index knows: their paths and stamps, in one block of memory.
///
/// Ten thousand paths as `String`s would cost as much time as reading all the folders.
public struct KnownNotes: Sendable {
    private var bytes: [UInt8] = []
    private var ends: [Int] = []
    private var stamps: [FileStamp] = []
    /// How many notes there are before the first whose path did not come after the one before it.
    private var sortedCount = 0

    /// No notes yet, with room for `count`.
    public init(reserving count: Int = 0) {
        // Paths of real vaults have 40 to 60 bytes.
        bytes.reserveCapacity(count * 60)
        ends.reserveCapacity(count)
        stamps.reserveCapacity(count)
    }

    /// Whether every path came after the one before it.
    var isSorted: Bool { sortedCount == count }

    /// How many notes are known.
    public var count: Int { ends.count }

    /// Adds a note. Cheapest when the paths come in byte order.
    public mutating func append(path: some Collection<UInt8>, stamp: FileStamp) {
        bytes.append(contentsOf: path)
        end(with: stamp)
    }

    /// Adds the note `name` in `folder`, which is empty at the top.
    mutating func append(folder: UnsafeRawBufferPointer, name: UnsafeRawBufferPointer, stamp: FileStamp) {
        bytes.append(contentsOf: folder)
        if !folder.isEmpty { bytes.append(UInt8(ascii: "/")) }
        bytes.append(contentsOf: name)
        end(with: stamp)
    }

    /// Completes a note whose path has just been added to ``bytes``.
    private mutating func end(with stamp: FileStamp) {
        ends.append(bytes.count)
        stamps.append(stamp)
        if sortedCount == count - 1, count < 2 || isAscending(count - 2, count - 1) { sortedCount = count }
    }

    /// Adds a note. Cheapest when the paths come in byte order.
    public mutating func append(path: String, stamp: FileStamp) { append(path: path.utf8, stamp: stamp) }

    /// The path of a note, by its place.
    public func path(at place: Int) -> String { String(decoding: pathBytes(at: place), as: UTF8.self) }

    /// The stamp of a note, by its place.
    public func stamp(at place: Int) -> FileStamp { stamps[place] }

    /// The same notes in byte order of their paths. Fast when only the last few are out of place, as notes that changed
    /// since the index was built are.
    func sorted() -> KnownNotes {
        var result = KnownNotes(reserving: count)
        var head = 0..<sortedCount
        var tail = (sortedCount..<count).sorted(by: isAscending)[...]
        while true {
            let takesHead = tail.first.map { !head.isEmpty && isAscending(head.lowerBound, $0) } ?? !head.isEmpty
            guard let place = takesHead ? head.popFirst() : tail.popFirst() else { return result }
            result.append(path: pathBytes(at: place), stamp: stamps[place])
        }
    }

    /// Whether the path at place `a` comes before that at place `b`.
    private func isAscending(_ a: Int, _ b: Int) -> Bool {
        bytes.withUnsafeBytes { bytes in
            ByteOrder.compare(
                UnsafeRawBufferPointer(rebasing: bytes[range(at: a)]),
                UnsafeRawBufferPointer(rebasing: bytes[range(at: b)])) < 0
        }
    }

    /// Negative when the path at `place` comes before that of the file `name` in `folder`, zero when it is the same,
    /// else positive. The two parts are compared where they lie: joining them first takes three times as long.
    func order(_ place: Int, folder: UnsafeRawBufferPointer, name: UnsafeRawBufferPointer) -> Int {
        let range = range(at: place)
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

    private func range(at place: Int) -> Range<Int> { (place == 0 ? 0 : ends[place - 1])..<ends[place] }

    private func pathBytes(at place: Int) -> ArraySlice<UInt8> { bytes[range(at: place)] }
}
