import Glibc

/// Paths of the files around a database.
enum Paths {
    /// The folder a file is in.
    static func folder(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }
}

/// A lock on the folder of a database, shared while one is opened or closed, exclusive while its file is replaced.
///
/// SQLite finds the write-ahead log by name: without the lock, a reader could pair the new file with the old one's log.
/// Where the file system has no such locks there is none, and `release` does nothing.
final class FolderLock {
    private let descriptor: Int32

    private init(_ descriptor: Int32) { self.descriptor = descriptor }

    deinit { release() }

    private var isReleased = false

    /// Waits until no file is being replaced in `folder`.
    static func shared(_ folder: String) -> FolderLock { lock(folder, LOCK_SH) }

    /// Waits until no database is being opened or closed in `folder`.
    static func exclusive(_ folder: String) -> FolderLock { lock(folder, LOCK_EX) }

    private static func lock(_ folder: String, _ operation: Int32) -> FolderLock {
        let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { return FolderLock(-1) }
        while flock(descriptor, operation) != 0, errno == EINTR {}
        return FolderLock(descriptor)
    }

    func release() {
        guard !isReleased else { return }
        isReleased = true
        if descriptor >= 0 { close(descriptor) }
    }
}

/// The right to write one database: held by at most one process at a time, and given back when it dies.
public final class WriterLock {
    private let descriptor: Int32
    /// The database it is for.
    let path: String

    private init(_ descriptor: Int32, path: String) {
        self.descriptor = descriptor
        self.path = path
    }

    deinit { close(descriptor) }

    /// Takes the lock of the database at `path`, making its folder where there is none.
    ///
    /// - Parameter waiting: Whether to wait for another writer to finish.
    /// - Returns: Nil when another process writes and `waiting` is false.
    /// - Throws: ``StoreError/notWritable(_:)`` when the folder cannot be written.
    public static func acquire(for path: String, waiting: Bool) throws(StoreError) -> WriterLock? {
        let folder = Paths.folder(of: path)
        try makeFolder(folder)
        let descriptor = open(folder + "/kb.lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { throw systemError("cannot open \(folder)/kb.lock") }
        var isExclusive = true
        while flock(descriptor, waiting ? LOCK_EX : LOCK_EX | LOCK_NB) != 0 {
            if errno == EINTR { continue }
            let code = errno
            if code == EWOULDBLOCK {
                close(descriptor)
                return nil
            }
            // A file system without such locks: SQLite's own still keep the database whole.
            isExclusive = false
            break
        }
        // Nobody else builds now, so that a half-built database is one that a killed run left.
        if isExclusive { IndexBuilder.removeLeftovers(of: path) }
        return WriterLock(descriptor, path: path)
    }

    private static func makeFolder(_ folder: String) throws(StoreError) {
        var missing: [String] = []
        var current = folder
        while mkdir(current, 0o777) != 0 {
            if errno == EEXIST { break }
            guard errno == ENOENT, current != Paths.folder(of: current) else {
                throw systemError("cannot make the folder \(current)")
            }
            missing.append(current)
            current = Paths.folder(of: current)
        }
        for folder in missing.reversed() where mkdir(folder, 0o777) != 0 && errno != EEXIST {
            throw systemError("cannot make the folder \(folder)")
        }
    }
}

/// The error for the system call that just failed.
func systemError(_ what: String) -> StoreError {
    let code = errno
    let message = what + ": " + String(cString: strerror(code))
    return [EACCES, EROFS, EPERM].contains(code) ? .notWritable(message) : .failed(code: Int(code), message)
}
