public import KBModel

/// Prints all that the notes say about one concept.
public struct ConceptPagePresenter: Sendable {
    /// The formats of `kb concept`.
    public enum Format: String, Sendable, CaseIterable {
        case text, json, md
    }

    /// The format.
    public var format: Format
    /// How text is dressed.
    public var style: Style
    /// How paths are printed.
    public var paths: PathStyle
    /// The most sections to print; nil for all.
    public var limit: Int?

    /// A presenter; see the properties.
    public init(format: Format, style: Style = Style(), paths: PathStyle, limit: Int? = nil) {
        self.format = format
        self.style = style
        self.paths = paths
        self.limit = limit
    }

    /// What goes to standard output.
    public func render(_ page: ConceptPage) -> String {
        switch format {
        case .text: text(page)
        case .json: json(page).indented
        case .md: markdown(page)
        }
    }

    /// How many sections treat the concept, for the end of the output: one line.
    public func count(of page: ConceptPage) -> String {
        let total = counted(page.sections.count, "section")
        let shown = sections(of: page).count
        return shown < page.sections.count ? "\(shown.grouped) of \(total)" : total
    }

    /// How many neighbours of one sort, and how many definitions, text names: those that describe a concept best are few.
    private static let mostNeighbours = 8
    private static let mostDefinitions = 5

    func sections(of page: ConceptPage) -> ArraySlice<ConceptSection> {
        page.sections.prefix(limit ?? page.sections.count)
    }

    /// The neighbours with the title of each sort; sorts without one are left out.
    func neighbours(of page: ConceptPage) -> [(title: String, neighbours: [Neighbour])] {
        [("Broader", page.broader), ("Narrower", page.narrower), ("Related", page.related)].filter { !$0.1.isEmpty }
    }

    /// `12 notes · 40 sections · 93 mentions`
    func figures(of concept: Concept, separator: String) -> String {
        var parts = [counted(concept.notes, "note"), counted(concept.sections, "section")]
        if !concept.mentions.isEmpty { parts.append(counted(concept.mentions.count, "mention")) }
        return parts.joined(separator: separator)
    }

    private func text(_ page: ConceptPage) -> String {
        let source = ConceptSourceLine(style: style, paths: paths)
        var parts = [head(of: page.concept)]
        let definitions = page.definitions.prefix(Self.mostDefinitions)
        if !definitions.isEmpty {
            let more = rest(page.definitions.count - definitions.count)
            parts.append(title("Defined") + definitions.map { source.whole($0, indent: 2) }.joined() + more)
        }
        for (sort, neighbours) in neighbours(of: page) { parts.append(title(sort) + list(neighbours)) }
        let sections = sections(of: page)
        if !sections.isEmpty { parts.append(title("Sections") + sections.map(text).joined()) }
        return parts.joined(separator: "\n")
    }

    private func title(_ text: String) -> String { style.dress(text, as: .heading) + "\n" }

    private func head(of concept: Concept) -> String {
        let name = style.dress(concept.name, as: .heading) + "\n"
        let facts = style.dress(figures(of: concept, separator: " · "), as: .faint) + "\n"
        guard !concept.aliases.isEmpty else { return name + facts }
        let spellings = "also: \(concept.aliases.joined(separator: ", "))".harmless
        let lines = spellings.wrapped(first: style.width, rest: style.width - 2)
        return name + lines.joined(separator: "\n  ") + "\n" + facts
    }

    /// Names, each with the source of its strongest reason: beside it in a column where the width allows, else below.
    private func list(_ neighbours: [Neighbour]) -> String {
        let shown = neighbours.prefix(Self.mostNeighbours)
        let source = ConceptSourceLine(style: style, paths: paths)
        let column = shown.map(\.name.harmless.displayWidth).max() ?? 0
        let isBeside = shown.allSatisfy { neighbour in
            neighbour.reasons.first.map { source.fits($0, behind: column + 4) } ?? true
        }
        let lines = shown.map { neighbour in
            let name = neighbour.name.harmless
            guard let reason = neighbour.reasons.first else { return "  \(name)\n" }
            return isBeside
                ? "  \(name.padded(to: column))  " + source.cut(reason, around: name, behind: column + 4)
                : "  \(name)\n" + source.cut(reason, around: name, indent: 4)
        }
        return lines.joined() + rest(neighbours.count - shown.count, where: "; see kb related")
    }

    /// How many of a list are not printed, when there are any.
    private func rest(_ count: Int, where place: String = "") -> String {
        count > 0 ? style.dress("  and \(count.grouped) more\(place)", as: .faint) + "\n" : ""
    }

    /// A section as in the answer to a search, its snippet below.
    private func text(_ section: ConceptSection) -> String {
        let source = ConceptSourceLine(style: style, paths: paths)
        let place = section.place.map(\.harmless).joined(separator: " › ")
        let snippet = SnippetText(snippet: section.snippet, style: style)
            .lines(width: max(style.width - 4, 30), indent: 4)
        let head = source.place(section.path, line: section.line) + (place.isEmpty ? "" : " " + place)
        return "  \(head)\n    \(snippet)\n"
    }
}
