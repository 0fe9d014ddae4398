import KBConcepts
import KBModel

/// What a vault uses a spelling for: in so many notes, so often in each role.
func term(
    _ spelling: String, notes: Int = 1, mentions: Int? = nil, _ roles: [TermCounts.Role: Int] = [:]
) -> TermTotals {
    var counts = TermCounts()
    counts[.mention] = mentions ?? max(notes, roles.values.max() ?? 0)
    counts[.section] = counts[.mention]
    for (role, count) in roles { counts[role] = count }
    return TermTotals(
        spelling: spelling, key: TermExtractor().key(of: spelling) ?? 0, notes: notes, counts: counts)
}

/// A catalog of `terms` in a vault of ten notes.
func catalog(
    _ terms: [TermTotals], notes: Int = 10, words: Int = 5_000, acronyms: [NoteAcronym] = [],
    aliases: [NoteAlias] = [], vocabulary: Vocabulary = Vocabulary()
) -> ConceptCatalog {
    ConceptCatalog(
        terms: terms, notes: notes, words: words, acronyms: acronyms, aliases: aliases, vocabulary: vocabulary)
}

extension ConceptCatalog {
    /// The name of the concept that has exactly this spelling, whatever its case; nil when none has.
    func name(of spelling: String) -> String? {
        concepts.first { $0.spellings.contains { $0.lowercased() == spelling.lowercased() } }?.name
    }

    /// Whether both spellings stand, and for one concept.
    func joins(_ a: String, _ b: String) -> Bool { name(of: a) != nil && name(of: a) == name(of: b) }

    /// The names that a resolution speaks of: one, the choices, or none.
    func names(for typed: String) -> [String] {
        switch resolve(typed) {
        case .concept(let index, _): [concepts[index].name]
        case .ambiguous(let indexes): indexes.map { concepts[$0].name }
        case .unknown: []
        }
    }
}
