import KBEval
import KBModel
import Testing

@Suite struct QueryScoresTests {
    /// Figures of a query whose documents are ranked so.
    private func scores(_ ranked: [String], _ grades: [String: Int]) throws -> QueryScores {
        try #require(QueryScores(query: "1", ranked: ranked, grades: grades))
    }

    @Test func `nDCG divides the discounted gain by that of the best order`() throws {
        // (1 / log2 3 + 2 / log2 4) / (2 / log2 2 + 1 / log2 3)
        let scores = try scores(["c", "b", "a"], ["a": 2, "b": 1, "c": 0])
        #expect(abs(scores.ndcg - 0.619_906_4) < 1e-6)
    }

    @Test func `the best order has an nDCG of one`() throws {
        #expect(try scores(["a", "b", "x"], ["a": 3, "b": 1]).ndcg == 1)
    }

    @Test func `an answer that is not found lowers the nDCG`() throws {
        // 1 / (1 + 1 / log2 3)
        #expect(abs(try scores(["a"], ["a": 1, "b": 1]).ndcg - 0.613_147_2) < 1e-6)
    }

    @Test func `only the first ten count for nDCG and the reciprocal rank`() throws {
        let others = (0..<10).map { "x\($0)" }
        let late = try scores(others + ["a"], ["a": 1])
        #expect((late.ndcg, late.reciprocalRank) == (0, 0))
        let tenth = try scores(others.dropLast() + ["a"], ["a": 1])
        #expect(abs(tenth.ndcg - 0.289_064_8) < 1e-6)
        #expect(tenth.reciprocalRank == 0.1)
    }

    @Test func `the best order is cut at ten as well`() throws {
        let grades = Dictionary(uniqueKeysWithValues: (0..<12).map { ("a\($0)", 1) })
        #expect(try scores(grades.keys.sorted(), grades).ndcg == 1)
    }

    @Test func `recall is the share of all answers among the first hundred`() throws {
        let others = (0..<99).map { "x\($0)" }
        #expect(try scores(others + ["a", "b"], ["a": 1, "b": 1]).recall == 0.5)
    }

    @Test(arguments: [(["x", "y", "a"], 1.0), (["x", "y", "z", "a"], 0)] as [([String], Double)])
    func `an answer among the first three is a success`(_ ranked: [String], success: Double) throws {
        #expect(try scores(ranked, ["a": 1]).success == success)
    }

    @Test func `a grade of zero or less is no answer`() throws {
        let scores = try scores(["b", "c", "a"], ["a": 1, "b": 0, "c": -1])
        #expect(scores.answers == 1)
        #expect(abs(scores.reciprocalRank - 1.0 / 3) < 1e-12)
        #expect(scores.ndcg == 0.5)
    }

    @Test func `a query without an answer cannot be scored`() {
        #expect(QueryScores(query: "1", ranked: ["a"], grades: ["a": 0]) == nil)
    }
}
