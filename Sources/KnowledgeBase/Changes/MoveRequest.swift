internal import Glibc
internal import KBModel

/// What someone wants to move where, as paths in the vault.
struct MoveRequest: Equatable {
    /// What is moved.
    enum Thing: Equatable {
        /// A note that kb knows.
        case note
        /// Another file: a picture, or what lies in the trash.
        case file
        /// A folder with all in it.
        case folder
    }

    var thing: Thing
    var from: String
    var to: String

    /// `typed` as a path in the vault, seen from `workingFolder`, or from the vault where that lies outside it; nil when it
    /// leads out of the vault. A slash at the end is dropped.
    static func path(_ typed: String, from workingFolder: String?, in vault: Vault) -> String? {
        let folder = workingFolder ?? vault.root
        for start in [folder, vault.root] {
            let whole = FilePath.join(start, typed)
            if let path = PathSelection.path(of: whole, root: vault.root) {
                return String(decoding: path, as: UTF8.self)
            }
        }
        return nil
    }

    /// The request to move `thing` at `from` to what was typed as `new`: a path, a folder that is there, or one that ends
    /// in a slash. For a note that was found by its name, so `isNamed`, a name alone is another name in the same folder.
    init(
        _ thing: Thing, at from: String, isNamed: Bool, to new: String, from workingFolder: String?, in vault: Vault
    ) throws(KnowledgeBaseError) {
        guard var path = MoveRequest.path(new, from: workingFolder, in: vault) else {
            throw .refused("\(new) is not in the vault")
        }
        let isInto =
            new.utf8.last == UInt8(ascii: "/") || path.isEmpty || FilePath.isFolder(FilePath.join(vault.root, path))
        if isNamed, !isInto, !new.utf8.contains(UInt8(ascii: "/")), let folder = FilePath.parent(of: from) {
            path = folder + "/" + new
        }
        // A folder may change the case of its own name, where its old name is found under the new one.
        if isInto, !(thing == .folder && path == from) {
            path = path.isEmpty ? FilePath.name(of: from) : path + "/" + FilePath.name(of: from)
        }
        if thing == .note, !NoteFileName.isNote(path) {
            path += String(decoding: from.utf8.dropFirst(LinkResolver.withoutExtension(from).utf8.count), as: UTF8.self)
        }
        self.thing = thing
        self.from = from
        to = path
        try check(in: vault)
    }

    /// Refuses what would lose the note from sight, or make no sense.
    private func check(in vault: Vault) throws(KnowledgeBaseError) {
        guard !from.utf8.elementsEqual(to.utf8) else { throw .refused("\(from) is there already") }
        guard !to.utf8.starts(with: (from + "/").utf8) else { throw .refused("\(from) cannot be moved into itself") }
        if to.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F }) {
            throw .refused("a name with control characters is not made")
        }
        // What is not found now need not be found afterwards.
        guard thing == .note else { return }
        let levels = to.utf8.split(separator: UInt8(ascii: "/"))
        if let hidden = levels.first(where: { level in
            level.first == UInt8(ascii: ".")
                || NoteFileName.skippedFolders.contains { $0.utf8.elementsEqual(level) }
        }) {
            let name = String(decoding: hidden, as: UTF8.self)
            let mend = name == Trash.folder ? "use kb rm" : "choose another place"
            throw .refused("kb would not find \(to): nothing in \(name) is indexed; \(mend)")
        }
        let folders = vault.notesFolders.compactMap { FilePath.relative($0, to: vault.root) }
        guard folders.contains(where: { $0.isEmpty || to.utf8.starts(with: ($0 + "/").utf8) }) else {
            let names = folders.map { $0 + "/" }.joined(separator: ", ")
            throw .refused("kb would not find \(to): the notes of this vault are in \(names)")
        }
    }
}
