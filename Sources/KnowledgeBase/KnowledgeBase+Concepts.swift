import KBConcepts
public import KBModel
import KBStore

extension KnowledgeBase {
    /// The most neighbours on a concept's page, of all kinds together.
    private static let mostNeighbours = 60
    /// The most reasons for one neighbour: more prove nothing more.
    private static let mostReasons = 12

    // MARK: - Lists

    /// The concepts that pass `filter`, in `order`; ties by name in byte order.
    public func concepts(
        passing filter: ConceptFilter = ConceptFilter(), by order: ConceptOrder = .salience
    ) throws(KnowledgeBaseError) -> ConceptList {
        let loaded = try catalog()
        let lister = ConceptLister(
            catalog: loaded.catalog, filter: filter, order: order,
            countsAll: loaded.notes <= KnowledgeBase.mostNotesForCounting)
        return try lister.list { concepts, withMentions throws(KnowledgeBaseError) in
            try count(concepts, in: loaded, withMentions: withMentions)
        }
    }

    /// The concepts of one note that pass `filter`, what the note is most about first, with their mentions in it.
    ///
    /// `reference` is read as ``note(_:from:)`` does.
    public func concepts(
        in reference: String, from workingFolder: String? = nil, passing filter: ConceptFilter = ConceptFilter()
    ) throws(KnowledgeBaseError) -> ConceptList {
        let note = try note(reference, from: workingFolder).note.withSection
        let loaded = try catalog()
        let words = note.plain.split { $0 <= UInt8(ascii: " ") }.count
        let phrases = TermExtractor().keyphrases(
            of: note, in: loaded.frequencies, limit: KnowledgeBase.mostKeyphrases)
        var found = NoteConcepts(of: note, words: words, phrases: phrases, filter: filter, finder: loaded.finder)
        let counts = try count(found.known, in: loaded, withMentions: false)
        found.take(counts)
        return found.list
    }

    /// More phrases than this no note is about.
    private static let mostKeyphrases = 1_000

    /// The names of the concepts that are shown, most salient first, for completion. Never refreshes; empty when there
    /// is no index.
    public func conceptNames() -> [String] {
        guard let store = asIndexed,
            let loaded = try? LoadedCatalog.current(
                knownCatalog, store, vocabulary: VocabularyFile(vault: vault).read().vocabulary)
        else { return [] }
        return loaded.catalog.concepts.filter(\.isShown).map(\.name)
    }

    // MARK: - One concept

    /// All that the notes say about the concept called `name`, in any of its spellings.
    ///
    /// - Throws: ``KnowledgeBaseError/noSuchConcept(_:nearest:)``, ``KnowledgeBaseError/ambiguousConcept(_:choices:)``;
    ///   so do all that take a name.
    public func concept(_ name: String) throws(KnowledgeBaseError) -> ConceptPage {
        let loaded = try catalog()
        let index = try index(of: name, in: loaded.catalog)
        var treatment = ConceptTreatment(of: index, in: loaded.catalog)
        var relations = Relations(loaded.finder, around: [index])
        var counts = ConceptCounts(of: [index], in: loaded.catalog, withMentions: true)
        read(try holders(of: [index], in: loaded.catalog), loaded) { note, mentions in
            treatment.add(note, mentions)
            relations.add(note, mentions)
            counts.add(note, mentions)
        }
        let all = relations.neighbours(
            of: [index], limit: KnowledgeBase.mostNeighbours, reasons: KnowledgeBase.mostReasons, reading: noteReader)
        // What is above or below only in passing is shown beside it.
        let broader = all.filter { $0.kinds.first == .broader }
        let narrower = all.filter { $0.kinds.first == .narrower }
        let related = all.filter { $0.kinds.first != .broader && $0.kinds.first != .narrower }
        return ConceptPage(
            concept: concept(index, of: loaded.catalog, counts), definitions: treatment.definitions(),
            broader: broader, narrower: narrower, related: related,
            sections: treatment.sections())
    }

    private func concept(_ index: Int, of catalog: ConceptCatalog, _ counts: ConceptCounts) -> Concept {
        var concept = catalog.concepts[index].concept
        concept.notes = counts[index].notes
        concept.sections = counts[index].sections
        concept.mentions = counts[index].mentions
        return concept
    }

