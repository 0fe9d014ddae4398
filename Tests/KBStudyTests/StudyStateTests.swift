import KBModel
import Testing

@testable import KBStudy

@Suite struct StudyStateTests {
    private let card: StudyID
    private let start = Instant(seconds: 1_767_225_600)

    init() throws { card = try #require(StudyID("k3v9")) }

    /// The actions one after the other, a day apart, numbered from 1.
    private func events(_ actions: [StudyEvent.Action]) throws -> [StudyEvent] {
        try actions.enumerated().map { index, action in
            let id = try #require(EventID(number: index + 1, origin: "desk"))
            return StudyEvent(action, at: start.adding(days: index), id: id)
        }
    }

    private func undo(_ number: Int) throws -> StudyEvent.Action {
        .undo(try #require(EventID(number: number, origin: "desk")))
    }

    @Test(arguments: 0..<40) func `the order of the events does not matter`(seed: UInt64) {
        var random = RandomLog(seed: seed)
        let events = random.events(60)
        let state = StudyState(events)
        for _ in 0..<5 { #expect(StudyState(events.shuffled(using: &random.random)) == state) }
    }

    @Test(arguments: 0..<40) func `two machines' logs give one state, whichever comes first`(seed: UInt64) {
        var random = RandomLog(seed: seed)
        let events = random.events(60)
        // Both hold the first twenty.
        let mine = events.enumerated().filter { $0.offset < 20 || $0.element.id.origin == "laptop" }.map(\.element)
        let yours = events.enumerated().filter { $0.offset < 20 || $0.element.id.origin == "desk" }.map(\.element)
        let logs = [mine + yours, yours + mine].map { StudyLog(reading: $0.flatMap(\.line)) }
        #expect(logs.map { StudyState($0.events) } == [StudyState(events), StudyState(events)])
    }

    @Test func `of two different events with one id the same one counts, whichever comes first`() throws {
        let both = try events([.review(card, .good, seconds: nil), .review(card, .good, seconds: nil)])
        var other = both[1]
        other.id = both[0].id
        other.time = both[0].time
        other.action = .review(card, .easy, seconds: nil)
        #expect(StudyState([both[0], other]) == StudyState([other, both[0]]))
        #expect(StudyState([both[0], other]).cards[card]?.reviews.count == 1)
    }

    @Test func `reviews are scheduled one after the other`() throws {
        let state = StudyState(try events([.review(card, .easy, seconds: 4), .review(card, .good, seconds: nil)]))
        let first = Scheduler().review(Schedule(), .easy, at: start)
        let second = Scheduler().review(first, .good, at: start.adding(days: 1))
        #expect(state.cards[card]?.schedule == second)
        #expect(state.cards[card]?.reviews.map(\.seconds) == [4, nil])
    }

    @Test func `a review tells how likely it was to succeed`() throws {
        let state = StudyState(try events([.review(card, .easy, seconds: nil), .review(card, .good, seconds: nil)]))
        let chances = state.cards[card]?.reviews.map(\.retrievability) ?? []
        #expect(chances.first == 0)
        #expect(chances.last.map { $0 > 0.9 && $0 < 1 } ?? false)
    }

    @Test func `forgetting a learnt card is a lapse, failing to learn one is not`() throws {
        let actions: [StudyEvent.Action] = [
            .review(card, .again, seconds: nil), .review(card, .easy, seconds: nil),
            .review(card, .again, seconds: nil),
            .review(card, .again, seconds: nil),
        ]
        #expect(StudyState(try events(actions)).cards[card]?.lapses == 1)
    }

    @Test func `a miss counts as a review graded again`() throws {
        let missed = StudyState(try events([.review(card, .easy, seconds: nil), .miss(card)])).cards[card]
        let again = StudyState(try events([.review(card, .easy, seconds: nil), .review(card, .again, seconds: nil)]))
        #expect(missed?.schedule == again.cards[card]?.schedule)
        #expect(missed?.reviews.map(\.isMiss) == [false, true])
        #expect(missed?.lapses == 1)
    }

    @Test func `an undone event leaves no trace`() throws {
        let review = StudyEvent.Action.review(card, .easy, seconds: nil)
        let kept = try events([review, .tick(card)])
        let undone = try events([review, .tick(card), .review(card, .again, seconds: nil), .untick(card)])
        let undos = try events([review, review, review, review, try undo(3), try undo(4)]).suffix(2)
        #expect(StudyState(undone + undos) == StudyState(kept))
    }

    @Test func `an undo can be undone`() throws {
        let state = StudyState(try events([.tick(card), try undo(1), try undo(2)]))
        #expect(state.ticks[card] != nil)
        #expect(StudyState(try events([.tick(card), try undo(1), try undo(2), try undo(3)])).ticks.isEmpty)
    }

    @Test func `an undo from a machine whose clock is behind still holds`() throws {
        var both = try events([.tick(card), try undo(1)])
        both[1].time = start.adding(days: -1)
        #expect(StudyState(both).ticks.isEmpty)
    }

    @Test func `what was done later in the same second wins`() throws {
        let actions: [StudyEvent.Action] = [.tick(card), .untick(card), .tick(card), .untick(card)]
        let events = try events(actions).map { StudyEvent($0.action, at: start, id: $0.id) }
        #expect(StudyState(events.reversed()).ticks.isEmpty)
        #expect(StudyState(events.dropLast().reversed()).ticks.count == 1)
    }

    @Test func `a suspended card is not due until it may come up again`() throws {
        let late = start.adding(days: 100)
        let review = StudyEvent.Action.review(card, .good, seconds: nil)
        #expect(StudyState(try events([review])).due(at: late) == [card])
        #expect(StudyState(try events([review, .suspend(card)])).due(at: late).isEmpty)
        #expect(StudyState(try events([review, .suspend(card), .unsuspend(card)])).due(at: late) == [card])
        #expect(StudyState(try events([.suspend(card)])).due(at: late).isEmpty)
    }

    @Test func `the most overdue card comes first`() throws {
        let others = try ["m1", "a2"].map { try #require(StudyID($0)) }
        let events = try events([
            .review(others[0], .good, seconds: nil), .review(card, .good, seconds: nil),
            .review(others[1], .good, seconds: nil),
        ])
        #expect(StudyState(events).due(at: start.adding(days: 9)) == [others[0], card, others[1]])
        #expect(StudyState(events).due(at: start.adding(days: 1).adding(seconds: 600)) == [others[0], card])
    }

    @Test func `a card whose meaning changed stays marked until someone looked at it`() throws {
        let anchor = Anchor(.question, path: "a.md", text: "Why?", answer: "So")
        let actions: [StudyEvent.Action] = [
            .anchor(card, anchor, isChanged: true), .anchor(card, anchor, isChanged: false), .acknowledge(card),
        ]
        #expect(StudyState(try events(Array(actions.prefix(2)))).changed == [card])
        #expect(StudyState(try events(actions)).changed.isEmpty)
        let former = Anchor(.question, path: "a.md", text: "Why?", answer: "Because")
        let seenBefore = [.anchor(card, former, isChanged: false)] + actions
        #expect(StudyState(try events(Array(seenBefore.prefix(3)))).former == [card: former])
        #expect(StudyState(try events(seenBefore)).former.isEmpty)
        #expect(StudyState(try events(actions)).anchors == [card: anchor])
    }

    @Test func `other settings hold for past reviews too`() throws {
        let events = try events([.review(card, .easy, seconds: nil), .review(card, .good, seconds: nil)])
        let due = [0.8, 0.95].map {
            StudyState(events, scheduler: Scheduler(retention: $0)).cards[card]?.schedule.due ?? start
        }
        #expect(due[0] > due[1])
    }
}
