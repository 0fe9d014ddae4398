internal import KBModel

/// The program, or the format, that what is imported comes from.
public enum ImportKind: String, Sendable, CaseIterable {
    case obsidian
    case logseq
    case notion
    case markdown
    case html

    /// The kind of an export whose files and folders have these paths, seen from its own folder, with `/`.
    ///
    /// Programs are told by what they leave behind: Obsidian and Logseq their settings, Notion an id of 32 digits in the
    /// names. A folder of pages is HTML when it holds no note.
    public init(recognising paths: [String]) {
        func holds(_ start: String) -> Bool { paths.contains { $0.utf8.starts(with: start.utf8) } }
        if holds(".obsidian/") {
            self = .obsidian
        } else if holds("logseq/") && (holds("pages/") || holds("journals/")) {
            self = .logseq
        } else if paths.contains(where: NotionName.hasID(path:)) {
            self = .notion
        } else {
            let isPage = paths.contains { ImportKind.isHTML($0) }
            let isNote = paths.contains { ImportKind.isNote($0) }
            self = isPage && !isNote ? .html : .markdown
        }
    }

    /// Whether the name ends as that of a page does.
    static func isHTML(_ path: String) -> Bool { hasExtension(path, among: ["html", "htm", "xhtml"]) }

    /// Whether the name ends as that of a note does.
    static func isNote(_ path: String) -> Bool { NoteExtension.dot(in: path) != nil }

    private static func hasExtension(_ path: String, among extensions: [String]) -> Bool {
        guard let dot = path.utf8.lastIndex(of: UInt8(ascii: ".")) else { return false }
        return extensions.contains(path[path.index(after: dot)...].lowercased())
    }
}
