import KBModel
import KBStudy
import Testing

@testable import KBPresent

@Suite struct CardPresenterTests {
    static let now = Instant(seconds: 1_777_626_000)

    /// A card with an id, a path and, when it was graded, a state.
    static func card(
        _ id: String, _ front: String, _ back: String, as kind: Anchor.Kind = .definition, path: String = "tea/pot.md",
        line: Int = 3, headings: [String] = ["Tea"], reviewed: [Grade] = [], suspended: Bool = false,
        repeats: Int = 0, hint: String? = nil, concept: String? = nil
    ) throws -> StudyCard {
        let id = try #require(StudyID(id))
        var events: [StudyEvent] = []
        for (index, grade) in reviewed.enumerated() {
            let event = try #require(EventID(number: index + 1, origin: "test"))
            events.append(StudyEvent(.review(id, grade, seconds: 4), at: now.adding(days: -10), id: event))
        }
        if suspended {
            let event = try #require(EventID(number: 99, origin: "test"))
            events.append(StudyEvent(.suspend(id), at: now, id: event))
        }
        let card = Card(
            kind, front: front, back: back, source: Source(path: path, line: line), headingPath: headings,
            concept: concept, repeats: repeats, hint: hint)
        return StudyCard(id: id, card: card, state: StudyState(events).cards[id])
    }

    private func presenter(_ format: CardListPresenter.Format, _ cards: [StudyCard]) -> CardListPresenter {
        CardListPresenter(
            format: format, paths: .inVault(root: "/v"), now: Self.now, ids: ShortIDs(cards.map(\.id)))
    }

    @Test func `text shows the question at its source, the answer, and where the card stands`() throws {
        let cards = [
            try Self.card("k3v9q0x2mf", "Tannin", "what makes tea bitter"),
            try Self.card(
                "mmmmm0x2mf", "Tools", "pot\ncup", as: .heading, line: 9, headings: ["Tea", "Tools"],
                reviewed: [.easy]),
        ]
        #expect(
            presenter(.text, cards).render(cards, total: 2) == """
                tea/pot.md:3: What is Tannin (Tea)?
                    what makes tea bitter
                    k3v9q · definition · new · Tea

                tea/pot.md:9: What belongs to Tools (Tea)?
                    pot
                    cup
                    mmmmm · heading · due · Tea › Tools

                """)
    }

    @Test func `a state names the wait`() throws {
        let waiting = try Self.card("k3v9q0x2mf", "Tannin", "text", reviewed: [.easy, .easy])
        let presenter = presenter(.text, [waiting])
        #expect(presenter.standing(waiting).hasPrefix("due in "))
        #expect(try presenter.standing(Self.card("a", "b", "c", reviewed: [.again])) == "learning, due")
        #expect(try presenter.standing(Self.card("a", "b", "c", reviewed: [.again], suspended: true)) == "suspended")
    }

    @Test(arguments: [(-3, "0 s"), (59, "59 s"), (60, "1 min"), (3_600, "1 h 0 min"), (7_510, "2 h 5 min")])
    func `time spent is told in hours and minutes`(seconds: Int, text: String) {
        #expect(seconds.timeSpent == text)
    }

    @Test func `tables and JSON hold what a program needs`() throws {
        let cards = [try Self.card("k3v9q0x2mf", "Tannin", "bitter, in most teas", concept: "Tannin")]
        #expect(
            presenter(.csv, cards).render(cards, total: 1) == """
                id,kind,state,due,path,line,question,answer
                k3v9q0x2mf,definition,new,,tea/pot.md,3,What is Tannin (Tea)?,"bitter, in most teas"

                """)
        let json = presenter(.json, cards).render(cards, total: 7)
        #expect(json.contains("\"total\": 7"))
        #expect(json.contains("\"state\": \"new\"") && json.contains("\"due\": null"))
        #expect(presenter(.jsonl, []).render([], total: 0) == "")
    }

    @Test func `Markdown is a list with the answer below`() throws {
        let cards = [try Self.card("k3v9q0x2mf", "Tools", "pot\ncup", as: .heading, headings: ["Tools"])]
        #expect(
            presenter(.md, cards).render(cards, total: 1)
                == "- What belongs to Tools? ([tea/pot.md](<tea/pot.md>), line 3)\n  - pot\n  - cup\n")
    }

    @Test func `control characters of a note reach no terminal`() throws {
        let cards = [try Self.card("k3v9q0x2mf", "front\u{1B}[31m", "back\u{7}", as: .pair)]
        for format in CardListPresenter.Format.allCases where format != .csv {
            #expect(!presenter(format, cards).render(cards, total: 1).unicodeScalars.contains { $0 == "\u{1B}" })
        }
    }

    // MARK: - Anki

    private func lines(_ cards: [StudyCard], _ change: (inout AnkiPresenter) -> Void = { _ in }) -> [String] {
        var presenter = AnkiPresenter(vaultName: "Notes", noteFolders: ["notes"])
        change(&presenter)
        return presenter.render(cards).split(separator: "\n").filter { $0.first != "#" }.map { String($0) }
    }

    @Test func `Anki is told which column is what`() {
        #expect(
            AnkiPresenter(vaultName: "Notes").render([]) == """
                #separator:tab
                #html:true
                #guid column:1
                #notetype column:2
                #deck column:3
                #tags column:6

                """)
    }

    @Test func `a card for Anki has its id, its deck by folder, its source and its tags`() throws {
        let card = try Self.card(
            "k3v9q0x2mf", "Tannin", "what makes tea bitter", path: "notes/tea/pot.md", concept: "Tannin acid")
        #expect(
            lines([card]) { $0.tags = ["notes/tea/pot.md": ["ml/tea", "hot"]] } == [
                "kb:k3v9q0x2mf\tBasic\tNotes::tea\tWhat is Tannin (Tea)?\twhat makes tea bitter<br><br>"
                    + "<small>notes/tea/pot.md:3<br>Tea</small>\tml::tea hot concept::Tannin_acid"
            ])
        #expect(lines([card]) { $0.deck = "Mine" }.first?.contains("\tMine\t") == true)
    }

    @Test func `texts become HTML on one line, code keeps its indent`() throws {
        let card = try Self.card("a", "a <b> & \"c\"\td", "if x:\n    y()", as: .pair, headings: [])
        let fields = lines([card]).first?.split(separator: "\t").map { String($0) } ?? []
        #expect(fields.count == 5)
        #expect(fields[3] == "a &lt;b&gt; &amp; &quot;c&quot; d")
        #expect(fields[4].hasPrefix("if x:<br>&nbsp;&nbsp;&nbsp;&nbsp;y()<br>"))
    }

    @Test func `bullets become a list`() throws {
        let card = try Self.card("a", "Tools", "pot\ncup", as: .heading)
        #expect(lines([card]).first?.contains("<ul><li>pot</li><li>cup</li></ul>") == true)
    }

    @Test func `a gap becomes a cloze at its place, whatever stands in it`() throws {
        let card = try Self.card("a", "tea {{c is tea", "tea", as: .cloze, repeats: 1, hint: "a: b")
        #expect(lines([card]).first?.contains("\tCloze\t") == true)
        #expect(lines([card]).first?.contains("tea &#123;&#123;c is {{c1::tea::a&#58; b}}\t") == true)
    }

    @Test func `a deck stands before those below it`() throws {
        let cards = [
            try Self.card("a", "x", "y", path: "notes/b/c.md"), try Self.card("b", "x", "y", path: "notes/d.md"),
        ]
        #expect(lines(cards).map { $0.split(separator: "\t")[2] } == ["Notes", "Notes::b"])
    }
}
