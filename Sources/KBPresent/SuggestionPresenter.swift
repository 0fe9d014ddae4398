public import KBModel

/// Prints links not yet written.
public struct SuggestionPresenter: Sendable {
    /// The formats of `kb suggest`.
    public enum Format: String, Sendable, CaseIterable {
        case text, json, jsonl, csv, tsv, md, paths
    }

    /// The format.
    public var format: Format
    /// How text is dressed.
    public var style: Style
    /// How paths are printed.
    public var paths: PathStyle
    /// Whether text tells every reason with what it adds to the score.
    public var explains: Bool
    /// Whether the paths of `paths` end in NUL instead of a line feed.
    public var isNulEnded: Bool

    /// A presenter; see the properties.
    public init(
        format: Format, style: Style = Style(), paths: PathStyle, explains: Bool = false, isNulEnded: Bool = false
    ) {
        self.format = format
        self.style = style
        self.paths = paths
        self.explains = explains
        self.isNulEnded = isNulEnded
    }

    /// Whether notes can be printed one by one: ``head`` first, then ``render(_:)`` for each.
    public var isStreamed: Bool { format != .json && format != .paths }

    /// What stands before the first note.
    public var head: String { rows([]) }

    /// One note of a stream.
    public func render(_ note: NoteSuggestions) -> String {
        switch format {
        case .text: text(note)
        case .json: json(note).indented
        case .jsonl: json(note).compact + "\n"
        case .csv, .tsv: String(rows([note]).dropFirst(head.count))
        case .md: markdown(note)
        case .paths: list([note])
        }
    }

    /// What goes to standard output for one note.
    public func render(only note: NoteSuggestions) -> String {
        switch format {
        case .json: json(note, version: jsonVersion).indented
        case .csv, .tsv: rows([note])
        default: render(note)
        }
    }

    /// What goes to standard output for all notes, in the order given.
    public func render(all notes: [NoteSuggestions]) -> String {
        switch format {
        case .json:
            ([
                "version": jsonVersion, "total": .integer(notes.count),
                "notes": .array(notes.map { json($0) }),
            ] as JSONValue).indented
        case .csv, .tsv: rows(notes)
        case .paths: list(notes)
        case .text, .jsonl, .md: notes.map { render($0) }.joined()
        }
    }

    // MARK: - For people

    /// The reasons told unless all are asked for: what a reader takes in at a glance.
    private static let mostReasons = 3

    /// The note, and for each suggestion its score, its path and title, and the reasons below.
    private func text(_ note: NoteSuggestions) -> String {
        guard !note.suggestions.isEmpty else { return "" }
        let path = style.link(style.dress(paths.shown(note.note), as: .path), to: paths.absolute(note.note))
        let scores = note.suggestions.map(\.score.twoDecimals)
        let width = scores.map(\.displayWidth).max() ?? 0
        let lines = zip(note.suggestions, scores).map { suggestion, score in
            let shown = style.link(
                style.dress(paths.shown(suggestion.path), as: .path), to: paths.absolute(suggestion.path))
            let place = "\(shown): \(style.dress(suggestion.title, as: .heading))"
            return "  \(style.dress(score.padded(to: width, isRightAligned: true), as: .line))  \(place)\n"
                + reasons(suggestion, indent: width + 4)
        }
        return "\(path)\n" + lines.joined()
    }

    private func reasons(_ suggestion: Suggestion, indent: Int) -> String {
        guard explains else {
            let words = suggestion.reasons.prefix(Self.mostReasons).map(\.words).joined(separator: " · ")
            return wrapped(words, after: "", indent: indent)
        }
        return suggestion.reasons.map { wrapped($0.words, after: $0.value.twoDecimals + "  ", indent: indent) }.joined()
    }

    /// `text` over as many lines as it needs, `head` before the first and as much room before the others.
    private func wrapped(_ text: String, after head: String, indent: Int) -> String {
        let indent = indent + head.displayWidth
        // On a narrow terminal a column too small to read is worse than a line that wraps by itself.
        let width = max(style.width - indent, 30)
        let lines = SnippetText(snippet: Snippet(text: text), style: style).lines(width: width, indent: 0)
        return lines.split(separator: "\n").enumerated().map { number, line in
            let margin = String(repeating: " ", count: number == 0 ? indent - head.displayWidth : indent)
            return margin + (number == 0 ? head : "") + style.dress(String(line), as: .faint) + "\n"
        }.joined()
    }

    private func markdown(_ note: NoteSuggestions) -> String {
        note.suggestions.map { suggestion in
            let from = link(to: note.note, paths.shown(note.note))
            let words = suggestion.reasons.prefix(Self.mostReasons).map(\.words).joined(separator: "; ")
            return "- \(from) → \(link(to: suggestion.path, suggestion.title)): \(words.harmless.escapedForMarkdown)\n"
        }.joined()
    }

    private func link(to path: String, _ text: String) -> String {
        "[\(text.harmless.escapedForMarkdown)](<\(paths.shown(path).markdownDestination)>)"
    }

    // MARK: - For programs

    private func list(_ notes: [NoteSuggestions]) -> String {
        notes.lazy.flatMap(\.suggestions).map { paths.shown($0.path) }.pathList(isNulEnded: isNulEnded)
    }

    private func rows(_ notes: [NoteSuggestions]) -> String {
        let rows = notes.flatMap { note in
            note.suggestions.map { suggestion in
                [
                    paths.shown(note.note), paths.shown(suggestion.path), suggestion.title,
                    JSONValue.number(suggestion.score.rounded(decimals: 4)).compact,
                    suggestion.reasons.map(\.words).joined(separator: "; "),
                ]
            }
        }
        let table = Table(columns: ["note", "path", "title", "score", "reasons"], rows: rows)
        return switch format {
        case .csv: table.csv
        case .tsv: table.tsv
        case .text, .json, .jsonl, .md, .paths: ""
        }
    }

    private func json(_ note: NoteSuggestions, version: JSONValue? = nil) -> JSONValue {
        let members: [JSONValue.Member] = [
            .init("note", .string(paths.shown(note.note))),
            .init("suggestions", .array(note.suggestions.map { json(of: $0) })),
        ]
        return .object((version.map { [.init("version", $0)] } ?? []) + members)
    }

    private func json(of suggestion: Suggestion) -> JSONValue {
        [
            "path": .string(paths.shown(suggestion.path)),
            "title": .string(suggestion.title),
            "score": .number(suggestion.score.rounded(decimals: 4)),
            "reasons": .array(
                suggestion.reasons.map { ground in
                    [
                        "signal": .string(ground.signal.rawValue),
                        "value": .number(ground.value.rounded(decimals: 4)),
                        "text": .string(ground.text),
                        "line": ground.line.map { .integer($0) } ?? .null,
                    ]
                }),
        ]
    }
}

extension Suggestion.Ground {
    /// The reason with its line.
    fileprivate var words: String { line.map { "\(text) at line \($0)" } ?? text }
}
