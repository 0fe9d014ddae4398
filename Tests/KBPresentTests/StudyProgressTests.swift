import KBModel
import KBPresent
import KBStudy
import Testing

@Suite struct ProgressPresenterTests {
    private static func checklist(_ topic: String?, _ groups: [(String, done: Int, total: Int)]) throws -> Checklist {
        Checklist(
            topic: topic,
            groups: try groups.map { title, done, total in
                let items = try (0..<total).map { number in
                    try Tour.item("\(title.lowercased())-\(number)", "Go", [Tour.route], isDone: number < done)
                }
                return Checklist.Group(title: title, minutes: title == "Route" ? Minutes(5, 5) : nil, items: items)
            })
    }

    private func render(_ format: ProgressPresenter.Format, _ checklists: [Checklist], width: Int = 60) -> String {
        ProgressPresenter(format: format, style: Style(width: width)).render(
            checklists.map { ChecklistProgress($0) }, sum: ChecklistProgress.sum(of: checklists))
    }

    @Test func `a topic gets a bar for each group and one for all`() throws {
        let tour = try Self.checklist("tour", [("Route", 3, 4), ("Food", 0, 10), ("Repairs", 2, 2)])
        #expect(
            render(.text, [tour], width: 56) == """
                Route (5 min)  █████████████████████░░░░░░░   3/4   75 %
                Food           ░░░░░░░░░░░░░░░░░░░░░░░░░░░░  0/10    0 %
                Repairs        ████████████████████████████   2/2  100 %
                tour           ████████░░░░░░░░░░░░░░░░░░░░  5/16   31 %

                """)
    }

    @Test func `several topics get a bar each and one for all`() throws {
        let one = try Self.checklist("one", [("Route", 1, 2), ("Food", 1, 1)])
        let two = try Self.checklist("two", [("Food", 1, 1)])
        let lines = render(.text, [one, two]).split(separator: "\n").map { $0.prefix { $0 != "█" } + $0.suffix(6) }
        #expect(lines == ["one    66 %", "two   100 %", "all    66 %"])
    }

    @Test func `a bar is full only when all is done, and never empty when something is`() throws {
        let text = render(.text, [try Self.checklist("tour", [("Route", 999, 1000), ("Food", 1, 1000)])])
        let lines = text.split(separator: "\n")
        #expect(lines[0].contains("█░") && lines[0].hasSuffix(" 99 %"))
        #expect(lines[1].contains("█░") && lines[1].hasSuffix("  0 %"))
    }

    @Test func `a long title is cut and leaves room for the bar`() throws {
        let long = String(repeating: "very ", count: 30) + "long"
        let text = render(
            .text, [try Self.checklist(nil, [("Route", 1, 2)]), try Self.checklist(long, [("Food", 1, 2)])])
        #expect(text.split(separator: "\n").allSatisfy { $0.count <= 60 && $0.contains("░") })
        #expect(text.contains("…"))
        #expect(render(.text, [try Self.checklist(nil, [("Food", 1, 2)])], width: 1).contains("░"))
    }

    @Test func `of many groups the largest get a bar, in their order, and the others share one`() throws {
        let tour = try Self.checklist(
            "tour", [("A", 0, 1), ("B", 1, 5), ("C", 1, 1), ("D", 0, 7), ("E", 0, 1), ("F", 2, 5)])
        func titles(_ limit: Int) -> [String] {
            let text = ProgressPresenter(format: .text, limit: limit).render(
                [ChecklistProgress(tour)], sum: ChecklistProgress.sum(of: [tour]))
            return text.split(separator: "\n").map { line in
                let title = line.prefix { !"█░".contains($0) }.split(separator: " ").joined(separator: " ")
                return title + " " + (line.split(separator: " ").first { $0.contains("/") } ?? "")
            }
        }
        #expect(titles(2) == ["B 1/5", "D 0/7", "4 other groups 3/8", "tour 4/20"])
        #expect(titles(5).count == 7)
        #expect(titles(0) == ["6 other groups 4/20", "tour 4/20"])
    }

    @Test func `JSON counts topics and groups`() throws {
        #expect(
            render(.json, [try Self.checklist("tour", [("Route", 3, 4)])]) == """
                {
                  "version": 1,
                  "done": 3,
                  "total": 4,
                  "topics": [
                    {
                      "topic": "tour",
                      "done": 3,
                      "total": 4,
                      "groups": [
                        {
                          "title": "Route",
                          "minutes": {"min": 5, "max": 5},
                          "done": 3,
                          "total": 4
                        }
                      ]
                    }
                  ]
                }

                """)
    }

    @Test func `topics without an item are named`() throws {
        let presenter = ProgressPresenter(format: .text)
        let full = ChecklistProgress(try Self.checklist("tour", [("Route", 3, 4)]))
        let empty = ChecklistProgress(Checklist(topic: "tea", groups: []))
        #expect(presenter.remark(on: [full]) == nil)
        #expect(presenter.remark(on: [full, empty]) == "nothing to do or ask found about tea")
        #expect(presenter.remark(on: [empty]) == "nothing to do or ask found")
        #expect(presenter.render([empty], sum: (0, 0)) == "")
    }
}

