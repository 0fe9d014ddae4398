/// What the names of note files end in.
public enum NoteExtension {
    /// What follows the dot, in lower case, the most usual first.
    public static let all = ["md", "markdown", "mdx", "txt", "text"]

    /// Where the dot of a note's extension stands in `path`; nil when it ends in none.
    public static func dot(in path: String) -> String.Index? {
        guard let dot = path.utf8.lastIndex(of: UInt8(ascii: ".")) else { return nil }
        return all.contains(path[path.utf8.index(after: dot)...].lowercased()) ? dot : nil
    }
}
