internal import Glibc
internal import KBModel

/// What someone wants to move where, as paths in the vault.
struct MoveRequest: Equatable {
    /// What is moved.
    enum Thing: Equatable {
        /// A note that kb knows, or one in the trash.
        case note
        /// Another file: a picture, say.
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
        let isInto = MoveRequest.isFolder(new, from: workingFolder, in: vault)
        if isNamed, !isInto, !new.utf8.contains(UInt8(ascii: "/")), let folder = FilePath.parent(of: from) {
            path = folder + "/" + new
        }
        // A folder may change the case of its own name, where its old name is found under the new one.
        if isInto, !(thing == .folder && PathKey(path) == PathKey(from)) {
            path = path.isEmpty ? FilePath.name(of: from) : path + "/" + FilePath.name(of: from)
        }
        if thing == .note, !NoteFileName.isNote(path) {
            path += String(decoding: from.utf8.dropFirst(LinkResolver.withoutExtension(from).utf8.count), as: UTF8.self)
        }
        self.thing = thing
        self.from = from
        to = path
        try check()
    }

    /// Refuses what makes no sense.
    private func check() throws(KnowledgeBaseError) {
        guard !from.utf8.elementsEqual(to.utf8) else { throw .refused("\(from) has that path already") }
        guard !to.utf8.starts(with: (from + "/").utf8) else { throw .refused("\(from) cannot be moved into itself") }
        if to.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F }) {
            throw .refused("a name with control characters is not made")
        }
    }

    /// Whether what was typed as `new` is a folder: one is there, or a slash ends it.
    static func isFolder(_ new: String, from workingFolder: String?, in vault: Vault) -> Bool {
        guard let path = path(new, from: workingFolder, in: vault) else { return false }
        return new.utf8.last == UInt8(ascii: "/") || path.isEmpty || FilePath.isFolder(FilePath.join(vault.root, path))
    }

    /// Whether the two would get in each other's way: one path for both, or one in the other.
    func clashes(with other: MoveRequest) -> Bool {
        func holds(_ folder: String, _ path: String) -> Bool { path.utf8.starts(with: (folder + "/").utf8) }
        return PathKey(to) == PathKey(other.to) || holds(from, other.from) || holds(other.from, from)
            || holds(to, other.to) || holds(other.to, to)
    }
}
