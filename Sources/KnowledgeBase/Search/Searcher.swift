import KBModel
import KBRank
import KBStore
import KBText

/// Answers one query from an open index.
///
/// Looks up each word, works out which sections satisfy the query, ranks them, and finds the passage of each hit in its
/// note.
struct Searcher {
    let store: Store
    let options: SearchOptions
    /// What a person says about the vault's concepts.
    let vocabulary: Vocabulary
    /// Tells what the name of a concept means. Costly, so asked only for `concept:`.
    let concept: (String) throws(StoreError) -> NamedConcept
    /// Reads the note of a section as it is on disk; nil when it is gone. Only the text of these sections, ascending, need
    /// be there; nil for the whole note.
    let read: (SectionLocation, [Int]?) -> Note?

    private let tokenizer = Tokenizer()

    init(
        store: Store, options: SearchOptions, vocabulary: Vocabulary = Vocabulary(),
        concept: @escaping (String) throws(StoreError) -> NamedConcept,
        read: @escaping (SectionLocation, [Int]?) -> Note?
    ) {
        self.store = store
        self.options = options
        self.vocabulary = vocabulary
        self.concept = concept
        self.read = read
    }

    /// Ranks the sections that satisfy `query`.
    func answer(_ query: Query) throws(StoreError) -> SearchAnswer {
        let sections = try store.sections()
        let asked = try lookingForUnknownKeys(in: query.clause)
        let clause = options.isExact ? asked.requiringEveryWord : asked.dropping(where: StopWords.contains)
        var words = try look(up: clause)
        let relatedLookup = RelatedLookup(store: store, tokenizer: tokenizer)
        if !options.isExact {
            try WordMending(store, vocabulary: vocabulary, tokenizer: tokenizer).mend(&words, in: asked)
            try relatedLookup.addRelated(to: &words)
        }
        let filters = try FilterSections(clause.filters, store: store, features: sections.features)
        let concepts = try conceptWords(in: clause, filters: filters)
        let wanted = clause.concepts
        words += concepts.filter { wanted.contains($0.typed) }
        var candidates = try candidates(
            of: clause, words: words, concepts: concepts, filters: filters, sections: sections)
        let secondLook = SecondLook(store: store, tokenizer: tokenizer, isExact: options.isExact, table: sections.table)
        let named = candidates == nil ? try secondLook.namedNote(by: asked) : nil
        if candidates == nil, words.allSatisfy(\.isMissing) {
            // Nothing asked for stands anywhere, and ranking without words would find everything.
            candidates = SectionSet(capacity: sections.features.count)
        }
        let ranking = Ranking(
            words: distinct(words.filter { !$0.isMissing }), phrases: try phrases(of: words),
            table: sections.table, candidates: candidates)
        let order = try SectionOrder(store)
        let first = ranking.best(
            max(options.limit, secondLook.depth), groupsByNote: options.groupsByNote, breakingTiesBy: order.isBefore)
        let finding = NamedNote.Finding(of: named, among: first, ranking)
        let reranking = try secondLook.reranking(of: finding, for: words)
        let best = reranking.best(options.limit, breakingTiesBy: order.isBefore)
        var answer = SearchAnswer(query: query.text)
        answer.total = (options.groupsByNote ? ranking.noteTotal : ranking.total) + (finding.isNew ? 1 : 0)
        answer.corrections = words.compactMap(\.correction).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
        answer.expansions = words.flatMap(\.expansions).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
        let related = relatedLookup.expansions(of: words, in: best)
        answer.expansions += related
        if let named { answer.expansions.append(named.expansion) }
        answer.relaxed = relaxations(words, related: related, ranking: ranking, best: best)
        let collector = HitCollector(
            store: store, tokenizer: tokenizer, words: words, features: clause.features, read: read)
        answer.hits = try collector.hits(for: best, among: sections.table.liveSections) { section in
            options.explains ? ranking.contributions(to: section) + reranking.contributions(to: section) : []
        }
        return answer
    }

    // MARK: - Words

    /// `localhost:8080` asks nothing of front matter when no note has such a key: it is looked for as words.
    private func lookingForUnknownKeys(in clause: Query.Clause) throws(StoreError) -> Query.Clause {
        let keys = clause.filters.compactMap { if case .property(let key, _) = $0 { key.lowercased() } else { nil } }
        guard !keys.isEmpty else { return clause }
        let unknown = Set(keys).subtracting(try store.propertyKeys())
        return unknown.isEmpty ? clause : clause.lookingFor(keys: unknown)
    }

