import KBModel
import Testing

@testable import KBStudy

@Suite struct InterviewTests {
    private static func group(_ title: String, _ minutes: Minutes? = nil, items: Int) throws -> Checklist.Group {
        Checklist.Group(
            title: title, minutes: minutes,
            items: try (0..<items).map { number in
                let id = try #require(StudyID("\(title.lowercased())\(number)"))
                return Checklist.Item(id: id, text: "Say \(id)", sources: [Source(path: "a.md", line: 3)])
            })
    }

    private static func sections(_ groups: [Checklist.Group], minutes: Int = 45) -> [InterviewSection] {
        InterviewSection.sections(of: Checklist(topic: "tour", groups: groups), minutes: minutes)
    }

    /// Two sections of two items each: five minutes by the notes, and the five that are left of ten.
    private static func session() throws -> InterviewSession {
        InterviewSession(
            sections([try group("Route", Minutes(4, 5), items: 2), try group("Packing", items: 2)], minutes: 10))
    }

    // MARK: - Time

    @Test func `a section gets the most time the notes give it`() throws {
        let sections = Self.sections([try Self.group("Route", Minutes(8, 9), items: 1)])
        #expect(sections.map(\.budget) == [540])
        #expect(sections.allSatisfy { $0.isBudgetFromNotes })
    }

    @Test func `sections without a time share what is left by their items, in whole minutes`() throws {
        let groups = [
            try Self.group("Route", Minutes(15, 15), items: 9), try Self.group("Packing", items: 1),
            try Self.group("Food", items: 3), try Self.group("Repairs", items: 3),
        ]
        let sections = Self.sections(groups, minutes: 45)
        #expect(sections.map { $0.budget / 60 } == [15, 4, 13, 13])
        #expect(sections.map(\.isBudgetFromNotes) == [true, false, false, false])
    }

    @Test func `every section gets a minute, even when none is left`() throws {
        let groups = [try Self.group("Route", Minutes(50, 50), items: 1), try Self.group("Food", items: 5)]
        #expect(Self.sections(groups).map(\.budget) == [3000, 60])
        #expect(Self.sections([try Self.group("Food", items: 5)], minutes: -3).map(\.budget) == [60])
        #expect(Self.sections([try Self.group("Food", items: 5)], minutes: .max).map(\.budget) == [86_400])
        #expect(Self.sections([try Self.group("Route", Minutes(0, .max), items: 1)]).map(\.budget) == [86_400])
    }

    @Test func `of more groups than there is time for, the timed ones come first, then the largest`() throws {
        let groups = try (0..<9).map { number in
            let minutes = number == 7 ? Minutes(2, 2) : nil
            return try Self.group("G\(number)", minutes, items: [1, 4, 2, 4, 9, 4, 1, 1, 3][number])
        }
        #expect(Self.sections(groups, minutes: 12).map(\.title) == ["G1", "G3", "G4", "G7"])
        #expect(Self.sections(groups, minutes: 1).map(\.title) == ["G7"])
        #expect(Self.sections(groups, minutes: 27).count == 9)
    }

    @Test func `a group without items is no section`() throws {
        #expect(Self.sections([try Self.group("Route", items: 0)]).isEmpty)
    }

    // MARK: - The course

    @Test func `each section is answered, then marked, and the next begins`() throws {
        var session = try Self.session()
        #expect(session.phase == .opening)
        session.begin(at: 100)
        #expect(session.phase == .answering(0))
        #expect(session.elapsed(at: 130) == 30)
        session.reveal(at: 160)
        #expect(session.phase == .marking(0))
        #expect(session.elapsed(at: 170) == nil)
        #expect(session.mark(missed: [1], at: 200).map(\.text) == ["Say route1"])
        #expect(session.phase == .answering(1))
        #expect(session.elapsed(at: 230) == 30)
        session.reveal(at: 700)
        session.mark(missed: [], at: 710)
        #expect(session.phase == .finished)
        #expect(session.results.map(\.seconds) == [60, 500])
        #expect(session.results.map(\.missed) == [[1], []])
    }

    @Test func `a step that does not fit the phase changes nothing`() throws {
        var session = try Self.session()
        let opening = session
        session.reveal(at: 1)
        #expect(session.mark(missed: [0], at: 2).isEmpty)
        #expect(session == opening)
        session.begin(at: 3)
        let begun = session
        session.begin(at: 9)
        #expect(session == begun)
    }

    @Test func `marks out of range are passed over`() throws {
        var session = try Self.session()
        session.begin(at: 0)
        session.reveal(at: 1)
        #expect(session.mark(missed: [-1, 0, 2, .max], at: 2).map(\.text) == ["Say route0"])
        #expect(session.results.last?.missed == [0])
    }

    @Test func `stopping keeps what was marked and the time of the answer that was cut off`() throws {
        var session = try Self.session()
        session.begin(at: 0)
        session.reveal(at: 10)
        session.mark(missed: [0, 1], at: 20)
        session.stop(at: 50)
        #expect(session.phase == .finished)
        #expect(session.results == [.init(seconds: 10, missed: [0, 1]), .init(seconds: 30, missed: nil)])
    }

