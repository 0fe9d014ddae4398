import KBConcepts
public import KBModel
import KBStore

extension KnowledgeBase {
    // MARK: - Lists

    /// The concepts that pass `filter`, in `order`; ties by name in byte order.
    ///
    /// The counts of those listed are exact: every section that holds one of the spellings counts.
    public func concepts(
        passing filter: ConceptFilter = ConceptFilter(), by order: ConceptOrder = .salience
    ) throws(KnowledgeBaseError) -> ConceptList {
        let concepts = try catalog().concepts.map(Concept.init)
        return ConceptList(concepts: concepts, total: concepts.count, hidden: 0)
    }

    /// The concepts of one note that pass `filter`, what the note is most about first, with their mentions in it.
    ///
    /// `reference` is read as ``note(_:from:)`` does.
    public func concepts(
        in reference: String, from workingFolder: String? = nil, passing filter: ConceptFilter = ConceptFilter()
    ) throws(KnowledgeBaseError) -> ConceptList {
        _ = try note(reference, from: workingFolder)
        return ConceptList(concepts: [], total: 0, hidden: 0)
    }

    /// The names of the concepts that are shown, most salient first, for completion. Never refreshes; empty when there
    /// is no index.
    public func conceptNames() -> [String] { [] }

    // MARK: - One concept

    /// All that the notes say about the concept called `name`, in any of its spellings.
    ///
    /// - Throws: ``KnowledgeBaseError/noSuchConcept(_:nearest:)``, ``KnowledgeBaseError/ambiguousConcept(_:choices:)``;
    ///   so do all that take a name.
    public func concept(_ name: String) throws(KnowledgeBaseError) -> ConceptPage {
        let (catalog, index) = try resolved(name)
        return ConceptPage(
            concept: Concept(catalog.concepts[index]), definitions: [], broader: [], narrower: [], related: [],
            sections: [])
    }

    /// The concepts nearest to those called `names`, closest first, each with every reason; at most `limit`.
    public func related(to names: [String], limit: Int? = nil) throws(KnowledgeBaseError) -> RelatedConcepts {
        var concepts: [Concept] = []
        for name in names {
            let (catalog, index) = try resolved(name)
            concepts.append(Concept(catalog.concepts[index]))
        }
        return RelatedConcepts(concepts: concepts, related: [])
    }

    /// The topic called `name` as each note treats it.
    public func comparison(of name: String) throws(KnowledgeBaseError) -> ConceptComparison {
        let (catalog, index) = try resolved(name)
        return ConceptComparison(concept: Concept(catalog.concepts[index]), shared: [], notes: [])
    }

    // MARK: - The graph

    /// The shortest chain of relations from the concept called `from` to the one called `to`.
    public func path(from: String, to: String) throws(KnowledgeBaseError) -> ConceptPath {
        let (catalog, first) = try resolved(from)
        let (_, last) = try resolved(to)
        return ConceptPath(from: Concept(catalog.concepts[first]), to: Concept(catalog.concepts[last]), hops: nil)
    }

    /// The concepts within `depth` steps of those called `names` and what joins them; without names, all that are shown.
    ///
    /// At most `limit` concepts, the nearest or else the most salient.
    public func map(
        around names: [String] = [], depth: Int = 1, limit: Int? = nil
    ) throws(KnowledgeBaseError) -> ConceptMap {
        for name in names { _ = try resolved(name) }
        return ConceptMap(concepts: [], edges: [])
    }

    /// What the notes leave open, of `kinds`: in the order of ``Gap/Kind``, the most used first.
    public func gaps(kinds: [Gap.Kind] = Gap.Kind.allCases) throws(KnowledgeBaseError) -> [Gap] { [] }

    // MARK: - The catalog

    /// The concepts of the vault, built once for each state of the index.
    private func catalog() throws(KnowledgeBaseError) -> ConceptCatalog {
        let known = knownCatalog
        let loaded = try asking { store throws(StoreError) in
            if let known, known.generation == (try store.generation()) { return known }
            return try LoadedCatalog(store, vocabulary: Vocabulary())
        }
        knownCatalog = loaded
        return loaded.catalog
    }

    /// The concept that `name` means. A corrected name is a remark.
    private func resolved(_ name: String) throws(KnowledgeBaseError) -> (catalog: ConceptCatalog, index: Int) {
        let catalog = try catalog()
        switch catalog.resolve(name) {
        case .concept(let index, let readAs):
            if let readAs { remarks.append(.readAs(typed: name, concept: readAs)) }
            return (catalog, index)
        case .ambiguous(let choices):
            throw .ambiguousConcept(name, choices: choices.map { catalog.concepts[$0].name })
        case .unknown(let nearest):
            throw .noSuchConcept(name, nearest: nearest)
        }
    }
}

extension Concept {
    /// What the catalog knows of a concept, before its sections are counted.
    init(_ concept: CatalogConcept) {
        self.init(
            name: concept.name, aliases: Array(concept.spellings.dropFirst()), notes: concept.notes,
            sections: concept.counts[.section], salience: concept.salience,
            isShown: concept.isShown && !concept.isHidden)
    }
}
