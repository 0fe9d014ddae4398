/// A page of HTML as a note: its words in Markdown, and in the front matter what it tells about itself.
public struct PageNote: Equatable, Sendable {
    /// The page's title; nil when it has none.
    public var title: String?
    /// The note.
    public var note: ConvertedNote

    /// Reads the page at `path`, which holds `bytes`. Where it comes from is its own address; when it tells none, `source`, if
    /// that is given.
    public init(_ bytes: [UInt8], path: String, source: String?) {
        let page = HTMLNote(bytes)
        var front = FrontMatterText()
        if let place = page.address ?? source { front.add("source", place) }
        if let author = page.author { front.add("author", author) }
        if let date = page.date { front.add("published", date) }
        let lines = page.titledMarkdown.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        let text = front.lines(before: lines.map { String(Substring($0)) }).joined(separator: "\n")
        title = page.title
        note = ConvertedNote(
            Array(text.utf8),
            unmapped: page.remarks.map { remark in
                Unmapped("pages with \(remark.kind.things)", remark.kind.fate, path: path)
            })
    }
}

extension HTMLRemark.Kind {
    /// What it is, in the plural.
    fileprivate var things: String {
        switch self {
        case .embeddedPage: "other pages in them"
        case .video: "videos"
        case .audio: "sounds"
        case .drawing: "drawings"
        case .plugin: "plug-ins"
        case .formField: "forms"
        case .inlinePicture: "pictures of their own"
        case .simplifiedTable: "tables of blocks or wide cells"
        case .layoutTable: "tables that are only a layout"
        case .formula: "formulas without source"
        case .scriptedContent: "words that scripts would write"
        case .unknownEncoding: "an encoding kb does not read"
        case .damagedText: "bytes that are no text"
        }
    }

    /// What becomes of it.
    fileprivate var fate: Unmapped.Fate {
        switch self {
        case .drawing, .plugin, .formField, .inlinePicture, .scriptedContent: .leftOut
        default: .simplified
        }
    }
}
