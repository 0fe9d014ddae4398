import KBModel
import KBParse

@testable import KBConcepts

/// A few notes with the concepts in them, put together by hand.
struct SmallVault {
    var catalog: ConceptCatalog
    var notes: [Note]

    /// Each concept is its name and other spellings divided by `|`; one that begins with `-` is below the cut.
    init(_ concepts: [String], _ notes: [String: String], vocabulary: [String: [String]] = [:]) {
        var parser = NoteParser()
        self.notes = notes.map { parser.parse(Array($1.utf8), path: $0) }.sorted { $0.path < $1.path }
        var made: [CatalogConcept] = []
        for (index, text) in concepts.enumerated() {
            let isShown = !text.hasPrefix("-")
            let spellings = text.drop { $0 == "-" }.split(separator: "|").map(String.init)
            made.append(
                CatalogConcept(
                    name: spellings.first ?? "", spellings: spellings, keys: [UInt64(index)], notes: 2,
                    counts: TermCounts(), salience: 0.5, isShown: isShown))
        }
        for (name, related) in vocabulary {
            let indexes = related.compactMap { other in made.firstIndex { $0.name == other } }
            if let place = made.firstIndex(where: { $0.name == name }) { made[place].related = indexes }
        }
        let finder = MentionFinder(ConceptCatalog(concepts: made))
        for note in self.notes {
            var sections: Set<[Int]> = []
            for mention in finder.mentions(in: note) {
                made[mention.concept].counts[.mention] += 1
                if mention.role == .lead || mention.role == .heading { made[mention.concept].counts[.lead] += 1 }
                if sections.insert([mention.concept, mention.section]).inserted {
                    made[mention.concept].counts[.section] += 1
                }
            }
        }
        catalog = ConceptCatalog(concepts: made)
    }

    func index(_ name: String) -> Int { catalog.concepts.firstIndex { $0.name == name } ?? -1 }

    /// The relations of all notes, added in this order or its reverse.
    func relations(around names: [String] = [], reversed: Bool = false) -> Relations {
        let finder = MentionFinder(catalog)
        var relations = Relations(finder, around: names.map(index))
        for note in reversed ? notes.reversed() : notes { relations.add(note, finder.mentions(in: note)) }
        return relations
    }

    var reader: NoteReader { { path in notes.first { $0.path == path } } }

    func neighbours(of names: String..., limit: Int? = nil, reversed: Bool = false) -> [Neighbour] {
        relations(around: names, reversed: reversed).neighbours(of: names.map(index), limit: limit, reading: reader)
    }

    /// The neighbour of `name` called `other`.
    func relation(_ name: String, _ other: String) -> Neighbour? { neighbours(of: name).first { $0.name == other } }

    func treatment(of name: String, reversed: Bool = false) -> ConceptTreatment {
        let finder = MentionFinder(catalog)
        var treatment = ConceptTreatment(of: index(name), in: catalog)
        for note in reversed ? notes.reversed() : notes { treatment.add(note, finder.mentions(in: note)) }
        return treatment
    }

    func gaps(_ kind: Gap.Kind, linked: Set<String> = [], reversed: Bool = false) -> [Gap] {
        let finder = MentionFinder(catalog)
        var gaps = GapFinder(catalog)
        for note in reversed ? notes.reversed() : notes {
            gaps.add(note, finder.mentions(in: note), isLinked: linked.contains(note.path))
        }
        return gaps.gaps(kinds: [kind])
    }

    /// Each mention in the only note, as its words.
    var mentioned: [String] {
        let finder = MentionFinder(catalog)
        return notes.flatMap { note in finder.mentions(in: note).map { note.text($0.plain) } }
    }
}
