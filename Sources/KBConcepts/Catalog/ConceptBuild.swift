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
    private static let keptPerShown = 3
    /// So many groups are kept of any vault.
    private static let leastKept = 12_000

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
        merging.joinHeads()
        merging.joinMisspelt()
        gather(notes: notes)
        obey(vocabulary)
        rank(room: room)
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
        if let only = concept(ofOne: groups, notes, naming) { return only }
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
                        text: Blanks.folded(term.spelling), mentions: term.counts[.mention], notes: term.notes,
                        isShort: merging.shortForms.contains(group), isMisspelt: merging.misspelt.contains(group)))
            }
        }
        let further = merging.further.isEmpty ? [] : groups.flatMap { merging.further[$0] ?? [] }
        spellings += further
        var keys = Set(groups.map { merging.groups[$0].key })
        // A key that leads to a group of its own stays there.
        keys.formUnion(
            further.compactMap { merging.extractor.key(of: $0.text) }.filter { merging.group(ofKey: $0) == nil })
        var name = naming.name(of: spellings)
        if groups.count == 1, let group = groups.first, let corrected = merging.corrections[group] { name = corrected }
        return CatalogConcept(
            name: name, spellings: ConceptBuild.distinct(name, spellings),
            keys: keys.sorted(),
            notes: min(estimate.count, max(1, notes)), counts: counts, salience: 0, isShown: false)
    }

    /// The concept of a single group with a single spelling, as most are: nothing has to be chosen.
    private func concept(ofOne groups: [Int], _ notes: Int, _ naming: ConceptNaming) -> CatalogConcept? {
        guard groups.count == 1, let number = groups.first, merging.groups[number].terms.count == 1 else { return nil }
        guard merging.further[number] == nil, merging.corrections[number] == nil else { return nil }
        let group = merging.groups[number]
        let name = naming.cased(Blanks.folded(merging.spelling(of: number)))
        return CatalogConcept(
            name: name, spellings: [name], keys: [group.key], notes: min(group.notes.count, max(1, notes)),
            counts: group.counts, salience: 0, isShown: false)
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
    private mutating func rank(room: Int) {
        let nested = Nesting(merging)
        let kin = Kin(merging)
        var shapes: [WordShape?] = []
        for index in drafts.indices where !drafts[index].groups.isEmpty {
            let draft = drafts[index]
            drafts[index].concept.salience = Salience.score(
                notes: draft.concept.notes, counts: draft.concept.counts,
                nested: draft.groups.reduce(0) { $0 + nested.mentions[$1] },
                hasShort: hasShort(draft), shape: shape(of: draft, kin, &shapes))
        }
        // Places are sorted rather than drafts, which are large.
        let ranked = drafts.map(\.concept.salience).enumerated().sorted { a, b in
            a.element == b.element ? isBefore(a.offset, b.offset) : a.element > b.element
        }
        drafts = ranked.map { drafts[$0.offset] }
        var left = room
        for index in drafts.indices where !drafts[index].concept.isHidden && drafts[index].concept.notes > 0 {
            let isListed = drafts[index].entry != nil
            drafts[index].concept.isShown = isListed || Salience.isShown(drafts[index].concept, left)
            if !isListed { left -= 1 }
        }
    }

    /// Of two as salient concepts, by name in byte order.
    private func isBefore(_ a: Int, _ b: Int) -> Bool {
        let (first, second) = (drafts[a].concept, drafts[b].concept)
        if first.name != second.name { return first.name.utf8.lexicographicallyPrecedes(second.name.utf8) }
        return first.keys.lexicographicallyPrecedes(second.keys)
    }

    /// The shape of the most used of a concept's spellings that is neither a slip nor short for another.
    private func shape(of draft: Draft, _ kin: Kin, _ shapes: inout [WordShape?]) -> NameShape {
        let full = draft.groups.filter { !merging.misspelt.contains($0) && !merging.shortForms.contains($0) }
        let main = full.max { merging.groups[$0].counts[.mention] < merging.groups[$1].counts[.mention] }
        let words = (main ?? draft.groups.first).map { merging.phrases[$0] } ?? []
        let isName = hasShort(draft) || words.count == 1 && ConceptBuild.isName(draft.concept.name)
        return NameShape(
            isName: isName, isCapital: draft.concept.name.utf8.first.map { $0 &- UInt8(ascii: "A") < 26 } ?? false,
            hasKin: words.count > 1 && kin.isUsual(words, beside: main),
            words: words.map { word in
                let number = Int(word)
                while shapes.count <= number { shapes.append(nil) }
                if let known = shapes[number] { return known }
                let shape = merging.phrases.withLetters(of: word) { WordShape($0) }
                shapes[number] = shape
                return shape
            })
    }

    private func hasShort(_ draft: Draft) -> Bool { draft.groups.contains { merging.shortForms.contains($0) } }

    /// Whether a capital that is not at the beginning makes a name of a word.
    private static func isName(_ name: String) -> Bool {
        name.utf8.dropFirst().contains { $0 &- UInt8(ascii: "A") < 26 }
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
