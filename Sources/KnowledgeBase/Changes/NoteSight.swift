internal import KBEdit
internal import KBModel

/// Tells whether kb finds a note at a path, by the rules of ``VaultScanner``, once files have moved.
struct NoteSight {
    private let start: IgnoreStart
    /// Where files are now that will be at these paths.
    private let origins: [PathKey: String]
    private let root: String
    /// The notes folders, as paths in the vault.
    private let folders: [String]
    /// The folder of the index, as a path in the vault that ends in a slash; empty when it lies elsewhere.
    private let indexFolder: String
    /// What the ignore files of folders say, once they were read.
    private var known: [PathKey: [(IgnoreRules.Kind, [IgnorePattern])]] = [:]

    /// What is found in `vault` once `moves` are made.
    init(_ vault: Vault, after moves: MoveSet) {
        start = IgnoreStart(vault: vault, honoursIgnoreFiles: true)
        origins = Dictionary(moves.files.map { (PathKey($0.to), $0.from) }, uniquingKeysWith: { first, _ in first })
        root = vault.root
        folders = vault.notesFolders.compactMap { FilePath.relative($0, to: vault.root) }
        let index = FilePath.parent(of: vault.indexFile).flatMap(FilePath.realOfExistingPart)
        indexFolder = index.flatMap { FilePath.relative($0, to: vault.root) }.map { $0 + "/" } ?? ""
    }

    /// Why kb would not find a note at `path`, in words; nil when it would.
    mutating func reasonNotFound(_ path: String) -> String? {
        if let hidden = NoteFileName.hiddenLevel(of: path) {
            let mend = hidden == Trash.folder ? "use kb rm" : "choose another place"
            return "nothing in \(hidden) is indexed; \(mend)"
        }
        let tops = folders.map { $0.isEmpty ? "" : $0 + "/" }.filter { path.utf8.starts(with: $0.utf8) }
        guard let top = tops.min(by: { $0.utf8.count < $1.utf8.count }) else {
            return "the notes of this vault are in \(folders.map { $0 + "/" }.joined(separator: ", "))"
        }
        guard indexFolder.utf8.count <= 1 || !path.utf8.starts(with: indexFolder.utf8) else {
            return "the index is kept in \(indexFolder)"
        }
        guard let ignored = ignored(Array(path.utf8), below: Array(top.utf8)) else { return nil }
        return "\(ignored) is ignored, by an ignore file or the setting exclude; choose another place"
    }

    /// The outermost level of `path` that is ignored, `top` being the notes folder that holds it; nil when none is.
    private mutating func ignored(_ path: [UInt8], below top: [UInt8]) -> String? {
        var rules = start.rules(forFolder: top)
        var place = top.count
        while true {
            for (kind, patterns) in patterns(inFolder: String(decoding: path[..<place], as: UTF8.self)) {
                rules.add(patterns, kind, base: start.prefix.count + place)
            }
            let end = path[place...].firstIndex(of: UInt8(ascii: "/"))
            let level = path[..<(end ?? path.count)]
            let name = start.prefix.count + place
            if !rules.isEmpty, rules.ignores(start.prefix + level, name: name, isFolder: end != nil) {
                return String(decoding: level, as: UTF8.self) + (end == nil ? "" : "/")
            }
            guard let end else { return nil }
            place = end + 1
        }
    }

    /// What the ignore files in the folder at `path`, which ends in a slash or is empty, say.
    private mutating func patterns(inFolder path: String) -> [(IgnoreRules.Kind, [IgnorePattern])] {
        if let known = known[PathKey(path)] { return known }
        var found: [(IgnoreRules.Kind, [IgnorePattern])] = []
        for kind in IgnoreRules.Kind.allCases {
            guard let name = kind.fileName else { continue }
            // An ignore file in a folder that moves goes with it.
            let place = FilePath.join(root, origins[PathKey(path + name)] ?? path + name)
            if let bytes = try? FileBytes.read(place, limit: FolderReader.largestIgnoreFile) {
                found.append((kind, IgnorePattern.patterns(of: bytes)))
            }
        }
        known[PathKey(path)] = found
        return found
    }
}
