public import KBModel

/// Prints a note or a section of it.
public struct NotePresenter: Sendable {
    /// The formats of `kb show`.
    public enum Format: String, Sendable, CaseIterable {
        case text, md, json
    }

    /// The format: `md` is the source byte by byte, `text` the same dressed for people.
    public var format: Format
    /// How text is dressed.
    public var style: Style
    /// How the path is printed.
    public var paths: PathStyle
    /// Whether only the words are printed, without markup.
    public var isPlain: Bool
    /// Whether each line begins with its number.
    public var isNumbered: Bool

    /// A presenter; see the properties.
    public init(
        format: Format, style: Style = Style(), paths: PathStyle, isPlain: Bool = false, isNumbered: Bool = false
    ) {
        self.format = format
        self.style = style
        self.paths = paths
        self.isPlain = isPlain
        self.isNumbered = isNumbered
    }

    /// `note` as a whole, or its section number `section` with all that stands under it.
    public func render(_ note: Note, section: Int? = nil) -> [UInt8] {
        let extent = Extent(note, section: section)
        switch format {
        case .json: return Array(json(note, extent, section).indented.utf8)
        case .md where !isPlain && !isNumbered: return Array(note.utf8[extent.bytes])
        case .md, .text: break
        }
        let lines = isPlain ? extent.plainLines(of: note) : extent.sourceLines(of: note)
        return Array(text(lines, headings: isPlain ? [] : headingLines(of: note)).utf8)
    }

    private func headingLines(of note: Note) -> Set<Int> {
        Set(note.sections.lazy.filter { $0.kind != .preamble }.map(\.lines.first))
    }

    private func text(_ lines: [Extent.Line], headings: Set<Int>) -> String {
        let width = lines.last.map { String($0.number).utf8.count } ?? 0
        var result = ""
        for line in lines {
            if isNumbered {
                let number = String(line.number).padded(to: width, isRightAligned: true)
                result += style.dress(number, as: .line) + (line.text.isEmpty ? "" : "  ")
            }
            result += headings.contains(line.number) ? style.dress(line.text, as: .heading) : line.text.withTabs
            result += "\n"
        }
        return result
    }

    private func json(_ note: Note, _ extent: Extent, _ section: Int?) -> JSONValue {
        let text =
            isPlain
            ? extent.plainLines(of: note).map { $0.text + "\n" }.joined()
            : String(decoding: note.utf8[extent.bytes], as: UTF8.self)
        let tags = note.tags.filter { extent.lines.contains($0.line) || section == nil }
        let links = note.links.filter { extent.lines.contains($0.line) || section == nil }
        return [
            "version": jsonVersion,
            "path": .string(paths.shown(note.path)),
            "title": .string(note.title),
            "line": .integer(extent.lines.first),
            "endLine": .integer(extent.lines.last),
            "headingPath": JSONValue(section.map(note.headingPath) ?? []),
            "aliases": JSONValue(note.aliases),
            "tags": .array(tags.map { ["tag": .string($0.spelling), "line": .integer($0.line)] }),
            "links": .array(links.map(json)),
            "frontMatter": note.frontMatter.json,
            "text": .string(text),
        ]
    }

    private func json(_ link: Link) -> JSONValue {
        [
            "kind": .string(link.kind.rawValue),
            "target": .string(link.target),
            "anchor": JSONValue(link.anchor),
            "text": .string(link.text),
            "line": .integer(link.line),
        ]
    }
}

extension String {
    /// Harmless to a terminal, with its tabs kept.
    fileprivate var withTabs: String {
        guard unicodeScalars.contains(where: { $0.isControl && $0 != "\t" }) else { return self }
        return split(separator: "\t", omittingEmptySubsequences: false).map { String($0).harmless }
            .joined(separator: "\t")
    }
}
