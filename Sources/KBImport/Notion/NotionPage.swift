internal import KBModel
internal import KBParse

/// One page of Notion: its properties become front matter, its callouts those of kb, and addresses of other pages of the
/// export links to them.
struct NotionPage {
    private var lines: [String]
    private let text: NoteText
    private let path: String
    /// The columns of its database.
    private let keys: [String]
    private let pages: [String: String]
    private var front = FrontMatterText()

    /// Emoji that Notion's callouts begin with and the kind of callout they stand for; anything else is a note.
    private static let kinds = [
        "💡": "tip", "⚠": "warning", "❗": "important", "‼": "important", "🚨": "danger", "🔥": "danger", "❓": "question",
        "✅": "success", "❌": "failure", "🐛": "bug", "📝": "note", "ℹ": "info", "📋": "summary",
    ]

    init(_ text: NoteText, path: String, keys: [String], pages: [String: String]) {
        self.text = text
        self.path = path
        self.keys = keys
        self.pages = pages
        lines = text.lines
    }

    mutating func convert() -> ConvertedNote {
        takeProperties()
        if !front.has("source") { front.add("source", path) }
        convertCallouts()
        var whole = text
        whole.lines = front.lines(before: lines)
        // Addresses of pages that are in the export become ways to them.
        let linked = ExportLinks.linking(whole.bytes, path: path) {
            NotionRelation.page($0, from: path, pages: pages)
        }
        return ConvertedNote(linked, unmapped: unmapped(in: linked))
    }

    // MARK: - Properties

    /// Takes the properties from below the title: lines `Key: value` up to an empty one.
    private mutating func takeProperties() {
        var start = 0
        while start < lines.count, lines[start].isEmpty || start == 0 && lines[start].hasPrefix("# ") { start += 1 }
        guard start < lines.count, let stop = propertyEnd(from: start), stop > start else { return }
        var key = ""
        var value = ""
        for line in lines[start..<stop] {
            if let (name, rest) = property(line) {
                add(key, value)
                (key, value) = (name, rest)
            } else {
                value += "\n" + line
            }
        }
        add(key, value)
        var end = stop
        while end < lines.count, lines[end].isEmpty { end += 1 }
        lines.removeSubrange(start..<end)
    }

    /// Where the properties that begin in line `start` end; nil when that is ordinary text.
    private func propertyEnd(from start: Int) -> Int? {
        let stop = lines[start...].firstIndex { $0.isEmpty } ?? lines.count
        guard property(lines[start]) != nil else { return nil }
        if !keys.isEmpty { return stop }
        // Without the table of the database, one line with a colon might as well be a sentence.
        return stop - start > 1 && lines[start..<stop].allSatisfy({ property($0) != nil }) ? stop : nil
    }

    /// The key and value of a property.
    private func property(_ line: String) -> (key: String, value: String)? {
        if !keys.isEmpty {
            // A key may hold a colon itself: the longest that fits is meant.
            let fitting = keys.filter { !$0.isEmpty && line.utf8.starts(with: ($0 + ":").utf8) }
            let key = fitting.max { $0.utf8.count < $1.utf8.count }
            return key.map { ($0, String(line.dropFirst($0.count + 1)).trimmed) }
        }
        guard let (key, value) = line.cut(at: ": "), key.first?.isLetter ?? false, key.count <= Self.longestKey,
            !key.contains(where: { ".,;!?()[]*_`<>|".contains($0) })
        else { return nil }
        return (key, value.trimmed)
    }

    /// Names of properties are short; what is longer is a sentence.
    private static let longestKey = 30

    private mutating func add(_ key: String, _ value: String) {
        let value = value.trimmed
        guard !key.isEmpty, !value.isEmpty else { return }
        switch key.lowercased() {
        case "tags", "tag", "labels":
            front.add("tags", list: value.split(separator: ",").compactMap { FrontMatterText.tag($0.trimmed) })
        case "aliases", "alias": front.add("aliases", list: value.split(separator: ",").map(\.trimmed))
        case "created", "created time", "created at": front.add("created", NotionDate.iso(value) ?? value)
        case "date": front.add("date", NotionDate.iso(value) ?? value)
        default:
            if let items = NotionRelation.items(of: value, from: path, pages: pages) {
                front.add(key, list: items.map(Self.wikilink))
            } else {
                front.add(key, NotionDate.iso(value) ?? value)
            }
        }
    }

    private static func wikilink(_ item: (title: String, page: String)) -> String {
        let target = ImportKind.isNote(item.page) ? ExportPath.parts(of: item.page).stem : item.page
        let canStand = !(target + item.title).contains { "[]|#".contains($0) }
        return canStand ? "[[\(target)|\(item.title)]]" : item.title
    }

    // MARK: - Callouts

    /// `<aside>` lines become a callout; code is left alone.
    private mutating func convertCallouts() {
        var result: [String] = []
        var fence = CodeFence()
        // Beginnings without an end are not looked up each.
        let last = lines.lastIndex { $0.trimmed == "</aside>" } ?? -1
        var k = 0
        while k < lines.count {
            let line = lines[k]
            let indent = line.indentation
            if !fence.read(Array(line.utf8)), k < last, line.trimmed == "<aside>",
                let end = lines[k...].firstIndex(where: { $0.trimmed == "</aside>" })
            {
                result += callout(Array(lines[(k + 1)..<end]), indent: indent)
                k = end + 1
            } else {
                result.append(line)
                k += 1
            }
        }
        lines = result
    }

    private func callout(_ inner: [String], indent: String) -> [String] {
        var body = inner.map { $0.after(indent) ?? $0.trimmed }
        // A picture for an icon says nothing.
        if let first = body.first, first.hasPrefix("<img "), first.contains("notion") || first.contains("/icons/") {
            body.removeFirst()
        }
        while body.first?.trimmed.isEmpty ?? false { body.removeFirst() }
        while body.last?.trimmed.isEmpty ?? false { body.removeLast() }
        let mark = body.first?.unicodeScalars.first.map { String(Character($0)) } ?? ""
        let kind = Self.kinds[mark] ?? "note"
        return ["\(indent)> [!\(kind)]"] + body.map { $0.isEmpty ? "\(indent)>" : "\(indent)> \($0)" }
    }

    // MARK: - Links

    /// What stays as Notion wrote it.
    private func unmapped(in bytes: [UInt8]) -> [Unmapped] {
        var parser = NoteParser()
        return parser.parse(bytes, path: path).links.compactMap { link in
            guard NotionRelation.id(inAddress: link.target) != nil else { return nil }
            return Unmapped("links to pages of Notion that are not in the export", .kept, path: path, line: link.line)
        }
    }
}
