import KBModel

/// Finds the note a reader means by a path, a file name, a title, an alias, or the beginning of one.
struct NoteLookup {
    /// A note with the names it goes by.
    struct Entry {
        var path: String
        var title: String
        var aliases: [String]
    }

    private let entries: [Entry]
    private let resolver: LinkResolver

    /// A lookup among `entries`.
    init(_ entries: [Entry]) {
        self.entries = entries
        resolver = LinkResolver(
            paths: entries.map(\.path),
            aliases: entries.flatMap { entry in ([entry.title] + entry.aliases).map { (name: $0, path: entry.path) } })
    }

    /// `path`, when a note stands there, written just so.
    func exact(_ path: String) -> String? {
        entries.first { $0.path.utf8.elementsEqual(path.utf8) }?.path
    }

    /// The path of the note that `name` means: a path or name as links use them, a title, an alias, or, when one
    /// note alone has it and `takesBeginnings`, the beginning of a file name or title. All case-blind.
    func path(of name: String, takesBeginnings: Bool = true) throws(KnowledgeBaseError) -> String {
        switch resolver.destination(named: name) {
        case .note(let path): return path
        case .ambiguous(let choices): throw .ambiguousNote(name, choices: choices.sorted(by: ByteOrder.precedes))
        case .missing: break
        }
        guard takesBeginnings else { throw .noSuchNote(name, nearest: nearest(to: name)) }
        let beginning = name.lowercased()
        let begun = entries.filter { entry in
            !beginning.isEmpty && names(of: entry).contains { $0.lowercased().hasPrefix(beginning) }
        }
        switch begun.count {
        case 1: return begun[0].path
        case 0: throw .noSuchNote(name, nearest: nearest(to: name))
        default: throw .ambiguousNote(name, choices: begun.map(\.path).sorted(by: ByteOrder.precedes))
        }
    }

    /// The names nearest to `name`, one a note.
    private func nearest(to name: String) -> [String] {
        let nearest = NearestName(name)
        return NearestName.best(
            entries.compactMap { entry in
                let ranked = names(of: entry).compactMap { name in nearest.rank(of: name).map { (rank: $0, name: name) }
                }
                return ranked.min { $0.rank < $1.rank }
            })
    }

    private func names(of entry: Entry) -> [String] {
        [LinkResolver.name(of: entry.path), entry.title] + entry.aliases + [entry.path]
    }
}
