internal import KBModel

/// The folder of a vault that holds templates of notes. What is in it is no note.
struct TemplateFolder {
    /// The folders taken for it when nothing is set, the first that is there.
    static let usualNames = ["templates", "Templates"]
    /// No template anybody wrote is larger.
    private static let largest = 1 << 20

    /// Its path in the vault.
    let path: String
    private let root: String

    /// The folder of `vault`; nil when it has none, or when its notes are in it.
    init?(vault: Vault) {
        guard let named = vault.settings.templates,
            let real = FilePath.realOfExistingPart(FilePath.join(vault.root, named)),
            let path = FilePath.relative(real, to: vault.root), !path.isEmpty,
            !vault.notesFolders.contains(where: { FilePath.relative($0, to: real) != nil })
        else { return nil }
        self.path = path
        root = vault.root
    }

    /// The names of the templates, without extension, in byte order; one in a folder has that before it.
    var names: [String] {
        let files = (try? FilesBelow.paths(in: path, of: ChangeFiles(root: root))) ?? []
        return files.filter { NoteFileName.isNote($0) && !FilePath.name(of: $0).hasPrefix(".") }.map { file in
            LinkResolver.withoutExtension(String(decoding: file.utf8.dropFirst(path.utf8.count + 1), as: UTF8.self))
        }
    }

    /// The text of the template `name` of `vault`: a path from the vault, or a name in its folder of templates, with or
    /// without extension, case-blind.
    static func text(named name: String, in vault: Vault) throws(KnowledgeBaseError) -> String {
        let folder = TemplateFolder(vault: vault)
        let known = folder?.names ?? []
        let key = LinkResolver.withoutExtension(name).lowercased()
        var candidates: [String] = []
        if let folder {
            let fitting =
                known.filter { $0.lowercased() == key } + known.filter { FilePath.name(of: $0).lowercased() == key }
            candidates += fitting.map { folder.path + "/" + $0 }
            candidates.append(folder.path + "/" + LinkResolver.withoutExtension(name))
        }
        candidates.append(LinkResolver.withoutExtension(name))
        for candidate in candidates {
            for ending in NoteFileName.extensions {
                guard let file = inVault("\(candidate).\(ending)", vault) else { continue }
                return try text(ofFile: file, candidate)
            }
        }
        guard !known.isEmpty else {
            let mend =
                folder.map { "\($0.path)/ is empty" } ?? "make the folder templates, or set `templates:` in kb.yml"
            throw .refused("no template is called “\(name)”; \(mend)")
        }
        let nearest = NearestName.nearest(to: name, among: known)
        throw .noSuchTemplate(name, nearest: nearest.isEmpty ? Array(known.prefix(NearestName.most)) : nearest)
    }

    /// The real path of the file at `path` of `vault`; nil when there is none, or it is not in the vault.
    private static func inVault(_ path: String, _ vault: Vault) -> String? {
        guard let real = FilePath.real(FilePath.join(vault.root, path)), FilePath.relative(real, to: vault.root) != nil,
            case .file = FilePath.kind(of: real)
        else { return nil }
        return real
    }

    private static func text(ofFile file: String, _ path: String) throws(KnowledgeBaseError) -> String {
        let bytes: [UInt8]
        do throws(FileBytes.ReadError) {
            bytes = try FileBytes.read(file, limit: largest)
        } catch {
            throw .unreadable(path: file, message: error.message)
        }
        let isMarked = bytes.starts(with: [0xEF, 0xBB, 0xBF])
        guard let text = String(validating: bytes.dropFirst(isMarked ? 3 : 0), as: UTF8.self) else {
            throw .unreadable(path: file, message: "it is not UTF-8")
        }
        return text
    }
}
