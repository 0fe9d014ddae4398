public import KBModel

/// The concepts of a vault: every spelling, merged, named and ranked.
///
/// Built whole from the totals of the vault's terms; the same totals give the same catalog, in whatever order they
/// come.
public struct ConceptCatalog: Sendable {
    /// Most salient first; ties by name in byte order.
    public let concepts: [CatalogConcept]
    private let indexes: [UInt64: Int]
    private let spellings: [String: Int]

    /// Merges `terms` into concepts, names and ranks them.
    ///
    /// - Parameters:
    ///   - terms: Each spelling once.
    ///   - notes: How many notes the vault holds.
    ///   - words: How many words they hold together.
    ///   - acronyms: What the notes spell out.
    ///   - aliases: The other names that notes give themselves.
    ///   - vocabulary: A person's word, which wins.
    public init(
        terms: [TermTotals], notes: Int, words: Int, acronyms: [NoteAcronym] = [], aliases: [NoteAlias] = [],
        vocabulary: Vocabulary = Vocabulary()
    ) {
        var groups: [UInt64: [TermTotals]] = [:]
        for term in terms { groups[term.key, default: []].append(term) }
        var concepts: [CatalogConcept] = []
        for (key, group) in groups {
            let ordered = group.sorted {
                let (a, b) = ($0.counts[.mention], $1.counts[.mention])
                return a == b ? $0.spelling < $1.spelling : a > b
            }
            var spellings: [String] = []
            var folded: Set<String> = []
            var counts = TermCounts()
            var count = 0
            for term in ordered {
                if folded.insert(term.spelling.lowercased()).inserted { spellings.append(term.spelling) }
                counts += term.counts
                count = max(count, term.notes)
            }
            let weight = Double(count) * Double(1 + counts[.heading] + counts[.lead] + counts[.alone])
            concepts.append(
                CatalogConcept(
                    name: spellings.first ?? "", spellings: spellings, keys: [key], notes: count, counts: counts,
                    salience: weight / (weight + 10), isShown: true))
        }
        concepts.sort { $0.salience == $1.salience ? $0.name < $1.name : $0.salience > $1.salience }
        var indexes: [UInt64: Int] = [:]
        var names: [String: Int] = [:]
        for (index, concept) in concepts.enumerated() {
            for key in concept.keys { indexes[key] = index }
            for spelling in concept.spellings where names[spelling.lowercased()] == nil {
                names[spelling.lowercased()] = index
            }
        }
        self.concepts = concepts
        self.indexes = indexes
        self.spellings = names
    }

    /// What a typed name stands for.
    public func resolve(_ typed: String) -> ConceptResolution {
        spellings[typed.lowercased()].map { .concept($0, readAs: nil) } ?? .unknown(nearest: [])
    }

    /// Where in ``concepts`` the terms with this key are; nil when none has it.
    public func index(ofKey key: UInt64) -> Int? { indexes[key] }
}
