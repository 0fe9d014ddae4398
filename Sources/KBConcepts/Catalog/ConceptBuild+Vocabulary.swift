import KBModel

// A person's word: what concepts are called, which are hidden, how they lie to each other.
extension ConceptBuild {
    /// Gives the concepts of the vocabulary their names, and adds those that the notes do not hold.
    mutating func obey(_ vocabulary: Vocabulary) {
        guard !vocabulary.entries.isEmpty else { return }
        var places: [Int: Int] = [:]
        for (index, draft) in drafts.enumerated() { if let entry = draft.entry { places[entry] = index } }
        for (number, entry) in vocabulary.entries.enumerated() {
            if let place = places[number] { name(place, as: entry) } else { add(entry, number) }
        }
    }

    private mutating func name(_ place: Int, as entry: Vocabulary.Entry) {
        let apart = Set(entry.not.map { $0.lowercased() })
        var seen: Set<String> = [entry.name.lowercased()]
        let others = entry.aliases + drafts[place].concept.spellings
        drafts[place].concept.name = entry.name
        drafts[place].concept.spellings =
            [entry.name] + others.filter { !apart.contains($0.lowercased()) && seen.insert($0.lowercased()).inserted }
        drafts[place].concept.isHidden = entry.isHidden
    }

    /// A concept that stands only in the vocabulary, so that others can lie above or below it.
    private mutating func add(_ entry: Vocabulary.Entry, _ number: Int) {
        var seen: Set<String> = []
        let spellings = ([entry.name] + entry.aliases).filter { seen.insert($0.lowercased()).inserted }
        let keys = Set(spellings.compactMap { merging.extractor.key(of: $0) }).filter {
            merging.group(ofKey: $0) == nil
        }
        let concept = CatalogConcept(
            name: entry.name, spellings: spellings, keys: keys.sorted(), notes: 0, counts: TermCounts(), salience: 0,
            isShown: false, isHidden: entry.isHidden)
        drafts.append(Draft(concept: concept, groups: [], entry: number))
    }

    /// Sets what the vocabulary says lies above, below and beside each concept. Names it does not know are left out.
    mutating func relate(_ vocabulary: Vocabulary) {
        guard !vocabulary.entries.isEmpty else { return }
        var named: [String: Int] = [:]
        for (index, draft) in drafts.enumerated() where draft.entry != nil {
            for spelling in draft.concept.spellings { named[spelling.lowercased()] = index }
        }
        var above: Set<Pair> = []
        var beside: Set<Pair> = []
        for (index, draft) in drafts.enumerated() {
            guard let number = draft.entry, vocabulary.entries.indices.contains(number) else { continue }
            let entry = vocabulary.entries[number]
            for other in entry.broader.compactMap({ find($0, named) }) { above.insert(Pair(other, index)) }
            for other in entry.narrower.compactMap({ find($0, named) }) { above.insert(Pair(index, other)) }
            for other in entry.related.compactMap({ find($0, named) }) {
                beside.insert(Pair(index, other))
                beside.insert(Pair(other, index))
            }
        }
        for pair in above.sorted() where pair.first != pair.second {
            drafts[pair.first].concept.narrower.append(pair.second)
            drafts[pair.second].concept.broader.append(pair.first)
        }
        for pair in beside.sorted() where pair.first != pair.second {
            drafts[pair.first].concept.related.append(pair.second)
        }
    }

    private func find(_ name: String, _ named: [String: Int]) -> Int? {
        if let index = named[name.lowercased()] { return index }
        guard let key = merging.extractor.key(of: name) else { return nil }
        return ConceptCatalog.concept(ofKey: key, in: keys)
    }

    /// Two concepts.
    private struct Pair: Hashable, Comparable {
        var first: Int
        var second: Int

        init(_ first: Int, _ second: Int) { (self.first, self.second) = (first, second) }

        static func < (a: Pair, b: Pair) -> Bool { (a.first, a.second) < (b.first, b.second) }
    }
}
