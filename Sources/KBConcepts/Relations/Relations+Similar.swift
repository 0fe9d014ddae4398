internal import KBModel

extension Relations {
    /// How many of the closest neighbours are a concept's company.
    private static let company = 8
    /// How many of them must be shared.
    private static let fewestShared = 2

    /// Adds to the neighbours of `concept` those that keep its company without meeting it, behind the others they lead.
    ///
    /// A neighbour's neighbour counts by the product of how close each is to the next, as shares of the closest, summed
    /// over the company.
    func addSimilar(
        to concept: Int, beside asked: [Int], _ postings: Postings, _ tally: inout RelationTally,
        _ near: inout [Candidate]
    ) {
        guard rules.weights.company > 0, let top = near.first?.score, top > 0 else { return }
        let direct = Set(near.map(\.concept)).union(asked)
        var found: [Int: (share: Double, count: Int, evidence: [RelationTally.Evidence])] = [:]
        for friend in near.prefix(Relations.company) {
            gather(friend.concept, postings, into: &tally) { catalog.concepts[$0].isShown && !asked.contains($0) }
            let scored = tally.sums.map { ($0, score($0, of: friend.concept)) }
            guard let closest = scored.map(\.1).max(), closest > 0 else { continue }
            for (sum, score) in scored where !direct.contains(sum.concept) {
                var entry = found[sum.concept] ?? (0, 0, [])
                entry.share += friend.score / top * score / closest
                entry.count += 1
                entry.evidence.append(sum.best)
                found[sum.concept] = entry
            }
        }
        for (other, entry) in found where entry.count >= Relations.fewestShared {
            let score = rules.weights.company * top * entry.share / Double(Relations.company)
            near.append(Candidate(concept: other, score: score, kinds: [.similar], evidence: entry.evidence))
        }
        near = sorted(near)
    }
}
