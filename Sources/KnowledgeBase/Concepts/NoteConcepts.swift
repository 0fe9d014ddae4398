import KBConcepts
import KBModel

/// The concepts that one note is about.
struct NoteConcepts {
    /// What the note is most about first.
    private(set) var list = ConceptList(concepts: [], total: 0, hidden: 0)
    /// Those listed that the catalog knows: indexes in it.
    private(set) var known: [Int] = []
    /// For each place in the list, the concept's index in the catalog.
    private var indexes: [Int?] = []

    /// The concepts that `phrases`, the keyphrases of `note`, stand for, where they pass `filter`.
    init(of note: Note, phrases: [Keyphrase], filter: ConceptFilter, finder: MentionFinder) {
        let catalog = finder.catalog
        var lines: [Int: [Int]] = [:]
        for mention in finder.mentions(in: note) where lines[mention.concept]?.last != mention.line {
            lines[mention.concept, default: []].append(mention.line)
        }
        var seen: Set<Int> = []
        for phrase in phrases {
            let index = catalog.index(ofKey: phrase.key)
            if let index, !seen.insert(index).inserted || catalog.concepts[index].isHidden { continue }
            var concept =
                index.map { catalog.concepts[$0].concept }
                ?? Concept(name: phrase.spelling, notes: 1, sections: 1, salience: 0, isShown: false)
            guard filter.holdsText(([concept.name] + concept.aliases)), concept.notes >= filter.minimumNotes else {
                continue
            }
            guard concept.isShown || filter.includesAll else {
                list.hidden += 1
                continue
            }
            list.total += 1
            guard list.concepts.count < filter.limit ?? .max else { continue }
            concept.mentions = (index.flatMap { lines[$0] } ?? phrase.lines).map { Source(path: note.path, line: $0) }
            list.concepts.append(concept)
            indexes.append(index)
            if let index { known.append(index) }
        }
    }

    /// Says in how many notes and sections of the vault they stand.
    mutating func take(_ counts: ConceptCounts) {
        for (place, index) in indexes.enumerated() {
            guard let index else { continue }
            list.concepts[place].notes = max(1, counts[index].notes)
            list.concepts[place].sections = max(1, counts[index].sections)
        }
    }
}

extension ConceptFilter {
    /// Whether one of `spellings` holds the text asked for.
    func holdsText(_ spellings: [String]) -> Bool {
        guard let text = text?.lowercased(), !text.isEmpty else { return true }
        return spellings.contains { $0.lowercased().contains(text) }
    }
}
