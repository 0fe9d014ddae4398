internal import Glibc
internal import KBModel

/// Why a change of notes was not made, or not yet.
enum ChangeFailure: Error, Equatable {
    /// The system refused; its `errno`.
    case system(path: String, code: Int32)
    /// The file does not hold what the plan was made from.
    case changedMeanwhile(path: String)
    /// Another program changed the file while it was being changed: that stays, though all else is as it was.
    case leftToOthers(path: String)
    /// Something stands where a note is to go.
    case taken(path: String)
    /// The path leads out of the vault.
    case outsideVault(path: String)
    /// The path lies in a folder of version control, or in that of the journal.
    case reserved(path: String)
    /// The new content that was written beside the file is gone.
    case lost(path: String)
    /// Someone wants the program to end, and nothing was changed yet.
    case interrupted(path: String)
    /// A symbolic link that would lead elsewhere from its new place.
    case symbolicLink(path: String)
    /// A name in this folder is not UTF-8.
    case notText(path: String)
    /// An earlier change was interrupted and cannot be finished yet.
    case unfinished(path: String, message: String)

    /// The failure of the system call on `path` that just returned.
    static func now(_ path: String) -> ChangeFailure { .system(path: path, code: errno) }

    /// The path it is about, in the vault.
    var path: String {
        switch self {
        case .system(let path, _), .changedMeanwhile(let path), .leftToOthers(let path), .taken(let path),
            .outsideVault(let path), .reserved(let path), .lost(let path), .interrupted(let path),
            .symbolicLink(let path), .notText(let path), .unfinished(let path, _):
            path
        }
    }

    /// The reason in words, without a final full stop.
    var message: String {
        switch self {
        case .system(_, let code): SystemError.message(code)
        case .changedMeanwhile: "another program changed it meanwhile"
        case .leftToOthers: "another program changed it just then; that stays, and all other notes are as they were"
        case .taken: "something is there already, and nothing is overwritten"
        case .outsideVault: "it is not in the vault, or a symbolic link leads out of it"
        case .reserved: "it is in a folder that belongs to version control, or to kb's own journal"
        case .lost: "its new text, which kb had put beside it, is gone"
        case .interrupted: "interrupted"
        case .symbolicLink: "it is a symbolic link that would lead elsewhere from there; move it by hand"
        case .notText: "a file in it has a name that is not UTF-8; rename that by hand"
        case .unfinished(_, let message): message
        }
    }

    /// Whether the files themselves stand in the way, so that trying again would not help.
    var isConflict: Bool {
        switch self {
        case .changedMeanwhile, .taken, .outsideVault, .reserved, .lost, .symbolicLink, .notText, .leftToOthers: true
        // A folder that is gone or is a file now stays so; a full, failing or read-only disk may be mended.
        case .system(_, let code): [ENOENT, ENOTDIR, EISDIR, ENOTEMPTY, ELOOP].contains(code)
        case .unfinished, .interrupted: false
        }
    }
}
