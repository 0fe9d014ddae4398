import KBConcepts
import KBModel
import KBRank
import KBStore
import KBText

/// What `concept:NAME` asks for: every section that mentions the concept.
struct NamedConcept {
    /// The name as typed.
    var typed: String
    /// The concept's spellings, its name first; only what was typed when kb knows no such concept.
    var spellings: [String]
    /// The spelling that the name was corrected to.
    var readAs: String?

    /// How many ways to write one concept are looked up; what is left out is written least.
    static let mostSpellings = 32

    init(typed: String, spellings: [String]) {
        self.typed = typed
        self.spellings = spellings
    }

    /// The concept of `catalog` that goes by the name `typed`; what several go by stands for none of them.
    init(_ typed: String, in catalog: ConceptCatalog) {
        self.init(typed: typed, spellings: [])
        guard case .concept(let index, let readAs) = catalog.resolve(typed) else { return }
        spellings = catalog.concepts[index].spellings
        self.readAs = readAs
    }

    /// The concept as a word of the query, which stands where any of its spellings does.
    ///
    /// `others` are sections that have it as a tag, a title or the like, without a word of it in the text.
    func word(
        in store: Store, _ tokenizer: Tokenizer, others: [UInt32]
    ) throws(StoreError) -> LookedUpWord {
        var readings: [LookedUpWord.Reading] = []
        var known: Set<[String]> = []
        var also: [String] = []
        let asTyped = tokenizer.tokens(in: typed, as: .query)
        for spelling in [readAs ?? typed] + spellings where readings.count < NamedConcept.mostSpellings {
            let tokens = tokenizer.tokens(in: spelling, as: .query)
            guard !tokens.isEmpty, known.insert(tokens.map(\.term)).inserted else { continue }
            let leaf = MatchLeaf(.words(tokens))
            let postings = try store.postings(for: leaf)
            guard !postings.isEmpty || readings.isEmpty else { continue }
            if !readings.isEmpty { also.append(spelling) }
            readings.append(LookedUpWord.Reading(text: spelling, leaf: leaf, postings: postings, weight: 1))
        }
        let counts = [UInt8](repeating: 0, count: others.count)
        readings.append(
            LookedUpWord.Reading(
                text: typed, leaf: MatchLeaf(.words([])),
                postings: Postings(sections: others, heading: counts, body: counts), weight: 1))
        var word = LookedUpWord(
            word: QueryWords.Word(.filter(.concept(typed)), isOptional: false, followsWord: false), typed: typed,
            tokens: asTyped, readings: readings)
        word.correction = readAs.map { SearchAnswer.Correction(typed: typed, corrected: $0) }
        if !also.isEmpty {
            word.expansions = [SearchAnswer.Expansion(typed: readAs ?? typed, also: also, reason: .concept)]
        }
        return word
    }
}
