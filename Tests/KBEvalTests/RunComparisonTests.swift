import KBEval
import KBModel
import Testing

@Suite struct RunComparisonTests {
    /// An evaluation of queries that find their only answer at these ranks, nil for never.
    private func evaluation(_ ranks: [Int?]) -> Evaluation {
        let queries = ranks.indices.map(String.init)
        let run = Run(
            zip(queries, ranks).map { query, rank in
                let found = rank.map { (1..<$0).map { "x\($0)" } + ["a"] } ?? []
                return Run.Ranking(query: query, inOrder: found.enumerated().map { ($1, Double(100 - $0)) })
            })
        return Evaluation(
            run, of: queries, by: Dictionary(uniqueKeysWithValues: queries.map { ($0, ["a": 1]) }))
    }

    private func row(_ metric: Metric, _ now: [Int?], _ before: [Int?]) throws -> RunComparison.Row {
        let rows = RunComparison(evaluation(now), against: evaluation(before)).rows
        return try #require(rows.first { $0.metric == metric })
    }

    @Test func `a run does not differ from itself`() throws {
        let row = try row(.ndcg, [1, 2, nil], [1, 2, nil])
        #expect((row.better, row.worse, row.probability) == (0, 0, 1))
        #expect(row.mean == row.base)
    }

    @Test func `queries answered better and worse are counted`() throws {
        let row = try row(.reciprocalRank, [1, 2, 4, 3], [2, 1, nil, 3])
        #expect((row.better, row.worse) == (2, 1))
        #expect(abs(row.mean - (1 + 0.5 + 0.25 + 1.0 / 3) / 4) < 1e-12)
        #expect(abs(row.base - (0.5 + 1 + 0 + 1.0 / 3) / 4) < 1e-12)
    }

    @Test func `the same gain for ten queries is hardly chance`() throws {
        // Of 2^10 ways to set the signs, two give a sum as large.
        let row = try row(.success, Array(repeating: 1, count: 10), Array(repeating: nil, count: 10))
        #expect(abs(row.probability - 2.0 / 1024) < 0.001)
    }

    @Test func `a gain for one query may well be chance`() throws {
        #expect(try row(.success, [1, 1], [nil, 1]).probability == 1)
    }

    @Test func `comparing twice gives the same probability`() throws {
        let (now, before) = ([1, 1, 2, 5, 1, 3], [2, 1, 1, 9, 4, nil])
        #expect(try row(.ndcg, now, before) == row(.ndcg, now, before))
    }
}
