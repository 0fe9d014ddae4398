/// How the path of a note is printed.
public enum PathStyle: Equatable, Sendable {
    /// As the note's identity: from the vault's root, with `/`.
    case inVault(root: String)
    /// From `folder`, so that an editor or `xargs` started there finds the file.
    case from(folder: String, root: String)
    /// From the root of the file system.
    case absolute(root: String)

    /// The path to print for the note at `path` in the vault; a path that is absolute already is a file elsewhere.
    public func shown(_ path: String) -> String {
        switch self {
        case .inVault: path
        case .absolute: absolute(path)
        case .from(let folder, _): PathStyle.relative(absolute(path), from: folder)
        }
    }

    /// The path from the root of the file system.
    public func absolute(_ path: String) -> String {
        switch self {
        case .inVault(let root), .from(_, let root), .absolute(let root):
            path.utf8.first == UInt8(ascii: "/") ? path : (root == "/" ? "" : root) + "/" + path
        }
    }

    /// `path` from `folder`, with `..` as needed; unchanged when the two have nothing in common.
    private static func relative(_ path: String, from folder: String) -> String {
        let target = path.utf8.split(separator: UInt8(ascii: "/"))
        let start = folder.utf8.split(separator: UInt8(ascii: "/"))
        let common = zip(target, start).prefix { $0.0.elementsEqual($0.1) }.count
        guard common > 0 || start.isEmpty else { return path }
        let steps = repeatElement("..", count: start.count - common) + target.dropFirst(common).map { String($0) ?? "" }
        return steps.joined(separator: "/")
    }
}
