import KBModel

/// What a link points at, in a form that does not depend on the folder of the note it stands in.
///
/// Kept in the index as text, so that whether a link leads anywhere is decided when it is asked, against the notes
/// that exist then.
enum LinkTarget: Hashable {
    /// `[[name]]` or `[[folder/name]]`: looked up by path, file name, then alias. `[[./name]]` and `[[/name]]` are paths.
    case name(String)
    /// A path from the vault's root, `.` and `..` resolved.
    case path(String)

    /// The target of a link in the note at `path`; nil when it leads out of the vault or stays in its own note.
    init?(of link: Link, in path: String) {
        guard let first = link.target.utf8.first, !link.isExternal else { return nil }
        switch link.kind {
        case .wiki, .embed:
            guard first == UInt8(ascii: "/") || link.target.hasPrefix("./") || link.target.hasPrefix("../") else {
                self = .name(link.target)
                return
            }
            guard let resolved = LinkTarget.resolve(link.target, from: path) else { return nil }
            self = .path(resolved)
        case .auto:
            return nil
        case .markdown, .image:
            guard first != UInt8(ascii: "/") || !link.target.hasPrefix("//"),
                let resolved = LinkTarget.resolve(link.target, from: path)
            else {
                return nil
            }
            self = .path(resolved)
        }
    }

    /// The text kept in the index: names are marked by `[[`, which no path can begin with.
    var stored: String {
        switch self {
        case .name(let name): "[[" + name
        case .path(let path): path
        }
    }

    /// Reads ``stored`` back.
    init(stored: String) {
        self = stored.hasPrefix("[[") ? .name(String(stored.dropFirst(2))) : .path(stored)
    }

    /// The target as it was written in the note at `path`, as far as `.` and `..` leave that to be seen.
    func written(in path: String) -> String {
        switch self {
        case .name(let name): return name
        case .path(let resolved):
            let folder = FilePath.parent(of: path).map { Array($0.utf8) + [UInt8(ascii: "/")] } ?? []
            guard resolved.utf8.starts(with: folder) else { return resolved }
            return String(decoding: resolved.utf8.dropFirst(folder.count), as: UTF8.self)
        }
    }

    /// `target` seen from the note at `path`, from the vault's root; nil when `..` leads above it, or nothing is left.
    private static func resolve(_ target: String, from path: String) -> String? {
        let slash = UInt8(ascii: "/")
        var resolved: [UInt8] = []
        if target.utf8.first != slash, let end = path.utf8.lastIndex(of: slash) { resolved += path.utf8[..<end] }
        var rest = target.utf8.prefix { $0 != UInt8(ascii: "?") }
        while !rest.isEmpty {
            let level = rest.prefix { $0 != slash }
            rest = rest.dropFirst(level.count + 1)
            if level.isEmpty || level.elementsEqual(".".utf8) { continue }
            if level.elementsEqual("..".utf8) {
                guard !resolved.isEmpty else { return nil }
                resolved.removeSubrange((resolved.lastIndex(of: slash) ?? 0)...)
            } else {
                if !resolved.isEmpty { resolved.append(slash) }
                resolved += level
            }
        }
        return resolved.isEmpty ? nil : String(decoding: resolved, as: UTF8.self)
    }
}