    /// The concepts nearest to those called `names`, closest first, each with every reason; at most `limit`.
    public func related(to names: [String], limit: Int? = nil) throws(KnowledgeBaseError) -> RelatedConcepts {
        let loaded = try catalog()
        var indexes: [Int] = []
        for name in names {
            let index = try index(of: name, in: loaded.catalog)
            if !indexes.contains(index) { indexes.append(index) }
        }
        var relations = Relations(loaded.finder, around: indexes)
        var counts = ConceptCounts(of: indexes, in: loaded.catalog, withMentions: false)
        read(try holders(of: indexes, in: loaded.catalog), loaded) { note, mentions in
            relations.add(note, mentions)
            counts.add(note, mentions)
        }
        return RelatedConcepts(
            concepts: indexes.map { concept($0, of: loaded.catalog, counts) },
            related: relations.neighbours(
                of: indexes, limit: limit, reasons: KnowledgeBase.mostReasons, reading: noteReader))
    }

    /// The topic called `name` as each note treats it.
    public func comparison(of name: String) throws(KnowledgeBaseError) -> ConceptComparison {
        let loaded = try catalog()
        let index = try index(of: name, in: loaded.catalog)
        var comparer = ConceptComparer(of: index, in: loaded.catalog)
        read(try holders(of: [index], in: loaded.catalog), loaded) { note, mentions in
            comparer.add(note, mentions)
        }
        return comparer.comparison()
    }

    // MARK: - The graph

    /// The shortest chain of relations from the concept called `from` to the one called `to`.
    public func path(from: String, to: String) throws(KnowledgeBaseError) -> ConceptPath {
        let loaded = try catalog()
        let first = try index(of: from, in: loaded.catalog)
        let last = try index(of: to, in: loaded.catalog)
        let ends = first == last ? [first] : [first, last]
        let holders = try holders(of: ends, in: loaded.catalog)
        var counts = ConceptCounts(of: ends, in: loaded.catalog, withMentions: false)
        let near = relations(loaded, in: holders, around: ends) { note, mentions in counts.add(note, mentions) }
        var hops = near.path(from: first, to: last, reading: noteReader)
        let isComplete = holders.count < KnowledgeBase.mostNotesOfConcept
        if !isComplete || hops.map({ $0.count > KnowledgeBase.stepsSeenFromEnds }) ?? true {
            hops = relations(loaded, in: try allNotes(), around: ends) { _, _ in }
                .path(from: first, to: last, reading: noteReader)
        }
        return ConceptPath(
            from: concept(first, of: loaded.catalog, counts), to: concept(last, of: loaded.catalog, counts), hops: hops)
    }

    /// A chain of so many steps lies in the notes that mention one of its ends: no other can hold a shorter one.
    private static let stepsSeenFromEnds = 2

    /// The concepts within `depth` steps of those called `names` and what joins them; without names, all that are shown.
    ///
    /// At most `limit` concepts, the nearest or else the most salient.
    public func map(
        around names: [String] = [], depth: Int = 1, limit: Int? = nil
    ) throws(KnowledgeBaseError) -> ConceptMap {
        let loaded = try catalog()
        var indexes: [Int] = []
        for name in names { indexes.append(try index(of: name, in: loaded.catalog)) }
        let relations = relations(loaded, in: try allNotes(), around: indexes) { _, _ in }
        return relations.map(around: indexes, depth: depth, limit: limit, reading: noteReader)
    }

    /// The relations in `notes` between the concepts that are shown and `indexes`.
    private func relations(
        _ loaded: LoadedCatalog, in notes: [ConceptPlaces.Holder], around indexes: [Int],
        _ visit: (Note, [ConceptMention]) -> Void
    ) -> Relations {
        var relations = Relations(loaded.finder, around: indexes)
        read(notes, loaded) { note, mentions in
            relations.add(note, mentions)
            visit(note, mentions)
        }
        return relations
    }

    /// What the notes leave open, of `kinds`: in the order of ``Gap/Kind``, the most used first.
    public func gaps(kinds: [Gap.Kind] = Gap.Kind.allCases) throws(KnowledgeBaseError) -> [Gap] {
        let loaded = try catalog()
        let linked = try asking { store throws(StoreError) in try NoteLister(store: store).linkedNotes() }
        var finder = GapFinder(loaded.catalog)
        read(try allNotes(), loaded) { note, mentions in
            finder.add(note, mentions, isLinked: linked.contains(note.path))
        }
        return finder.gaps(kinds: kinds)
    }
}
