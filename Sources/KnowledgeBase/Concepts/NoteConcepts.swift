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

    /// A note of few words is about so many concepts all the same.
    private static let leastShown = 15
    /// How many more a note is about for every thousand words.
    private static let shownPerThousandWords = 30

    /// The concepts that `phrases`, the keyphrases of `note`, stand for, where they pass `filter`.
    ///
    /// The cut is the note's own: what one note is about need not stand out among all of them. Each goes by the name that
    /// the note uses.
    init(of note: Note, words: Int, phrases: [Keyphrase], filter: ConceptFilter, finder: MentionFinder) {
        let catalog = finder.catalog
        let room = NoteConcepts.leastShown + words * NoteConcepts.shownPerThousandWords / 1_000
        var lines: [Int: [Int]] = [:]
        for mention in finder.mentions(in: note) where lines[mention.concept]?.last != mention.line {
            lines[mention.concept, default: []].append(mention.line)
        }
        var seen: Set<Int> = []
        var rank = 0
        for phrase in phrases {
            let index = catalog.index(ofKey: phrase.key)
            if let index, !seen.insert(index).inserted || catalog.concepts[index].isHidden { continue }
            rank += 1
            var concept =
                index.map { catalog.concepts[$0].concept.called(phrase.spelling) }
                ?? Concept(name: phrase.spelling, notes: 1, sections: 1, salience: 0)
            concept.isShown = rank <= room
            guard filter.holdsText([concept.name] + concept.aliases), concept.notes >= filter.minimumNotes else {
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

extension Concept {
    /// This concept under one of its other spellings; the name becomes an alias, the first.
    fileprivate func called(_ spelling: String) -> Concept {
        guard name.lowercased() != spelling.lowercased() else { return self }
        var concept = self
        concept.name = spelling
        concept.aliases = [name] + aliases.filter { $0.lowercased() != spelling.lowercased() }
        return concept
    }
}

extension ConceptFilter {
    /// Whether one of `spellings` holds the text asked for.
    func holdsText(_ spellings: [String]) -> Bool {
        guard let text = text?.lowercased(), !text.isEmpty else { return true }
        return spellings.contains { $0.lowercased().contains(text) }
    }
}
