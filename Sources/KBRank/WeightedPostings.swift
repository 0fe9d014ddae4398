import KBModel

/// A word's alternatives as one list: occurrences added up, each times its alternative's weight.
///
/// How much the word says is told by the first alternative that stands anywhere, so that a common expansion takes nothing
/// from the word itself; a commoner alternative weighs less by as much as it says less.
struct WeightedPostings {
    let text: String
    /// How much the query makes of the word, 1 for a plain word said once.
    let emphasis: Double
    /// In how many sections the first alternative stands.
    let spread: Int
    /// Ascending.
    let sections: [UInt32]
    /// The places in the list where the heading holds the word.
    let headed: [Int]
    private let frequencies: Frequencies

    /// How often a word stands in heading and body, section by section.
    private enum Frequencies {
        /// Of a word that stands for itself only: as the index gives them, not copied.
        case counted(heading: [UInt8], body: [UInt8])
        case weighted(heading: [Float], body: [Float])
    }

    init(_ word: RankedWord, _ bm25: BM25) {
        text = word.text
        let share = word.isRequest ? RankingWeight.request : 1
        emphasis = RankingWeight.emphasis(ofRepetitions: word.repetitions) * share
        spread = word.alternatives.first { !$0.postings.isEmpty }?.postings.count ?? 0
        let rarity = bm25.rarity(spread)
        if word.alternatives.count == 1, let only = word.alternatives.first, only.weight == 1 {
            let list = only.postings
            let count = min(list.sections.count, list.heading.count, list.body.count)
            sections = count == list.sections.count ? list.sections : Array(list.sections.prefix(count))
            frequencies = .counted(heading: list.heading, body: list.body)
            headed = (0..<count).filter { list.heading[$0] > 0 }
        } else {
            var merged = Lists()
            for alternative in word.alternatives {
                let share = min(1, bm25.rarity(alternative.postings.count) / rarity)
                merged = merged.adding(Lists(alternative, weight: Float(alternative.weight * share)))
            }
            sections = merged.sections
            headed = merged.heading.indices.filter { merged.heading[$0] > 0 }
            frequencies = .weighted(heading: merged.heading, body: merged.body)
        }
    }

    /// How often the word stands in the heading and in the body of the section at `index` of the list.
    func frequency(_ index: Int) -> (heading: Float, body: Float) {
        switch frequencies {
        case .counted(let heading, let body): (Float(heading[index]), Float(body[index]))
        case .weighted(let heading, let body): (heading[index], body[index])
        }
    }

    /// Calls `visit` for each section with how often the word stands in its heading and its body.
    func forEach(_ visit: (_ section: Int, _ heading: Float, _ body: Float) -> Void) {
        switch frequencies {
        case .counted(let heading, let body):
            for index in sections.indices { visit(Int(sections[index]), Float(heading[index]), Float(body[index])) }
        case .weighted(let heading, let body):
            for index in sections.indices { visit(Int(sections[index]), heading[index], body[index]) }
        }
    }

    /// The place of `section` in the list; nil when it is not in it.
    func index(of section: Int) -> Int? {
        var (low, high) = (0, sections.count)
        while low < high {
            let middle = (low + high) / 2
            if Int(sections[middle]) < section { low = middle + 1 } else { high = middle }
        }
        return low < sections.count && Int(sections[low]) == section ? low : nil
    }

    private struct Lists {
        var sections: [UInt32] = []
        var heading: [Float] = []
        var body: [Float] = []

        init() {}

        init(_ alternative: RankedWord.Alternative, weight: Float) {
            let count = min(
                alternative.postings.sections.count, alternative.postings.heading.count, alternative.postings.body.count
            )
            sections = Array(alternative.postings.sections.prefix(count))
            heading = alternative.postings.heading.prefix(count).map { Float($0) * weight }
            body = alternative.postings.body.prefix(count).map { Float($0) * weight }
        }

        mutating func append(_ other: Lists, _ index: Int) {
            sections.append(other.sections[index])
            heading.append(other.heading[index])
            body.append(other.body[index])
        }

        func adding(_ other: Lists) -> Lists {
            var sum = Lists()
            var (mine, theirs) = (0, 0)
            while mine < sections.count || theirs < other.sections.count {
                if theirs == other.sections.count {
                    sum.append(self, mine)
                    mine += 1
                } else if mine == sections.count || other.sections[theirs] < sections[mine] {
                    sum.append(other, theirs)
                    theirs += 1
                } else if sections[mine] < other.sections[theirs] {
                    sum.append(self, mine)
                    mine += 1
                } else {
                    sum.sections.append(sections[mine])
                    sum.heading.append(heading[mine] + other.heading[theirs])
                    sum.body.append(body[mine] + other.body[theirs])
                    mine += 1
                    theirs += 1
                }
            }
            return sum
        }
    }
}
