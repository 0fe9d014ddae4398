import CSQLite
import Glibc

/// Builds a database from nothing and puts it in the place of the old one at the end.
///
/// The new file stands beside the old one until ``finish()``, so that a run that dies leaves the old index whole; the
/// next run removes what it left.
public final class IndexBuilder {
    private let path: String
    private let temporaryPath: String
    private let lock: WriterLock
    private var connection: Connection?
    private var writer: NoteWriter?

    /// Begins a database at the path that `lock` is for. `holdsTerms` says whether the notes come with their terms.
    public init(_ lock: WriterLock, holdsTerms: Bool = true) throws(StoreError) {
        self.lock = lock
        path = lock.path
        temporaryPath = IndexBuilder.temporaryPath(of: path)
        IndexBuilder.removeLeftovers(of: path)
        kb_keep_freed_memory()
        let connection = try Connection(path: temporaryPath, .creating, closesUnderLock: false)
        // Nobody else sees this file, and a run that dies throws it away: no journal, no locks, no waiting for the disk.
        try connection.run(
            """
            PRAGMA journal_mode = OFF;
            PRAGMA synchronous = OFF;
            PRAGMA locking_mode = EXCLUSIVE;
            PRAGMA secure_delete = OFF;
            PRAGMA application_id = \(Schema.applicationID);
            PRAGMA user_version = \(Schema.version);
            BEGIN;
            """)
        let context = try FTS5.register(on: connection)
        try connection.run(Schema.tables)
        try connection.run(
            "INSERT INTO built(built, rank) VALUES('hashsize', \(Schema.buildHashSize));")
        writer = try NoteWriter(connection, context, into: .built, holdsTerms: holdsTerms)
        self.connection = connection
    }

    deinit {
        // Unfinished: the connection goes before its file.
        guard writer != nil else { return }
        writer = nil
        connection = nil
        IndexBuilder.removeLeftovers(of: path)
    }

    /// Adds a note. The order of the notes, by path in byte order, is the order of their sections' numbers.
    public func add(_ note: IndexedNote) throws(StoreError) {
        guard let writer else { throw .failed(code: 0, "the index is finished") }
        try writer.add(note)
    }

    /// Starts a task on another thread, and returns what waits for it; nil when there is no thread to have.
    public typealias Starter = (_ task: @escaping @Sendable () -> Void) -> (() -> Void)?

    /// Completes the database and puts it in the place of the old one.
    ///
    /// - Parameters:
    ///   - start: Lets the latent semantics be learnt while the rest is written.
    ///   - find: Finds out where the links of all notes lead.
    public func finish(
        starting start: Starter = { _ in nil }, finding find: NoteStanding.Finder = { _ in NoteStanding() }
    ) throws(StoreError) {
        guard let writer, let connection else { throw .failed(code: 0, "the index is finished") }
        let lesson = LatentLesson(writer.recording)
        let wait = start { lesson.learn() }
        let written = Result { () throws(StoreError) in
            try writer.finish(find)
            // Now, because this is where FTS5 writes its last postings.
            try connection.run("COMMIT; BEGIN")
        }
        if let wait { wait() } else { lesson.learn() }
        try written.get()
        try LatentRows(connection).write(lesson)
        try connection.run("COMMIT; PRAGMA locking_mode = NORMAL; PRAGMA journal_mode = WAL;")
        self.writer = nil
        self.connection = nil
        do throws(StoreError) {
            try close(writer, connection)
            try IndexBuilder.flush(temporaryPath)
            try IndexBuilder.replace(path, with: temporaryPath)
        } catch {
            IndexBuilder.removeLeftovers(of: path)
            throw error
        }
    }

    /// Takes the last references, so that the file is closed on return.
    private func close(_ writer: consuming NoteWriter, _ connection: consuming Connection) throws(StoreError) {}

    /// Waits until the file is on the disk: a rename may reach it before the content does, and a torn file that looks
    /// whole would give wrong answers for good.
    private static func flush(_ path: String) throws(StoreError) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw systemError("cannot open \(path)") }
        defer { Glibc.close(descriptor) }
        guard fdatasync(descriptor) == 0 else { throw systemError("cannot write \(path)") }
    }

    private static func replace(_ path: String, with temporaryPath: String) throws(StoreError) {
        let lock = FolderLock.exclusive(Paths.folder(of: path))
        defer { lock.release() }
        // A log that a killed writer left must not be taken for the new file's. What is in it goes into the old file
        // first, so that the old index is whole should this run die before the rename.
        if access(path + "-wal", F_OK) == 0 {
            let old = try? Connection(path: path, .readWrite, closesUnderLock: false)
            try? old?.run("PRAGMA wal_checkpoint(TRUNCATE)")
        }
        unlink(path + "-wal")
        unlink(path + "-shm")
        guard rename(temporaryPath, path) == 0 else { throw systemError("cannot replace \(path)") }
    }

    private static func temporaryPath(of path: String) -> String { path + ".new" }

    /// Removes what an unfinished build of the database at `path` left.
    static func removeLeftovers(of path: String) {
        for suffix in ["", "-journal", "-wal", "-shm"] { unlink(temporaryPath(of: path) + suffix) }
    }
}
