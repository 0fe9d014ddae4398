internal import KBEdit
internal import KBImport
internal import KBModel
internal import KBParse
import KBStore

/// All that comes into a vault by an import: where each file goes, and where the links of its notes lead.
struct Arrival {
    /// A note that comes.
    struct Coming {
        /// Its path in the export.
        var path: String
        /// Its path in the vault.
        var target: String
        /// Its text, whose links are still those of the export.
        var bytes: [UInt8]
        /// Its aliases.
        var aliases: [String]
        /// The absolute path of the file it is made from; nil when it came through standard input.
        var origin: String?
    }

    /// The notes, in the byte order of their paths in the export.
    var notes: [Coming] = []
    /// The files that are copied: absolute path and path in the vault.
    var files: [(source: String, path: String, target: String)] = []
    /// Parts of notes, by path in the export and path of the note in the vault.
    var parts: [(path: String, target: String)] = []
    /// The folder of the vault that all goes into; empty for its own.
    let folder: String
    /// Names besides paths and aliases; see ``KBImport/ExportReader/names``.
    let names: [String: String]

    init(folder: String, names: [String: String]) {
        self.folder = folder
        self.names = names
    }

    /// The path in the vault of what goes to `path` below the folder.
    func place(_ path: String) -> String { folder.isEmpty ? path : folder + "/" + path }

    /// The paths of all in the export with those in the vault.
    var moves: MoveSet {
        let whole = folder.isEmpty ? [] : [MoveSet.Move(from: "", to: folder, isNote: false)]
        return MoveSet(
            files: notes.map { .init(from: $0.path, to: $0.target, isNote: true) }
                + files.map { .init(from: $0.path, to: $0.target, isNote: false) }
                + parts.map { .init(from: $0.path, to: $0.target, isNote: true) },
            folders: whole)
    }

    /// Where links lead in the export.
    var source: LinkMap {
        let paths = notes.map(\.path) + parts.map(\.path)
        let map = VaultLinkMap(
            resolver: LinkResolver(
                paths: paths, aliases: notes.flatMap { note in note.aliases.map { (name: $0, path: note.path) } }),
            files: VaultFiles(
                root: nil, with: files.map(\.path), folders: Self.folders(above: paths + files.map(\.path))))
        let (names, known) = (names, Set(paths))
        return { link, path in
            if link.kind == .wiki || link.kind == .embed, let found = names[link.target.lowercased()],
                known.contains(found)
            {
                return .note(found)
            }
            return map.end(of: link, in: path)
        }
    }

    /// Where links lead in the vault of `links` at `root` once all has come.
    func after(_ links: VaultLinks, root: String) -> LinkMap {
        let coming = notes.filter { links.number(of: $0.target) == nil }
        let known = links.records.enumerated().flatMap { number, record in
            links.aliases[number].map { (name: $0, path: record.path) }
        }
        let targets = notes.map(\.target) + files.map(\.target)
        let map = VaultLinkMap(
            resolver: LinkResolver(
                paths: links.records.map(\.path) + coming.map(\.target),
                aliases: known + coming.flatMap { note in note.aliases.map { (name: $0, path: note.target) } }),
            files: VaultFiles(root: root, with: files.map(\.target), folders: Self.folders(above: targets)))
        return { link, path in map.end(of: link, in: path) }
    }

    private static func folders(above paths: [String]) -> Set<String> {
        var folders: Set<String> = []
        for path in paths {
            var folder = FilePath.parent(of: path)
            while let current = folder, folders.insert(current).inserted { folder = FilePath.parent(of: current) }
        }
        return folders
    }
}
