public import KBModel

/// Reads many files in order, ahead of whoever works on them, so that no one waits for the disk.
///
/// A second thread reads and hashes; it stops when enough is waiting. Several threads may take files.
public final class FileReader: Sendable {
    /// A file's bytes with its stamp, content hash included.
    public struct Content: Sendable {
        /// The bytes.
        public var bytes: [UInt8]
        /// Size, time and hash, of the moment the file was opened.
        public var stamp: FileStamp
    }

    /// One file, read or not.
    public struct File: Sendable {
        /// Its place among the paths asked for.
        public var place: Int
        /// Its path in the vault.
        public var path: String
        /// What is in it, or why that is not known.
        public var content: Result<Content, FileBytes.ReadError>
    }

    private struct Queue {
        /// A ring of files that wait.
        var ring: [File?] = Array(repeating: nil, count: FileReader.mostWaiting)
        /// How many files were put into the ring since the start.
        var put = 0
        /// How many were taken out of it.
        var taken = 0
        /// The bytes of the files that wait.
        var bytes = 0
        var isDone = false
        /// Nobody wants more files.
        var isCancelled = false

        var waiting: Int { put - taken }
        /// Whether reading stops for now.
        var isFull: Bool { waiting > 0 && (waiting >= mostWaiting || bytes >= mostBytes) }
        /// Whether reading goes on once it has stopped: late, so that the reader is not woken for every single file.
        var isHalfEmpty: Bool { waiting == 0 || (waiting <= mostWaiting / 2 && bytes <= mostBytes / 2) }
    }

    /// How many files may wait: enough to ride out one long file on either side.
    private static let mostWaiting = 64
    /// How many bytes may wait; a larger file waits alone.
    private static let mostBytes = 8 << 20

    private let root: String
    private let paths: [String]
    private let queue = Monitor(Queue())
    private let worker: Monitor<Worker?> = Monitor(nil)

    /// Starts to read the files at `paths`, which are paths in `vault`.
    public init(vault: Vault, paths: [String]) {
        root = vault.root
        self.paths = paths
        let (root, queue) = (root, queue)
        let started = Worker.start { FileReader.readAll(paths, in: root, into: queue) }
        worker.use { $0 = started }
        // Without a thread the files are read one by one, as they are asked for.
        if started == nil { queue.use { $0.isCancelled = true } }
    }

    deinit {
        queue.use(wakes: true) { $0.isCancelled = true }
        worker.use { $0 }?.join()
    }

    /// The next file, in the order asked for; nil after the last. Waits for it if need be.
    public func next() -> File? {
        if worker.use({ $0 == nil }) { return nextUnaided() }
        return queue.wait(wakes: \.isHalfEmpty) { queue -> File?? in
            let slot = queue.taken % FileReader.mostWaiting
            guard let file = queue.ring[slot] else { return queue.isDone ? .some(nil) : nil }
            queue.ring[slot] = nil
            queue.taken += 1
            queue.bytes -= FileReader.size(of: file)
            return .some(file)
        }
    }

    /// Reads the next file on the caller's own thread.
    private func nextUnaided() -> File? {
        let place = queue.use { queue in
            defer { queue.taken += 1 }
            return queue.taken
        }
        return place < paths.count ? FileReader.read(paths[place], at: place, in: root) : nil
    }

    private static func readAll(_ paths: [String], in root: String, into queue: Monitor<Queue>) {
        for (place, path) in paths.enumerated() {
            let file = read(path, at: place, in: root)
            var isStopped = false
            // Who takes files waits only when there are none.
            let goesOn = queue.wait(wakes: { $0.waiting == 1 }) { queue -> Bool? in
                if queue.isCancelled { return false }
                if isStopped ? !queue.isHalfEmpty : queue.isFull {
                    isStopped = true
                    return nil
                }
                queue.ring[queue.put % mostWaiting] = file
                queue.put += 1
                queue.bytes += size(of: file)
                return true
            }
            guard goesOn else { return }
        }
        queue.use(wakes: true) { $0.isDone = true }
    }

    private static func read(_ path: String, at place: Int, in root: String) -> File {
        do throws(FileBytes.ReadError) {
            let (bytes, stamp) = try FileBytes.readStamped(FilePath.join(root, path))
            return File(place: place, path: path, content: .success(Content(bytes: bytes, stamp: stamp)))
        } catch {
            return File(place: place, path: path, content: .failure(error))
        }
    }

    private static func size(of file: File) -> Int {
        if case .success(let content) = file.content { content.bytes.count } else { 0 }
    }
}
