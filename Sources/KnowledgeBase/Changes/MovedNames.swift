import KBEdit
import KBModel
import KBStore

/// The names by which links may mean what moves, or what its move uncovers or hides.
struct MovedNames {
    private var names: Set<String> = []
    private let moves: MoveSet
    private var paths: Set<PathKey> = []

    /// The names that matter when `moves` are made in the vault of `links`.
    init(_ planned: PlannedMoves, _ links: VaultLinks) {
        moves = planned.asLinked
        for file in moves.files {
            for path in [file.from, file.to] { add(path) }
            paths.insert(PathKey(file.from))
            guard let number = links.number(of: file.from) else { continue }
            for alias in links.aliases[number] { names.insert(MovedNames.name(of: alias)) }
        }
        for note in planned.revived {
            for alias in note.aliases { names.insert(MovedNames.name(of: alias)) }
        }
        for folder in moves.folders {
            for path in [folder.from, folder.to] { add(path) }
        }
    }

    /// The names by which links may mean what comes to `paths`, or notes that come with `aliases`.
    init(arriving paths: [String], aliases: [String]) {
        moves = MoveSet(files: [])
        for path in paths { add(path) }
        for alias in aliases { names.insert(MovedNames.name(of: alias)) }
    }

    private mutating func add(_ path: String) {
        let name = MovedNames.name(of: path)
        names.insert(name)
        // A link to a folder means the index page in it.
        if name == "index" || name == "readme", let folder = FilePath.parent(of: path) {
            names.insert(MovedNames.name(of: folder))
        }
    }

    /// The last level of `path` in lower case, without the extension of a note or a page.
    private static func name(of path: String) -> String {
        let name = LinkResolver.name(of: path.lowercased())
        for page in [".html", ".htm"] where name.hasSuffix(page) { return String(name.dropLast(page.count)) }
        return name
    }

    /// The notes that move, and those whose links may have to change, by path.
    func notesConcerned(_ links: VaultLinks) -> [String] {
        links.records.filter { record in
            paths.contains(PathKey(record.path)) || record.linkTargets.contains(where: isConcerned)
        }.map(\.path)
    }

    private func isConcerned(_ stored: String) -> Bool {
        switch LinkTarget(stored: stored) {
        case .name(let name): return names.contains(MovedNames.name(of: name))
        case .path(let path):
            // Whatever is in a folder that moves, be it missing, is meant by its place.
            return names.contains(MovedNames.name(of: path))
                || !moves.folders.isEmpty && !moves.newPath(of: path).utf8.elementsEqual(path.utf8)
        }
    }
}
