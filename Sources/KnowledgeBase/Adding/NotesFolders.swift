internal import KBModel

/// The folders of a vault that new notes may go into.
struct NotesFolders {
    let vault: Vault
    /// The notes folders as paths in the vault; empty for the vault itself.
    private let paths: [String]

    /// The first of them.
    var first: String { paths.first ?? "" }

    init(_ vault: Vault) {
        self.vault = vault
        paths = vault.notesFolders.compactMap { FilePath.relative($0, to: vault.root) }
    }

    /// Where notes go unless something else was said: the setting, else the working folder if notes are found there, else
    /// the first notes folder.
    func usual(from workingFolder: String?) throws(KnowledgeBaseError) -> String {
        if let named = vault.settings.addFolder { return try path(named, from: nil) }
        if let workingFolder, let real = FilePath.real(workingFolder),
            let path = FilePath.relative(real, to: vault.root), reasonNotFound(path) == nil
        {
            return path
        }
        return first
    }

    /// The path in the vault of the folder `typed`, seen from `workingFolder`, else from the vault, else from the first
    /// notes folder: whichever notes are found in.
    func path(_ typed: String, from workingFolder: String?) throws(KnowledgeBaseError) -> String {
        guard !typed.isEmpty, !typed.utf8.contains(0) else { throw .refused("the name of a folder is empty") }
        var starts = [workingFolder, vault.root].compactMap(\.self)
        let isPlain = typed.utf8.first != UInt8(ascii: "/") && !typed.split(separator: "/").contains("..")
        if isPlain { starts += vault.notesFolders.prefix(1) }
        let places = starts.compactMap { start in
            PathSelection.path(of: FilePath.join(start, typed), root: vault.root).map {
                String(decoding: $0, as: UTF8.self)
            }
        }
        guard let first = places.first else { throw .refused("\(typed) is not in the vault") }
        guard let path = places.first(where: { reasonNotFound($0) == nil }) else {
            throw .refused("kb would not find notes in \(typed): \(reasonNotFound(first) ?? "")")
        }
        try requireFolder(path)
        return path
    }

    private func requireFolder(_ path: String) throws(KnowledgeBaseError) {
        if path.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F }) {
            throw .refused("a folder with control characters in its name is not made")
        }
        switch FilePath.kind(of: FilePath.join(vault.root, path)) {
        case .folder, .missing: return
        case .file, .special: throw .refused("\(path) is a file, not a folder")
        }
    }

    /// Why notes in the folder at `path` would not be found; nil when they are.
    func reasonNotFound(_ path: String) -> String? {
        let levels = path.utf8.split(separator: UInt8(ascii: "/"))
        let hidden = levels.first { level in
            level.first == UInt8(ascii: ".") || NoteFileName.skippedFolders.contains { $0.utf8.elementsEqual(level) }
        }
        if let hidden { return "nothing in \(String(decoding: hidden, as: UTF8.self)) is indexed" }
        if let templates = TemplateFolder(vault: vault)?.path, NotesFolders.holds(templates, path) {
            return "\(templates)/ is for templates"
        }
        guard paths.contains(where: { NotesFolders.holds($0, path) }) else {
            return "the notes of this vault are in \(paths.map { $0 + "/" }.joined(separator: ", "))"
        }
        return nil
    }

    /// Whether `path` is `folder` or lies in it.
    private static func holds(_ folder: String, _ path: String) -> Bool {
        folder.isEmpty || path.utf8.elementsEqual(folder.utf8) || path.utf8.starts(with: (folder + "/").utf8)
    }
}
