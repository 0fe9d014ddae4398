public import KBModel

/// Prints a list of concepts.
public struct ConceptListPresenter: Sendable {
    /// The formats of `kb concepts`.
    public enum Format: String, Sendable, CaseIterable {
        case text, json, jsonl, csv, tsv, md

        /// Whether each concept is printed with its mentions, which have to be asked for.
        public var hasMentions: Bool {
            switch self {
            case .json, .jsonl: true
            case .text, .csv, .tsv, .md: false
            }
        }
    }

    /// The format.
    public var format: Format
    /// How text is dressed.
    public var style: Style
    /// How paths are printed.
    public var paths: PathStyle
    /// Whether the concepts are those of one note; text then tells its lines instead of counts over all notes.
    public var isOfOneNote: Bool

    /// A presenter; see the properties.
    public init(format: Format, style: Style = Style(), paths: PathStyle, isOfOneNote: Bool = false) {
        self.format = format
        self.style = style
        self.paths = paths
        self.isOfOneNote = isOfOneNote
    }

    /// What goes to standard output; valid in the format even without a concept.
    public func render(_ list: ConceptList) -> String {
        switch format {
        case .text: isOfOneNote ? noteText(list.concepts) : text(list.concepts)
        case .json:
            ([
                "version": jsonVersion, "total": .integer(list.total), "hidden": .integer(list.hidden),
                "concepts": .array(list.concepts.map(json)),
            ] as JSONValue).indented
        case .jsonl: list.concepts.map { json($0).compact + "\n" }.joined()
        case .csv: table(list.concepts).csv
        case .tsv: table(list.concepts).tsv
        case .md: list.concepts.map(markdown).joined()
        }
    }

    /// How many concepts there are, and how to see the rest, for the end of the output: one line.
    public func count(of list: ConceptList) -> String {
        let total = counted(list.total, "concept")
        let shown =
            if list.total == 0 {
                "no concept found"
            } else if list.concepts.count < list.total {
                "\(list.concepts.count.grouped) of \(total)"
            } else {
                total
            }
        guard list.hidden > 0 else { return shown }
        let verb = list.hidden == 1 ? "lies" : "lie"
        return "\(shown); \(list.hidden.grouped) more \(verb) below the cut, --all lists them too"
    }

    /// In how many notes and sections each stands.
    private func text(_ concepts: [Concept]) -> String {
        columns(concepts, ["notes", "sections"]) { [$0.notes.grouped, $0.sections.grouped] }
    }

    /// On which line of the note each stands first, and how often it does.
    private func noteText(_ concepts: [Concept]) -> String {
        columns(concepts, ["line", "mentions"]) { concept in
            [concept.mentions.first.map { String($0.line) } ?? "", concept.mentions.count.grouped]
        }
    }

    /// Two columns of figures under their titles, then the name and as many other spellings as the width allows.
    private func columns(_ concepts: [Concept], _ titles: [String], figures: (Concept) -> [String]) -> String {
        guard !concepts.isEmpty else { return "" }
        let rows = concepts.map(figures)
        let widths = titles.indices.map { column in
            ([titles] + rows).map { $0[column].displayWidth }.max() ?? 0
        }
        func aligned(_ fields: [String]) -> String {
            zip(fields, widths).map { $0.padded(to: $1, isRightAligned: true) }.joined(separator: "  ")
        }
        let indent = widths.reduce(0, +) + 2 * widths.count
        let header = style.dress(aligned(titles) + "  concept", as: .faint) + "\n"
        return header
            + zip(concepts, rows).map { concept, row in
                "\(style.dress(aligned(row), as: .line))  \(named(concept, width: style.width - indent))\n"
            }.joined()
    }

    private func named(_ concept: Concept, width: Int) -> String {
        let name = concept.name.harmless
        guard let aliases = aliases(of: concept, width: width - name.displayWidth - 1) else { return name }
        return name + " " + style.dress(aliases, as: .faint)
    }

    /// The other spellings in parentheses, the last ones a `…` where they do not fit; nil when not even one does.
    private func aliases(of concept: Concept, width: Int) -> String? {
        let whole = concept.aliases.map(\.harmless)
        for count in stride(from: whole.count, to: 0, by: -1) {
            let shown = whole.prefix(count) + (count < whole.count ? ["…"] : [])
            let text = "(\(shown.joined(separator: ", ")))"
            if text.displayWidth <= width { return text }
        }
        return whole.isEmpty || width < 3 ? nil : "(…)"
    }

    private func markdown(_ concept: Concept) -> String {
        let figures =
            isOfOneNote
            ? counted(concept.mentions.count, "mention")
            : "\(counted(concept.notes, "note")), \(counted(concept.sections, "section"))"
        return "- \(concept.markdown): \(figures)\n"
    }

    private func table(_ concepts: [Concept]) -> Table {
        Table(
            columns: ["name", "aliases", "notes", "sections", "salience"],
            rows: concepts.map { concept in
                [
                    concept.name, concept.aliases.joined(separator: "; "), String(concept.notes),
                    String(concept.sections), JSONValue.number(concept.salience.rounded(decimals: 6)).compact,
                ]
            })
    }

    private func json(_ concept: Concept) -> JSONValue { concept.json(paths, hasMentions: true) }
}
