internal import KBModel

/// What is ignored before a walk begins: by the settings, and by ignore files in folders above the notes folders.
///
/// Ignore files count from the top of the git work tree that holds the vault; without one, from the vault.
struct IgnoreStart {
    /// The vault as seen from the highest folder whose ignore files count; ends in `/`, or is empty.
    let prefix: [UInt8]
    private let top: String
    private let root: String
    private let exclude: [String]
    private let honoursIgnoreFiles: Bool
    private let watch: WatchedFolders?

    /// Prepares for a walk of `vault`; `watch` is told what is looked at.
    init(vault: Vault, honoursIgnoreFiles: Bool, watch: WatchedFolders? = nil) {
        self.watch = watch
        root = vault.root
        // What the settings exclude comes later: `!/templates/` takes templates for notes.
        exclude =
            IgnoreStart.templatePatterns(of: vault) + vault.settings.exclude + IgnoreStart.vocabularyPatterns(of: vault)
        self.honoursIgnoreFiles = honoursIgnoreFiles
        top = honoursIgnoreFiles ? IgnoreStart.workTree(of: vault.root, watch) ?? vault.root : vault.root
        let path = FilePath.relative(vault.root, to: top) ?? ""
        prefix = path.isEmpty ? [] : Array(path.utf8) + [UInt8(ascii: "/")]
    }

    /// A vocabulary is no note, whatever its name ends in.
    private static func vocabularyPatterns(of vault: Vault) -> [String] {
        let path = VocabularyFile(vault: vault).path
        guard NoteFileName.isNote(FilePath.name(of: path)) else { return [] }
        return ["/" + escaped(path)]
    }

    /// Templates are no notes, unless they lie among them without a folder of their own.
    private static func templatePatterns(of vault: Vault) -> [String] {
        guard let path = TemplateFolder(vault: vault)?.path, !path.isEmpty else { return [] }
        return ["/" + escaped(path) + "/"]
    }

    /// `path` in the language of patterns.
    private static func escaped(_ path: String) -> String {
        path.unicodeScalars.map { "*?[]\\ !#".unicodeScalars.contains($0) ? "\\\($0)" : String($0) }.joined()
    }

    /// What the settings and the folders above the notes folder at `path` (in the vault) ignore.
    func rules(forFolder path: [UInt8]) -> IgnoreRules {
        var rules = IgnoreRules()
        rules.add(exclude.compactMap { IgnorePattern(line: Array($0.utf8)[...]) }, .setting, base: prefix.count)
        guard honoursIgnoreFiles else { return rules }
        let whole = prefix + path
        // Every slash ends the path of a folder above, but for the last, which ends the notes folder's own.
        let bases = [0] + whole.indices.filter { whole[$0] == UInt8(ascii: "/") }.map { $0 + 1 }
        for base in bases where base < whole.count {
            let folder = FilePath.join(top, String(decoding: whole[..<base], as: UTF8.self))
            for kind in IgnoreRules.Kind.allCases {
                guard let name = kind.fileName else { continue }
                watch?.willLook(at: name, in: folder, for: Inotify.namesChange | Inotify.contentsChange)
                let path = FilePath.join(folder, name)
                guard let bytes = try? FileBytes.read(path, limit: FolderReader.largestIgnoreFile) else { continue }
                rules.add(IgnorePattern.patterns(of: bytes), kind, base: base)
            }
        }
        return rules
    }

    /// The nearest folder upwards that holds a `.git`.
    private static func workTree(of root: String, _ watch: WatchedFolders?) -> String? {
        var candidate: String? = root
        while let folder = candidate {
            watch?.willLook(at: ".git", in: folder, for: Inotify.namesChange)
            if FilePath.isPresent(FilePath.join(folder, ".git")) { return folder }
            candidate = FilePath.parent(of: folder)
        }
        return nil
    }
}
