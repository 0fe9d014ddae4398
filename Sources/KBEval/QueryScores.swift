import KBText

/// How well the documents found for one query are ranked.
public struct QueryScores: Equatable, Sendable {
    /// The query's id.
    public var query: String
    /// How many documents answer it, found or not; at least 1.
    public var answers: Int
    /// Discounted cumulative gain, normalised; see ``Metric/ndcg``.
    public var ndcg: Double
    /// See ``Metric/reciprocalRank``.
    public var reciprocalRank: Double
    /// See ``Metric/recall``.
    public var recall: Double
    /// See ``Metric/success``.
    public var success: Double

    /// Scores `ranked`, ids of documents with the best first and each once, by the `grades` of the documents judged.
    ///
    /// Nil when no document has a grade above 0: whatever is found, it cannot be right or wrong.
    public init?(query: String, ranked: [String], grades: [String: Int]) {
        let ideal = grades.values.filter { $0 > 0 }.sorted(by: >)
        guard !ideal.isEmpty else { return nil }
        let gains = ranked.prefix(Metric.recall.depth).map { max(0, grades[$0] ?? 0) }
        self.query = query
        answers = ideal.count
        ndcg = Self.discountedGain(gains) / Self.discountedGain(ideal)
        let first = gains.prefix(Metric.reciprocalRank.depth).firstIndex { $0 > 0 }
        reciprocalRank = first.map { 1 / Double($0 + 1) } ?? 0
        recall = Double(gains.count { $0 > 0 }) / Double(ideal.count)
        success = gains.prefix(Metric.success.depth).contains { $0 > 0 } ? 1 : 0
    }

    private static func discountedGain(_ gains: [Int]) -> Double {
        gains.prefix(Metric.ndcg.depth).enumerated().reduce(0) { sum, gain in
            sum + Double(gain.element) * logarithm(2) / logarithm(Double(gain.offset + 2))
        }
    }

    /// The figure that `metric` names.
    public subscript(metric: Metric) -> Double {
        switch metric {
        case .ndcg: ndcg
        case .reciprocalRank: reciprocalRank
        case .recall: recall
        case .success: success
        }
    }
}
