import KBModel

// What people say about names: the vocabulary file first, then the aliases in notes.
extension ConceptMerging {
    /// Joins the spellings of each entry of the vocabulary, and keeps apart what it says is something else.
    mutating func obey(_ vocabulary: Vocabulary) {
        for (entry, concept) in vocabulary.entries.enumerated() {
            let members = ([concept.name] + concept.aliases).compactMap { group(exactly: $0) }
            for member in members { joined.give(member, to: entry) }
            guard let first = members.first else { continue }
            for other in concept.not {
                if let other = group(exactly: other), !members.contains(other) { joined.keepApart(first, other) }
            }
            for member in members.dropFirst() { joined.join(first, member) }
        }
    }

    /// Joins the names that notes give themselves; an alias of two notes joins neither.
    mutating func join(_ aliases: [NoteAlias]) {
        var titles: [Int: Set<Int>] = [:]
        for alias in aliases {
            guard let title = group(of: alias.title) else { continue }
            guard let other = group(of: alias.alias) else {
                further[title, default: []].append(ConceptNaming.Spelling(text: alias.alias, mentions: 0, notes: 0))
                continue
            }
            if other != title { titles[other, default: []].insert(title) }
        }
        for (other, titles) in titles.sorted(by: { $0.key < $1.key }) where titles.count == 1 {
            if let title = titles.first { joined.join(title, other) }
        }
    }

    /// The group that holds this very spelling, else the one with its key.
    private func group(exactly spelling: String) -> Int? {
        guard let key = extractor.key(of: spelling), let first = group(ofKey: key) else { return nil }
        let wanted = phrases.folded(spelling)
        for group in first..<groups.count {
            guard groups[group].key == key else { break }
            if groups[group].terms.contains(where: { phrases.folded(terms[order[$0]].spelling) == wanted }) {
                return group
            }
        }
        return first
    }

    /// The terms, by index, that the vocabulary parts from others of their key: some entry says what they are not.
    static func apart(_ terms: [TermTotals], _ vocabulary: Vocabulary, _ extractor: TermExtractor) -> Set<Int> {
        let names = vocabulary.entries.flatMap(\.not)
        guard !names.isEmpty else { return [] }
        let phrases = Phrases()
        let folded = Set(names.map { phrases.folded($0) })
        let keys = Set(names.compactMap { extractor.key(of: $0) })
        return Set(
            terms.indices.filter { keys.contains(terms[$0].key) && folded.contains(phrases.folded(terms[$0].spelling)) }
        )
    }
}
