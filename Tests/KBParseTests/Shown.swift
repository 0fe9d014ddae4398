import KBModel

/// What a hit shows of a section: wherever its text stands in ``Note/plain``.
struct Shown: Equatable {
    struct Piece: Equatable {
        var kind: Block.Kind
        var depth: Int
        var quoteDepth: Int
        /// The block it stands in, counted from the section's first; nil when that is in another section.
        var parent: Int?
        var lines: LineRange
        var text: String
        var taskState: Unicode.Scalar?
    }

    var kind: Section.Kind?
    var level: Int?
    var lines: LineRange?
    var headingPath: [String] = []
    var body = ""
    var pieces: [Piece] = []

    init(_ section: Int, of note: Note) {
        guard note.sections.indices.contains(section) else { return }
        let shown = note.sections[section]
        kind = shown.kind
        level = shown.level
        lines = shown.lines
        headingPath = note.headingPath(of: section)
        body = note.text(shown.body)
        pieces = note.blocks[shown.blocks].map { block in
            Piece(
                kind: block.kind, depth: block.depth, quoteDepth: block.quoteDepth,
                parent: block.parent.flatMap { shown.blocks.contains($0) ? $0 - shown.blocks.lowerBound : nil },
                lines: block.lines, text: note.text(block.plain), taskState: block.taskState)
        }
    }
}
