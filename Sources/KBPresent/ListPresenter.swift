public import KBModel

/// Prints a list of notes.
public struct ListPresenter: Sendable {
    /// The formats of `kb list`.
    public enum Format: String, Sendable, CaseIterable {
        case text, json, jsonl, csv, tsv, md, paths
    }

    /// What a column of `csv` and `tsv` can hold.
    public enum Field: String, Sendable, CaseIterable {
        case path, title, date, modified, words, sections, openTasks, doneTasks, tags
    }

    /// The format.
    public var format: Format
    /// How text is dressed.
    public var style: Style
    /// How paths are printed.
    public var paths: PathStyle
    /// The columns of `csv` and `tsv`.
    public var fields: [Field]
    /// Whether the paths of `paths` end in NUL instead of a line feed.
    public var isNulEnded: Bool

    /// A presenter; see the properties.
    public init(
        format: Format, style: Style = Style(), paths: PathStyle, fields: [Field] = Field.allCases,
        isNulEnded: Bool = false
    ) {
        self.format = format
        self.style = style
        self.paths = paths
        self.fields = fields
        self.isNulEnded = isNulEnded
    }

    /// What goes to standard output: the first `limit` of `notes`, all when nil.
    public func render(_ notes: [NoteListing], limit: Int? = nil) -> String {
        let shown = Array(notes.prefix(limit ?? notes.count))
        return switch format {
        case .text: text(shown)
        case .json:
            ([
                "version": jsonVersion, "total": .integer(notes.count), "notes": .array(shown.map(json)),
            ] as JSONValue).indented
        case .jsonl: shown.map { json($0).compact + "\n" }.joined()
        case .csv: table(shown).csv
        case .tsv: table(shown).tsv
        case .md: shown.map(markdown).joined()
        case .paths: shown.lazy.map { paths.shown($0.path) }.pathList(isNulEnded: isNulEnded)
        }
    }

    /// How many notes there are, for the end of the output.
    public func count(of notes: [NoteListing], limit: Int? = nil) -> String {
        let total = counted(notes.count, "note")
        return limit.map { $0 < notes.count } ?? false ? "\((limit ?? 0).grouped) of \(total)" : total
    }

    /// A line a note: path, title, day, words, tasks, tags.
    private func text(_ notes: [NoteListing]) -> String {
        notes.map { note in
            let path = style.link(style.dress(paths.shown(note.path), as: .path), to: paths.absolute(note.path))
            var facts = [note.day.description, counted(note.words, "word")]
            let tasks = note.openTasks + note.doneTasks
            if tasks > 0 { facts.append("\(note.doneTasks.grouped)/\(counted(tasks, "task")) done") }
            if !note.tags.isEmpty { facts.append(note.tags.map { "#" + $0 }.joined(separator: " ")) }
            let title = style.dress(note.title, as: .heading)
            return "\(path): \(title)  \(style.dress(facts.joined(separator: " · "), as: .faint))\n"
        }.joined()
    }

    private func markdown(_ note: NoteListing) -> String {
        "- [\(note.title.harmless.escapedForMarkdown)](<\(paths.shown(note.path).markdownDestination)>)\n"
    }

    private func table(_ notes: [NoteListing]) -> Table {
        Table(columns: fields.map(\.rawValue), rows: notes.map { note in fields.map { value(of: $0, in: note) } })
    }

    private func value(of field: Field, in note: NoteListing) -> String {
        switch field {
        case .path: paths.shown(note.path)
        case .title: note.title
        case .date: note.day.description
        case .modified: isoTime(nanoseconds: note.modified)
        case .words: String(note.words)
        case .sections: String(note.sections)
        case .openTasks: String(note.openTasks)
        case .doneTasks: String(note.doneTasks)
        case .tags: note.tags.joined(separator: " ")
        }
    }

    private func json(_ note: NoteListing) -> JSONValue {
        [
            "path": .string(paths.shown(note.path)),
            "title": .string(note.title),
            "date": .string(note.day.description),
            "modified": .string(isoTime(nanoseconds: note.modified)),
            "words": .integer(note.words),
            "sections": .integer(note.sections),
            "tasks": ["open": .integer(note.openTasks), "done": .integer(note.doneTasks)],
            "tags": JSONValue(note.tags),
        ]
    }
}

/// Nanoseconds since 1970 as ISO 8601 in universal time, to the second: `2026-05-01T08:00:00Z`.
func isoTime(nanoseconds: Int64) -> String {
    func floored(_ value: Int, by divisor: Int) -> (quotient: Int, remainder: Int) {
        let (quotient, remainder) = value.quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
    }
    func twoDigits(_ value: Int) -> String { (value < 10 ? "0" : "") + String(value) }
    let seconds = floored(Int(nanoseconds), by: 1_000_000_000).quotient
    let (day, second) = floored(seconds, by: 86_400)
    let time = [second / 3600, second / 60 % 60, second % 60].map(twoDigits).joined(separator: ":")
    return "\(Day(daysSinceEpoch: day))T\(time)Z"
}
