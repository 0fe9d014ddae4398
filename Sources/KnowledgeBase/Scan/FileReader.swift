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

    /// How many files may wait: enough to ride out one long file on either side.
    private static let mostWaiting = 64
    /// How many bytes may wait; a larger file waits alone.
    private static let mostBytes = 8 << 20

    private let root: String
    private let paths: [String]
    private let queue = Conveyor<File>(mostWaiting: FileReader.mostWaiting, mostWeight: FileReader.mostBytes)
    /// How many files were read without the second thread.
    private let unaided = Monitor(0)
    private let worker: Monitor<Worker?> = Monitor(nil)

    /// Starts to read the files at `paths`, which are paths in `vault`.
    public init(vault: Vault, paths: [String]) {
        root = vault.root
        self.paths = paths
        let (root, queue) = (root, queue)
        let started = Worker.start { FileReader.readAll(paths, in: root, into: queue) }
        // Without a thread the files are read one by one, as they are asked for.
        worker.use { $0 = started }
    }

    deinit {
        queue.cancel()
        worker.use { $0 }?.join()
    }

    /// The next file, in the order asked for; nil after the last. Waits for it if need be.
    public func next() -> File? { worker.use({ $0 == nil }) ? nextUnaided() : queue.take() }

    /// Reads the next file on the caller's own thread.
    private func nextUnaided() -> File? {
        let place = unaided.use { place in
            defer { place += 1 }
            return place
        }
        return place < paths.count ? FileReader.read(paths[place], at: place, in: root) : nil
    }

    private static func readAll(_ paths: [String], in root: String, into queue: Conveyor<File>) {
        for (place, path) in paths.enumerated() {
            let file = read(path, at: place, in: root)
            guard queue.put(file, weight: size(of: file)) else { return }
        }
        queue.close()
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
