import KBEval
import KBModel
import KBPresent
import Testing

@Suite struct EvaluationPresenterTests {
    private static let order = ["q1", "q2"]
    private static let grades = ["q1": ["a": 2, "b": 1], "q2": ["a": 1]]

    private static func evaluation(_ first: [String], _ second: [String]) -> Evaluation {
        let run = Run(
            zip(order, [first, second]).map { query, found in
                Run.Ranking(query: query, inOrder: found.enumerated().map { ($1, 1 - Double($0)) })
            })
        return Evaluation(run, of: order, by: grades)
    }

    private static let now = evaluation(["b", "a"], ["x", "a"])
    private static let before = evaluation(["a", "b"], ["x", "y"])

    private func presenter(
        _ format: EvaluationPresenter.Format, listsQueries: Bool = false
    ) -> EvaluationPresenter {
        EvaluationPresenter(
            format: format, texts: ["q1": "flat, loaf", "q2": "a|b"], listsQueries: listsQueries)
    }

    @Test func `text has a mean a line`() {
        #expect(
            presenter(.text).render(Self.now) == """
                nDCG@10     0.7453
                MRR@10      0.7500
                Recall@100  1.0000
                success@3   1.0000

                """)
    }

    @Test func `with the queries, text has a table before`() {
        #expect(
            presenter(.text, listsQueries: true).render(Self.now).hasPrefix(
                """
                query  nDCG@10  MRR@10  Recall@100  success@3  text
                q1      0.8597  1.0000      1.0000     1.0000  flat, loaf
                q2      0.6309  0.5000      1.0000     1.0000  a|b

                nDCG@10
                """))
    }

    @Test func `a comparison sets two runs side by side`() {
        let text = presenter(.text).render(Self.now, comparison: RunComparison(Self.now, against: Self.before))
        #expect(
            text == """
                            before     now   change  better  worse       p
                nDCG@10     0.5000  0.7453  +0.2453       1      1  1.0000
                MRR@10      0.5000  0.7500  +0.2500       1      0  1.0000
                Recall@100  0.5000  1.0000  +0.5000       1      0  1.0000
                success@3   0.5000  1.0000  +0.5000       1      0  1.0000

                """)
    }

    @Test func `JSON has the means, the comparison and every query`() {
        let json = presenter(.json).render(Self.now, comparison: RunComparison(Self.now, against: Self.before))
        #expect(json.contains("\"ndcg@10\": 0.745324"))
        #expect(json.contains("\"metric\": \"ndcg@10\""))
        #expect(json.contains("\"id\": \"q2\""))
        #expect(presenter(.json).render(Self.now).contains("\"comparison\": null"))
    }

    @Test func `tables have a row a query`() {
        #expect(
            presenter(.csv).render(Self.now) == """
                query,ndcg@10,mrr@10,recall@100,success@3,answers,text
                q1,0.859719,1,1,1,2,"flat, loaf"
                q2,0.63093,0.5,1,1,1,a|b

                """)
        #expect(presenter(.jsonl).render(Self.now).split(separator: "\n").count == 2)
        #expect(presenter(.md, listsQueries: true).render(Self.now).contains("| q2 | 0.6309 |"))
    }

    @Test func `nothing judged is valid in every format`() {
        let nothing = Evaluation(Run(), of: [], by: [:])
        #expect(presenter(.text).render(nothing).isEmpty)
        #expect(presenter(.json).render(nothing).contains("\"queries\": []"))
        #expect(presenter(.text).count(of: nothing) == "no query has a judged answer")
    }

    @Test func `a run has a line a document, and its scores read back the same`() {
        let run = Run([
            Run.Ranking(query: "q1", inOrder: [("a", 12.345_678_9), ("b%20c", 0.1)]),
            Run.Ranking(query: "q2", documents: []),
        ])
        #expect(RunPresenter(tag: "t").render(run) == "q1 Q0 a 1 12.345679 t\nq1 Q0 b%20c 2 0.1 t\n")
    }
}
