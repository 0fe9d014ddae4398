internal import KBModel
internal import KBParse

/// What bytes without a name tell about themselves.
public enum PlainText {
    /// So many bytes are looked at: what a page is shows at its start.
    private static let looked = 1024
    private static let starts = ["<!doctype html", "<html", "<head", "<body", "<article", "<main", "<?xml"]

    /// Whether `bytes`, those of a file at `path` if one is given, are a page or a note.
    public static func kind(of bytes: [UInt8], path: String?) -> ImportKind {
        if let path {
            if ImportKind.isHTML(path) { return .html }
            if ImportKind.isNote(path) { return .markdown }
        }
        let text = bytes.prefix(looked).drop { $0 <= 0x20 || $0 >= 0x80 }
        let start = String(decoding: text, as: UTF8.self).lowercased()
        if starts.contains(where: { start.hasPrefix($0) }) { return .html }
        // Comments may come first, as in pages that browsers save.
        return start.hasPrefix("<!--") && start.contains("<html") ? .html : .markdown
    }

    /// Whether `bytes` may be a text: UTF-16 has zeros as well, and begins with a mark.
    public static func isText(_ bytes: [UInt8]) -> Bool {
        bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) || !bytes.prefix(looked).contains(0)
    }

    /// The title of a note: its first heading, or its first line.
    public static func title(of bytes: [UInt8]) -> String {
        var parser = NoteParser()
        let note = parser.parse(bytes, path: "")
        if let heading = note.sections.first(where: { $0.level > 0 }) { return note.text(heading.title) }
        let line = note.plain.split { $0 == 0x0A }.first { $0.contains { $0 > 0x20 } }
        return line.map { String(decoding: $0.prefix(200), as: UTF8.self) } ?? ""
    }
}

/// A note in Markdown that stays as it is.
public enum MarkdownNote {
    /// The note at `path`, which holds `bytes`, with what kb does not interpret.
    public static func note(_ bytes: [UInt8], path: String) -> ConvertedNote {
        ConvertedNote(bytes, unmapped: ForeignCode.find(in: bytes, path: path))
    }
}

extension ImportKind {
    /// What files of this name are, when they are no notes and no plain attachments; nil for those.
    public func foreignFile(_ path: String) -> String? {
        switch self {
        case .obsidian, .markdown: MarkdownReader.foreignFile(path)
        case .logseq: LogseqReader.foreignFile(path)
        case .notion: path.lowercased().hasSuffix(".zip") ? "zip files, which are to be unpacked first" : nil
        case .html: nil
        }
    }
}
