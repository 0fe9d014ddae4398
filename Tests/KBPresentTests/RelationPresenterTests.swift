import KBModel
import KBPresent
import Testing

@Suite struct RelationPresenterTests {
    private let answer = RelatedConcepts(
        concepts: [Bakery.starter, Bakery.crumb], related: [Bakery.proof, Bakery.culture, Bakery.bare])

    private func related(
        _ format: RelatedPresenter.Format, givesAllReasons: Bool = false, _ answer: RelatedConcepts? = nil
    ) -> String {
        RelatedPresenter(format: format, paths: Bakery.vault, givesAllReasons: givesAllReasons)
            .render(answer ?? self.answer)
    }

    // MARK: - kb related

    @Test func `a neighbour is told with its weight, its kinds and its most telling reason`() {
        #expect(
            related(.text) == """
                1.25  bulk proof  beside it, in one line
                      faults.md:31: Weak starter, cold dough, short proof.
                0.50  culture  broader
                      bread/levain.md:4: A starter is a culture of yeast and bacteria that is
                        fed with flour and water every day, or every week when it rests in the
                        cold.
                0.04  oven

                """)
    }

    @Test func `every reason is told when asked why`() {
        #expect(
            related(.text, givesAllReasons: true).hasPrefix(
                """
                1.25  bulk proof  beside it, in one line
                      faults.md:31: Weak starter, cold dough, short proof.
                      bread/levain.md:4: A starter is a culture of yeast and bacteria that is
                        fed with flour and water every day, or every week when it rests in the
                        cold.

                """))
        #expect(related(.csv).split(separator: "\n").count == 4)
        #expect(related(.csv, givesAllReasons: true).split(separator: "\n").count == 5)
    }

    @Test func `JSON names the concept asked about and gives every reason`() {
        let text = related(.json)
        #expect(text.contains("  \"concept\": {\n    \"name\": \"starter\",\n"))
        #expect(text.contains("{\"name\": \"open crumb\", \"aliases\": []}"))
        #expect(text.ranges(of: "\"line\": 4").count == 2)
        #expect(text.contains("{\"name\": \"oven\", \"score\": 0.04, \"kinds\": [], \"reasons\": []}"))
    }

    @Test func `neighbours are listed for pages`() {
        #expect(
            related(.md).hasPrefix(
                "- **bulk proof** (beside it, in one line)\n"
                    + "  - [faults.md](<faults.md>), line 31: Weak starter, cold dough, short proof.\n"))
    }

    @Test func `no neighbour is valid in every format`() {
        let none = RelatedConcepts(concepts: [Bakery.crumb], related: [])
        #expect(related(.text, none).isEmpty)
        #expect(related(.csv, none) == "name,score,kinds,path,line,text\n")
        #expect(related(.json, none).hasSuffix("  \"related\": []\n}\n"))
        let presenter = RelatedPresenter(format: .text, paths: Bakery.vault)
        #expect(presenter.count(of: none) == "nothing is related to “open crumb”")
        #expect(presenter.count(of: answer) == "3 concepts related to “starter” and “open crumb”")
    }

    // MARK: - kb path

    private func path(_ format: ConceptPathPresenter.Format, _ hops: [Hop]?) -> String {
        ConceptPathPresenter(format: format, paths: Bakery.vault)
            .render(ConceptPath(from: Bakery.starter, to: Bakery.crumb, hops: hops))
    }

    private let hops = [
        Hop(from: "starter", to: "bulk proof", kind: .sibling, reason: Bakery.list),
        Hop(from: "bulk proof", to: "open crumb", kind: .broader, reason: Bakery.feeding),
    ]

    @Test func `a step is a sentence with the text that says so`() {
        #expect(
            path(.text, hops) == """
                starter stands beside bulk proof
                  faults.md:31: Weak starter, cold dough, short proof.
                bulk proof is narrower than open crumb
                  bread/levain.md:4: A starter is a culture of yeast and bacteria that is fed
                    with flour and water every day, or every week when it rests in the cold.

                """)
        #expect(path(.md, hops).contains("\n2. **bulk proof** is narrower than **open crumb**: [bread/levain.md]"))
    }

    @Test func `JSON says whether there is a chain`() {
        #expect(
            path(.json, Array(hops.prefix(1))) == """
                {
                  "version": 1,
                  "from": "starter",
                  "to": "open crumb",
                  "found": true,
                  "hops": [
                    {
                      "from": "starter",
                      "to": "bulk proof",
                      "kind": "sibling",
                      "path": "faults.md",
                      "line": 31,
                      "text": "Weak starter, cold dough, short proof."
                    }
                  ]
                }

                """)
        #expect(path(.json, nil).contains("  \"found\": false,\n  \"hops\": []\n"))
        #expect(path(.json, []).contains("  \"found\": true,\n  \"hops\": []\n"))
        #expect(path(.csv, nil) == "from,to,kind,path,line,text\n")
    }

    @Test(
        arguments: [
            (nil, "no chain of relations leads from “starter” to “open crumb”"), (0, "both are “starter”"),
            (1, "1 step"), (2, "2 steps"),
        ] as [(Int?, String)])
    func `the count of steps is told`(steps: Int?, expected: String) {
        let chain = ConceptPath(from: Bakery.starter, to: Bakery.crumb, hops: steps.map { Array(hops.prefix($0)) })
        #expect(ConceptPathPresenter(format: .text, paths: Bakery.vault).count(of: chain) == expected)
    }

    // MARK: - kb gaps

    private func gaps(_ format: GapPresenter.Format, limit: Int? = nil, _ gaps: [Gap] = Bakery.gaps) -> String {
        GapPresenter(format: format, paths: Bakery.vault, limit: limit).render(gaps)
    }

    @Test func `gaps are grouped by kind, each with where it is seen`() {
        #expect(
            gaps(.text) == """
                Used in several notes, explained in none
                  autolyse, in 5 notes
                    faults.md:31: Weak starter, cold dough, short proof.
                    bread/levain.md:4: A starter is a culture of yeast and bacteria that is fed…
                    a.md:1: Autolyse first.
                    and 2 more
                  bassinage, in 2 notes
                    faults.md:31: Weak starter, cold dough, short proof.

                Acronyms that no note spells out
                  DDT, in 1 note
                    faults.md:8: Aim at a DDT of 24.

                Headings that a note lacks and most notes beside it have
                  bread/rye.md:1: lacks “Faults”, which 4 notes beside it have

                Notes that link to no other, and that no other links to or mentions
                  scratch.md:1: Scratch

                """)
    }

    @Test func `a limit holds for each kind`() {
        #expect(!gaps(.text, limit: 1).contains("bassinage"))
        #expect(gaps(.text, limit: 1).contains("scratch.md"))
        #expect(gaps(.json, limit: 0) == "{\"version\": 1, \"total\": 5, \"gaps\": []}\n")
        let presenter = GapPresenter(format: .text, paths: Bakery.vault, limit: 1)
        #expect(presenter.count(of: Bakery.gaps) == "4 of 5 gaps")
        #expect(presenter.count(of: []) == "no gap found")
    }

    @Test func `gaps have a row for every place in a table, and all places in JSON`() {
        #expect(gaps(.csv).split(separator: "\n").count == 1 + 9)
        #expect(
            gaps(.jsonl).hasSuffix(
                "{\"kind\":\"orphan\",\"name\":\"Scratch\",\"notes\":0,"
                    + "\"sources\":[{\"path\":\"scratch.md\",\"line\":1,\"text\":\"Scratch\"}]}\n"))
        #expect(gaps(.csv, []) == "kind,name,notes,path,line,text\n")
        #expect(gaps(.text, []).isEmpty)
    }
}
