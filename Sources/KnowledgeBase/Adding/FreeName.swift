internal import KBEdit
internal import KBModel
import KBStore

/// Finds a name for a new note that no other has, in any folder: else links to the other would become ambiguous.
struct FreeName {
    private let root: String
    private let folder: String
    /// Names and aliases of notes, in lower case, that begin as the one wanted, with the path of their note if that is known.
    private var known: [String: String?] = [:]

    /// A search in `folder` of the vault at `root` for names that begin with `stem`, among the notes `store` knows.
    init(root: String, folder: String, stem: String, store: Store?) {
        self.root = root
        self.folder = folder
        guard let store else { return }
        let wanted = stem.lowercased()
        let bytes = Array(wanted.utf8)
        try? store.forEachStamp { folder, name, _ in
            // Most names are told apart by their first bytes.
            guard name.count > bytes.count, FreeName.begins(name, with: bytes) else { return }
            let file = String(decoding: name, as: UTF8.self)
            let bare = LinkResolver.withoutExtension(file).lowercased()
            guard bare.hasPrefix(wanted), known[bare] == nil else { return }
            known[bare] = (folder.isEmpty ? "" : String(decoding: folder, as: UTF8.self) + "/") + file
        }
        let aliases = (try? store.names(beginningWith: [stem]) { _ in true }) ?? []
        for alias in aliases where alias.kind == .alias {
            let key = alias.text.lowercased()
            if key.hasPrefix(wanted), known[key] == nil { known[key] = .some(nil) }
        }
    }

    /// The first of `stem`, `stem-2`, … that is free, and the note that has `stem` itself, if one has.
    func path(for stem: String) -> (path: String, namesake: String?) {
        let name = KBEdit.NoteName.unique(stem) { name in
            known[name.lowercased()] != nil || NoteExtension.all.contains { isPresent("\(name).\($0)") }
        }
        let file = name + "." + (NoteExtension.all.first ?? "")
        let path = folder.isEmpty ? file : folder + "/" + file
        return (path, name == stem ? nil : known[stem.lowercased()] ?? nil)
    }

    private func isPresent(_ name: String) -> Bool {
        FilePath.isPresent(FilePath.join(FilePath.join(root, folder), name))
    }

    /// Whether `name` begins with `lowered`, as far as ASCII tells; other letters may have other lengths in lower case.
    private static func begins(_ name: UnsafeRawBufferPointer, with lowered: [UInt8]) -> Bool {
        for (byte, wanted) in zip(name, lowered) {
            if byte >= 0x80 || wanted >= 0x80 { return true }
            let low = byte &- 0x41 < 26 ? byte | 0x20 : byte
            if low != wanted { return false }
        }
        return true
    }
}
