import KBModel
import KBRank
import KBStore
import KBText

/// Where the words of a draft stand in the vault, and how rare they are.
struct AdvicePostings {
    /// By the numbers of ``AdviceWords``; nil for words too common to tell sections apart.
    let postings: [Postings?]
    /// By the same numbers.
    let rarities: [Double]

    /// A word in more sections tells little, and costs much.
    static let mostSections = 1_000
    /// As many sections more are counted as there are, so that in a vault of a few notes a word in one of them is not
    /// taken for a common one.
    private static let moreSections = 100.0

    /// Looks up `words` in `store`.
    init(_ words: AdviceWords, in store: Store) throws(StoreError) {
        let sections = Double(try store.sections().table.liveSections) + AdvicePostings.moreSections
        var found: [Postings?] = []
        var rarities: [Double] = []
        for token in words.tokens {
            guard let token else {
                found.append(nil)
                rarities.append(0)
                continue
            }
            let postings = try store.fewPostings(
                for: MatchLeaf(.words([token])), atMost: AdvicePostings.mostSections)
            // A common word stands in at least so many; thrice as many are not unusual.
            let count = Double(postings?.count ?? 3 * AdvicePostings.mostSections)
            found.append(postings)
            rarities.append(logarithm(1 + (sections - min(count, sections) + 0.5) / (count + 0.5)))
        }
        self.postings = found
        self.rarities = rarities
    }
}
