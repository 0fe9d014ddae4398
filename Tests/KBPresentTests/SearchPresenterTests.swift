import KBModel
import KBPresent
import Testing

@Suite struct SearchPresenterTests {
    private let batching = Hit(
        path: "notes/model serving.md", title: "Serving", lines: LineRange(14, 30),
        headingPath: ["Serving", "Batching"],
        passage: LineRange(16, 18), score: 4.25,
        snippet: Snippet(text: "Requests within a window share one pass", matches: [18..<24, 31..<34]))
    private let preamble = Hit(
        path: "drift.md", title: "Drift", lines: LineRange(1, 2), headingPath: [], passage: LineRange(2, 2),
        score: 1.0 / 3, snippet: Snippet(text: "Inputs, they say, move"))

    private var answer: SearchAnswer {
        SearchAnswer(query: "window pass", hits: [batching, preamble], total: 7)
    }

    private func render(
        _ format: SearchPresenter.Format, style: Style = Style(), _ answer: SearchAnswer? = nil
    ) -> String {
        SearchPresenter(format: format, style: style, paths: .inVault(root: "/v")).render(answer ?? self.answer)
    }

    @Test func `text tells where to open, under which headings, and which lines answer`() {
        #expect(
            render(.text) == """
                notes/model serving.md:14: Serving › Batching
                  16-18  Requests within a **window** share **one** pass

                drift.md:1: Drift
                  2  Inputs, they say, move

                """)
    }

    @Test func `control characters in a snippet drive no terminal, and an accent stays on its space`() {
        let text = "a\u{1B}[2J\u{9B}b\u{7F}é \u{301}" + String(repeating: "x", count: 70)
        let hit = Hit(
            path: "a.md", title: "A", lines: LineRange(1, 1), headingPath: ["A"], passage: LineRange(1, 1), score: 1,
            snippet: Snippet(text: text, matches: [7..<8]))
        let shown = render(.text, SearchAnswer(query: "b", hits: [hit], total: 1))
        #expect(
            shown == """
                a.md:1: A
                  1  a\u{FFFD}[2J\u{FFFD}**b**\u{FFFD}é \u{301}\(String(repeating: "x", count: 70))

                """)
    }

    @Test func `colours mark the matches, and links lead to the file`() {
        let style = Style(isColoured: true, linkPrefix: "file://", width: 80)
        let line = render(.text, style: style).split(separator: "\n").prefix(2).joined(separator: "\n")
        #expect(
            line == "\u{1B}]8;;file:///v/notes/model%20serving.md\u{1B}\\\u{1B}[35mnotes/model serving.md\u{1B}[m"
                + "\u{1B}]8;;\u{1B}\\:\u{1B}[32m14\u{1B}[m: \u{1B}[1mServing\u{1B}[m › \u{1B}[1mBatching\u{1B}[m\n"
                + "  \u{1B}[32m16-18\u{1B}[m  Requests within a \u{1B}[1;31mwindow\u{1B}[m share "
                + "\u{1B}[1;31mone\u{1B}[m pass")
    }

    @Test func `a long snippet is wrapped under itself, its marks closed at the line's end`() {
        var hit = batching
        hit.snippet = Snippet(text: "one two three four five six seven eight nine ten", matches: [19..<27])
        let text = render(.text, style: Style(width: 40), SearchAnswer(query: "q", hits: [hit], total: 1))
        #expect(
            text == """
                notes/model serving.md:14: Serving › Batching
                  16-18  one two three four **five six**
                         seven eight nine ten

                """)
        hit.snippet.matches = [14..<27]
        let broken = render(.text, style: Style(width: 36), SearchAnswer(query: "q", hits: [hit], total: 1))
        #expect(broken.contains("one two three **four five**\n         **six** seven"))
    }

    @Test func `matches that lie outside the text or overlap do no harm`() {
        var hit = batching
        hit.snippet = Snippet(text: "äb", matches: [0..<1, 1..<2, 0..<99, 50..<60])
        #expect(render(.text, SearchAnswer(query: "q", hits: [hit], total: 1)).contains("ä"))
    }

    @Test func `an explanation is a column that adds up to the score`() {
        var hit = preamble
        hit.score = 2.5
        hit.explanation = [
            Contribution(part: "body", term: "window", value: 2, arithmetic: "tf 3, df 12 of 400"),
            Contribution(part: "heading", term: "", value: 0.5, arithmetic: "weight 0.5"),
        ]
        #expect(
            render(.text, SearchAnswer(query: "q", hits: [hit], total: 1)) == """
                drift.md:1: Drift
                  2  Inputs, they say, move
                  score 2.50
                    2.00  body     window  tf 3, df 12 of 400
                    0.50  heading          weight 0.5

                """)
    }

    @Test func `JSON carries the names that others use`() {
        #expect(
            render(.json) == """
                {
                  "version": 1,
                  "query": "window pass",
                  "relaxed": null,
                  "corrected": [],
                  "expanded": [],
                  "total": 7,
                  "hits": [
                    {
                      "path": "notes/model serving.md",
                      "title": "Serving",
                      "line": 14,
                      "endLine": 30,
                      "headingPath": ["Serving", "Batching"],
                      "passage": {"line": 16, "endLine": 18},
                      "score": 4.25,
                      "snippet": {
                        "text": "Requests within a window share one pass",
                        "matches": [[18, 24], [31, 34]]
                      }
                    },
                    {
                      "path": "drift.md",
                      "title": "Drift",
                      "line": 1,
                      "endLine": 2,
                      "headingPath": [],
                      "passage": {"line": 2, "endLine": 2},
                      "score": 0.333333,
                      "snippet": {"text": "Inputs, they say, move", "matches": []}
                    }
                  ]
                }

                """)
    }

    @Test func `what was done to the query stands in JSON and in remarks`() {
        let answer = SearchAnswer(
            query: "auc presicion xyzzy", relaxed: [.most(missing: ["recall"]), .dropped(["xyzzy"])],
            corrections: [.init(typed: "presicion", corrected: "precision")],
            expansions: [.init(typed: "auc", also: ["area under curve"], reason: .acronym)])
        let json = render(.json, answer)
        #expect(json.contains(#""relaxed": {"missing": ["recall"], "dropped": ["xyzzy"]}"#))
        #expect(json.contains(#""corrected": [{"from": "presicion", "to": "precision"}]"#))
        #expect(json.contains(#""expanded": [{"from": "auc", "to": ["area under curve"], "reason": "acronym"}]"#))
        let presenter = SearchPresenter(format: .text, paths: .inVault(root: "/v"))
        #expect(
            presenter.remarks(on: answer) == [
                "“presicion” was read as “precision”",
                "“auc” also stands for “area under curve” (spelled out in a note)",
                "no section holds all the words; the best lacks “recall”",
                "left out, as it stands in no note: “xyzzy”",
            ])
    }

    @Test(
        arguments: [
            (.text, ""), (.jsonl, ""), (.md, ""), (.paths, ""), (.vimgrep, ""),
            (.csv, "path,line,endLine,headingPath,score,snippet\n"),
            (.tsv, "path\tline\tendLine\theadingPath\tscore\tsnippet\n"),
        ] as [(SearchPresenter.Format, String)])
    func `an answer without hits is valid in every format`(_ format: SearchPresenter.Format, text: String) {
        #expect(render(format, SearchAnswer(query: "q")) == text)
    }

    @Test func `an empty answer in JSON has an empty array of hits`() {
        #expect(render(.json, SearchAnswer(query: "q")).contains("\"hits\": []"))
    }

    @Test func `a table has the columns asked for`() {
        let presenter = SearchPresenter(
            format: .csv, paths: .inVault(root: "/v"), fields: [.path, .passageLine, .heading, .snippet])
        #expect(
            presenter.render(answer) == """
                path,passageLine,heading,snippet
                notes/model serving.md,16,Batching,Requests within a window share one pass
                drift.md,2,,"Inputs, they say, move"

                """)
    }

    @Test func `jsonl has one hit a line`() {
        let lines = render(.jsonl).split(separator: "\n")
        #expect(lines.count == 2)
        #expect(lines.allSatisfy { $0.hasPrefix("{\"path\":") && $0.hasSuffix("]}}") })
    }

    @Test func `vimgrep points at the passage`() {
        #expect(
            render(.vimgrep) == """
                notes/model serving.md:16:1:Serving › Batching: Requests within a **window** share **one** pass
                drift.md:2:1:Drift: Inputs, they say, move

                """)
    }

    @Test func `Markdown links to the note`() {
        #expect(
            render(.md) == """
                - [Serving › Batching](<notes/model serving.md>), lines 16-18: Requests within a **window** share **one** pass
                - [Drift](<drift.md>), line 2: Inputs, they say, move

                """)
    }

    @Test func `paths name each note once`() {
        let twice = SearchAnswer(query: "q", hits: [batching, preamble, batching], total: 3)
        #expect(render(.paths, twice) == "notes/model serving.md\ndrift.md\n")
        let presenter = SearchPresenter(format: .paths, paths: .inVault(root: "/v"), isNulEnded: true)
        #expect(presenter.render(twice) == "notes/model serving.md\0drift.md\0")
    }

    @Test func `the count tells what the limit hides`() {
        let presenter = SearchPresenter(format: .text, paths: .inVault(root: "/v"))
        #expect(presenter.count(of: answer) == "2 of 7 sections")
        #expect(presenter.count(of: SearchAnswer(query: "q", hits: [batching], total: 1)) == "1 section")
        #expect(presenter.count(of: SearchAnswer(query: "q")) == "nothing found")
        let grouped = SearchPresenter(format: .text, paths: .inVault(root: "/v"), isGrouped: true)
        #expect(grouped.count(of: answer) == "2 of 7 notes")
    }
}
