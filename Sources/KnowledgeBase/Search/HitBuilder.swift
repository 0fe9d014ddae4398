import KBModel
import KBRank
import KBStore

/// Makes a hit of a section that was found: its lines, passage and snippet, out of its note.
struct HitBuilder {
    let location: SectionLocation
    let finder: TermFinder
    /// What each word of the query is worth.
    let weights: [Double]

    /// The hit. Without a note, or when the note has lost the section since it was indexed, only what the index knows.
    func hit(in note: Note?, score: Double, explanation: [Contribution]) -> Hit {
        guard let note, note.sections.indices.contains(location.ordinal) else {
            return Hit(
                path: location.path, title: location.title, lines: LineRange(1, 1), headingPath: [],
                passage: LineRange(1, 1), score: score, snippet: Snippet(text: ""), explanation: explanation)
        }
        let section = note.sections[location.ordinal]
        let matches = finder.matches(in: note, range: section.body)
        let passage = Passage(in: note, section: location.ordinal, matches: matches, weights: weights)
        // A section without text of its own shows its heading.
        let shown = passage.plain.isEmpty ? section.title : passage.plain
        let marked = passage.plain.isEmpty ? finder.matches(in: note, range: section.title) : matches
        return Hit(
            path: location.path, title: note.title, lines: section.lines,
            headingPath: note.headingPath(of: location.ordinal),
            passage: passage.lines, score: score,
            snippet: Snippet(of: note.plain, in: shown, matches: marked.map(\.range)), explanation: explanation)
    }
}
