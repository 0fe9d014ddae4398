import KBModel
import Testing

@testable import KBStudy

@Suite struct ReviewSessionTests {
    private let start = Instant(seconds: 1_767_225_605)

    /// A card on a line of its own unless `line` says otherwise.
    private func card(
        _ name: String, line: Int? = nil, due: Int? = nil, step: Int? = nil, isMoved: Bool = false,
        isChanged: Bool = false
    ) throws -> StudyCard {
        let line = line ?? Int(name.utf8.reduce(0) { $0 * 256 + Int($1) })
        let source = Source(path: "a.md", line: line)
        let made = Card(.definition, front: name, back: "what \(name) is", source: source)
        var state: CardState?
        if let due {
            var card = CardState()
            card.schedule = Schedule(
                phase: step.map { .learning(step: $0) } ?? .review, memory: Memory(stability: 3, difficulty: 5),
                lastReview: start.adding(days: -3), due: start.adding(seconds: due))
            state = card
        }
        return StudyCard(
            id: try #require(StudyID(name)), card: made, state: state, isChanged: isChanged, isMoved: isMoved)
    }

    private func session(
        _ cards: [StudyCard], new: Int = 9, limit: Int? = nil, ahead: Int = 0
    ) -> ReviewSession {
        ReviewSession(
            cards, scheduler: Scheduler(), options: ReviewOptions(newCards: new, limit: limit, daysAhead: ahead))
    }

    /// The cards in the order in which they are asked, each graded at once; at most so many.
    private func order(_ session: ReviewSession, grade: Grade = .easy, most: Int = 20) -> [String] {
        var session = session
        var order: [String] = []
        while order.count < most, let card = session.advance(at: start) {
            order.append(card.id.text)
            _ = session.grade(grade, at: start)
        }
        return order
    }

    private func id(_ number: Int) throws -> EventID { try #require(EventID(number: number, origin: "8f3a")) }

    @Test func `short steps come first, then what is most overdue, then new cards in their order`() throws {
        let cards = try [
            card("n2"), card("n1"), card("late", due: -90), card("latest", due: -900), card("step", due: -5, step: 0),
            card("tomorrow", due: 86_400),
        ]
        #expect(order(session(cards)) == ["step", "latest", "late", "n2", "n1"])
    }

    @Test func `suspended cards do not come up`() throws {
        var card = try card("a", due: -5)
        card.state?.isSuspended = true
        #expect(order(session([card])).isEmpty)
        #expect(session([card]).isEmpty)
    }

    @Test func `no more new cards come up than wanted`() throws {
        let cards = try [card("a"), card("b"), card("c")]
        #expect(order(session(cards, new: 2)) == ["a", "b"])
        #expect(order(session(cards, new: 0)).isEmpty)
        #expect(session(cards, new: 2).counts(at: start) == ReviewCounts(new: 2))
    }

    @Test func `no more cards come up than the limit, but those begun are learnt to the end`() throws {
        let cards = try [card("a"), card("b"), card("c", due: -1), card("d", due: -2)]
        #expect(order(session(cards, limit: 3)) == ["d", "c", "a"])
        #expect(session(cards, limit: 3).counts(at: start) == ReviewCounts(due: 2, new: 1))
        let repeated = order(session(cards, limit: 1), grade: .again, most: 3)
        #expect(repeated == ["d", "d", "d"])
    }

    @Test func `a forgotten card comes back in the same sitting, ahead of time when nothing else is left`() throws {
        var session = session([try card("a", due: -5), try card("b", due: -4)])
        session.advance(at: start)
        _ = session.grade(.again, at: start)
        #expect(session.advance(at: start)?.id.text == "b")
        // Ten minutes are not over.
        _ = session.grade(.good, at: start)
        #expect(session.counts(at: start) == ReviewCounts(learning: 1))
        #expect(session.advance(at: start)?.id.text == "a")
        _ = session.grade(.good, at: start.adding(seconds: 9))
        #expect(session.advance(at: start.adding(seconds: 9)) == nil)
        #expect(session.tally.grades == [1, 0, 2, 0])
        #expect(session.tally.cards == 2)
    }

    @Test func `a step whose time has come goes before what is due`() throws {
        var session = session([try card("a", due: -5), try card("b", due: -4), try card("c", due: -3)])
        session.advance(at: start)
        _ = session.grade(.again, at: start)
        #expect(session.advance(at: start)?.id.text == "b")
        _ = session.grade(.good, at: start)
        #expect(session.advance(at: start.adding(seconds: 601))?.id.text == "a")
    }

    @Test func `cards of one line do not follow each other while there is something else`() throws {
        let cards = try [
            card("a", line: 1, due: -9), card("b", line: 1, due: -8), card("c", line: 2, due: -7),
            card("d", line: 3), card("e", line: 3), card("f", line: 4),
        ]
        #expect(order(session(cards)) == ["a", "c", "b", "d", "f", "e"])
        #expect(order(session(Array(cards.prefix(2)))) == ["a", "b"])
    }

    @Test func `days ahead bring cards early, each once`() throws {
        let cards = try [card("a", due: 86_400), card("b", due: 3 * 86_400)]
        #expect(order(session(cards, ahead: 1), grade: .hard) == ["a"])
        #expect(order(session(cards)).isEmpty)
        #expect(session(cards).nextDue(after: start) == start.adding(days: 1))
    }

    @Test func `a grade says what the log has to be told, an anchor first where the card stands elsewhere`() throws {
        let card = try card("a", due: -5, isMoved: true, isChanged: true)
        var session = session([card])
        session.advance(at: start)
        #expect(
            session.grade(.hard, at: start, seconds: 4) == [
                .anchor(card.id, card.card.anchor, isChanged: true), .acknowledge(card.id),
                .review(card.id, .hard, seconds: 4),
            ])
    }

    @Test func `without a card there is nothing to grade, suspend or take back`() throws {
        var session = session([])
        #expect(session.advance(at: start) == nil)
        #expect(session.grade(.good, at: start).isEmpty)
        #expect(session.suspend().isEmpty)
        #expect(session.acknowledge().isEmpty)
        #expect(session.undo() == nil)
        #expect(session.outcomes(at: start).isEmpty)
        session.skip()
        session.replace(with: nil)
        #expect(session.tally.cards == 0)
    }

    @Test func `outcomes are those the scheduler gives`() throws {
        var session = session([try card("a")])
        session.advance(at: start)
        let waits = session.outcomes(at: start).map { $0.due.seconds(since: start) }
        #expect(waits == [60, 330, 600, 8 * 86_400])
    }

    @Test func `several grades are taken back one by one, and the anchor stays`() throws {
        var session = session([try card("a", due: -5, isMoved: true), try card("b"), try card("c")], new: 1)
        var before: [ReviewCounts] = []
        for number in 1...2 {
            session.advance(at: start)
            before.append(session.counts(at: start))
            let actions = session.grade(.easy, at: start)
            session.recorded(
                try actions.enumerated().map { StudyEvent($1, at: start, id: try id(number * 10 + $0)) })
        }
        #expect(session.advance(at: start) == nil)
        #expect(session.undo() == [.undo(try id(20))])
        #expect(session.current?.id.text == "b")
        #expect(session.counts(at: start) == before[1])
        #expect(session.undo() == [.undo(try id(11))])
        #expect(session.current?.id.text == "a")
        #expect(session.current?.isMoved == false)
        #expect(session.counts(at: start) == before[0])
        #expect(session.undo() == nil)
        #expect(session.tally.cards == 0)
    }

    @Test func `a change that was looked at while grading is marked again when that is taken back`() throws {
        var session = session([try card("a", due: -5, isChanged: true)])
        session.advance(at: start)
        let actions = session.grade(.good, at: start)
        session.recorded(try actions.enumerated().map { StudyEvent($1, at: start, id: try id($0 + 1)) })
        #expect(session.undo() == [.undo(try id(1)), .undo(try id(2))])
        #expect(session.current?.isChanged == true)
    }

    @Test func `what is skipped or suspended comes back when that is taken back`() throws {
        var session = session([try card("a", due: -5), try card("b", due: -4)])
        session.advance(at: start)
        session.skip()
        session.advance(at: start)
        let suspended = try #require(session.current)
        #expect(session.suspend() == [.suspend(suspended.id)])
        session.recorded([StudyEvent(.suspend(suspended.id), at: start, id: try id(1))])
        #expect(session.advance(at: start) == nil)
        #expect(session.undo() == [.undo(try id(1))])
        #expect(session.undo() == [])
        #expect(session.current?.id.text == "a")
        #expect(session.counts(at: start) == ReviewCounts(due: 2))
    }

    @Test func `a card that was edited is asked as it is now, and one that is gone no more`() throws {
        var session = session([try card("a", due: -5), try card("b", due: -4)])
        session.advance(at: start)
        var edited = try card("a", due: -5, isMoved: true)
        edited.card.back = "another answer"
        session.replace(with: edited)
        #expect(session.current?.card.back == "another answer")
        #expect(session.anchor() == [.anchor(edited.id, edited.card.anchor, isChanged: false)])
        #expect(session.anchor().isEmpty)
        session.replace(with: nil)
        #expect(session.advance(at: start)?.id.text == "b")
    }

    @Test func `cards seen for the first time since a moment are counted, missed ones not`() throws {
        let ids = try ["a", "b", "c"].map { try #require(StudyID($0)) }
        let events = try [
            StudyEvent(.review(ids[0], .good, seconds: nil), at: start.adding(days: -1), id: id(1)),
            StudyEvent(.review(ids[0], .good, seconds: nil), at: start, id: id(2)),
            StudyEvent(.review(ids[1], .good, seconds: nil), at: start, id: id(3)),
            StudyEvent(.miss(ids[2]), at: start, id: id(4)),
        ]
        #expect(StudyState(events).introduced(since: start) == 1)
    }

    @Test func `what waits is counted by day`() throws {
        var suspended = try card("s", due: -5)
        suspended.state?.isSuspended = true
        let cards = try [
            card("a", due: -60), card("b", due: -90), card("c", due: 300, step: 0), card("d", due: 3600),
            card("e", due: 90_000), card("f"), card("g"), suspended,
        ]
        let calendar = [1, 2, 3].map { (day: start.day.adding(days: $0 - 1), end: start.adding(days: $0)) }
        let report = DueReport(cards, newCards: 1, at: start, calendar: calendar)
        #expect(report.now == ReviewCounts(due: 2, learning: 1, new: 1))
        #expect(report.unseen == 2 && report.suspended == 1)
        #expect(report.days.map(\.cards) == [1, 1, 0])
        #expect(report.cards.map(\.id.text) == ["b", "a", "c"])
    }

    @Test func `the log alone counts what was reviewed`() throws {
        let known = try #require(StudyID("a"))
        let state = StudyState([StudyEvent(.review(known, .again, seconds: nil), at: start, id: try id(1))])
        let report = DueReport(state, at: start.adding(seconds: 60), calendar: [])
        #expect(report.now == ReviewCounts(learning: 1))
        #expect(report.unseen == nil && report.cards.map(\.card) == [nil])
    }
}
