import KBLatent
import KBModel
import KBRank
import KBStore
import KBText

/// Gathers what the best sections are looked at again for: what they mean, and what others link to.
struct SecondLook {
    let store: Store
    let tokenizer: Tokenizer
    /// Whether sections stay as their words rank them.
    let isExact: Bool
    let table: SectionTable

    /// How many of the best sections are compared with the query and each other.
    var depth: Int { Reranking.depth(inVaultOf: table.liveSections) }

    /// The sections of `finding`, looked at again.
    func reranking(of finding: NamedNote.Finding, for words: [LookedUpWord]) throws(StoreError) -> Reranking {
        let first = finding.sections
        guard !isExact else { return Reranking(first, vectors: LatentVectors(count: 0), query: nil) }
        let query = try store.latentVector(of: latentTerms(words))
        let compared = query == nil ? [] : first.prefix(depth).map { UInt32(truncatingIfNeeded: $0.section) }
        return Reranking(
            first, vectors: try store.latentVectors(ofSections: compared), query: query,
            backlinks: try backlinks(of: first.prefix(Reranking.greatestDepth).map(\.section)), named: finding.section)
    }

    /// How many notes link to the notes of `sections`.
    private func backlinks(of sections: [Int]) throws(StoreError) -> Backlinks {
        let most = try store.mostBacklinks()
        guard most > 0 else { return Backlinks() }
        return Backlinks(try store.backlinks(ofNotes: sections.map(table.firstOfNote)), most: most)
    }

    /// The note that links with the bare words of `clause` lead to, function words included.
    func namedNote(by clause: Query.Clause) throws(StoreError) -> NamedNote? {
        guard !isExact, let words = clause.bareWords, let key = NameKey.of(words, tokenizer),
            let number = try store.note(withLinkText: key),
            let location = try store.locate(sections: [UInt32(truncatingIfNeeded: number)]).first,
            location.note == number
        else { return nil }
        return NamedNote(words: words, title: location.title, first: number, sections: location.sections)
    }

    /// The terms of the words as they were meant, each once, weighed by how often the query says it.
    private func latentTerms(_ words: [LookedUpWord]) -> [(term: String, weight: Double)] {
        var counts: [(term: String, count: Int)] = []
        for term in words.filter({ !$0.isAbsent }).flatMap(\.bestTokens).map(\.term) {
            if let place = counts.firstIndex(where: { $0.term == term }) {
                counts[place].count += 1
            } else {
                counts.append((term, 1))
            }
        }
        return counts.map { ($0.term, logarithm(1 + Double($0.count))) }
    }
}
