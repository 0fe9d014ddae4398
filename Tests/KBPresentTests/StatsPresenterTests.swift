import KBModel
import KBStudy
import Testing

@testable import KBPresent

@Suite struct StatsPresenterTests {
    @Test func `bars are in proportion and fit the width`() {
        let plot = BarPlot(style: Style(width: 40)).render([("today", 120), ("05-02", 60), ("05-03", 1), ("05-04", 0)])
        let lines = plot.split(separator: "\n").map { String($0) }
        #expect(lines.map { $0.count { $0 == "█" } } == [26, 13, 1, 0])
        #expect(lines.allSatisfy { $0.displayWidth <= 40 })
        #expect(lines.last == "  05-04  ·")
    }

    @Test func `a bar of few cards has a cell for each`() {
        #expect(BarPlot(style: Style()).render([("today", 3)]) == "  today  ███ 3\n")
    }

    private func statistics() throws -> StudyStatistics {
        var events: [StudyEvent] = []
        let now = CardPresenterTests.now
        let id = try #require(StudyID("k3v9q0x2mf"))
        for (index, review) in [(-20, Grade.easy), (-12, Grade.again), (-12, Grade.good)].enumerated() {
            let event = try #require(EventID(number: index + 1, origin: "test"))
            events.append(StudyEvent(.review(id, review.1, seconds: 30), at: now.adding(days: review.0), id: event))
        }
        var card = try CardPresenterTests.card("k3v9q0x2mf", "Tannin", "what makes tea bitter")
        card.state = StudyState(events).cards[id]
        return StudyStatistics(cards: [card], scheduler: Scheduler(), at: now) { $0.day }
    }

    @Test func `text tells cards, retention, reviews, the streak and the days to come`() throws {
        let statistics = try statistics()
        let hardest = statistics.hardest.map {
            StatsPresenter.HardCard(figures: $0, question: "What is Tannin?", source: Source(path: "tea.md", line: 3))
        }
        let text = StatsPresenter(format: .text, paths: .inVault(root: "/v")).render(statistics, hardest: hardest)
        #expect(
            text == """
                Cards: 1
                  0 new, 0 learning, 1 young, 0 mature, 0 suspended

                Remembered (wanted: 90 %)
                                   young  mature      both  expected
                  last 7 days          –       –         –         –
                  last 30 days  0 % of 1       –  0 % of 1    90.2 %
                  last year     0 % of 1       –  0 % of 1    90.2 %

                Reviews
                                reviews  again    time
                  today               0      0       –
                  last 7 days         0      0       –
                  last 30 days        3      1   2 min
                  in all              3      1   2 min
                  streak: 0 days, longest 1

                Due in the next 30 days: 1
                  today  █ 1

                Forgotten most often
                  tea.md:3: once: What is Tannin?

                """)
    }

    @Test func `JSON holds every figure`() throws {
        let json = StatsPresenter(format: .json, paths: .inVault(root: "/v")).render(try statistics(), hardest: [])
        let value = try JSON.read(json.utf8)
        guard case .object(let members) = value else { return #expect(Bool(false)) }
        #expect(
            members.map(\.key) == [
                "version", "day", "cards", "wantedRetention", "retention", "reviews", "days", "streak", "longestStreak",
                "forecast", "hardest",
            ])
    }
}
