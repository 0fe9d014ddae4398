public import KBModel

/// Prints the sections of a note.
public struct OutlinePresenter: Sendable {
    /// The formats of `kb outline`.
    public enum Format: String, Sendable, CaseIterable {
        case text, json
    }

    /// The format.
    public var format: Format
    /// How text is dressed.
    public var style: Style
    /// How the path is printed.
    public var paths: PathStyle
    /// The deepest nesting shown, 1 for the outermost sections; nil for all.
    public var depth: Int?

    /// A presenter; see the properties.
    public init(format: Format, style: Style = Style(), paths: PathStyle, depth: Int? = nil) {
        self.format = format
        self.style = style
        self.paths = paths
        self.depth = depth
    }

    /// The outline of `note`: every section, or those from `root` downwards.
    public func render(_ note: Note, from root: Int? = nil) -> String {
        let shown = visible(in: note, from: root)
        return switch format {
        case .text: text(note, shown)
        case .json: json(note, shown.map(\.index)).indented
        }
    }

    private typealias Visible = (index: Int, nesting: Int)

    /// The sections to show with how many others enclose them.
    private func visible(in note: Note, from root: Int?) -> [Visible] {
        var nesting: [Int] = []
        var isInside: [Bool] = []
        var result: [Visible] = []
        for (index, section) in note.sections.enumerated() {
            let parent = section.parent.flatMap { nesting.indices.contains($0) ? $0 : nil }
            let inside = root == nil || index == root || (parent.map { isInside[$0] } ?? false)
            nesting.append(index == root ? 0 : (parent.map { nesting[$0] + 1 } ?? 0))
            isInside.append(inside)
            if inside, depth.map({ nesting[index] < $0 }) ?? true { result.append((index, nesting[index])) }
        }
        return result
    }

    private func text(_ note: Note, _ shown: [Visible]) -> String {
        let path = style.link(style.dress(paths.shown(note.path), as: .path), to: paths.absolute(note.path))
        let rows = shown.map { index, nesting in
            let section = note.sections[index]
            let title = section.kind == .preamble ? "(before the first heading)" : note.text(section.title)
            return (String(section.lines.first), section.minutes?.figures ?? "", nesting, title)
        }
        let lines = rows.map(\.0.displayWidth).max() ?? 0
        let minutes = rows.map(\.1.displayWidth).max() ?? 0
        let body = rows.map { line, budget, nesting, title in
            let lineColumn = style.dress(line.padded(to: lines, isRightAligned: true), as: .line)
            let budgetColumn = minutes > 0 ? "  " + budget.padded(to: minutes, isRightAligned: true) : ""
            let indent = String(repeating: "  ", count: nesting)
            return "  \(lineColumn)\(budgetColumn)  \(indent)\(title.harmless)\n"
        }
        return "\(path): \(style.dress(note.title, as: .heading))\n" + body.joined()
    }

    private func json(_ note: Note, _ shown: [Int]) -> JSONValue {
        let sections = shown.map { index -> JSONValue in
            let section = note.sections[index]
            return [
                "line": .integer(section.lines.first),
                "endLine": .integer(section.lastLine),
                "level": .integer(section.level),
                "title": .string(note.text(section.title)),
                "headingPath": JSONValue(note.headingPath(of: index)),
                "minutes": section.minutes.map { ["min": .integer($0.min), "max": .integer($0.max)] } ?? .null,
                "kind": .string(section.kind.name),
            ]
        }
        return [
            "version": jsonVersion,
            "path": .string(paths.shown(note.path)),
            "title": .string(note.title),
            "frontMatter": note.frontMatter.json,
            "sections": .array(sections),
        ]
    }
}

extension Section.Kind {
    /// The name in JSON.
    var name: String {
        switch self {
        case .preamble: "preamble"
        case .atx: "atx"
        case .setext: "setext"
        case .html: "html"
        case .pseudo: "pseudo"
        }
    }
}

extension Minutes {
    /// `5 min` or `8-9 min`.
    var figures: String { min == max ? "\(min) min" : "\(min)-\(max) min" }
}
