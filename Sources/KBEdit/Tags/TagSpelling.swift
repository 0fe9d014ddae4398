internal import KBModel
internal import KBParse

/// How a tag is written in a note.
public enum TagSpelling {
    /// What makes a tag, in words.
    public static let rule = "letters, digits, “_”, “-” and “/” between levels, not digits alone"

    /// What was typed for a tag, without `#`; nil when `#` and the rest would not be read as that tag in a text.
    public static func bare(_ typed: String) -> String? {
        let bare = withoutMark(typed)
        guard bare.utf8.split(separator: VaultPath.slash, omittingEmptySubsequences: false).allSatisfy({ !$0.isEmpty })
        else { return nil }
        var parser = NoteParser()
        let read = parser.parse(Array("#\(bare)".utf8), path: "")
        guard read.tags.count == 1, let tag = read.tags.first, VaultPath.same(tag.spelling, bare) else { return nil }
        return bare
    }

    /// A tag of some note without the `#` it may have. Front matter holds tags that no text could.
    static func withoutMark(_ tag: String) -> String { tag.hasPrefix("#") ? String(tag.dropFirst()) : tag }
}