    @Test func `a clock that goes back gives no negative time`() throws {
        var session = try Self.session()
        session.begin(at: 100)
        session.reveal(at: 40)
        #expect(session.results.map(\.seconds) == [0])
    }

    @Test func `an interview about nothing is over at once`() {
        #expect(InterviewSession([]).phase == .finished)
    }

    // MARK: - The summary

    @Test func `the summary sets time against budget and counts what was missed`() throws {
        var session = try Self.session()
        session.begin(at: 0)
        session.reveal(at: 360)
        session.mark(missed: [1], at: 400)
        session.stop(at: 430)
        let summary = InterviewSummary(session)
        #expect(summary.sections.map(\.seconds) == [360, 30])
        #expect(summary.sections.map(\.over) == [60, 0])
        #expect(summary.sections.map(\.covered) == [1, nil])
        #expect((summary.seconds, summary.budget) == (390, 600))
        #expect((summary.covered, summary.marked) == (1, 2))
        #expect(summary.missed.map(\.text) == ["Say route1"])
    }

    @Test func `a section that was not begun counts neither time nor budget`() throws {
        var session = try Self.session()
        session.begin(at: 0)
        session.stop(at: 5)
        let summary = InterviewSummary(session)
        #expect(summary.sections.map(\.seconds) == [5, nil])
        #expect((summary.seconds, summary.budget, summary.marked) == (5, 300, 0))
    }

    // MARK: - Typing numbers

    @Test(
        arguments: [
            ("", []), ("2", [1]), ("1 3-5", [0, 2, 3, 4]), ("1,3", [0, 2]), (" 5 , 1 ", [0, 4]),
            ("all", [0, 1, 2, 3, 4]),
            ("A", [0, 1, 2, 3, 4]), ("none", []), ("2-2 2", [1]),
        ] as [(String, Set<Int>)])
    func `numbers are read as people type them`(typed: String, indices: Set<Int>) throws {
        #expect(try NumberList(typed, count: 5).indices == indices)
    }

    @Test(arguments: [
        ("0", "0"), ("6", "6"), ("1 x", "x"), ("3-1", "3-1"), ("2-", "2-"), ("-3", "-3"), ("1 all", "all"),
        ("4-9", "4-9"), ("99999999999999999999", "99999999999999999999"),
    ])
    func `what is no number of the list is named`(typed: String, part: String) {
        #expect(throws: NumberList.Slip(part: part)) { try NumberList(typed, count: 5) }
    }
}

@Suite struct CardOfItemTests {
    private func card(
        _ id: String, _ kind: Anchor.Kind, line: Int, path: String = "a.md", back: String = "",
        isSuspended: Bool = false
    ) throws -> StudyCard {
        var state = CardState()
        state.isSuspended = isSuspended
        return StudyCard(
            id: try #require(StudyID(id)),
            card: Card(kind, front: "front", back: back, source: Source(path: path, line: line)), state: state)
    }

    /// The id of the card of an item that says `text` on these lines of `a.md`.
    private func found(_ cards: [StudyCard], _ text: String = "check the brakes", lines: Int...) throws -> String? {
        let item = Checklist.Item(
            id: try #require(StudyID("item")), text: text, sources: lines.map { Source(path: "a.md", line: $0) })
        return CardOfItem(cards).card(for: item)?.id.text
    }

    @Test func `a card made of one of the item's lines comes first`() throws {
        let heading = try card("heading", .heading, line: 1, back: "check the brakes\ntyres")
        let cards = [heading, try card("other", .question, line: 4), try card("own", .definition, line: 5)]
        #expect(try found(cards, lines: 5) == "own")
        #expect(try found(cards, lines: 3, 4) == "other")
        #expect(try found(cards, lines: 3) == "heading")
    }

    @Test func `a heading's card counts when it has the item among its bullets`() throws {
        let cards = [
            try card("far", .heading, line: 1, back: "Check the brakes"),
            try card("near", .heading, line: 3, back: "tyres\ncheck the brakes"),
            try card("other", .heading, line: 5, back: "chain"),
            try card("below", .heading, line: 9, back: "check the brakes"),
            try card("note", .heading, line: 6, path: "b.md", back: "check the brakes"),
        ]
        #expect(try found(cards, lines: 7) == "near")
        #expect(try found(cards, "saddle", lines: 7) == nil)
        #expect(try found(cards, "Tyres: four bar", lines: 7) == "near")
    }

    @Test func `a suspended card, and a line that is asked as a card, are passed over`() throws {
        let cards = [
            try card("suspended", .question, line: 4, isSuspended: true), try card("line", .checklist, line: 4),
            try card("heading", .heading, line: 1, back: "check the brakes", isSuspended: true),
        ]
        #expect(try found(cards, lines: 4) == nil)
        #expect(try found(cards + [try card("second", .cloze, line: 4)], lines: 4) == "second")
    }
}
