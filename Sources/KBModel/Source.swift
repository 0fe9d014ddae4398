/// Where something was written.
public struct Source: Hashable, Sendable, Comparable {
    /// The note's path in the vault, with `/`.
    public var path: String
    /// The line, counted from 1.
    public var line: Int

    /// Line `line` of the note at `path`.
    public init(path: String, line: Int) {
        self.path = path
        self.line = line
    }

    /// By path in byte order, then by line.
    public static func < (a: Source, b: Source) -> Bool {
        a.path == b.path ? a.line < b.line : a.path.utf8.lexicographicallyPrecedes(b.path.utf8)
    }
}
