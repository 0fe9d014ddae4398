import KBEdit
import KBModel

/// What links of a vault may lead to besides notes: pictures, PDFs, code, folders.
struct VaultFiles {
    /// The vault's own folder; nil for a listing that is complete in itself.
    private let root: String?
    /// Files that are no notes, besides those found in ``root``.
    private let others: [String]
    /// Paths in the vault by file name in lower case, those of notes left out; nil until they are needed.
    private var byName: [String: [String]]?

    /// Files and folders that are taken to have moved, if any.
    private let moves: MoveSet
    private let movedTo: Set<PathKey>

    /// The files of the vault at `root`, which are looked for when a link needs them, as they are once `moves` are made.
    init(root: String, after moves: MoveSet = MoveSet(files: [])) {
        self.root = root
        self.moves = moves
        var places: Set<PathKey> = []
        for move in moves.files + moves.folders {
            var place: String? = move.to
            while let path = place, places.insert(PathKey(path)).inserted { place = FilePath.parent(of: path) }
        }
        movedTo = places
        others = []
    }

    /// The files of the vault at `root`, if one is given, and those at `others`, which are no notes and come to be there.
    init(root: String?, with others: [String], folders: Set<String>) {
        self.root = root
        self.others = others
        moves = MoveSet(files: [])
        movedTo = Set((others + folders).map { PathKey($0) })
    }

    /// Whether `target`, written in the note at `path`, leads to a file or folder; see ``find(_:writtenIn:)``.
    mutating func hold(_ target: LinkTarget, writtenIn path: String) -> Bool { find(target, writtenIn: path) != nil }

    /// The path in the vault of the file or folder that `target`, written in the note at `path`, leads to: at that place,
    /// or, as in Obsidian, anywhere under that name or end of a path; of several the first by path. Nothing outside the
    /// vault is looked at.
    mutating func find(_ target: LinkTarget, writtenIn path: String) -> String? {
        let exact: String
        switch target {
        case .path(let resolved): exact = resolved
        case .name(let name): exact = name
        }
        // A leading slash means the root of the vault.
        let levels = exact.split(separator: "/")
        guard let name = levels.last, !levels.contains("..") else { return nil }
        let place = levels.joined(separator: "/")
        if isPresent(place) { return place }
        // Without an extension it is the name of a note.
        guard name.contains(".") else { return nil }
        let wanted = target.written(in: path).lowercased().drop { $0 == "/" }
        let fitting = named(name.lowercased()).filter { path in
            let path = path.lowercased()
            return path == wanted || path.hasSuffix("/" + wanted)
        }
        return fitting.min(by: ByteOrder.precedes)
    }

    /// The files that are no notes and have this name, which is in lower case; in no order.
    mutating func named(_ name: String) -> [String] {
        let files = byName ?? allFiles()
        byName = files
        return files[name] ?? []
    }

    private func isPresent(_ place: String) -> Bool {
        if movedTo.contains(PathKey(place)) { return true }
        guard let root else { return false }
        return moves.newPath(of: place).utf8.elementsEqual(place.utf8) && FilePath.isPresent(FilePath.join(root, place))
    }

    private func allFiles() -> [String: [String]] {
        var files: [String: [String]] = [:]
        func add(_ path: String) { files[FilePath.name(of: path).lowercased(), default: []].append(path) }
        others.forEach(add)
        guard let root else { return files }
        VaultTree.forEachFile(in: root) { path, _ in
            guard !NoteFileName.isNote(path) else { return }
            let path = moves.newPath(of: path)
            // What is there already may be among the others.
            if !movedTo.contains(PathKey(path)) || others.isEmpty { add(path) }
        }
        // What comes out of a hidden folder was not met.
        for move in moves.files where NoteFileName.hiddenLevel(of: move.from) != nil && !NoteFileName.isNote(move.to) {
            add(move.to)
        }
        return files
    }
}
