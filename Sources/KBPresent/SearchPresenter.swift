public import KBModel

/// Turns the answer to a search into what is printed.
public struct SearchPresenter: Sendable {
    /// The formats of `kb search`.
    public enum Format: String, Sendable, CaseIterable {
        case text, json, jsonl, csv, tsv, md, paths, vimgrep
    }

    /// What a column of `csv` and `tsv` can hold.
    public enum Field: String, Sendable, CaseIterable {
        case path, title, line, endLine, heading, headingPath, passageLine, passageEndLine, score, snippet

        /// The columns when none are named.
        public static let standard: [Field] = [.path, .line, .endLine, .headingPath, .score, .snippet]
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
    /// Whether each hit stands for its note.
    public var isGrouped: Bool

    /// A presenter; see the properties.
    public init(
        format: Format, style: Style = Style(), paths: PathStyle, fields: [Field] = Field.standard,
        isNulEnded: Bool = false, isGrouped: Bool = false
    ) {
        self.format = format
        self.style = style
        self.paths = paths
        self.fields = fields
        self.isNulEnded = isNulEnded
        self.isGrouped = isGrouped
    }

    /// What goes to standard output; valid in the format even without a hit.
    public func render(_ answer: SearchAnswer) -> String {
        switch format {
        case .text: answer.hits.map(text).joined(separator: "\n")
        case .json: json(answer).indented
        case .jsonl: answer.hits.map { json($0).compact + "\n" }.joined()
        case .csv: table(answer).csv
        case .tsv: table(answer).tsv
        case .md: answer.hits.map(markdown).joined()
        case .paths: answer.hits.lazy.map { paths.shown($0.path) }.pathList(isNulEnded: isNulEnded)
        case .vimgrep: answer.hits.map(vimgrep).joined()
        }
    }

    /// What a reader should know about how the hits were found, before they see them: one line each.
    public func remarks(on answer: SearchAnswer) -> [String] {
        let corrections = answer.corrections.map { "“\($0.typed)” was read as “\($0.corrected)”" }
        let expansions = answer.expansions.map { expansion in
            let also = expansion.also.map { "“\($0)”" }.joined(separator: ", ")
            return "“\(expansion.typed)” also stands for \(also) (\(expansion.reason.words))"
        }
        let relaxations = answer.relaxed.map { relaxation in
            switch relaxation {
            case .most(let missing):
                missing.isEmpty
                    ? "no section holds all the words; the nearest are shown"
                    : "no section holds all the words; the best lacks \(quoted(missing))"
            case .dropped(let words): "left out, as it stands in no note: \(quoted(words))"
            }
        }
        return (corrections + expansions + relaxations).map(\.harmless)
    }

    /// How many hits there are, for the end of the output.
    public func count(of answer: SearchAnswer) -> String {
        if answer.total == 0 { return "nothing found" }
        let total = counted(answer.total, isGrouped ? "note" : "section")
        return answer.hits.count < answer.total ? "\(answer.hits.count.grouped) of \(total)" : total
    }

    /// More words than this are counted, not named.
    private static let mostQuoted = 10

    private func quoted(_ words: [String]) -> String {
        let shown = words.prefix(Self.mostQuoted).map { "“\($0)”" }.joined(separator: ", ")
        return words.count > Self.mostQuoted ? "\(shown) and \(words.count - Self.mostQuoted) more" : shown
    }

    private func vimgrep(_ hit: Hit) -> String {
        let words = [hit.place.joined(separator: " › "), SnippetText.marked(hit.snippet)]
        return "\(paths.shown(hit.path).harmless):\(hit.passage.first):1:\(words.joined(separator: ": ").harmless)\n"
    }

    private func markdown(_ hit: Hit) -> String {
        let place = hit.place.joined(separator: " › ").harmless.escapedForMarkdown
        let lines = hit.passage.words
        return "- [\(place)](<\(paths.shown(hit.path).markdownDestination)>), \(lines): "
            + "\(SnippetText.marked(hit.snippet))\n"
    }

    private func table(_ answer: SearchAnswer) -> Table {
        Table(columns: fields.map(\.rawValue), rows: answer.hits.map { hit in fields.map { value(of: $0, in: hit) } })
    }

    private func value(of field: Field, in hit: Hit) -> String {
        switch field {
        case .path: paths.shown(hit.path)
        case .title: hit.title
        case .line: String(hit.lines.first)
        case .endLine: String(hit.lines.last)
        case .heading: hit.headingPath.last ?? ""
        case .headingPath: hit.headingPath.joined(separator: " › ")
        case .passageLine: String(hit.passage.first)
        case .passageEndLine: String(hit.passage.last)
        case .score: JSONValue.number(hit.score.rounded(decimals: 6)).compact
        case .snippet: hit.snippet.text
        }
    }
}

extension Hit {
    /// The heading path, or the note's title for text that stands under no heading. Never empty.
    var place: [String] { headingPath.isEmpty ? [title] : headingPath }
}

extension LineRange {
    /// `line 3` or `lines 3-5`.
    var words: String { first == last ? "line \(first)" : "lines \(figures)" }

    /// `3` or `3-5`.
    var figures: String { first == last ? "\(first)" : "\(first)-\(last)" }
}

extension SearchAnswer.Expansion.Reason {
    /// Why, for people.
    var words: String {
        switch self {
        case .acronym: "spelled out in a note"
        case .alias: "an alias in a note"
        case .linkText: "where links of these words lead"
        case .vocabulary: "in your vocabulary"
        case .concept: "the notes spell it so too"
        case .abbreviation: "a common abbreviation"
        case .related: "of like meaning"
        case .spelling: "another spelling"
        }
    }
}

extension String {
    /// The text with a backslash before what Markdown would read as markup.
    var escapedForMarkdown: String {
        var result = ""
        for character in self {
            if "\\`*_[]<>".contains(character) { result.append("\\") }
            result.append(character)
        }
        return result
    }

    /// The path as a link destination between `<` and `>`.
    var markdownDestination: String {
        var result = ""
        for character in harmless {
            switch character {
            case "<": result += "%3C"
            case ">": result += "%3E"
            case "%": result += "%25"
            case "\\": result += "%5C"
            case "#": result += "%23"
            case "?": result += "%3F"
            default: result.append(character)
            }
        }
        return result
    }
}
