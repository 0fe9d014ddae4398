import KBModel
import KBParse
import Testing

@Suite struct EvaluationFileTests {
    @Test func `a set has a query a line, in their order`() throws {
        let text =
            "\u{FEFF}{\"id\": \"b\", \"text\": \"x \\\"y\\\"\"}\r\n\n  \n{\"more\": [1], \"text\": \"\", \"id\": 7}"
        #expect(
            try QuerySet.read(Array(text.utf8)) == [
                EvaluationQuery(id: "b", text: "x \"y\""), EvaluationQuery(id: "7", text: ""),
            ])
    }

    @Test(arguments: [
        ("{\"id\": \"1\"", "not JSON"), ("[1]", "no object"), ("{\"text\": \"a\"}", "“id” is missing"),
        ("{\"id\": \"1\"}", "“text” is missing"), ("{\"id\": 1.5, \"text\": \"a\"}", "whole number"),
        ("{\"id\": null, \"text\": \"a\"}", "whole number"), ("{\"id\": \"a b\", \"text\": \"a\"}", "one word"),
        ("{\"id\": \"\", \"text\": \"a\"}", "one word"), ("{\"id\": \"1\", \"text\": 5}", "must be a string"),
        ("{\"id\": 0, \"text\": \"a\"}", "line 1 already"),
    ])
    func `a bad line of a set is named with what to mend`(_ line: String, message: String) {
        let text = "{\"id\": \"0\", \"text\": \"a\"}\n\n\(line)\n{\"id\": \"9\", \"text\": \"a\"}\n"
        let error = #expect(throws: LineError.self) { try QuerySet.read(Array(text.utf8)) }
        #expect(error?.line == 3)
        #expect(error?.message.contains(message) == true, "\(String(describing: error))")
    }

    @Test(arguments: [
        "1\ta b\t2\n1\tc\t-1\n", "query-id\tcorpus-id\tscore\n1\ta b\t2\n1\tc\t-1\n", "1\t0\ta b\t2\r\n1\t0\tc\t-1\r\n",
        "\n1\ta b\t2\n\n1\t c \t-1\n1\ta b\t2",
    ])
    func `judgements come as TREC and as BEIR write them`(_ text: String) throws {
        let judgements = try JudgementFile.read(Array(text.utf8))
        #expect(judgements.map(\.query) == ["1", "1"])
        #expect(judgements.map(\.document) == ["a b", "c"])
        #expect(judgements.map(\.grade) == [2, -1])
    }

    @Test func `judgements without tabs are parted by spaces`() throws {
        let judgements = try JudgementFile.read(Array("q1 0 doc  1\nq1 other 0\n".utf8))
        #expect(judgements.map(\.document) == ["doc", "other"])
        #expect(judgements.map(\.line) == [1, 2])
    }

    @Test(arguments: [
        ("1\ta\tb\t2\t3", "5 columns"), ("1\ta", "2 columns"), ("1\ta\tgood1", "whole number"), ("0\tx\t2", "grade 1"),
    ])
    func `a bad judgement is named with its line`(_ line: String, message: String) {
        let error = #expect(throws: LineError.self) { try JudgementFile.read(Array("0\tx\t1\n\(line)\n".utf8)) }
        #expect(error?.line == 2)
        #expect(error?.message.contains(message) == true, "\(String(describing: error))")
    }

    @Test func `a run is read by query, its ranks passed over`() throws {
        let run = try RunFile.read(Array("2 Q0 a 9 1.5 t\n1 Q0 a 1 -1e-6 t\n2\tQ0\tb\t1\t3\tt\n".utf8))
        #expect(run.rankings.map(\.query) == ["2", "1"])
        #expect(run.rankings.first?.documents == [.init(id: "a", score: 1.5), .init(id: "b", score: 3)])
    }

    @Test(arguments: [
        ("1 Q0 a 1 2", "5 columns"), ("1 Q0 a 1 high t", "no number"), ("1 Q0 a 1 nan t", "no number"),
        ("0 Q0 x 2 1 t", "line 1 already"),
    ])
    func `a bad line of a run is named`(_ line: String, message: String) {
        let error = #expect(throws: LineError.self) { try RunFile.read(Array("0 Q0 x 1 2 t\n\(line)\n".utf8)) }
        #expect(error?.line == 2)
        #expect(error?.message.contains(message) == true, "\(String(describing: error))")
    }
}
