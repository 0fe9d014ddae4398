public import KBLatent
public import KBModel
import KBText

/// A second look at the best sections of a ranking, at what their words mean together.
///
/// Adds to what the words earned, for each of the first sections:
/// - `meaning`: the cosine between the section and the query, both in the space of latent semantics, where the query has
///   moved towards the best few sections (Rocchio's feedback);
/// - `neighbours`: the mean score of those among the best that mean most nearly the same, since what answers a query lies
///   close together.
///
/// Nothing is ever subtracted, and the sections after those keep their score, so they also keep their place.
///
/// - SeeAlso: S. Deerwester et al., "Indexing by Latent Semantic Analysis" (1990); J. Rocchio, "Relevance Feedback
///   in Information Retrieval" (1971); F. Diaz, "Regularizing Ad Hoc Retrieval Scores" (2005).
public struct Reranking: Sendable {
    /// The most sections that are looked at again. From 50 to 500 the answers are equally good.
    public static let greatestDepth = 100

    /// How many sections are looked at again in a vault of `sections`: in a small one no more than a quarter, or what is
    /// unlike the query would lend its score to its like.
    public static func depth(inVaultOf sections: Int) -> Int { max(1, min(greatestDepth, sections / 4)) }

    private let first: [ScoredSection]
    private let cosines: [Double?]
    /// What each of the first sections earns in addition.
    private var additions: [(meaning: Double, neighbours: Double)] = []

    /// Looks again at the first of `sections`, which come best first.
    ///
    /// - Parameters:
    ///   - sections: Every section that may be returned, at least.
    ///   - vectors: Those of the first sections, in their order; which says how many they are.
    ///   - query: The sum of the vectors of the query's words. Nil changes nothing.
    public init(_ sections: [ScoredSection], vectors: LatentVectors, query: LatentVector?) {
        first = sections
        let count = min(sections.count, vectors.count)
        guard let query, count > 1, let best = sections.first?.score, best > 0 else {
            cosines = []
            return
        }
        let scores = sections.prefix(count).map(\.score)
        let moved = Reranking.moved(query, towards: vectors, scores)
        cosines = zip(vectors.cosines(with: moved), 0..<count).map { cosine, place in
            vectors.isKnown(place) ? max(0, Double(cosine)) : nil
        }
        let scale = RankingWeight.meaning * best
        let meanings = Reranking.filled(cosines).map { scale * $0 }
        let sums = zip(scores, meanings).map { $0 + $1 }
        let neighbours = Reranking.means(of: sums, among: vectors)
        // A section too short for a vector gains what the others gain on average, so as not to fall behind.
        let shares = Reranking.filled(zip(neighbours, sums).map { mean, sum in sum > 0 ? mean.map { $0 / sum } : nil })
        additions = meanings.indices.map {
            (meanings[$0], RankingWeight.neighbours * shares[$0] * sums[$0])
        }
    }

    /// `query` moved towards the best sections, each by its score.
    private static func moved(
        _ query: LatentVector, towards vectors: LatentVectors, _ scores: [Double]
    ) -> LatentVector {
        var centre = LatentVector()
        for (place, score) in scores.prefix(feedbackSections).enumerated() {
            if let vector = vectors.vector(at: place) { centre.add(vector.unit, weight: Float(score)) }
        }
        var moved = query.unit
        moved.add(centre.unit)
        return moved
    }

    /// How many of the best sections the query moves towards, as far as it stays where it was. Ten are as good in large
    /// vaults, and too many in small ones.
    private static let feedbackSections = 5
    /// How many neighbours count. Ten are a little worse, twenty more so.
    private static let neighbourCount = 5

    /// For each section the mean of the scores of those most like it, weighed by how like they are; nil where none is.
    private static func means(of scores: [Double], among vectors: LatentVectors) -> [Double?] {
        let cosines = vectors.pairCosines(first: scores.count)
        return scores.indices.map { place in
            var nearest: [(cosine: Float, other: Int)] = []
            for other in scores.indices {
                let cosine = cosines[place * scores.count + other]
                guard cosine > nearest.last?.cosine ?? 0 || cosine > 0 && nearest.count < neighbourCount else {
                    continue
                }
                let index = nearest.firstIndex { $0.cosine < cosine } ?? nearest.endIndex
                nearest.insert((cosine, other), at: index)
                if nearest.count > neighbourCount { nearest.removeLast() }
            }
            let weight = nearest.reduce(0) { $0 + Double($1.cosine) }
            return weight > 0 ? nearest.reduce(0) { $0 + Double($1.cosine) * scores[$1.other] } / weight : nil
        }
    }

    /// `values` with the mean of those that are there in the place of those that are not.
    private static func filled(_ values: [Double?]) -> [Double] {
        let known = values.compactMap { $0 }
        let mean = known.isEmpty ? 0 : known.reduce(0, +) / Double(known.count)
        return values.map { $0 ?? mean }
    }

    /// The best sections, best first; `breaksTie` says which of two with equal scores comes first.
    public func best(_ limit: Int, breakingTiesBy breaksTie: (Int, Int) -> Bool) -> [ScoredSection] {
        var sections = first
        for (place, addition) in additions.enumerated() {
            sections[place].score = first[place].score + addition.meaning + addition.neighbours
        }
        let again = sections.prefix(additions.count).sorted {
            $0.score == $1.score ? breaksTie($0.section, $1.section) : $0.score > $1.score
        }
        return Array((again + sections.dropFirst(additions.count)).prefix(max(0, limit)))
    }

    /// What `section` gained: added to the score that its words earned, in this order, they give its score exactly.
    public func contributions(to section: Int) -> [Contribution] {
        guard let place = first.prefix(additions.count).firstIndex(where: { $0.section == section }) else { return [] }
        let addition = additions[place]
        let cosine =
            cosines[place].map { "cosine \(shortened($0)) with the query and the best \(Reranking.feedbackSections)" }
            ?? "too short to compare, so average"
        return [
            Contribution(
                part: "meaning", term: "", value: addition.meaning,
                arithmetic: "\(cosine), weight \(RankingWeight.meaning) of the best text score"),
            Contribution(
                part: "neighbours", term: "", value: addition.neighbours,
                arithmetic: "scores of the \(Reranking.neighbourCount) most similar of the best \(additions.count), "
                    + "weight \(RankingWeight.neighbours)"),
        ]
    }
}
