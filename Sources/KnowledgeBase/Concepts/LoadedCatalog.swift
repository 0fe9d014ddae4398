import KBConcepts
import KBModel
import KBStore

/// The concepts of a vault as one state of its index gives them.
final class LoadedCatalog {
    /// Every concept.
    let catalog: ConceptCatalog
    /// Finds them in notes.
    private(set) lazy var finder = MentionFinder(catalog)
    /// In how many notes each term stands.
    private(set) lazy var frequencies = TermFrequencies(
        notes: notes,
        notesByKey: Dictionary(
            catalog.concepts.flatMap { concept in concept.keys.map { ($0, concept.notes) } },
            uniquingKeysWith: max))
    /// How many notes the vault holds.
    let notes: Int
    /// The state of the index: see ``Store/generation()``.
    private let generation: Int?
    /// What a person said.
    private let vocabulary: Vocabulary

    /// Builds the catalog from what `store` holds and what a person said in `vocabulary`.
    init(_ store: Store, vocabulary: Vocabulary) throws(StoreError) {
        generation = try? store.generation()
        self.vocabulary = vocabulary
        notes = try store.size().notes
        catalog = ConceptCatalog(
            terms: try store.terms(), notes: notes, words: try store.words(),
            acronyms: try store.acronymPairs().map { NoteAcronym(short: $0.short, long: $0.long, notes: $0.notes) },
            aliases: try store.titleAliases().map { NoteAlias(title: $0.title, alias: $0.alias) },
            vocabulary: vocabulary)
    }

    /// `known`, if it was built from `store` and still shows the index as it is, or else a new one.
    static func current(
        _ known: LoadedCatalog?, _ store: Store, vocabulary: Vocabulary
    ) throws(StoreError) -> LoadedCatalog {
        // An index that another one has replaced cannot change any more.
        let generation = try? store.generation()
        if let known, generation == nil || known.generation == generation, known.vocabulary == vocabulary {
            return known
        }
        return try LoadedCatalog(store, vocabulary: vocabulary)
    }
}
