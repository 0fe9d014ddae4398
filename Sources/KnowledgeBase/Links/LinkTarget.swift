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
        var (target, path) = (target, path)
        var isInside = true
        // Written in one go into the new string: a vault has more links than notes.
        let resolved = target.withUTF8 { target in
            path.withUTF8 { path in
                let folder = target.first == slash ? 0 : path.lastIndex(of: slash) ?? 0
                return String(unsafeUninitializedCapacity: folder + 1 + target.count) { resolved in
                    var count = resolved.update(fromContentsOf: path[..<folder])
                    var start = 0
                    while start < target.count, isInside {
                        let next = target[start...].firstIndex(of: slash) ?? target.count
                        isInside = append(target[start..<next], to: resolved, &count)
                        start = next + 1
                    }
                    return isInside ? count : 0
                }
            }
        }
        return resolved.isEmpty ? nil : resolved
    }

    /// Goes down into `level` from the path in the first `count` bytes of `resolved`, or up; false when that is out of
    /// the vault.
    private static func append(
        _ level: Slice<UnsafeBufferPointer<UInt8>>, to resolved: UnsafeMutableBufferPointer<UInt8>, _ count: inout Int
    ) -> Bool {
        let (slash, dot) = (UInt8(ascii: "/"), UInt8(ascii: "."))
        if level.isEmpty || level.count == 1 && level.first == dot { return true }
        if level.count == 2, level.first == dot, level.last == dot {
            guard count > 0 else { return false }
            count = resolved[..<count].lastIndex(of: slash) ?? 0
            return true
        }
        if count > 0 {
            resolved[count] = slash
            count += 1
        }
        count = resolved[count...].update(fromContentsOf: level)
        return true
    }
}
