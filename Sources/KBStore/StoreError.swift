/// Why the index cannot be read or written.
public enum StoreError: Error, Equatable, Sendable {
    /// There is no database at this path.
    case missing(path: String)
    /// The database was written by another version of kb; rebuild it.
    case otherSchema(found: Int)
    /// The file is no database or a torn one; rebuild it. What SQLite says.
    case damaged(String)
    /// Another process kept the database locked for too long.
    case busy(String)
    /// The database or its folder cannot be written.
    case notWritable(String)
    /// Another process has put a new database in this one's place; open it again.
    case replaced
    /// Anything else: a full disk, an unreadable file. SQLite's or the system's code, and what it says.
    case failed(code: Int, String)

    /// Whether a rebuild mends it.
    public var isMendedByRebuilding: Bool {
        switch self {
        case .missing, .otherSchema, .damaged: true
        case .busy, .notWritable, .replaced, .failed: false
        }
    }
}

extension StoreError: CustomStringConvertible {
    /// One sentence without a final full stop.
    public var description: String {
        switch self {
        case .missing(let path): "there is no index at \(path)"
        case .otherSchema(let found): "the index was written by another version of kb (schema \(found))"
        case .damaged(let message): "the index is damaged: \(message)"
        case .busy(let message): "the index is in use: \(message)"
        case .notWritable(let message): "the index cannot be written: \(message)"
        case .replaced: "the index was replaced meanwhile"
        case .failed(_, let message): message
        }
    }
}
