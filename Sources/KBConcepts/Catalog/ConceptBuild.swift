import KBModel

/// The making of a ``ConceptCatalog``: groups, joins, names, ranks, cuts.
struct ConceptBuild {
    /// A concept and what it was made from.
    struct Draft {
        var concept: CatalogConcept
        /// Numbers of groups, ascending.
        var groups: [Int]
        /// Its entry in the vocabulary, counted from 0; nil for none.
        var entry: Int?
    }

    /// How many groups of terms are kept for each concept that may be shown: those below the cut can be asked for.
    private static let keptPerShown = 5
    /// So many groups are kept of any vault.
    private static let leastKept = 20_000

    /// Most salient first; ties by name in byte order.
    var drafts: [Draft] = []
    /// Ascending keys, each once, with its concept.
    private(set) var keys: [(key: UInt64, concept: Int)] = []
    /// What an acronym with several meanings may stand for: indexes of concepts by the key of the acronym.
    private(set) var meanings: [UInt64: [Int]] = [:]
    var merging: ConceptMerging

    init(
        terms: [TermTotals], notes: Int, words: Int, acronyms: [NoteAcronym], aliases: [NoteAlias],
        vocabulary: Vocabulary
    ) {
        let room = Salience.room(words: words)
        let extractor = TermExtractor()
        let groups = TermGroups(
            terms, notes: notes, limit: max(ConceptBuild.leastKept, ConceptBuild.keptPerShown * room),
            apart: ConceptMerging.apart(terms, vocabulary, extractor))
        merging = ConceptMerging(groups, of: terms, extractor: extractor)
        merging.obey(vocabulary)
        merging.join(aliases)
        merging.joinCompounds()
        merging.joinAcronyms(acronyms)
        merging.joinMisspelt()
        gather(notes: notes)
        obey(vocabulary)
        rank(notes: notes, room: room)
        index()
        relate(vocabulary)
    }

    /// Makes a concept of each set of joined groups.
    private mutating func gather(notes: Int) {
        let naming = ConceptNaming(merging)
        var members: [[Int]] = []
        var places: [Int: Int] = [:]
        for group in merging.groups.indices {
            let root = merging.joined.root(of: group)
            if let place = places[root] {
                members[place].append(group)
            } else {
                places[root] = members.count
                members.append([group])
            }
        }
        drafts = members.map { groups in
            let entry = groups.first.flatMap { merging.joined.owner(of: $0) }
            return Draft(concept: concept(of: groups, notes, naming), groups: groups, entry: entry)
        }
    }

    private func concept(of groups: [Int], _ notes: Int, _ naming: ConceptNaming) -> CatalogConcept {
        var counts = TermCounts()
        var estimate = NoteEstimate(in: notes)
        var spellings: [ConceptNaming.Spelling] = []
        for group in groups {
            counts += merging.groups[group].counts
            estimate.add(merging.groups[group].notes)
            for index in merging.groups[group].terms.map({ merging.order[$0] }) {
                let term = merging.terms[index]
                spellings.append(
                    ConceptNaming.Spelling(
                        text: term.spelling, mentions: term.counts[.mention], notes: term.notes,
                        isShort: merging.shortForms.contains(group), isMisspelt: merging.misspelt.contains(group)))
            }
        }
        var name = naming.name(of: spellings)
        if groups.count == 1, let group = groups.first, let corrected = merging.corrections[group] { name = corrected }
        return CatalogConcept(
            name: name, spellings: ConceptBuild.distinct(name, spellings),
            keys: Array(Set(groups.map { merging.groups[$0].key })).sorted(),
            notes: min(estimate.count, max(1, notes)), counts: counts, salience: 0, isShown: false)
    }

    /// The name, then the other spellings, most used first, each once whatever its case.
    private static func distinct(_ name: String, _ spellings: [ConceptNaming.Spelling]) -> [String] {
        if spellings.count == 1, let only = spellings.first, only.text == name { return [name] }
        var seen: Set<String> = [name.lowercased()]
        let ranked = spellings.sorted { a, b in
            a.mentions == b.mentions
                ? a.text.utf8.lexicographicallyPrecedes(b.text.utf8) : a.mentions > b.mentions
        }
        return [name] + ranked.map(\.text).filter { seen.insert($0.lowercased()).inserted }
    }

    /// Orders the concepts and decides which are shown.
    private mutating func rank(notes: Int, room: Int) {
        let nested = Nesting(merging)
        for index in drafts.indices {
            let draft = drafts[index]
            drafts[index].concept.salience = Salience.score(
                Salience.Evidence(
                    notes: draft.concept.notes, counts: draft.concept.counts,
                    words: draft.groups.first.map { merging.phrases[$0].count } ?? 1,
                    nested: draft.groups.reduce(0) { $0 + nested.mentions[$1] }))
        }
        drafts.sort { a, b in
            if a.concept.salience != b.concept.salience { return a.concept.salience > b.concept.salience }
            if a.concept.name != b.concept.name {
                return a.concept.name.utf8.lexicographicallyPrecedes(b.concept.name.utf8)
            }
            return a.concept.keys.lexicographicallyPrecedes(b.concept.keys)
        }
        var left = room
        for index in drafts.indices where !drafts[index].concept.isHidden && drafts[index].concept.notes > 0 {
            let isListed = drafts[index].entry != nil
            drafts[index].concept.isShown = isListed || left > 0
            if !isListed { left -= 1 }
        }
    }

    private mutating func index() {
        for (index, draft) in drafts.enumerated() {
            for key in draft.concept.keys { keys.append((key, index)) }
        }
        keys.sort { $0.key == $1.key ? $0.concept < $1.concept : $0.key < $1.key }
        var last: UInt64?
        keys.removeAll { entry in
            defer { last = entry.key }
            return entry.key == last
        }
        guard !merging.meanings.isEmpty else { return }
        var concepts: [Int: Int] = [:]
        for (index, draft) in drafts.enumerated() { for group in draft.groups { concepts[group] = index } }
        for (short, longs) in merging.meanings {
            let found = Set(longs.compactMap { concepts[$0] } + [concepts[short]].compactMap { $0 })
            meanings[merging.groups[short].key] = found.sorted()
        }
    }
}
