internal import KBModel
internal import KBParse

/// Writes the text of a new note out of a title, a text, a template and tags.
public struct NewNote: Equatable, Sendable {
    /// A new note, written.
    public struct Written: Equatable, Sendable {
        /// The file.
        public var bytes: [UInt8]
        /// The line the text begins on; without a text where a cursor belongs. Counted from 1.
        public var line: Int
        /// What of the text found no place, in words.
        public var remarks: [String] = []
    }

    /// What the note is called, as typed; empty when its text is to say that.
    public var title: String
    /// What it says.
    public var text: AddedText?
    /// The template it is made by.
    public var template: Template.Filled?
    /// Tags for its front matter, with or without `#`.
    public var tags: [String]
    /// Whether the text is the whole note as someone wants it, so that no title is put above it.
    public var isWhole: Bool

    /// A note to be; see the properties.
    public init(
        title: String, text: AddedText?, template: Template.Filled? = nil, tags: [String] = [], isWhole: Bool = false
    ) {
        self.title = AddedText.words(title)
        self.text = text
        self.template = template
        self.tags = tags
        self.isWhole = isWhole
    }

    /// What the note is called: as typed, else as its text says; nil when neither says anything.
    public var name: String? {
        guard !title.isEmpty, isWhole, let text else { return title.isEmpty ? text?.title : title }
        // Whoever wrote the whole note may have thought better of its title.
        switch text.naming {
        case .frontMatter, .heading: return text.title ?? title
        case .line, .beginning: return title
        }
    }

    /// The title in the text, which may differ from the one typed.
    private var hasOwnTitle: Bool {
        switch text?.naming {
        case .frontMatter, .heading(_, level: 1): true
        default: false
        }
    }

    /// The note at `path`.
    ///
    /// A text keeps its own front matter and its own heading of the first level: a title typed besides becomes an alias
    /// then. Else the title is the heading, unless a template says what stands there.
    /// - Throws: ``EditRefusal`` when the front matter cannot take what belongs into it.
    public func written(path: String) throws(EditRefusal) -> Written {
        let draft = try template.map { filled throws(EditRefusal) in try merged(with: filled, path: path) } ?? plain()
        var bytes = try FrontMatterAddition.adding(
            tags.map(TagSpelling.withoutMark), to: "tags", in: draft.bytes, path: path)
        if !title.isEmpty, !isWhole, hasOwnTitle, let own = text?.title, !VaultPath.alike(own, title) {
            bytes = try FrontMatterAddition.adding([title], to: "aliases", in: bytes, path: path)
        }
        let line = AddedText.lineCount(bytes[..<max(0, bytes.count - draft.rest)]) + 1
        if let last = bytes.last, !last.isLineEnd { bytes += Array(draft.lineEnd.utf8) }
        return Written(bytes: bytes, line: line, remarks: draft.remarks)
    }

    /// A note while it is put together.
    private struct Draft {
        var bytes: [UInt8]
        /// How many of them there are from where the text begins: what comes into the front matter moves that place.
        var rest: Int
        var lineEnd: String
        var remarks: [String] = []
    }

    // MARK: - Without a template

    private func plain() -> Draft {
        let end = text?.lineEnd ?? "\n"
        guard let text else { return Draft(bytes: heading(title, end), rest: heading(title, end).count, lineEnd: end) }
        let frontMatter = frontMatter(of: text, end)
        var (head, body): ([UInt8], [UInt8]) = ([], text.body)
        if !isWhole {
            switch text.naming {
            case .line(let range) where title.isEmpty || VaultPath.alike(text.title ?? "", title):
                (head, body) = (heading(text.title ?? title, end), text.body(without: range))
            case .heading, .frontMatter:
                let own = text.title ?? ""
                if !title.isEmpty, !hasOwnTitle, !VaultPath.alike(own, title) { head = heading(title, end) }
            case .line, .beginning: if !title.isEmpty { head = heading(title, end) }
            }
        }
        if !head.isEmpty, !body.isEmpty { head += Array(end.utf8) }
        // A text that became the heading begins there.
        let rest = body.isEmpty ? head.count : body.count
        return Draft(bytes: frontMatter + head + body, rest: rest, lineEnd: end)
    }

    private func frontMatter(of text: AddedText, _ end: String) -> [UInt8] {
        var bytes = Array(text.bytes[text.frontMatter])
        if let last = bytes.last, !last.isLineEnd { bytes += Array(end.utf8) }
        return bytes
    }

    private func heading(_ title: String, _ end: String) -> [UInt8] {
        title.isEmpty ? [] : Array("# \(title)\(end)".utf8)
    }

    // MARK: - With a template

    /// The template with the text at its cursor, else at its end.
    private func merged(with filled: Template.Filled, path: String) throws(EditRefusal) -> Draft {
        var parser = NoteParser()
        let base = Array(filled.text.utf8)
        let note = EditableNote(base, path: path, with: &parser)
        let end = note.lineEnd
        let cursor = filled.cursor.flatMap { $0 >= note.sites.bodyStart && $0 <= base.count ? $0 : nil }
        guard let text, !text.isEmpty else {
            let start = filled.cursor.map { min($0, base.count) } ?? Self.trimmedEnd(base, from: 0)
            return Draft(bytes: base, rest: base.count - start, lineEnd: end)
        }
        let body = body(of: text, below: note.note, lineEnd: end)
        let place = cursor ?? Self.trimmedEnd(base, from: note.sites.bodyStart)
        var lead: [UInt8] = []
        if cursor == nil, place > note.sites.bodyStart { lead = Array((end + end).utf8) }
        let tail = cursor == nil ? [] : Array(base[place...])
        let bytes = body.isEmpty ? base : Array(base[..<place]) + lead + body + tail
        let rest = bytes.count - (body.isEmpty ? place : place + lead.count)
        guard !text.frontMatter.isEmpty else { return Draft(bytes: bytes, rest: rest, lineEnd: end) }
        let merge = try FrontMatterMerge(of: text, into: bytes, path: path)
        return Draft(bytes: merge.bytes, rest: rest, lineEnd: end, remarks: merge.remarks)
    }

    /// The text without its title when the template has it as a heading, and with the template's line ends.
    private func body(of text: AddedText, below template: Note, lineEnd: String) -> [UInt8] {
        let isTitled = template.sections.contains {
            $0.level == 1 && VaultPath.alike(AddedText.words(template.text($0.title)), text.title ?? "")
        }
        var body = text.body
        if isTitled, !isWhole {
            switch text.naming {
            case .heading(let range, level: 1), .line(let range): body = text.body(without: range)
            default: break
            }
        }
        guard text.lineEnd != lineEnd else { return body }
        let lines = SectionInsertion.lines(of: String(decoding: body, as: UTF8.self))
        return Array(lines.joined(separator: lineEnd).utf8)
    }

    /// Where the last words before the end of `bytes` end, from `start` on.
    private static func trimmedEnd(_ bytes: [UInt8], from start: Int) -> Int {
        var end = bytes.count
        while end > start, bytes[end - 1].isLineEnd || bytes[end - 1].isBlank { end -= 1 }
        return end
    }
}

extension AddedText {
    /// How many line ends `bytes` have.
    static func lineCount(_ bytes: ArraySlice<UInt8>) -> Int {
        var (count, last): (Int, UInt8) = (0, 0)
        for byte in bytes {
            if byte == UInt8.cr || byte == UInt8.lf && last != UInt8.cr { count += 1 }
            last = byte
        }
        return count
    }
}
