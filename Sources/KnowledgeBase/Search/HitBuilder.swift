import KBModel
import KBRank
import KBStore

/// Makes a hit of a section that was found: its lines, passage and snippet, out of its note.
struct HitBuilder {
    let location: SectionLocation
    let finder: TermFinder
    /// What each word of the query is worth.
    let weights: [Double]
    /// What the section was asked to hold.
    let features: [Query.Feature]

    /// The hit. Without a note, or when the note has lost the section since it was indexed, only what the index knows.
    func hit(in note: Note?, score: Double, explanation: [Contribution]) -> Hit {
        guard let note, note.sections.indices.contains(location.ordinal) else {
            return Hit(
                path: location.path, title: location.title, lines: LineRange(1, 1), headingPath: [],
                passage: LineRange(1, 1), score: score, snippet: Snippet(text: ""), explanation: explanation)
        }
        let section = note.sections[location.ordinal]
        let matches = finder.matches(in: note, range: section.body)
        let asked = matches + featured(in: section, of: note)
        let passage = Passage(in: note, section: location.ordinal, matches: asked, weights: weights)
        // A section without text of its own shows its heading.
        let shown = passage.plain.isEmpty ? section.title : passage.plain
        let marked = passage.plain.isEmpty ? finder.matches(in: note, range: section.title) : matches
        return Hit(
            path: location.path, title: note.title, lines: section.lines,
            headingPath: note.headingPath(of: location.ordinal),
            passage: passage.lines, score: score,
            snippet: Snippet(of: note.plain, in: shown, matches: marked.map(\.range)), explanation: explanation)
    }

    /// The first place that holds what was asked for, as if it were one more word of the query.
    private func featured(in section: Section, of note: Note) -> [TermMatch] {
        guard !features.isEmpty else { return [] }
        let blocks = note.blocks[section.blocks.clamped(to: note.blocks.indices)]
        guard let block = blocks.first(where: { block in features.contains { block.holds($0, in: note) } }) else {
            return []
        }
        return [TermMatch(term: weights.count, range: block.plain)]
    }
}

extension Block {
    /// Whether this block is or holds what `is:` asks for.
    fileprivate func holds(_ feature: Query.Feature, in note: Note) -> Bool {
        switch feature {
        case .task: kind == .task
        case .open: kind == .task && taskState == " "
        case .done: kind == .task && taskState != " "
        case .question: isQuestion
        case .definition: note.definitions.contains { plain.contains($0.term.lowerBound) }
        case .code: kind == .code
        case .table: kind == .tableRow
        }
    }
}
