import KBModel
import KBStudy
import Testing

@testable import KBPresent

@Suite struct ReviewPresenterTests {
    private let now = Instant(seconds: 1_767_225_605)

    private func presenter(width: Int = 80) -> ReviewPresenter {
        ReviewPresenter(style: Style(width: width), paths: .inVault(root: "/v"))
    }

    private func card(_ card: Card, former: Anchor? = nil) throws -> StudyCard {
        StudyCard(id: try #require(StudyID("k3v9")), card: card, isChanged: former != nil, former: former)
    }

    private func definition(_ front: String, _ back: String, under path: [String] = ["Tea", "Taste"]) -> Card {
        Card(.definition, front: front, back: back, source: Source(path: "tea.md", line: 5), headingPath: path)
    }

    @Test func `a question says what is left and where the card stands`() throws {
        let card = try card(definition("Tannin", "what makes tea bitter"))
        #expect(
            presenter().question(card, left: ReviewCounts(due: 1200, learning: 1, new: 4)) == """
                1,200 due · 1 learning · 4 new
                Tea › Taste

                  What is Tannin (Taste)?

                """)
        #expect(
            presenter().answer(card) == """

                  what makes tea bitter

                tea.md:5

                """)
    }

    @Test func `a heading that gives the answer away is not shown`() throws {
        let made = Card(
            .expansion, front: "World Tea Board", back: "WTB", source: Source(path: "tea.md", line: 2),
            headingPath: ["Trade", "The WTB", "Rules"])
        let page = presenter().question(try card(made), left: ReviewCounts())
        #expect(page.contains("\nTrade\n") && !page.contains("WTB"))
    }

    @Test func `an answer of several lines is a list, wrapped at the width`() throws {
        let card = try card(definition("Green tea", "Sencha and other teas that are steamed\nLongjing"))
        #expect(
            presenter(width: 30).answer(card) == """

                  - Sencha and other teas that
                    are steamed
                  - Longjing

                tea.md:5

                """)
    }

    @Test func `wide characters are broken where the line is full`() throws {
        let card = try card(definition("茶", String(repeating: "茶", count: 20)))
        let lines = presenter(width: 24).answer(card).split(separator: "\n")
        #expect(lines.prefix(2).map { String($0).displayWidth } == [24, 20])
    }

    @Test func `a cloze shows its sentence with the answer`() throws {
        let made = Card(
            .cloze, front: "Assam lies in India.", back: "Assam", source: Source(path: "tea.md", line: 9))
        let answer = presenter().answer(try card(made))
        #expect(answer.contains("\n  Assam\n") && answer.contains("\n  Assam lies in India.\n"))
    }

    @Test func `a changed card says so, and with the answer what it said before`() throws {
        let made = definition("Steeping", "5 minutes")
        var former = made.anchor
        former.answer = "3 minutes"
        let changed = try card(made, former: former)
        #expect(presenter().question(changed, left: ReviewCounts()).hasSuffix("\nchanged since you last saw it\n"))
        #expect(presenter().answer(changed).contains("it said before:\n  3 minutes\n"))
        former.text = "Brewing"
        #expect(presenter().answer(try card(made, former: former)).contains("before:\n  Brewing\n  3 minutes\n"))
    }

    @Test func `what could drive the terminal is made harmless`() throws {
        let hostile = try card(definition("a\u{1B}[2Jb", "c\u{1B}]0;x\u{7}d", under: ["e\u{9B}f"]))
        let text = presenter().question(hostile, left: ReviewCounts()) + presenter().answer(hostile)
        #expect(!text.unicodeScalars.contains { $0.isControl && $0 != "\n" })
    }

    @Test func `each grade tells its wait, cut to one line`() {
        let outcomes = Grade.allCases.map { (grade: $0, due: now.adding(seconds: 60 * $0.rawValue)) }
        #expect(presenter().grades(outcomes, at: now) == "1 again 1m   2 hard 2m   3 good 3m   4 easy 4m")
        #expect(presenter(width: 30).grades(outcomes, at: now) == "1 1m  2 2m  3 3m  4 4m")
        #expect(presenter(width: 20).grades(outcomes, at: now).displayWidth < 20)
    }

    @Test(
        arguments: [
            (0, "0s"), (59, "59s"), (60, "1m"), (330, "6m"), (3570, "1h"), (3600, "1h"), (84_600, "1d"),
            (86_400, "1d"), (30 * 86_400, "30d"), (31 * 86_400, "1mo"), (64 * 86_400, "2.1mo"),
            (365 * 86_400, "1y"), (475 * 86_400, "1.3y"), (-5, "0s"),
        ])
    func `waits are short`(_ seconds: Int, words: String) {
        #expect(seconds.wait == words)
    }

    @Test func `the end tells what was done and what comes next`() {
        #expect(presenter().summary(of: ([2, 0, 1, 0], 2)) == "2 cards: 2 again, 1 good")
        #expect(presenter().summary(of: ([0, 0, 0, 0], 0)) == "nothing was graded")
        #expect(presenter().rest(next: 7200) == "nothing is due; the next card comes up in 2h")
        #expect(presenter().rest(next: nil) == "nothing is due")
    }

    @Test func `what is due is told by day`() throws {
        let due = DueReport(
            [
                StudyCard(id: try #require(StudyID("a")), card: definition("Tannin", "x")),
                StudyCard(id: try #require(StudyID("b")), card: definition("Theine", "y")),
            ], newCards: 1, at: now,
            calendar: (1...3).map { (day: now.day.adding(days: $0 - 1), end: now.adding(days: $0)) })
        let text = DuePresenter(format: .text, paths: .inVault(root: "/v")).render(due)
        #expect(
            text == """
                due          0
                learning     0
                new          1  of 2 never seen
                later today  0
                tomorrow     0
                2026-01-03   0

                """)
    }
}
