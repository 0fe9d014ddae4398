import CSQLite
import Glibc

/// One open database. Not to be shared between threads.
final class Connection {
    /// How a database is opened.
    enum Access {
        /// A new file, which nobody else may open yet.
        case creating
        case readWrite
        case readOnly
        /// A file that cannot change, in a folder that cannot be written: no locks, no write-ahead log.
        case immutable
    }

    let handle: OpaquePointer
    let path: String
    /// Whether closing waits for a replacement of the file to end: SQLite removes the log by name.
    private let closesUnderLock: Bool

    /// How long to wait for another connection, in milliseconds: longer than any small update takes.
    private static let patience: Int32 = 5_000

    /// SQLite's own settings, made once before it is first used.
    private static let isConfigured: Bool = kb_sqlite_configure() == SQLITE_OK

    init(path: String, _ access: Access, closesUnderLock: Bool) throws(StoreError) {
        _ = Connection.isConfigured
        let flags: Int32
        switch access {
        case .creating: flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
        case .readWrite: flags = SQLITE_OPEN_READWRITE
        case .readOnly: flags = SQLITE_OPEN_READONLY
        case .immutable: flags = SQLITE_OPEN_READONLY | SQLITE_OPEN_URI
        }
        var opened: OpaquePointer?
        let name = access == .immutable ? Connection.immutableURI(path) : path
        let code = sqlite3_open_v2(name, &opened, flags | SQLITE_OPEN_NOMUTEX, nil)
        guard code == SQLITE_OK, let opened else {
            let error = Connection.error(code, on: opened)
            sqlite3_close_v2(opened)
            throw error
        }
        handle = opened
        self.path = path
        self.closesUnderLock = closesUnderLock
        sqlite3_extended_result_codes(handle, 1)
        sqlite3_busy_timeout(handle, Connection.patience)
    }

    deinit {
        let lock = closesUnderLock ? FolderLock.shared(Paths.folder(of: path)) : nil
        sqlite3_close_v2(handle)
        lock?.release()
    }

    /// Whether another file stands at the path by now.
    var hasMoved: Bool {
        var moved: Int32 = 0
        let code = sqlite3_file_control(handle, "main", SQLITE_FCNTL_HAS_MOVED, &moved)
        return code == SQLITE_OK && moved != 0
    }

    /// Runs statements that return nothing of interest.
    func run(_ sql: String) throws(StoreError) {
        let code = sqlite3_exec(handle, sql, nil, nil, nil)
        guard code == SQLITE_OK else { throw error(code) }
    }

    /// Compiles one statement.
    func prepare(_ sql: String) throws(StoreError) -> Statement {
        var compiled: OpaquePointer?
        let code = sqlite3_prepare_v2(handle, sql, -1, &compiled, nil)
        guard code == SQLITE_OK, let compiled else { throw error(code) }
        return Statement(compiled, of: self)
    }

    /// The first column of the first row; 0 when there is none.
    func integer(_ sql: String) throws(StoreError) -> Int {
        let statement = try prepare(sql)
        return try statement.step() ? statement.integer(0) : 0
    }

    /// What `code`, just returned, means for the caller.
    func error(_ code: Int32) -> StoreError { Connection.error(code, on: handle) }

    /// `SQLITE_IOERR_SHORT_READ`, a macro that Swift cannot import: the file ends too early.
    private static let shortRead = SQLITE_IOERR | 2 << 8

    private static func error(_ code: Int32, on handle: OpaquePointer?) -> StoreError {
        let message = handle.flatMap { sqlite3_errmsg($0) } ?? sqlite3_errstr(code)
        let text = message.map { String(cString: $0) } ?? "SQLite error \(code)"
        switch code & 0xFF {
        case SQLITE_CORRUPT, SQLITE_NOTADB, SQLITE_FORMAT, SQLITE_SCHEMA: return .damaged(text)
        case SQLITE_BUSY, SQLITE_LOCKED: return .busy(text)
        case SQLITE_READONLY, SQLITE_PERM: return .notWritable(text)
        // The statements are ours and right: a table or column that is not there means that the file is not ours.
        case SQLITE_ERROR where text.hasPrefix("no such") || text.hasPrefix("vtable constructor failed"):
            return .damaged(text)
        default:
            return code == shortRead ? .damaged(text) : .failed(code: Int(code), text)
        }
    }

    private static func immutableURI(_ path: String) -> String {
        var uri = "file:"
        for byte in path.utf8 {
            switch byte {
            case UInt8(ascii: "?"), UInt8(ascii: "#"), UInt8(ascii: "%"), 0...0x20, 0x7F...0xFF:
                let digits = String(byte, radix: 16, uppercase: true)
                uri += "%" + (digits.utf8.count == 1 ? "0" : "") + digits
            default: uri.unicodeScalars.append(Unicode.Scalar(byte))
            }
        }
        return uri + "?immutable=1"
    }
}
