import KBEdit
import KBModel
import KBParse

/// A vault in memory, with links resolved by the rules of `docs/links.md`, as plainly as can be.
struct MadeUpVault {
    /// The notes by path.
    var notes: [String: String]
    /// Paths of files that are no notes.
    var files: Set<String> = []

    init(_ notes: [String: String], files: Set<String> = []) {
        self.notes = notes
        self.files = files
    }

    private static let endings = [".md", ".txt"]

    private func bare(_ path: String) -> String {
        let ending = Self.endings.first { path.hasSuffix($0) }
        return ending.map { String(path.dropLast($0.count)) } ?? path
    }

    private func one(_ paths: [String]) -> LinkEnd? {
        let sorted = paths.sorted { ($0.utf8.count, $0) < ($1.utf8.count, $1) }
        return sorted.isEmpty ? nil : sorted.count == 1 ? .note(sorted[0]) : .ambiguous(sorted)
    }

    /// A path from the root with `.` and `..` gone; nil outside the vault.
    private func path(_ target: String, in note: String) -> String? {
        var levels = target.hasPrefix("/") ? [] : note.split(separator: "/").dropLast().map(String.init)
        for level in target.split(separator: "/") where level != "." {
            if level != ".." {
                levels.append(String(level))
            } else if levels.popLast() == nil {
                return nil
            }
        }
        return levels.joined(separator: "/")
    }

    private func note(at path: String) -> String? {
        let same = notes.keys.filter { $0 == path } + notes.keys.filter { bare($0) == path }.sorted()
        let alike = notes.keys.sorted().filter {
            $0.lowercased() == path.lowercased() || bare($0).lowercased() == path.lowercased()
        }
        return (same + alike).first
    }

    private func named(_ name: String, aliases: [(String, String)]) -> LinkEnd? {
        if let path = note(at: name) { return .note(path) }
        let wanted = bare(name.lowercased())
        let fitting = notes.keys.filter {
            let path = bare($0.lowercased())
            return path == wanted || path.hasSuffix("/" + wanted)
        }
        return one(fitting) ?? one(aliases.filter { $0.0.lowercased() == name.lowercased() }.map(\.1))
    }

    private func file(_ target: String, in note: String, isName: Bool) -> LinkEnd? {
        let exact = isName ? target : path(target, in: note) ?? ""
        let all = files.union(files.flatMap(folders)).union(notes.keys.flatMap(folders))
        if !exact.isEmpty, all.contains(exact) { return .file(exact) }
        guard target.contains(".") else { return nil }
        let name = target.lowercased()
        return files.sorted().first { $0.lowercased() == name || $0.lowercased().hasSuffix("/" + name) }.map {
            .file($0)
        }
    }

    private func folders(of path: String) -> [String] {
        let levels = path.split(separator: "/").dropLast()
        return levels.indices.map { levels[...$0].joined(separator: "/") }
    }

    /// Where links lead; aliases are read once.
    func map() -> LinkMap {
        var parser = NoteParser()
        let aliases = notes.keys.sorted().flatMap { path in
            parser.parse(Array((notes[path] ?? "").utf8), path: path).aliases.map { ($0, path) }
        }
        return { link, note in
            let isName = link.kind == .wiki || link.kind == .embed
            let isPath = !isName || ["/", "./", "../"].contains { link.target.hasPrefix($0) }
            if !isPath {
                return self.named(link.target, aliases: aliases) ?? self.file(link.target, in: note, isName: true)
                    ?? .nothing
            }
            guard let path = self.path(link.target, in: note), !path.isEmpty else { return .nothing }
            for candidate in [path, path + "/index", path + "/readme"] {
                if let found = self.note(at: candidate) { return .note(found) }
            }
            if self.bare(link.target) != link.target, case .note(let only)? = self.named(link.target, aliases: []) {
                return .note(only)
            }
            return self.file(link.target, in: note, isName: false) ?? .nothing
        }
    }

    /// The vault once `moves` are made, texts as they are.
    func moved(_ moves: MoveSet) -> MadeUpVault {
        var vault = MadeUpVault([:])
        for (path, text) in notes { vault.notes[moves.newPath(of: path)] = text }
        vault.files = Set(files.map(moves.newPath))
        return vault
    }

    /// The plan to move the note, file or folder `from` to `to`.
    func plan(_ from: String, _ to: String, keepsOldName: Bool = false) -> (plan: ChangePlan, moves: MoveSet) {
        let isFile = notes[from] != nil || files.contains(from)
        let inside = (Array(notes.keys) + files).sorted().filter { $0 == from || $0.hasPrefix(from + "/") }
        let moves = MoveSet(
            files: inside.map { .init(from: $0, to: to + $0.dropFirst(from.count), isNote: notes[$0] != nil) },
            folders: isFile ? [] : [.init(from: from, to: to, isNote: false)])
        var planner = MovePlanner(
            title: "t", moves: moves, keepsOldName: keepsOldName, before: map(), after: moved(moves).map())
        for (path, text) in notes.sorted(by: { $0.key < $1.key }) { planner.add(Array(text.utf8), path: path) }
        return (planner.plan(), moves)
    }

    /// The vault with a plan applied.
    func applying(_ plan: ChangePlan) -> MadeUpVault {
        var vault = self
        for change in plan.changes {
            if case .moveFile = change { vault.files.remove(change.path) } else { vault.notes[change.path] = nil }
        }
        for change in plan.changes {
            if let bytes = change.newBytes {
                vault.notes[change.newPath] = String(decoding: bytes, as: UTF8.self)
            } else {
                vault.files.insert(change.newPath)
            }
        }
        return vault
    }
}