@Suite struct InterviewPresenterTests {
    private let presenter = InterviewPresenter(style: Style(width: 60), paths: Tour.vault)

    private func sections() throws -> [InterviewSection] {
        InterviewSection.sections(of: try Tour.checklist(), minutes: 15)
    }

    @Test func `the opening names the sections and their time, and says which are not from the notes`() throws {
        #expect(
            presenter.opening(try sections(), topic: "long tour") == """
                Mock interview: long tour, 15 minutes

                  1   5 min    Planning
                  2  10 min *  Packing #1

                * not from the notes: a share of the time that is left

                """)
        let crowded = presenter.opening(try sections(), topic: nil, leftOut: 2)
        #expect(crowded.hasSuffix("2 more groups had no room; --minutes gives them some\n"))
        #expect(!presenter.opening(Array(try sections().prefix(1)), topic: nil).contains("*"))
    }

    @Test func `a section is headed by its number, title and time`() throws {
        #expect(presenter.heading(of: 1, in: try sections()) == "\n2/2  Packing #1  10 min\n")
        #expect(presenter.heading(of: 7, in: try sections()) == "")
    }

    @Test(arguments: [
        (0, "0:00 of 5:00"), (65, "1:05 of 5:00"), (300, "5:00 of 5:00"), (301, "5:01 of 5:00, over by 0:01"),
        (3723, "1:02:03 of 5:00, over by 57:03"),
    ])
    func `the clock says when the time is over`(seconds: Int, shown: String) {
        #expect(presenter.clock(seconds, of: 300) == shown)
    }

    @Test func `the items of a section are numbered and name their sources`() throws {
        let text = presenter.items(of: try sections()[0])
        #expect(
            text == """
                  1  Where can water be filled up?
                     tour/route.md:4, packing.md:12
                     - at every churchyard
                       - not in winter
                     - in <cafés> & bars
                  2  Fix the stages (8-9 min)  tour/route.md:4
                  3    no more than 70 km a day  tour/route.md:6

                """)
    }

    @Test func `what items stand under has no number`() throws {
        let items = try (0..<10).map { index in
            try Tour.item("item\(index)", "thing \(index)", [Tour.packing], context: ["Left bag"])
        }
        let section = InterviewSection(title: "Packing", budget: 60, isBudgetFromNotes: true, items: items)
        let lines = presenter.items(of: section).split(separator: "\n")
        #expect(lines.prefix(2) == ["      Left bag", "   1    thing 0  packing.md:12"])
        #expect(lines.last == "  10    thing 9  packing.md:12")
    }

    @Test func `the summary sets time against budget and lists what was missed with its sources`() throws {
        var session = InterviewSession(try sections())
        session.begin(at: 0)
        session.reveal(at: 372)
        session.mark(missed: [2], at: 400)
        session.stop(at: 410)
        let summary = InterviewSummary(session)
        #expect(
            presenter.summary(summary) == """

                Summary
                  Planning     6:12 of 5:00  2 of 3 said  over by 1:12
                  Packing #1  0:10 of 10:00  not marked
                  all         6:22 of 15:00  2 of 3 said

                Missed
                  - Fix the stages › no more than 70 km a day
                    tour/route.md:6

                """)
        #expect(presenter.remark(on: summary) == "2 of 3 items said; kb review asks the one missed")
    }

    @Test func `what was never begun is not reached`() throws {
        var session = InterviewSession(try sections())
        session.stop(at: 0)
        let text = presenter.summary(InterviewSummary(session))
        #expect(text.contains("Planning               -  not reached"))
        #expect(presenter.remark(on: InterviewSummary(session)) == "nothing was marked")
    }
}
