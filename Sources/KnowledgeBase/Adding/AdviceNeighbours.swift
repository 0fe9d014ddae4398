import KBModel
import KBRank
import KBStore

/// The notes most like a draft by its words.
struct AdviceNeighbours {
    /// A note with how like the draft it is against the most like one, 0 to 1.
    struct Neighbour {
        /// Its place in ``VaultLinks/records``.
        var note: Int
        var similarity: Double
    }

    /// Most similar first, ties by path.
    let neighbours: [Neighbour]

    /// How soon repetition stops to count, and how far length is held against a note: the usual values of BM25.
    private static let saturation = 1.2
    private static let lengthPenalty = 0.75

    /// The `limit` notes of `links` that have most of the words of `found`; never those where `isLeftOut`.
    init(
        _ found: AdvicePostings, among links: VaultLinks, limit: Int, isLeftOut: (String) -> Bool
    ) {
        let byNumber = links.records.indices.sorted { links.records[$0].id < links.records[$1].id }
        let firsts = byNumber.map { links.records[$0].id }
        let words = links.records.reduce(0) { $0 + $1.words }
        let mean = max(1, Double(words) / Double(max(1, links.records.count)))
        var scores = [Float](repeating: 0, count: byNumber.count)
        for (postings, rarity) in zip(found.postings, found.rarities) {
            guard let postings, rarity > 0 else { continue }
            var place = 0
            var index = 0
            while index < postings.count {
                let section = Int(postings.sections[index])
                place = AdviceNeighbours.place(of: section, in: firsts, from: place)
                var count = 0
                let end = place + 1 < firsts.count ? firsts[place + 1] : Int.max
                while index < postings.count, Int(postings.sections[index]) < end {
                    count += Int(postings.heading[index]) + Int(postings.body[index])
                    index += 1
                }
                guard place < scores.count else { break }
                let length = Double(links.records[byNumber[place]].words) / mean
                let damping = saturationAt(length)
                scores[place] += Float(rarity * Double(count) / (Double(count) + damping))
            }
        }
        func saturationAt(_ length: Double) -> Double {
            AdviceNeighbours.saturation
                * (1 - AdviceNeighbours.lengthPenalty + AdviceNeighbours.lengthPenalty * min(length, 4))
        }
        let ranked = scores.indices.filter { scores[$0] > 0 && !isLeftOut(links.records[byNumber[$0]].path) }
            .map { (note: byNumber[$0], score: scores[$0]) }
            .sorted { $0.score == $1.score ? $0.note < $1.note : $0.score > $1.score }
        let most = Double(ranked.first?.score ?? 1)
        neighbours = ranked.prefix(limit).map { Neighbour(note: $0.note, similarity: Double($0.score) / most) }
    }

    /// The last of `firsts`, which ascend, that is not above `section`; not before `start`.
    private static func place(of section: Int, in firsts: [Int], from start: Int) -> Int {
        var (low, high) = (start, firsts.count)
        while low < high {
            let middle = (low + high) / 2
            if firsts[middle] <= section { low = middle + 1 } else { high = middle }
        }
        return max(start, low - 1)
    }
}
