import KBConcepts
import KBModel
import KBStore

/// The concepts of a vault as one state of its index gives them.
struct LoadedCatalog {
    /// Every concept.
    let catalog: ConceptCatalog
    /// The state of the index: see ``Store/generation()``.
    let generation: Int

    /// Builds the catalog from what `store` holds and what a person said in `vocabulary`.
    init(_ store: Store, vocabulary: Vocabulary) throws(StoreError) {
        generation = try store.generation()
        catalog = ConceptCatalog(terms: [], notes: 0, words: 0, vocabulary: vocabulary)
    }
}
