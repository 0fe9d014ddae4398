import KBModel
import KBPresent
import Testing

@Suite struct ConceptPresenterTests {
    private let list = ConceptList(concepts: [Bakery.starter, Bakery.crumb], total: 7, hidden: 1_200)

    private func render(
        _ format: ConceptListPresenter.Format, width: Int = 80, isOfOneNote: Bool = false, _ list: ConceptList? = nil
    ) -> String {
        ConceptListPresenter(
            format: format, style: Style(width: width), paths: Bakery.vault, isOfOneNote: isOfOneNote
        ).render(list ?? self.list)
    }

    private func page(_ format: ConceptPagePresenter.Format, width: Int = 80, limit: Int? = nil) -> String {
        ConceptPagePresenter(format: format, style: Style(width: width), paths: Bakery.vault, limit: limit)
            .render(Bakery.page)
    }

    // MARK: - kb concepts

    @Test func `concepts are listed under the titles of their figures`() {
        #expect(
            render(.text) == """
                notes  sections  concept
                    3        12  starter (sourdough starter, levain, starters)
                    1         1  open crumb

                """)
    }

    @Test(
        arguments: [
            (62, "starter (sourdough starter, levain, starters)"), (61, "starter (sourdough starter, levain, …)"),
            (47, "starter (sourdough starter, …)"), (46, "starter (…)"), (26, "starter"), (10, "starter"),
        ])
    func `spellings that the width does not hold are left out, the name never`(width: Int, shown: String) {
        #expect(render(.text, width: width).contains("12  \(shown)\n"))
    }

    @Test func `the concepts of one note tell its lines`() {
        #expect(
            render(.text, isOfOneNote: true) == """
                line  mentions  concept
                   4         2  starter (sourdough starter, levain, starters)
                             0  open crumb

                """)
    }

    @Test func `JSON has every spelling and every mention`() {
        let one = ConceptList(concepts: [Bakery.starter], total: 1, hidden: 0)
        #expect(
            render(.json, one) == """
                {
                  "version": 1,
                  "total": 1,
                  "hidden": 0,
                  "concepts": [
                    {
                      "name": "starter",
                      "aliases": ["sourdough starter", "levain", "starters"],
                      "notes": 3,
                      "sections": 12,
                      "salience": 0.987654,
                      "shown": true,
                      "mentions": [
                        {"path": "bread/levain.md", "line": 4},
                        {"path": "bread/levain.md", "line": 9}
                      ]
                    }
                  ]
                }

                """)
        #expect(render(.jsonl).split(separator: "\n").count == 2)
    }

    @Test func `concepts are listed for tables and pages`() {
        #expect(
            render(.csv) == """
                name,aliases,notes,sections,salience
                starter,sourdough starter; levain; starters,3,12,0.987654
                open crumb,,1,1,0.5

                """)
        #expect(
            render(.md) == """
                - starter (sourdough starter, levain, starters): 3 notes, 12 sections
                - open crumb: 1 note, 1 section

                """)
    }

    @Test(
        arguments: [
            (.text, ""), (.json, "{\"version\": 1, \"total\": 0, \"hidden\": 0, \"concepts\": []}\n"), (.jsonl, ""),
            (.csv, "name,aliases,notes,sections,salience\n"), (.md, ""),
        ] as [(ConceptListPresenter.Format, String)])
    func `no concept is valid in every format`(_ format: ConceptListPresenter.Format, expected: String) {
        #expect(render(format, ConceptList(concepts: [], total: 0, hidden: 0)) == expected)
    }

    @Test(
        arguments: [
            (0, 0, 0, "no concept found"), (1, 1, 0, "1 concept"), (2, 7, 0, "2 of 7 concepts"),
            (0, 0, 1, "no concept found; 1 more lies below the cut, --all lists them too"),
            (2, 2, 1_200, "2 concepts; 1,200 more lie below the cut, --all lists them too"),
        ])
    func `the count says what is not listed and how to see it`(
        listed: Int, total: Int, hidden: Int, expected: String
    ) {
        let concepts = Array([Bakery.starter, Bakery.crumb].prefix(listed))
        let list = ConceptList(concepts: concepts, total: total, hidden: hidden)
        #expect(ConceptListPresenter(format: .text, paths: Bakery.vault).count(of: list) == expected)
    }

    @Test func `a name cannot drive the terminal`() {
        let evil = Concept(name: "a\u{1B}[2Jb", aliases: ["c\nd"], notes: 1, sections: 1, salience: 0)
        let list = ConceptList(concepts: [evil], total: 1, hidden: 0)
        #expect(render(.text, list).hasSuffix("a\u{FFFD}[2Jb (c d)\n"))
        #expect(!render(.md, list).contains("\u{1B}"))
    }

    // MARK: - kb concept

    @Test func `a page begins with what the concept is`() {
        #expect(
            page(.text) == """
                starter
                also: sourdough starter, levain, starters
                3 notes · 12 sections · 2 mentions

                Defined
                  bread/levain.md:4: A starter is a culture of yeast and bacteria that is fed
                    with flour and water every day, or every week when it rests in the cold.

                Broader
                  culture  bread/levain.md:4: A starter is a culture of yeast and bacteria that…

                Related
                  bulk proof  faults.md:31: Weak starter, cold dough, short proof.
                  oven

                Sections
                  bread/levain.md:4: Levain › Feeding
                    A **starter** is a culture of yeast
                  faults.md:31: What goes wrong
                    Weak **starter**, cold dough

                """)
    }

    @Test(arguments: [48, 60, 100])
    func `no line of a page is wider than asked for`(width: Int) {
        let widths = page(.text, width: width).split(separator: "\n").map { String($0).displayWidth }
        #expect(widths.allSatisfy { $0 <= width })
    }

    @Test(
        arguments: [
            ("culture", "A starter is a culture of"), ("cold", "in the cold."), ("Flour and Water", "flour and water"),
            ("bacterial growth", "bacteri"), ("oven", "A starter is"), ("", "A starter is"),
        ])
    func `a reason that is cut still names the neighbour`(name: String, shown: String) {
        var page = Bakery.page
        page.related = [Neighbour(name: name, score: 1, kinds: [], reasons: [Bakery.feeding])]
        for width in 56...70 {
            let text = ConceptPagePresenter(format: .text, style: Style(width: width), paths: Bakery.vault).render(page)
            let lines = text.split(separator: "\n").drop { $0 != "Related" }.prefix { $0 != "Sections" }
            let cut = lines.first { $0.contains("bread/levain.md:4: ") }.map(String.init) ?? ""
            #expect(cut.contains(shown) && cut.contains("…"), "width \(width)")
            #expect(cut.displayWidth <= width)
        }
    }

    @Test func `a reason that does not fit beside its concept stands below`() {
        #expect(
            page(.text, width: 48).contains(
                """
                Related
                  bulk proof
                    faults.md:31: …cold dough, short proof.
                  oven

                """))
    }

    @Test func `a reason whose source fills the line stands below it`() {
        var page = Bakery.page
        let path = String(repeating: "deep/", count: 9) + "levain.md"
        page.definitions = [Reason(path: path, line: 4, text: Bakery.feeding.text)]
        let text = ConceptPagePresenter(format: .text, style: Style(width: 60), paths: Bakery.vault).render(page)
        #expect(
            text.contains(
                """
                Defined
                  \(path):4:
                    A starter is a culture of yeast and bacteria that is fed
                    with flour and water every day, or every week when it
                    rests in the cold.

                """))
    }

    @Test func `of many definitions the best are printed and the rest counted`() {
        var page = Bakery.page
        page.definitions = (1...7).map { Reason(path: "a.md", line: $0, text: "A starter is number \($0).") }
        let text = ConceptPagePresenter(format: .text, paths: Bakery.vault).render(page)
        #expect(text.contains("  a.md:5: A starter is number 5.\n  and 2 more\n"))
    }

    @Test func `a limit leaves out the last sections and says so`() {
        #expect(!page(.text, limit: 1).contains("faults.md:31: What"))
        #expect(page(.json, limit: 1).contains("\"total\": 2,\n"))
        let presenter = ConceptPagePresenter(format: .text, paths: Bakery.vault, limit: 1)
        #expect(presenter.count(of: Bakery.page) == "1 of 2 sections")
    }

    @Test func `more neighbours than a page holds are counted`() {
        var page = Bakery.page
        page.narrower = (1...10).map { Neighbour(name: "kind \($0)", score: 1, kinds: [.narrower], reasons: []) }
        let text = ConceptPagePresenter(format: .text, paths: Bakery.vault).render(page)
        #expect(text.contains("  kind 8\n  and 2 more; see kb related\n"))
    }

    @Test func `a page is a page of Markdown too`() {
        let text = page(.md)
        #expect(text.hasPrefix("# starter\n\nAlso: sourdough starter, levain, starters.\n3 notes, "))
        #expect(text.contains("\n## Defined\n\n- [bread/levain.md](<bread/levain.md>), line 4: A starter is"))
        #expect(text.contains("\n- [What goes wrong](<faults.md>), line 31: Weak **starter**, cold dough\n"))
        #expect(!text.contains("Narrower"))
    }

    @Test func `the JSON of a page has all its parts, empty ones too`() {
        let text = page(.json)
        for member in ["concept", "definitions", "broader", "narrower", "related", "sections"] {
            #expect(text.contains("\n  \"\(member)\": "), "\(member)")
        }
        #expect(text.contains("\"narrower\": [],"))
        #expect(text.contains("\"kinds\": [\"sibling\", \"together\"]"))
        #expect(text.contains("\"matches\": [[2, 9]]"))
    }
}
