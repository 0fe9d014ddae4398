import KBEdit
import KBModel

/// Finds the section of a note that a reader means by a heading.
struct HeadingLookup {
    private let note: Note
    private let anchors: AnchorFinder

    /// A lookup in `note`.
    init(_ note: Note) {
        self.note = note
        anchors = AnchorFinder(note)
    }

    /// The section that `place` means: its index, and for a block or a line that line. The beginning of a heading's words
    /// does only if `takesBeginnings`.
    func find(
        _ place: NoteReference.Place, takesBeginnings: Bool = true
    ) throws(KnowledgeBaseError) -> (section: Int?, line: Int?) {
        switch place {
        case .line(let line):
            guard line <= note.lineCount else {
                throw .noSuchHeading(":\(line)", note: note.path, nearest: [":\(note.lineCount)"])
            }
            return (note.section(at: line), line)
        case .block(let id):
            guard let block = note.blocks.first(where: { $0.blockID?.lowercased() == id.lowercased() }) else {
                let known = note.blocks.compactMap(\.blockID)
                throw .noSuchHeading(
                    "^" + id, note: note.path, nearest: NearestName.nearest(to: id, among: known).map { "^" + $0 })
            }
            return (note.section(at: block.lines.first), block.lines.first)
        case .headings(let headings):
            if let (found, _) = anchors.find(headings) { return (found, nil) }
            if takesBeginnings, let found = anchors.beginning(headings) { return (found, nil) }
            let titles = note.sections.map { note.text($0.title) }.filter { !$0.isEmpty }
            throw .noSuchHeading(
                headings.joined(separator: "#"), note: note.path,
                nearest: NearestName.nearest(to: headings.last ?? "", among: titles))
        }
    }
}
