import KBConcepts
import KBModel
import KBStore

extension KnowledgeBase {
    /// The most notes that are read to answer about one concept. Of more, those that say most are read: nobody reads
    /// further, and the answer must not wait for a second.
    static let mostNotesOfConcept = 2_000
    /// In a vault of more notes, what a list counts is found by full-text search instead of in the notes.
    static let mostNotesForCounting = 5_000

    // MARK: - The catalog

    /// What a person says about the concepts; nothing without a vocabulary file. What does not count in it is a remark.
    func vocabulary() -> Vocabulary {
        let read = VocabularyFile(vault: vault).read()
        for issue in read.issues where !remarks.contains(.vocabulary(issue)) { remarks.append(.vocabulary(issue)) }
        return read.vocabulary
    }

    /// The concepts of the vault, built once for each state of the index.
    func catalog() throws(KnowledgeBaseError) -> LoadedCatalog {
        guard vault.settings.concepts else { throw .conceptsAreOff }
        let (known, vocabulary) = (knownCatalog, vocabulary())
        let loaded = try asking { store throws(StoreError) in
            try LoadedCatalog.current(known, store, vocabulary: vocabulary)
        }
        knownCatalog = loaded
        return loaded
    }

    /// The concept that `name` means. A corrected name is a remark.
    func index(of name: String, in catalog: ConceptCatalog) throws(KnowledgeBaseError) -> Int {
        switch catalog.resolve(name) {
        case .concept(let index, let readAs):
            if let readAs { remarks.append(.readAs(typed: name, concept: readAs)) }
            return index
        case .ambiguous(let choices):
            throw .ambiguousConcept(name, choices: choices.map { catalog.concepts[$0].name })
        case .unknown(let nearest):
            throw .noSuchConcept(name, nearest: nearest)
        }
    }

    // MARK: - Notes

    /// The notes that hold one of `concepts`, indexes in `catalog`, by path; at most so many, which say most.
    func holders(
        of concepts: [Int], in catalog: ConceptCatalog, limit: Int = mostNotesOfConcept
    ) throws(KnowledgeBaseError) -> [ConceptPlaces.Holder] {
        let concepts = concepts.map { catalog.concepts[$0] }
        return try asking { store throws(StoreError) in
            try ConceptPlaces(store).notes(holding: concepts, limit: limit)
        }
    }

    /// All notes, by path.
    func allNotes() throws(KnowledgeBaseError) -> [ConceptPlaces.Holder] {
        try asking { store throws(StoreError) in try store.stamps() }
            .map { ConceptPlaces.Holder(path: $0.path, hash: $0.stamp.hash, weight: 0) }
            .sorted { ByteOrder.precedes($0.path, $1.path) }
    }

    /// Reads `notes` as they are on disk, in this order, and hands them to `visit`. Those that have changed since they
    /// were indexed are remarks.
    func read(
        _ notes: [ConceptPlaces.Holder], _ catalog: LoadedCatalog, _ visit: (Note, [ConceptMention]) -> Void
    ) {
        let reader = MentionReader(vault: vault, paths: notes.map(\.path), finder: catalog.finder, progress: progress)
        var place = 0
        while let reading = reader.nextReading() {
            while place < notes.count, notes[place].path != reading.note.path { place += 1 }
            if place < notes.count, notes[place].hash != reading.hash { remarkChange(of: reading.note.path) }
            visit(reading.note, reading.mentions)
        }
    }

    private func remarkChange(of path: String) {
        let remark = Remark.changedMeanwhile(path: path)
        if !remarks.contains(remark) { remarks.append(remark) }
    }

    /// Reads single notes again, for the texts behind what is shown.
    var noteReader: (String) -> Note? {
        let library = library
        return { library.note(at: $0)?.note }
    }

    // MARK: - Counts

    /// Counts `concepts`, indexes in `catalog`.
    ///
    /// In the notes themselves, where a longer name hides the shorter one in it; in a large vault by full-text search,
    /// which counts that too, unless the mentions are asked for.
    func count(
        _ concepts: [Int], in catalog: LoadedCatalog, withMentions: Bool
    ) throws(KnowledgeBaseError) -> ConceptCounts {
        var counts = ConceptCounts(of: concepts, in: catalog.catalog, withMentions: withMentions)
        let notes = try allNotes()
        if !withMentions, notes.count > KnowledgeBase.mostNotesForCounting {
            let known = catalog.catalog.concepts
            let found = try asking { store throws(StoreError) in
                let places = try ConceptPlaces(store)
                let firsts = try store.firstSections()
                var found: [(notes: Int, sections: Int)] = []
                for concept in concepts { found.append(try places.counts(of: known[concept], firsts: firsts)) }
                return found
            }
            for (concept, count) in zip(concepts, found) {
                counts[concept].notes = count.notes
                counts[concept].sections = count.sections
            }
            return counts
        }
        read(notes, catalog) { note, mentions in counts.add(note, mentions) }
        return counts
    }
}
