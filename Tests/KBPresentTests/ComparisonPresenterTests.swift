import KBModel
import KBPresent
import Testing

@Suite struct ComparisonPresenterTests {
    private func render(
        _ format: ComparisonPresenter.Format, style: Style = Style(), limit: Int? = nil,
        _ comparison: ConceptComparison = Bakery.comparison
    ) -> String {
        ComparisonPresenter(format: format, style: style, paths: Bakery.vault, limit: limit).render(comparison)
    }

    @Test func `on a narrow terminal the notes stand one below the other`() {
        #expect(
            render(.text) == """
                starter
                in two notes or more: flour, water

                Levain
                bread/levain.md:3: Levain › Feeding
                  A starter is a culture of yeast and bacteria that is fed with flour and water
                  every day, or every week when it rests in the cold.
                  - equal parts
                    - by weight, never by volume, whatever the flour is
                  only here: yeast

                What goes wrong
                faults.md:31:
                  Weak starter, cold dough, short proof.

                """)
    }

    @Test func `on a wide terminal the notes stand side by side`() {
        #expect(
            render(.text, style: Style(width: 93)) == """
                starter
                in two notes or more: flour, water

                Levain                                        │ What goes wrong
                bread/levain.md                               │ faults.md
                                                              │
                3: Levain › Feeding                           │ 31
                A starter is a culture of yeast and bacteria  │ Weak starter, cold dough, short proof.
                that is fed with flour and water every day,   │
                or every week when it rests in the cold.      │
                - equal parts                                 │
                  - by weight, never by volume, whatever the  │
                    flour is                                  │
                                                              │
                only here: yeast                              │

                """)
    }

    @Test(
        arguments: [("bärbröd", 7), ("日本語の文章は長い", 18), (String(repeating: "x", count: 200), 44), ("🍞", 2)])
    func `the columns stay aligned whatever the words`(text: String, widest: Int) {
        var comparison = Bakery.comparison
        for note in comparison.notes.indices {
            comparison.notes[note].passages = [
                .init(line: 1, headingPath: [text], pieces: [.init(line: 1, depth: 40, text: text)])
            ]
        }
        let lines = render(.text, style: Style(width: 91), comparison).split(separator: "\n").dropFirst(2)
        let left = lines.compactMap { $0.split(separator: "│").first.map { String($0).displayWidth } }
        #expect(left.allSatisfy { $0 == 45 })
        #expect(lines.allSatisfy { String($0).displayWidth <= 91 })
        #expect(lines.contains { $0.contains(text.prefix(10)) })
    }

    @Test func `colours do not move the columns`() {
        let plain = render(.text, style: Style(width: 100))
        let coloured = render(.text, style: Style(isColoured: true, width: 100))
        #expect(coloured != plain)
        #expect(coloured.replacing(#/\u{1B}\[[0-9;]*m/#, with: "") == plain)
    }

    @Test func `a limit leaves out notes and says so`() {
        let presenter = ComparisonPresenter(format: .text, style: Style(width: 120), paths: Bakery.vault, limit: 1)
        #expect(!presenter.render(Bakery.comparison).contains("│"))
        #expect(presenter.count(of: Bakery.comparison) == "1 of 2 notes")
    }

    @Test func `a comparison is Markdown with its lists as they were`() {
        let text = render(.md)
        #expect(text.hasPrefix("# starter\n\nIn two notes or more: flour, water.\n\n## Levain\n"))
        #expect(text.contains("\n[Levain › Feeding](<bread/levain.md>), line 3:\n\nA starter is"))
        #expect(text.contains("in the cold.\n\n- equal parts\n  - by weight,"))
        #expect(text.contains("\nOnly here: yeast.\n"))
    }

    @Test func `no note is valid in every format`() {
        let none = ConceptComparison(concept: Bakery.crumb, shared: [], notes: [])
        #expect(render(.text, none).isEmpty)
        #expect(render(.md, none) == "# open crumb\n")
        #expect(render(.json, none).contains("\"total\": 0,\n  \"notes\": []\n"))
        #expect(
            ComparisonPresenter(format: .text, paths: Bakery.vault).count(of: none) == "no note treats “open crumb”")
    }

    @Test func `JSON keeps line and depth of every piece`() {
        #expect(render(.json).contains("{\"line\": 6, \"depth\": 1, \"text\": \"equal parts\"}"))
        #expect(render(.json).contains("\"only\": [\"yeast\"]"))
    }
}
