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
    private let notes: Int
    /// The state of the index: see ``Store/generation()``.
    private let generation: Int
    /// What a person said.
    private let vocabulary: Vocabulary

    /// Builds the catalog from what `store` holds and what a person said in `vocabulary`.
    init(_ store: Store, vocabulary: Vocabulary) throws(StoreError) {
        generation = try store.generation()
        self.vocabulary = vocabulary
        notes = try store.size().notes
        let names = try store.names()
        catalog = ConceptCatalog(
            terms: [], notes: 0, words: 0,
            acronyms: LoadedCatalog.acronyms(names), aliases: LoadedCatalog.aliases(names), vocabulary: vocabulary)
    }

    /// `known`, if it still shows the index as it is, or else a new one.
    static func current(
        _ known: LoadedCatalog?, _ store: Store, vocabulary: Vocabulary
    ) throws(StoreError) -> LoadedCatalog {
        if let known, known.generation == (try store.generation()), known.vocabulary == vocabulary { return known }
        return try LoadedCatalog(store, vocabulary: vocabulary)
    }

    /// What the notes spell out: each pair once, with the number of notes that say so; by short, then by long form.
    private static func acronyms(_ names: [NoteName]) -> [NoteAcronym] {
        var notes: [NoteAcronym: Set<Int>] = [:]
        for name in names where name.kind == .acronym {
            notes[NoteAcronym(short: name.text, long: name.long, notes: 0), default: []].insert(name.note)
        }
        return notes.map { NoteAcronym(short: $0.key.short, long: $0.key.long, notes: $0.value.count) }.sorted {
            $0.short == $1.short ? $0.long < $1.long : $0.short < $1.short
        }
    }

    /// The other names of notes, each once; by title, then by alias.
    private static func aliases(_ names: [NoteName]) -> [NoteAlias] {
        let aliases = names.filter { $0.kind == .alias }.map { NoteAlias(title: $0.long, alias: $0.text) }
        return Set(aliases).sorted { $0.title == $1.title ? $0.alias < $1.alias : $0.title < $1.title }
    }
}
