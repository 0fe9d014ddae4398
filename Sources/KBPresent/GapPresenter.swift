public import KBModel

/// Prints what the notes leave open.
public struct GapPresenter: Sendable {
    /// The formats of `kb gaps`.
    public enum Format: String, Sendable, CaseIterable {
        case text, json, jsonl, csv, tsv, md
    }

    /// The format.
    public var format: Format
    /// How text is dressed.
    public var style: Style
    /// How paths are printed.
    public var paths: PathStyle
    /// The most gaps of each kind to print; nil for all.
    public var limit: Int?

    /// A presenter; see the properties.
    public init(format: Format, style: Style = Style(), paths: PathStyle, limit: Int? = nil) {
        self.format = format
        self.style = style
        self.paths = paths
        self.limit = limit
    }

    /// What goes to standard output; valid in the format even without a gap.
    public func render(_ gaps: [Gap]) -> String {
        let groups = groups(of: gaps)
        let shown = groups.flatMap(\.shown)
        return switch format {
        case .text: groups.map(text).joined(separator: "\n")
        case .json:
            ([
                "version": jsonVersion, "total": .integer(gaps.count), "gaps": .array(shown.map(json)),
            ] as JSONValue).indented
        case .jsonl: shown.map { json($0).compact + "\n" }.joined()
        case .csv: table(shown).csv
        case .tsv: table(shown).tsv
        case .md: groups.map(markdown).joined(separator: "\n")
        }
    }

    /// How many gaps there are, for the end of the output: one line.
    public func count(of gaps: [Gap]) -> String {
        guard !gaps.isEmpty else { return "no gap found" }
        let shown = groups(of: gaps).reduce(0) { $0 + $1.shown.count }
        let total = counted(gaps.count, "gap")
        return shown < gaps.count ? "\(shown.grouped) of \(total)" : total
    }

    /// How many places of one gap are named in text: enough to see the pattern.
    private static let mostSources = 3

    /// The gaps of one kind.
    private struct Group {
        var kind: Gap.Kind
        var shown: [Gap]
    }

    /// By kind, in the order of the kinds; within one, in the order given.
    private func groups(of gaps: [Gap]) -> [Group] {
        Gap.Kind.allCases.compactMap { kind in
            let all = gaps.filter { $0.kind == kind }
            return all.isEmpty || limit == 0 ? nil : Group(kind: kind, shown: Array(all.prefix(limit ?? all.count)))
        }
    }

    private func text(_ group: Group) -> String {
        style.dress(group.kind.title, as: .heading) + "\n" + group.shown.map(text).joined()
    }

    /// A gap with the places it is seen at; one that has a place of its own on a single line.
    private func text(_ gap: Gap) -> String {
        let source = ConceptSourceLine(style: style, paths: paths)
        if gap.kind.isOfNote {
            return gap.sources.map { place in
                source.whole(Reason(path: place.path, line: place.line, text: gap.words), indent: 2)
            }.joined()
        }
        let shown = gap.sources.prefix(Self.mostSources).map { source.cut($0, around: gap.name, indent: 4) }
        let more = gap.sources.count - shown.count
        return "  \(gap.words.harmless)\n" + shown.joined()
            + (more > 0 ? style.dress("    and \(more.grouped) more", as: .faint) + "\n" : "")
    }

    private func markdown(_ group: Group) -> String {
        "## \(group.kind.title)\n\n"
            + group.shown.map { gap in
                if gap.kind.isOfNote {
                    return gap.sources.map { place in
                        "- \(Reason(path: place.path, line: place.line, text: gap.words).markdown(paths))\n"
                    }.joined()
                }
                let more = gap.sources.count - Self.mostSources
                return "- \(gap.words.harmless.escapedForMarkdown)\n"
                    + gap.sources.prefix(Self.mostSources).map { "  - \($0.markdown(paths))\n" }.joined()
                    + (more > 0 ? "  - and \(more.grouped) more\n" : "")
            }.joined()
    }

    /// One row a place; a gap without a place has one row too.
    private func table(_ gaps: [Gap]) -> Table {
        Table(
            columns: ["kind", "name", "notes", "path", "line", "text"],
            rows: gaps.flatMap { gap -> [[String]] in
                let start = [gap.kind.rawValue, gap.name, String(gap.notes)]
                guard !gap.sources.isEmpty else { return [start + ["", "", ""]] }
                return gap.sources.map { start + [paths.shown($0.path), String($0.line), $0.text] }
            })
    }

    private func json(_ gap: Gap) -> JSONValue {
        [
            "kind": .string(gap.kind.rawValue),
            "name": .string(gap.name),
            "notes": .integer(gap.notes),
            "sources": .array(gap.sources.map { $0.json(paths) }),
        ]
    }
}

extension Gap.Kind {
    /// What stands above the gaps of this kind.
    var title: String {
        switch self {
        case .undefined: "Used in several notes, explained in none"
        case .acronym: "Acronyms that no note spells out"
        case .heading: "Headings that a note lacks and most notes beside it have"
        case .orphan: "Notes that link to no other, and that no other links to or mentions"
        }
    }

    /// Whether the gap is one note's own, so that its place says it all.
    var isOfNote: Bool {
        switch self {
        case .undefined, .acronym: false
        case .heading, .orphan: true
        }
    }
}

extension Gap {
    /// The gap on one line, without its place.
    var words: String {
        switch kind {
        case .undefined, .acronym: "\(name), in \(counted(notes, "note"))"
        case .heading: "lacks “\(name)”, which \(counted(notes, "note")) beside it \(notes == 1 ? "has" : "have")"
        case .orphan: name
        }
    }
}
