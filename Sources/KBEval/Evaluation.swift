public import KBModel

/// How well a run answers the queries that were judged.
public struct Evaluation: Equatable, Sendable {
    /// One query each, in the order of the set; those without an answer are left out.
    public var queries: [QueryScores]

    /// Scores `run` as trec_eval does with `-c`: a query with an answer that the run lacks counts with zeros.
    ///
    /// - Parameters:
    ///   - order: The ids of all queries that count, in order.
    ///   - grades: For each query, the documents judged with their grades.
    public init(_ run: Run, of order: [String], by grades: [String: [String: Int]]) {
        let found = Dictionary(run.rankings.map { ($0.query, $0.ranked) }, uniquingKeysWith: { first, _ in first })
        queries = order.compactMap { query in
            QueryScores(query: query, ranked: found[query] ?? [], grades: grades[query] ?? [:])
        }
    }

    /// The mean of `metric` over all queries; 0 when there is none.
    public func mean(_ metric: Metric) -> Double {
        queries.isEmpty ? 0 : queries.reduce(0) { $0 + $1[metric] } / Double(queries.count)
    }
}

extension Run.Ranking {
    /// The documents' ids in the order trec_eval gives them, whatever theirs is: by score, the highest first, equal ones
    /// by id, the greatest first.
    public var ranked: [String] {
        documents.sorted { a, b in
            a.score == b.score
                ? b.id.utf8.lexicographicallyPrecedes(a.id.utf8) : a.score > b.score
        }.map(\.id)
    }

    /// Documents in the order of the search, with scores that keep it under trec_eval's rules.
    ///
    /// Scores that a 32-bit number cannot tell apart are moved down, each as little as shows, so that no tie is
    /// broken by the documents' names.
    public init(query: String, inOrder found: [(id: String, score: Double)]) {
        self.init(query: query, documents: [])
        for (id, score) in found {
            var score = Float(score)
            if let last = documents.last, score >= last.score {
                score = last.score - max(last.score.ulp, Self.leastStep)
            }
            documents.append(RankedDocument(id: id, score: score))
        }
    }

    /// What scores near zero are moved by: the last of six decimals.
    private static var leastStep: Float { 1e-6 }
}
