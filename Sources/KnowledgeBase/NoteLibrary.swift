import KBModel
import KBParse

/// Reads single notes of a vault as they are on disk. Keeps the last few, for several hits in one note.
final class NoteLibrary {
    /// As many notes as a page of hits may hold.
    private static let mostKept = 32

    private let vault: Vault
    private var parser = NoteParser()
    private var kept: [String: Note] = [:]

    /// A reader of `vault`'s notes.
    init(vault: Vault) { self.vault = vault }

    /// The note at `path` in the vault; nil when it cannot be read.
    func note(at path: String) -> Note? {
        if let known = kept[path] { return known }
        guard let bytes = try? FileBytes.read(FilePath.join(vault.root, path)) else { return nil }
        let note = parser.parse(bytes, path: path)
        if kept.count >= NoteLibrary.mostKept { kept.removeAll() }
        kept[path] = note
        return note
    }

    /// The note at `path` in the vault.
    func readNote(at path: String) throws(KnowledgeBaseError) -> Note {
        let file = FilePath.join(vault.root, path)
        do throws(FileBytes.ReadError) {
            return parser.parse(try FileBytes.read(file), path: path)
        } catch {
            throw .unreadable(path: file, message: error.message)
        }
    }

    /// What `path`, absolute or in the vault, is called in the vault.
    func pathInVault(_ path: String) throws(KnowledgeBaseError) -> String {
        guard path.hasPrefix("/") else { return normalised(path) }
        let candidates = [path, FilePath.realOfExistingPart(path)].compactMap { $0 }
        for candidate in candidates {
            if let inside = FilePath.relative(candidate, to: vault.root) { return normalised(inside) }
        }
        throw .unreadable(path: path, message: "it is not in the vault \(vault.root)")
    }

    private func normalised(_ path: String) -> String {
        var levels: [Substring] = []
        for level in path.split(separator: "/") where level != "." {
            if level == ".." { _ = levels.popLast() } else { levels.append(level) }
        }
        return levels.joined(separator: "/")
    }
}
