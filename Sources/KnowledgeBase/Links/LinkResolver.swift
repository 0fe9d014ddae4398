import KBModel

/// Finds the note a link means, by Obsidian's rules.
///
/// An exact path comes first, then the same in another case, then the end of a path or a file name, then an alias, all
/// case-blind. Among several, the shortest path wins, then byte order.
/// - SeeAlso: <https://help.obsidian.md/links>
struct LinkResolver {
    /// Where a link leads.
    enum Destination: Equatable {
        /// To this note.
        case note(String)
        /// To several notes of that name; the first is the one that wins.
        case ambiguous([String])
        /// To no note.
        case missing
    }

    /// By path with and without extension, as written: two notes may differ in case alone.
    private var exact: [PathKey: String] = [:]
    private var byPath: [String: String] = [:]
    private var byName: [String: [String]] = [:]
    private var byAlias: [String: [String]] = [:]
    /// The last levels of the aliases, as those of paths in ``byName``.
    private var lastOfAliases: Set<String> = []
    /// The outermost folders, in lower case.
    private var topFolders: Set<String> = []

    /// A resolver for the notes at `paths`; `aliases` give further names with the path of their note.
    init(paths: some Collection<String>, aliases: [(name: String, path: String)]) {
        for path in paths {
            let key = path.lowercased()
            let bare = Self.withoutExtension(key)
            if let slash = key.firstIndex(of: "/") { topFolders.insert(String(key[..<slash])) }
            Self.add(path, as: PathKey(Self.withoutExtension(path)), to: &exact)
            Self.add(path, as: key, to: &byPath)
            Self.add(path, as: bare, to: &byPath)
            byName[Self.name(of: bare), default: []].append(path)
        }
        // A whole path is meant before the path of another note without its extension.
        for path in paths { exact[PathKey(path)] = path }
        for (name, path) in aliases {
            byAlias[name.lowercased(), default: []].append(path)
            lastOfAliases.insert(Self.name(of: name.lowercased()))
        }
    }

    /// Whether a note or an alias is called what the last level of `path` says. If none is, and no note is at `path`, no
    /// link to it leads anywhere, wherever it stands.
    func knowsName(of path: String) -> Bool {
        let name = Self.name(of: path.lowercased())
        return byName[name] != nil || lastOfAliases.contains(name)
    }

    /// Gives `path` this key, unless a note that comes before it in byte order has it.
    private static func add<Key: Hashable>(_ path: String, as key: Key, to paths: inout [Key: String]) {
        paths[key] = paths[key].map { ByteOrder.precedes(path, $0) ? path : $0 } ?? path
    }

    /// Where `target` leads.
    func destination(of target: LinkTarget) -> Destination {
        switch target {
        case .name(let name): destination(named: name)
        case .path(let path): destination(atPath: path)
        }
    }

    /// Where `target`, written in the note at `path`, leads.
    ///
    /// A Markdown link that fits no path is read as Obsidian reads it, as the name of a note or the end of its path, if
    /// one note alone has it; then as an address on the site that the notes are published on.
    func destination(of target: LinkTarget, from path: String) -> Destination {
        let found = destination(of: target)
        guard found == .missing, case .path(let resolved) = target else { return found }
        let written = target.written(in: path)
        if Self.withoutExtension(written) != written, case .note(let only) = destination(named: written) {
            return .note(only)
        }
        return destination(onSite: resolved)
    }

    /// The note that `/docs/ops/alerts` means on a site that publishes the vault under `/docs`: the only one whose path
    /// ends so, in at least a folder and a name, the more of the path the better. What begins with a folder of the vault
    /// is no such address.
    private func destination(onSite path: String) -> Destination {
        var rest = path.lowercased()[...]
        guard let first = rest.firstIndex(of: "/"), !topFolders.contains(String(rest[..<first])) else {
            return .missing
        }
        while let slash = rest.firstIndex(of: "/") {
            rest = rest[rest.index(after: slash)...]
            guard rest.contains("/") else { break }
            let bare = Self.withoutExtension(String(rest))
            let fitting = (byName[Self.name(of: bare)] ?? []).filter { path in
                let path = Self.withoutExtension(path.lowercased())
                return path == bare || path.hasSuffix("/" + bare)
            }
            if fitting.count == 1 { return .note(fitting[0]) }
            if fitting.count > 1 { break }
        }
        return .missing
    }

    /// The note that `name` means: a path from the root, the end of one, a file name, or an alias.
    func destination(named name: String) -> Destination {
        let key = name.lowercased()
        if let path = exact[PathKey(name)] ?? byPath[key] { return .note(path) }
        let bare = Self.withoutExtension(key)
        let namesakes = byName[Self.name(of: bare)] ?? []
        let fitting =
            bare.contains("/")
            ? namesakes.filter { Self.withoutExtension($0.lowercased()).hasSuffix("/" + bare) } : namesakes
        if fitting.isEmpty { return Self.choose(among: byAlias[key] ?? []) }
        // Of several that differ in case, those written just so.
        let written = Self.withoutExtension(name)
        let same = fitting.filter { path in
            let path = Self.withoutExtension(path)
            return path.utf8.elementsEqual(written.utf8)
                || path.utf8.suffix(written.utf8.count + 1).elementsEqual(("/" + written).utf8)
        }
        return Self.choose(among: same.isEmpty ? fitting : same)
    }

    /// The note at `path` from the root: as written, without an extension, the index page of a folder, or the note
    /// that a static site generator turns into this `.html`.
    private func destination(atPath path: String) -> Destination {
        let key = path.lowercased()
        if let found = exact[PathKey(path)] { return .note(found) }
        for candidate in [key, key + "/index", key + "/readme"] {
            if let found = byPath[candidate] { return .note(found) }
        }
        if let html = ["html", "htm"].first(where: { key.hasSuffix("." + $0) }),
            let found = byPath[String(key.dropLast(html.utf8.count + 1))]
        {
            return .note(found)
        }
        return .missing
    }

    private static func choose(among paths: [String]) -> Destination {
        let ordered = Set(paths.map { PathKey($0) }).map(\.path).sorted {
            $0.utf8.count == $1.utf8.count ? ByteOrder.precedes($0, $1) : $0.utf8.count < $1.utf8.count
        }
        switch ordered.count {
        case 0: return .missing
        case 1: return .note(ordered[0])
        default: return .ambiguous(ordered)
        }
    }

    /// The last level of `path` without the extension of a note.
    static func name(of path: String) -> String {
        // By bytes: a vault has more links than notes, and all of them may come by here.
        let (bytes, slash) = (path.utf8, UInt8(ascii: "/"))
        guard let last = bytes.lastIndex(where: { $0 != slash }) else { return "" }
        let name = bytes[...last]
        let start = name.lastIndex(of: slash).map { bytes.index(after: $0) } ?? bytes.startIndex
        return withoutExtension(String(decoding: name[start...], as: UTF8.self))
    }

    /// `path` without `.md` and the like; other extensions stay.
    static func withoutExtension(_ path: String) -> String {
        guard let dot = path.utf8.lastIndex(of: UInt8(ascii: ".")),
            NoteFileName.extensions.contains(path[path.index(after: dot)...].lowercased())
        else { return path }
        return String(path[..<dot])
    }
}
