public import KBModel

/// The concepts of a vault: every spelling, merged, named and ranked.
///
/// Built whole from the totals of the vault's terms; the same totals give the same catalog, in whatever order they
/// come. Of a large vault's many terms only the weightiest become concepts.
public struct ConceptCatalog: Sendable {
    /// Most salient first; ties by name in byte order.
    public let concepts: [CatalogConcept]
    /// Keys ascending, with the concept of each.
    private let keys: [(key: UInt64, concept: Int)]
    /// What an acronym with several meanings may stand for: indexes of concepts by the key of the acronym.
    let meanings: [UInt64: [Int]]

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
        let build = ConceptBuild(
            terms: terms, notes: notes, words: words, acronyms: acronyms, aliases: aliases, vocabulary: vocabulary)
        concepts = build.drafts.map(\.concept)
        keys = build.keys
        meanings = build.meanings
    }

    /// A catalog of finished `concepts`, most salient first.
    init(concepts: [CatalogConcept]) {
        self.concepts = concepts
        keys = concepts.enumerated().flatMap { index, concept in concept.keys.map { (key: $0, concept: index) } }
            .sorted { ($0.key, $0.concept) < ($1.key, $1.concept) }
        meanings = [:]
    }

    /// Where in ``concepts`` the terms with this key are; nil when none has it.
    ///
    /// Of several, which only a vocabulary's `not` can bring about, the most salient.
    public func index(ofKey key: UInt64) -> Int? { ConceptCatalog.concept(ofKey: key, in: keys) }

    /// The concept of `key` in ascending `keys`.
    static func concept(ofKey key: UInt64, in keys: [(key: UInt64, concept: Int)]) -> Int? {
        var low = 0
        var high = keys.count
        while low < high {
            let middle = (low + high) / 2
            if keys[middle].key < key { low = middle + 1 } else { high = middle }
        }
        return low < keys.count && keys[low].key == key ? keys[low].concept : nil
    }
}
