public import KBLatent
public import KBModel
import KBText

/// A second look at the best sections of a ranking, at more than the words in them.
///
/// Adds to what the words earned, for each of the first sections:
/// - `meaning`: the cosine between the section and the query, both in the space of latent semantics, where the query has
///   moved towards the best few sections (Rocchio's feedback);
/// - `neighbours`: the mean score of those among the best that mean most nearly the same, since what answers a query lies
///   close together;
/// - `links`: how many notes link to the section's note;
/// - `name`: whether the query is the words of the links to it.
///
/// Each stands alone: where it says nothing, the others are as they were. Nothing is ever subtracted, and the sections after
/// those looked at keep their score, so they also keep their place.
///
/// - SeeAlso: S. Deerwester et al., "Indexing by Latent Semantic Analysis" (1990); J. Rocchio, "Relevance Feedback
///   in Information Retrieval" (1971); F. Diaz, "Regularizing Ad Hoc Retrieval Scores" (2005); N. Craswell et al.,
///   "Effective Site Finding using Link Anchor Information" (2001).
public struct Reranking: Sendable {
    /// The most sections that are looked at again. From 50 to 500 the answers are equally good.
    public static let greatestDepth = 100

    /// How many sections are looked at again for their meaning in a vault of `sections`: in a small one no more than a
    /// quarter, or what is unlike the query would lend its score to its like.
    public static func depth(inVaultOf sections: Int) -> Int { max(1, min(greatestDepth, sections / 4)) }

    private let first: [ScoredSection]
    private var cosines: [Double?] = []
    /// What the first sections earn in addition by what they mean.
    private var meanings: [(meaning: Double, neighbours: Double)] = []
    private let backlinks: Backlinks
    /// The section of ``first`` whose note the query names.
    private let named: Int?
    /// The best score by words; 1 when no section has any, so that a named one is found all the same.
    private let scale: Double

    /// Looks again at the first of `sections`, which come best first.
    ///
    /// - Parameters:
    ///   - sections: Every section that may be returned, at least.
    ///   - vectors: Those of the first sections, in their order; which says how many are compared.
    ///   - query: The sum of the vectors of the query's words. Nil leaves meaning out.
    ///   - backlinks: Those of the first sections, in their order.
    ///   - named: The section of a note that the query names, which may have scored nothing.
    public init(
        _ sections: [ScoredSection], vectors: LatentVectors, query: LatentVector?, backlinks: Backlinks = Backlinks(),
        named: Int? = nil
    ) {
        first = sections
        self.backlinks = backlinks
        self.named = named
        let best = sections.first?.score ?? 0
        scale = best > 0 ? best : 1
        if let query, best > 0 { addMeaning(of: query, vectors) }
    }

    private mutating func addMeaning(of query: LatentVector, _ vectors: LatentVectors) {
        let count = min(first.count, vectors.count)
        guard count > 1 else { return }
        let scores = first.prefix(count).map(\.score)
        let moved = Reranking.moved(query, towards: vectors, scores)
        cosines = zip(vectors.cosines(with: moved), 0..<count).map { cosine, place in
            vectors.isKnown(place) ? max(0, Double(cosine)) : nil
        }
        let cosineGains = Reranking.filled(cosines).map { RankingWeight.meaning * scale * $0 }
        let sums = zip(scores, cosineGains).map { $0 + $1 }
        let neighbours = Reranking.means(of: sums, among: vectors)
        // A section too short for a vector gains what the others gain on average, so as not to fall behind.
        let shares = Reranking.filled(zip(neighbours, sums).map { mean, sum in sum > 0 ? mean.map { $0 / sum } : nil })
        meanings = cosineGains.indices.map { (cosineGains[$0], RankingWeight.neighbours * shares[$0] * sums[$0]) }
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
        var isChanged = false
        for place in sections.indices {
            let gain = additions(at: place)
            guard !gain.isEmpty else { continue }
            sections[place].score = gain.reduce(first[place].score) { $0 + $1.value }
            isChanged = true
        }
        if isChanged {
            sections.sort { $0.score == $1.score ? breaksTie($0.section, $1.section) : $0.score > $1.score }
        }
        return Array(sections.prefix(max(0, limit)))
    }

    /// What `section` gained: added to the score that its words earned, in this order, they give its score exactly.
    public func contributions(to section: Int) -> [Contribution] {
        guard let place = first.firstIndex(where: { $0.section == section }) else { return [] }
        return additions(at: place).map {
            Contribution(
                part: $0.part.rawValue, term: "", value: $0.value, arithmetic: arithmetic(of: $0.part, at: place))
        }
    }

    private enum Part: String {
        case meaning
        case neighbours
        case links
        case name
    }

    /// What the section at `place` gains, in the order in which it is added.
    private func additions(at place: Int) -> [(part: Part, value: Double)] {
        var found: [(Part, Double)] = []
        if meanings.indices.contains(place) {
            found.append((.meaning, meanings[place].meaning))
            found.append((.neighbours, meanings[place].neighbours))
        }
        if backlinks.count(at: place) > 0, first[place].score > 0 {
            found.append((.links, RankingWeight.backlinks * scale * backlinks.share(at: place)))
        }
        if first[place].section == named { found.append((.name, RankingWeight.linkText * scale)) }
        return found
    }

    private func arithmetic(of part: Part, at place: Int) -> String {
        switch part {
        case .meaning:
            let cosine =
                cosines[place].map {
                    "cosine \(shortened($0)) with the query and the best \(Reranking.feedbackSections)"
                } ?? "too short to compare, so average"
            return "\(cosine), weight \(RankingWeight.meaning) of the best text score"
        case .neighbours:
            return "scores of the \(Reranking.neighbourCount) most similar of the best \(meanings.count), "
                + "weight \(RankingWeight.neighbours)"
        case .links:
            let count = backlinks.count(at: place)
            return "\(count) \(count == 1 ? "note links" : "notes link") here, of \(backlinks.most) at most, "
                + "weight \(RankingWeight.backlinks) of the best text score"
        case .name:
            return "links with the words of the query lead to this note, weight \(RankingWeight.linkText) of the best "
                + "text score"
        }
    }
}
