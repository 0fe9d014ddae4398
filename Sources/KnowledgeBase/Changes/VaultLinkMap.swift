internal import KBEdit
internal import KBModel
import KBStore

/// Tells where the links of a vault lead, as they do now or as they will once files have moved.
final class VaultLinkMap {
    private let resolver: LinkResolver
    private var files: VaultFiles

    /// The map of `links` in the vault at `root` once `moves` are made, and the notes `added` are there too.
    init(
        _ links: VaultLinks, root: String, after moves: MoveSet = MoveSet(files: []),
        with added: [(path: String, aliases: [String])] = []
    ) {
        resolver =
            moves.files.isEmpty && added.isEmpty ? links.resolver : links.resolver(after: moves, with: added)
        files = VaultFiles(root: root, after: moves)
    }

    /// The map of notes that `resolver` knows and of `files`.
    init(resolver: LinkResolver, files: VaultFiles) {
        self.resolver = resolver
        self.files = files
    }

    /// Where `link`, written in the note at `path`, leads.
    func end(of link: Link, in path: String) -> LinkEnd {
        guard let target = LinkTarget(of: link, in: path) else { return .nothing }
        return end(of: target, from: path)
    }

    /// Where `target`, written in the note at `path`, leads.
    func end(of target: LinkTarget, from path: String) -> LinkEnd {
        switch resolver.destination(of: target, from: path) {
        case .note(let path): return .note(path)
        case .ambiguous(let paths): return .ambiguous(paths)
        case .missing: return files.find(target, writtenIn: path).map { .file($0) } ?? .nothing
        }
    }
}

extension VaultLinks {
    /// The resolver of the notes once `moves` are made, and the notes `added` are there too.
    func resolver(after moves: MoveSet, with added: [(path: String, aliases: [String])]) -> LinkResolver {
        let moved = zip(records, aliases).map { (path: moves.newPath(of: $0.path), aliases: $1) } + added
        return LinkResolver(
            paths: moved.map(\.path),
            aliases: moved.flatMap { note in note.aliases.map { (name: $0, path: note.path) } })
    }
}
