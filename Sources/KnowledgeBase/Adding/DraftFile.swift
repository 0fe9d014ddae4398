internal import Glibc
internal import KBEdit
public import KBModel

/// A text that someone is writing in an editor, in a file outside the vault, so that no half note is ever indexed.
///
/// It stays until it is removed: what was typed is not lost when it cannot be added.
public struct DraftFile: Equatable, Sendable {
    /// The folder for them, in kb's folder for what a person did.
    private static let folder = "drafts"

    /// Where it is.
    public let path: String

    /// Makes a file with `bytes` that is called after `title`, which may be empty. Nobody else can read it.
    public init(
        title: String, holding bytes: [UInt8], environment: [String: String]
    ) throws(KnowledgeBaseError) {
        guard let state = UserFolders(environment: environment).state else {
            throw .configuration(
                path: "$HOME", line: 0, message: "neither it nor $XDG_STATE_HOME is set, so a draft has no place")
        }
        let folder = FilePath.join(state, DraftFile.folder)
        try FolderMaker.make(folder, isPrivate: true)
        let name = title.isEmpty ? "draft" : KBEdit.NoteName.name(for: title)
        var number = 1
        while true {
            // The process tells drafts that are being written from those that were left.
            let file = FilePath.join(folder, "\(name)\(number > 1 ? "-\(number)" : "").\(getpid()).md")
            do throws(FileWriter.WriteError) {
                try FileWriter.create(file, holding: bytes, like: nil, isPrivate: true)
                path = file
                return
            } catch {
                guard error == .system(EEXIST) else {
                    // A part of it would be taken for somebody's words.
                    unlink(file)
                    throw .unwritable(path: file, message: error.message)
                }
                number += 1
            }
        }
    }

    /// What it holds now.
    public func read() throws(KnowledgeBaseError) -> [UInt8] {
        do throws(FileBytes.ReadError) {
            return try FileBytes.read(path)
        } catch {
            throw .unreadable(path: path, message: error.message)
        }
    }

    /// Whether it was not removed.
    public var isThere: Bool { FilePath.isPresent(path) }

    /// Takes it away: what it holds is in the vault, or is not wanted.
    public func remove() { unlink(path) }

    /// The paths of drafts that stayed and whose kb has ended, in byte order.
    public static func left(environment: [String: String]) -> [String] {
        guard let state = UserFolders(environment: environment).state else { return [] }
        let names = (try? FilesBelow.paths(in: folder, of: ChangeFiles(root: state))) ?? []
        return names.filter { name in
            let parts = name.split(separator: ".")
            guard parts.last == "md", let process = parts.dropLast().last.flatMap({ pid_t($0) }), process > 0 else {
                return false
            }
            return kill(process, 0) != 0 && errno == ESRCH
        }.map { FilePath.join(state, $0) }
    }
}
