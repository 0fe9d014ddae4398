import Glibc
import KBModel
import KBStudy

/// Writes events behind what a log holds: under a lock, with one call, safe on the disk before it returns.
///
/// Whoever waits for the lock sees what was written meanwhile, so that the numbers of events rise. A last line that a
/// killed writer left unfinished is cut off first; nothing else of the file is ever changed.
struct StudyLogAppender {
    /// How long another process may keep the log to itself, in milliseconds; one that stopped must not stop us.
    private static let patience = 10_000
    /// How long to sleep before the lock is tried again, in milliseconds.
    private static let nap = 5

    /// The real path of the log.
    let path: String
    /// Whether only the user may look into folders that are made.
    let isPrivate: Bool
    /// The word that tells this run's events from others'.
    let origin: String

    /// Appends `actions`, done at `now`, and says what was written and what the file holds now.
    ///
    /// - Throws: ``KnowledgeBaseError/unwritable(path:message:)``; then the file holds none of them.
    func append(
        _ actions: [StudyEvent.Action], at now: Instant
    ) throws(KnowledgeBaseError) -> (events: [StudyEvent], snapshot: StudyLogFile.Snapshot) {
        let (file, isNew) = try open()
        defer { close(file) }
        let bytes = try contents(of: file)
        let log = StudyLog(reading: bytes)
        let events = numbered(actions, at: now, in: log)
        var text: [UInt8] = log.lacksLineEnd ? [UInt8(ascii: "\n")] : []
        for event in events { text += event.line }
        if log.repairedLength < bytes.count { try require(ftruncate(file, log.repairedLength) == 0) }
        do throws(KnowledgeBaseError) {
            try write(text, to: file)
            // Some file systems, and files that are none, cannot promise more.
            try require(fsync(file) == 0 || errno == EINVAL)
        } catch {
            ftruncate(file, log.repairedLength)
            throw error
        }
        if isNew { FolderMaker.sync(folderOf: path) }
        var status = stat()
        let stamp = fstat(file, &status) == 0 ? StudyLogFile.Stamp(status) : nil
        return (events, StudyLogFile.Snapshot(events: log.events + events, issues: log.issues, stamp: stamp))
    }

    // MARK: - Events

    private func numbered(_ actions: [StudyEvent.Action], at now: Instant, in log: StudyLog) -> [StudyEvent] {
        var (first, origin) = (log.nextNumber, origin)
        if first < 1 || first > Int.max - actions.count {
            // Only a log that someone tampered with has no numbers left; another word makes ours unique all the same.
            (first, origin) = (1, StudyLogAppender.drawnOrigin())
        }
        return actions.enumerated().compactMap { index, action in
            EventID(number: first + index, origin: origin).map { StudyEvent(action, at: now, id: $0) }
        }
    }

    /// Eight digits drawn at random.
    static func drawnOrigin() -> String {
        let digits = String(UInt32.random(in: 0...UInt32.max), radix: 16)
        return String(repeating: "0", count: 8 - digits.utf8.count) + digits
    }

    // MARK: - The file

    /// The log, open and locked, and whether it was made just now.
    private func open() throws(KnowledgeBaseError) -> (file: Int32, isNew: Bool) {
        // A program that replaces the file, such as git, may do so between the opening and the lock.
        for _ in 0..<100 {
            let flags = O_RDWR | O_APPEND | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY
            var isNew = false
            var file = Glibc.open(path, flags)
            if file < 0, errno == ENOENT {
                if let folder = FilePath.parent(of: path) { try FolderMaker.make(folder, isPrivate: isPrivate) }
                file = Glibc.open(path, flags | O_CREAT | O_EXCL, isPrivate ? 0o600 : 0o666)
                if file < 0, errno == EEXIST { continue }
                isNew = true
            }
            guard file >= 0 else { throw failure(errno) }
            do throws(KnowledgeBaseError) {
                try lock(file)
                if try isCurrent(file) { return (file, isNew) }
            } catch {
                close(file)
                throw error
            }
            close(file)
        }
        throw .unwritable(path: path, message: "another program keeps replacing it")
    }

    private func lock(_ file: Int32) throws(KnowledgeBaseError) {
        for _ in 0..<(StudyLogAppender.patience / StudyLogAppender.nap) {
            if flock(file, LOCK_EX | LOCK_NB) == 0 { return }
            switch errno {
            case EINTR: continue
            case EWOULDBLOCK: usleep(UInt32(StudyLogAppender.nap) * 1_000)
            // A file system without such locks; what is appended with one call stays whole all the same.
            default: return
            }
        }
        throw .unwritable(path: path, message: "another kb has it locked; end that one and try again")
    }

    /// Whether `file` is a file, and still the one at the path.
    private func isCurrent(_ file: Int32) throws(KnowledgeBaseError) -> Bool {
        var (open, there) = (stat(), stat())
        guard fstat(file, &open) == 0 else { throw failure(errno) }
        guard open.st_mode & S_IFMT == S_IFREG else {
            throw .unwritable(path: path, message: FileBytes.ReadError.notAFile.message)
        }
        return lstat(path, &there) == 0 && open.st_ino == there.st_ino && open.st_dev == there.st_dev
    }

    private func contents(of file: Int32) throws(KnowledgeBaseError) -> [UInt8] {
        do throws(FileBytes.ReadError) {
            return try FileBytes.contents(of: file, limit: StudyLogFile.largest)
        } catch {
            throw .unreadable(path: path, message: error.message)
        }
    }

    private func write(_ bytes: [UInt8], to file: Int32) throws(KnowledgeBaseError) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw failure(count < 0 ? errno : EIO) }
            rest = rest.dropFirst(count)
        }
    }

    private func require(_ isDone: Bool) throws(KnowledgeBaseError) {
        if !isDone { throw failure(errno) }
    }

    private func failure(_ code: Int32) -> KnowledgeBaseError {
        .unwritable(path: path, message: code == ELOOP ? "a symbolic link" : SystemError.message(code))
    }
}
