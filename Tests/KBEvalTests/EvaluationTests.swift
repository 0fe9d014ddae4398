import KBEval
import KBModel
import Testing

@Suite struct EvaluationTests {
    private func ranking(_ query: String, _ documents: [(String, Float)]) -> Run.Ranking {
        Run.Ranking(query: query, documents: documents.map { RankedDocument(id: $0.0, score: $0.1) })
    }

    @Test func `documents are ordered by score, equal ones by the greatest id`() {
        #expect(ranking("1", [("a", 1), ("c", 1), ("d", 0.5), ("b", 2)]).ranked == ["b", "c", "a", "d"])
    }

    @Test func `a query that the run lacks counts with zeros`() {
        let run = Run([ranking("1", [("a", 1)])])
        let evaluation = Evaluation(run, of: ["1", "2"], by: ["1": ["a": 1], "2": ["a": 1]])
        #expect(evaluation.queries.map(\.ndcg) == [1, 0])
        #expect(Metric.allCases.map(evaluation.mean) == [0.5, 0.5, 0.5, 0.5])
    }

    @Test func `a query without an answer is left out of the means`() {
        let run = Run([ranking("1", [("a", 1)]), ranking("2", [("a", 1)]), ranking("3", [("a", 1)])])
        let evaluation = Evaluation(run, of: ["1", "2", "3"], by: ["1": ["a": 1], "2": ["a": 0]])
        #expect(evaluation.queries.map(\.query) == ["1"])
        #expect(evaluation.mean(.ndcg) == 1)
    }

    @Test func `the mean of nothing is zero`() {
        #expect(Evaluation(Run(), of: [], by: [:]).mean(.recall) == 0)
    }

    @Test func `the order of a search survives scores that are equal or too near`() {
        let near = 12.345_678_9
        let found = [("a", 20.0), ("b", near), ("c", near), ("d", near - 1e-9), ("e", 0), ("f", 0), ("g", 0)]
        let ranking = Run.Ranking(query: "1", inOrder: found.map { (id: $0.0, score: $0.1) })
        #expect(ranking.ranked == ["a", "b", "c", "d", "e", "f", "g"])
        #expect(zip(ranking.documents, ranking.documents.dropFirst()).allSatisfy { $0.score > $1.score })
        #expect(ranking.documents.map(\.score).prefix(2) == [20, Float(near)])
        #expect(abs(ranking.documents[3].score - Float(near)) < 1e-5)
    }
}
