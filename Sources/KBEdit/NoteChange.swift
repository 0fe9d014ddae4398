/// What happens to one file when a ``ChangePlan`` is applied.
///
/// Paths are those of the vault, with `/`. The old bytes are what the planner read: who applies the plan makes sure that
/// the file still holds them.
public enum NoteChange: Equatable, Sendable {
    /// The note at `path` changes its text.
    case edit(path: String, old: [UInt8], new: [UInt8])
    /// A note is made where nothing stands yet.
    case create(path: String, bytes: [UInt8])
    /// A note takes another path, where nothing stands yet, and perhaps another text.
    case move(from: String, to: String, old: [UInt8], new: [UInt8])
    /// A file that is no note, a picture say, takes another path; its bytes stay and were not read.
    case moveFile(from: String, to: String)
    /// A file that is no note is copied into the vault to `to`, where nothing stands yet. `from` is an absolute path outside
    /// the vault; its bytes were not read.
    case copyFile(from: String, to: String)
    /// A note goes to the trash, at the path `to`.
    case trash(path: String, to: String, bytes: [UInt8])

    /// The path the file has before the change; the one it gets, for a note that is made or a file that is copied.
    public var path: String {
        switch self {
        case .edit(let path, _, _), .create(let path, _), .trash(let path, _, _): path
        case .move(let from, _, _, _), .moveFile(let from, _): from
        case .copyFile(_, let to): to
        }
    }

    /// The path the file has afterwards.
    public var newPath: String {
        switch self {
        case .edit(let path, _, _), .create(let path, _): path
        case .move(_, let to, _, _), .moveFile(_, let to), .copyFile(_, let to), .trash(_, let to, _): to
        }
    }

    /// What the file held before; nil when there was none or it was not read.
    public var oldBytes: [UInt8]? {
        switch self {
        case .edit(_, let old, _), .move(_, _, let old, _): old
        case .trash(_, _, let bytes): bytes
        case .create, .moveFile, .copyFile: nil
        }
    }

    /// What the file holds afterwards; nil when it was not read.
    public var newBytes: [UInt8]? {
        switch self {
        case .edit(_, _, let new), .move(_, _, _, let new): new
        case .create(_, let bytes), .trash(_, _, let bytes): bytes
        case .moveFile, .copyFile: nil
        }
    }
}
