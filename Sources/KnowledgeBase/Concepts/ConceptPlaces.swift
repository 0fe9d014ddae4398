import KBConcepts
import KBModel
import KBRank
import KBStore
import KBText

/// Finds the sections that hold a concept in any of its spellings, by full-text search.
///
/// It finds all that ``MentionFinder`` finds and a little more: a concept inside the name of a longer one, and words
/// that a comma divides.
struct ConceptPlaces {
    /// A note with sections that hold a concept.
    struct Holder {
        var path: String
        /// The hash of its content when it was indexed.
        var hash: UInt64?
        /// How often it holds the concept, headings counted more.
        var weight: Int
    }

    /// What a word in a heading counts against one in the text when the notes that say most are chosen.
    private static let headingWeight = 4
    /// How many ways to write one concept are looked up; what is left out is written least.
    private static let mostSpellings = 32

    private let store: Store
    private let tokenizer = Tokenizer()
    private let capacity: Int

    init(_ store: Store) throws(StoreError) {
        self.store = store
        capacity = try store.sections().features.count
    }

    /// Where each spelling of `concept` stands.
    private func postings(of concept: CatalogConcept) throws(StoreError) -> [Postings] {
        var found: [Postings] = []
        var known: Set<[String]> = []
        for spelling in concept.spellings where known.count < ConceptPlaces.mostSpellings {
            let tokens = tokenizer.tokens(in: spelling, as: .query)
            guard !tokens.isEmpty, known.insert(tokens.map(\.term)).inserted else { continue }
            found.append(try store.postings(for: MatchLeaf(.words(tokens))))
        }
        return found
    }

    /// The sections that hold one of `concepts`.
    func sections(holding concepts: [CatalogConcept]) throws(StoreError) -> SectionSet {
        var sections = SectionSet(capacity: capacity)
        for concept in concepts {
            for postings in try postings(of: concept) {
                for section in postings.sections { sections.insert(Int(section)) }
            }
        }
        return sections
    }

    /// The notes that hold one of `concepts`, by path; of more than `limit`, those that hold them most.
    func notes(holding concepts: [CatalogConcept], limit: Int) throws(StoreError) -> [Holder] {
        let firsts = try store.firstSections()
        var weights: [Int: Int] = [:]
        for concept in concepts {
            for postings in try postings(of: concept) {
                var note = 0
                for (index, section) in postings.sections.enumerated() {
                    while note + 1 < firsts.count, firsts[note + 1] <= Int(section) { note += 1 }
                    let weight = Int(postings.heading[index]) * ConceptPlaces.headingWeight + Int(postings.body[index])
                    if note < firsts.count { weights[firsts[note], default: 0] += weight }
                }
            }
        }
        let numbers = weights.keys.sorted().map { UInt32(truncatingIfNeeded: $0) }
        var holders: [Holder] = []
        for location in try store.locate(sections: numbers) {
            holders.append(
                Holder(
                    path: location.path, hash: location.hash,
                    weight: weights[location.note] ?? 0))
        }
        holders.sort { ByteOrder.precedes($0.path, $1.path) }
        guard holders.count > limit else { return holders }
        // The sort is stable: among notes that hold it equally often the path decides, not the history of the index.
        return Array(holders.sorted { $0.weight > $1.weight }.prefix(limit)).sorted {
            ByteOrder.precedes($0.path, $1.path)
        }
    }

    /// How many notes and sections hold `concept`.
    func counts(of concept: CatalogConcept, firsts: [Int]) throws(StoreError) -> (notes: Int, sections: Int) {
        let sections = try sections(holding: [concept]).sections
        var notes = 0
        var place = 0
        var last = -1
        for section in sections {
            while place + 1 < firsts.count, firsts[place + 1] <= section { place += 1 }
            if place != last { notes += 1 }
            last = place
        }
        return (notes, sections.count)
    }
}