    private func look(up clause: Query.Clause) throws(StoreError) -> [LookedUpWord] {
        let lookup = WordLookup(store: store, tokenizer: tokenizer, isExact: options.isExact)
        var words: [LookedUpWord] = []
        for word in QueryWords(clause).words {
            guard let found = try lookup.look(up: word) else { continue }
            let parts = found.isMissing && !options.isExact && clause.isBareWords ? try lookup.parts(of: found) : []
            words += parts.isEmpty ? [found] : parts
        }
        return words
    }

    /// Each word once, with how often the query says it.
    private func distinct(_ words: [LookedUpWord]) -> [RankedWord] {
        var ranked: [RankedWord] = []
        var known: [[[String]]] = []
        for word in words {
            let terms = word.readings[0].leaf.terms
            // A query has few words, and a table would cost a cold search more.
            if let place = known.firstIndex(of: terms) {
                ranked[place].repetitions += 1
            } else {
                known.append(terms)
                ranked.append(word.ranked)
            }
        }
        return ranked
    }

    /// Words that stand side by side in the query, as phrases.
    private func phrases(of words: [LookedUpWord]) throws(StoreError) -> [RankedWord] {
        var phrases: [RankedWord] = []
        for (before, after) in zip(words, words.dropFirst()) where after.word.followsWord && !options.isExact {
            guard before.word.isBareWord, after.word.isBareWord, !before.isAbsent, !after.isAbsent else { continue }
            let leaf = MatchLeaf(.words(before.bestTokens + after.bestTokens))
            let postings = try store.postings(for: leaf)
            if !postings.isEmpty { phrases.append(RankedWord(before.typed + " " + after.typed, postings)) }
        }
        return phrases
    }

    // MARK: - Sections

    /// The concepts that `clause` names, each once, as words that stand where the concept is mentioned.
    private func conceptWords(
        in clause: Query.Clause, filters: FilterSections
    ) throws(StoreError) -> [LookedUpWord] {
        var words: [LookedUpWord] = []
        for case .concept(let name) in clause.filters where !words.contains(where: { $0.typed == name }) {
            let others = filters.sections(where: .concept(name)).sections.map { UInt32(truncatingIfNeeded: $0) }
            let named = options.isExact ? NamedConcept(typed: name, spellings: []) : try concept(name)
            words.append(try named.word(in: store, tokenizer, others: others))
        }
        return words
    }

    /// The sections that satisfy all but the bare words of `clause`; nil when nothing narrows them.
    private func candidates(
        of clause: Query.Clause, words: [LookedUpWord], concepts: [LookedUpWord], filters: FilterSections,
        sections: StoredSections
    ) throws(StoreError) -> SectionSet? {
        if clause.isBareWords { return nil }
        let universe = SectionSet(liveIn: sections.table)
        let excluded = WordLookup(store: store, tokenizer: tokenizer, isExact: true)
        return try clause.sections(in: universe) { part throws(StoreError) -> SectionSet in
            if case .filter(.concept(let name)) = part {
                let word = concepts.first { $0.typed == name }
                return word?.sections(capacity: sections.features.count)
                    ?? SectionSet(capacity: sections.features.count)
            }
            if case .filter(let filter) = part { return filters.sections(where: filter) }
            var word = words.first { $0.word.clause == part }
            if word == nil {
                // What is excluded does not rank, and counts as it stands.
                word = try excluded.look(up: QueryWords.Word(part, isOptional: false, followsWord: false))
            }
            // Marks that are no word, such as `:-)`, ask for nothing.
            return word?.sections(capacity: sections.features.count) ?? universe
        }
    }

    /// What had to be given up to find anything.
    private func relaxations(
        _ words: [LookedUpWord], related: [SearchAnswer.Expansion], ranking: Ranking, best: [ScoredSection]
    ) -> [SearchAnswer.Relaxation] {
        guard !options.isExact, !best.isEmpty else { return [] }
        let optional = words.filter { $0.word.isOptional && $0.word.isBareWord }
        let absent = optional.filter { word in word.isAbsent && !related.contains { $0.typed == word.typed } }
            .map(\.typed)
        var relaxed: [SearchAnswer.Relaxation] = absent.isEmpty ? [] : [.dropped(unique(absent))]
        let present = distinct(words.filter { !$0.isMissing })
        let places = present.indices.filter { place in
            !absent.contains(present[place].text) && optional.contains { $0.typed == present[place].text }
        }
        func holdsAll(_ section: Int) -> Bool { places.allSatisfy { ranking.holds(section, word: $0) } }
        guard let first = best.first, !best.contains(where: { holdsAll($0.section) }),
            !ranking.hasHit(where: holdsAll)
        else { return relaxed }
        relaxed.append(
            .most(missing: places.filter { !ranking.holds(first.section, word: $0) }.map { present[$0].text }))
        return relaxed
    }

    private func unique(_ texts: [String]) -> [String] {
        var seen: Set<String> = []
        return texts.filter { seen.insert($0).inserted }
    }
}
