import CSQLite
import Glibc
import KBText

/// The database of a vault, open for questions and small updates.
///
/// Not to be shared between threads. Readers never wait for writers: a question is answered from the index as it was
/// when ``reading(_:)`` began.
public final class Store {
    /// Where the database is.
    public let path: String
    /// Whether it can be updated.
    public let isWritable: Bool

    let connection: Connection
    let context: FTS5Context
    private var knownSections: (sections: StoredSections, version: Int)?
    private var knownStrings: (lists: [InternedStrings.Kind: [String]], version: Int) = ([:], -1)
    private var knownFolders: (texts: [Int: String], version: Int) = ([:], -1)
    private var statements: [String: Statement] = [:]
    private(set) var isReading = false

    /// Opens the database at `path`; with `isReadOnly`, nothing in it can be changed.
    ///
    /// - Throws: ``StoreError/missing(path:)``, ``StoreError/otherSchema(found:)`` or ``StoreError/damaged(_:)`` when
    ///   it must be rebuilt.
    public init(path: String, isReadOnly: Bool = false) throws(StoreError) {
        self.path = path
        let lock = FolderLock.shared(Paths.folder(of: path))
        defer { lock.release() }
        guard access(path, F_OK) == 0 else {
            throw errno == ENOENT || errno == ENOTDIR ? .missing(path: path) : systemError("cannot read \(path)")
        }
        // Where the file can be written somebody else may be writing it, so that even a reader needs SQLite's locks.
        let mayBeWritten = access(path, W_OK) == 0 && access(Paths.folder(of: path), W_OK) == 0
        connection = mayBeWritten ? try Store.open(path, .readWrite) : try Store.openReadOnly(path)
        isWritable = mayBeWritten && !isReadOnly
        context = try FTS5.register(on: connection)
    }

    /// Opens and reads a first page, so that the file and its log belong together from here on.
    private static func open(_ path: String, _ access: Connection.Access) throws(StoreError) -> Connection {
        let connection = try Connection(path: path, access, closesUnderLock: access == .readWrite)
        let version = try connection.integer("PRAGMA user_version")
        guard try connection.integer("PRAGMA application_id") == Schema.applicationID else {
            throw .damaged("\(path) is not an index of kb")
        }
        guard version == Schema.version else { throw .otherSchema(found: version) }
        try requireWholePages(connection)
        return connection
    }

    /// SQLite itself notices missing pages, but reads a last page that is cut short as if zeros followed.
    private static func requireWholePages(_ connection: Connection) throws(StoreError) {
        var log = stat()
        var file = stat()
        // What stands in the log may still have to reach the end of the file.
        if stat(connection.path + "-wal", &log) == 0, log.st_size > 0 { return }
        guard stat(connection.path, &file) == 0 else { throw systemError("cannot read \(connection.path)") }
        let pageSize = try connection.integer("PRAGMA page_size")
        guard pageSize > 0, Int(file.st_size) % pageSize == 0 else { throw .damaged("the file is cut off") }
    }

    /// In a folder that cannot be written: without a log at rest the file is whole, and the locks that the folder would
    /// not allow are not needed.
    private static func openReadOnly(_ path: String) throws(StoreError) -> Connection {
        var log = stat()
        if stat(path + "-wal", &log) == 0, log.st_size > 0 { return try open(path, .readOnly) }
        return try open(path, .immutable)
    }

    /// Answers several questions from one state of the index.
    public func reading<Answer>(_ body: () throws(StoreError) -> Answer) throws(StoreError) -> Answer {
        if isReading { return try body() }
        try connection.run("BEGIN")
        isReading = true
        defer {
            isReading = false
            try? connection.run("COMMIT")
        }
        return try body()
    }

    /// The bytes of all sections. Read once, and again after the index changed.
    public func sections() throws(StoreError) -> StoredSections {
        let version = try integer("PRAGMA data_version")
        if let known = knownSections, known.version == version { return known.sections }
        let sections = try StoredSections(of: connection)
        knownSections = (sections, version)
        return sections
    }

    /// The interned strings of a kind, by number. Read once, and again after the index changed.
    func strings(_ kind: InternedStrings.Kind) throws(StoreError) -> [String] {
        let version = try integer("PRAGMA data_version")
        if knownStrings.version != version { knownStrings = ([:], version) }
        if let known = knownStrings.lists[kind] { return known }
        let strings = try InternedStrings.all(kind, connection)
        knownStrings.lists[kind] = strings
        return strings
    }

    /// The folders with these numbers. A search needs few of thousands, so the others are not made strings.
    func folders(_ numbers: Set<Int>) throws(StoreError) -> [Int: String] {
        let version = try integer("PRAGMA data_version")
        if knownFolders.version != version { knownFolders = ([:], version) }
        let missing = numbers.subtracting(knownFolders.texts.keys)
        if !missing.isEmpty {
            let found = try InternedStrings.some(.folder, numbers: missing, connection)
            knownFolders.texts.merge(found) { _, new in new }
        }
        return knownFolders.texts
    }

    /// Forgets what was read: this connection has changed the index.
    func forget() {
        knownSections = nil
        knownStrings = ([:], -1)
        knownFolders = ([:], -1)
    }

    /// A statement that is compiled once, ready to be bound.
    func statement(_ sql: String) throws(StoreError) -> Statement {
        if let known = statements[sql] {
            known.reset()
            return known
        }
        let prepared = try connection.prepare(sql)
        statements[sql] = prepared
        return prepared
    }

    func integer(_ sql: String) throws(StoreError) -> Int {
        let statement = try statement(sql)
        defer { statement.reset() }
        return try statement.step() ? statement.integer(0) : 0
    }
}
