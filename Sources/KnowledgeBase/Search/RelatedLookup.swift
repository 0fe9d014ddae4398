import KBModel
import KBRank
import KBStore
import KBText

/// Looks up words of like meaning for those of a query that the notes hardly answer in its own words.
struct RelatedLookup {
    /// A longer question says what it is about in several ways of its own; more words would only blur it.
    private static let longestQuery = 8
    /// When this many sections hold every word, the notes speak the reader's language.
    private static let enoughSections = 5
    /// A word that stands in this many sections is the notes' own.
    private static let commonWord = 200

    let store: Store
    let tokenizer: Tokenizer

    /// Adds readings to the bare words among `words` that need them.
    func addRelated(to words: inout [LookedUpWord]) throws(StoreError) {
        guard words.count <= RelatedLookup.longestQuery else { return }
        let bare = words.indices.filter { place in
            let word = words[place]
            return word.tokens.count == 1 && word.word.isBareWord && (word.word.isOptional || words.count == 1)
        }
        let lists = bare.map { sections(of: words[$0]) }
        guard lists.contains(where: { $0.count < RelatedLookup.commonWord }),
            !holdTogether(lists, in: RelatedLookup.enoughSections)
        else { return }
        let lookup = WordLookup(store: store, tokenizer: tokenizer, isExact: false)
        let others = RelatedWords.others(for: bare.map { surface(of: words[$0]) })
        for (place, (list, others)) in zip(bare, zip(lists, others)) where list.count < RelatedLookup.commonWord {
            for other in others { try lookup.addRelated(other, to: &words[place]) }
        }
    }

    /// The word as it was meant, folded.
    private func surface(of word: LookedUpWord) -> String {
        let meant = word.correction.map { tokenizer.tokens(in: $0.corrected, as: .query) } ?? word.tokens
        return (meant.count == 1 ? meant : word.tokens).first?.surface ?? ""
    }

    /// The sections that hold the word, ascending.
    private func sections(of word: LookedUpWord) -> [UInt32] {
        let standing = word.readings.filter { !$0.postings.isEmpty }
        if standing.count == 1, let only = standing.first { return only.postings.sections }
        return Set(standing.flatMap(\.postings.sections)).sorted()
    }

    /// Whether at least `enough` sections are in all of `lists`, which are ascending.
    private func holdTogether(_ lists: [[UInt32]], in enough: Int) -> Bool {
        guard let shortest = lists.min(by: { $0.count < $1.count }) else { return false }
        var count = 0
        for section in shortest where lists.allSatisfy({ $0.hasSorted(section) }) {
            count += 1
            if count == enough { return true }
        }
        return false
    }

    /// What was found by words of like meaning among `best`: only where a section shown lacks the word itself.
    func expansions(of words: [LookedUpWord], in best: [ScoredSection]) -> [SearchAnswer.Expansion] {
        var expansions: [SearchAnswer.Expansion] = []
        for word in words where word.readings.contains(where: \.isRelated) {
            let own = word.ownReadings
            let lacking = best.map { UInt32(truncatingIfNeeded: $0.section) }.filter { section in
                !own.contains { $0.postings.sections.hasSorted(section) }
            }
            let also = word.readings.filter { reading in
                reading.isRelated && lacking.contains { reading.postings.sections.hasSorted($0) }
            }
            guard !also.isEmpty, !expansions.contains(where: { $0.typed == word.typed }) else { continue }
            expansions.append(.init(typed: word.typed, also: also.map(\.text), reason: .related))
        }
        return expansions
    }
}

extension [UInt32] {
    /// Whether the array, which is ascending, holds `wanted`.
    fileprivate func hasSorted(_ wanted: UInt32) -> Bool {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if self[middle] < wanted { low = middle + 1 } else { high = middle }
        }
        return low < count && self[low] == wanted
    }
}
