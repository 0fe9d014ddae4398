public import KBModel

/// Prints one topic as each note treats it.
public struct ComparisonPresenter: Sendable {
    /// The formats of `kb compare`.
    public enum Format: String, Sendable, CaseIterable {
        case text, json, md
    }

    /// The format.
    public var format: Format
    /// How text is dressed.
    public var style: Style
    /// How paths are printed.
    public var paths: PathStyle
    /// The most notes to print; nil for all.
    public var limit: Int?

    /// A presenter; see the properties.
    public init(format: Format, style: Style = Style(), paths: PathStyle, limit: Int? = nil) {
        self.format = format
        self.style = style
        self.paths = paths
        self.limit = limit
    }

    /// What goes to standard output; valid in the format even without a note.
    public func render(_ comparison: ConceptComparison) -> String {
        switch format {
        case .text: text(comparison)
        case .json: json(comparison).indented
        case .md: markdown(comparison)
        }
    }

    /// How many notes treat the topic, for the end of the output: one line.
    public func count(of comparison: ConceptComparison) -> String {
        let name = comparison.concept.name.harmless
        guard !comparison.notes.isEmpty else { return "no note treats “\(name)”" }
        let total = counted(comparison.notes.count, "note")
        let shown = notes(of: comparison).count
        return shown < comparison.notes.count ? "\(shown.grouped) of \(total)" : total
    }

    func notes(of comparison: ConceptComparison) -> ArraySlice<ConceptComparison.Treatment> {
        comparison.notes.prefix(limit ?? comparison.notes.count)
    }

    private func text(_ comparison: ConceptComparison) -> String {
        let notes = notes(of: comparison)
        guard !notes.isEmpty else { return "" }
        let shared = ComparisonLines(width: style.width).list("in two notes or more: ", comparison.shared)
        let head = [ComparisonLine(comparison.concept.name, as: .heading)] + shared
        let body =
            if let columns = ComparisonColumns(of: notes.count, in: style) {
                columns.layOut(
                    notes.map { note in
                        ComparisonLines(width: columns.width).column(note, path: paths.shown(note.path))
                    })
            } else {
                notes.map(block).joined(separator: "\n")
            }
        return head.map { dressed($0) + "\n" }.joined() + "\n" + body
    }

    /// What one note says, over the whole width.
    private func block(_ note: ConceptComparison.Treatment) -> String {
        let lines = ComparisonLines(width: style.width - 2)
        let source = ConceptSourceLine(style: style, paths: paths)
        let passages = note.passages.map { passage in
            let place = passage.headingPath.map(\.harmless).joined(separator: " › ")
            return "\(source.place(note.path, line: passage.line))\(place.isEmpty ? "" : " " + place)\n"
                + passage.pieces.flatMap(lines.piece).map { "  \(dressed($0))\n" }.joined()
        }
        return dressed(ComparisonLine(note.title, as: .heading)) + "\n" + passages.joined()
            + lines.list("only here: ", note.only).map { "  \(dressed($0))\n" }.joined()
    }

    private func dressed(_ line: ComparisonLine) -> String { line.dressed(style) }
}
