import KBModel
import Testing

@testable import KBStudy

@Suite struct StudyStatisticsTests {
    /// `2026-05-01T09:00:00Z` and so many days after.
    private func time(_ day: Int, hour: Int = 9) -> Instant {
        Instant(seconds: 1_777_626_000).adding(days: day).adding(seconds: (hour - 9) * 3600)
    }

    private func id(_ name: String) -> StudyID? { StudyID(name) }

    /// Figures of cards called by a word, each with `day grade` for its reviews, seen on `today`.
    private func statistics(
        _ reviews: [String: [(day: Int, grade: Grade)]], today: Int, retention: Double = 0.9, east: Int = 0,
        suspended: Set<String> = [], gone: Set<String> = []
    ) -> StudyStatistics {
        var events: [StudyEvent] = []
        func add(_ action: StudyEvent.Action, at time: Instant) {
            guard let event = EventID(number: events.count + 1, origin: "test") else { return }
            events.append(StudyEvent(action, at: time, id: event))
        }
        for (name, list) in reviews.sorted(by: { $0.key < $1.key }) {
            guard let id = id(name) else { continue }
            for review in list { add(.review(id, review.grade, seconds: 10), at: time(review.day)) }
            if suspended.contains(name) { add(.suspend(id), at: time(today)) }
        }
        let scheduler = Scheduler(retention: retention)
        let state = StudyState(events, scheduler: scheduler)
        let cards = reviews.keys.sorted().filter { !gone.contains($0) }.compactMap { name -> StudyCard? in
            let card = Card(.definition, front: name, back: "text", source: Source(path: "n.md", line: 1))
            return id(name).map { StudyCard(id: $0, card: card, state: state.cards[$0]) }
        }
        let left = state.cards.filter { gone.contains($0.key.text) }
        return StudyStatistics(cards: cards, gone: left, scheduler: scheduler, at: time(today)) {
            $0.adding(seconds: east * 3600).day
        }
    }

    @Test func `cards are counted by where they stand`() {
        let figures = statistics(
            [
                "new": [], "learning": [(0, .good)], "young": [(0, .easy)], "suspended": [(0, .easy)],
                "mature": [(0, .easy), (8, .easy), (60, .easy)], "relearning": [(0, .easy), (8, .again)],
            ], today: 60, suspended: ["suspended"])
        #expect(figures.cards == StudyStatistics.Cards(new: 1, learning: 2, young: 1, mature: 1, suspended: 1))
        #expect(figures.cards.total == 6)
    }

    @Test func `retention counts learnt cards only, young apart from mature ones`() {
        let figures = statistics(
            [
                "steps": [(58, .again), (58, .good), (58, .good)], "young": [(50, .easy), (58, .again)],
                "mature": [(0, .easy), (8, .easy), (58, .good)],
            ], today: 60)
        let week = figures.retention.first
        #expect(week?.days == 7)
        #expect(week?.young == StudyStatistics.Share(passed: 0, reviews: 1))
        #expect(week?.mature == StudyStatistics.Share(passed: 1, reviews: 1))
        #expect(week?.all.value == 0.5)
        #expect(figures.retention.last?.all == StudyStatistics.Share(passed: 2, reviews: 3))
    }

    @Test func `a window of seven days holds today and the six before`() {
        let figures = statistics(["a": [(0, .easy), (8, .good)], "b": [(0, .easy), (9, .good)]], today: 15)
        #expect(figures.retention.first?.all.reviews == 1)
    }

    @Test func `what the schedule expected is the mean of its probabilities`() {
        // An easy first answer is stable for 8.2956 days, so that after 8 days recall stands a little above .9.
        let figures = statistics(["a": [(0, .easy), (8, .good)]], today: 8)
        #expect(figures.retention.first?.expected.map { (0.9...0.91).contains($0) } == true)
        #expect(statistics(["a": []], today: 8).retention.first?.expected == nil)
    }

    @Test func `a miss in a mock interview is no review`() {
        guard let id = id("a"), let one = EventID(number: 1, origin: "test"),
            let two = EventID(number: 2, origin: "test")
        else { return }
        let events = [
            StudyEvent(.review(id, .easy, seconds: nil), at: time(0), id: one),
            StudyEvent(.miss(id), at: time(8), id: two),
        ]
        let scheduler = Scheduler()
        let state = StudyState(events, scheduler: scheduler)
        let card = Card(.definition, front: "a", back: "text", source: Source(path: "n.md", line: 1))
        let figures = StudyStatistics(
            cards: [StudyCard(id: id, card: card, state: state.cards[id])], scheduler: scheduler, at: time(8)
        ) { $0.day }
        #expect(figures.reviews == 1)
        #expect(figures.retention.first?.all.reviews == 0)
        #expect(figures.hardest.map(\.lapses) == [1])
    }

    @Test func `the forecast puts what is overdue on today`() {
        let figures = statistics(
            ["late": [(0, .easy)], "soon": [(18, .easy)], "far": [(0, .easy), (8, .easy)]], today: 20)
        #expect(figures.forecast.count == 30)
        #expect(figures.forecast.first == 1)
        #expect(figures.forecast[6] == 1)
        #expect(figures.forecast.reduce(0, +) == 2)
    }

    @Test func `a streak ends today or yesterday`() {
        let days: [(day: Int, grade: Grade)] = [(1, .good), (2, .good), (3, .good), (6, .good), (7, .good)]
        #expect(statistics(["a": days], today: 7).streak == 2)
        #expect(statistics(["a": days], today: 8).streak == 2)
        #expect(statistics(["a": days], today: 9).streak == 0)
        #expect(statistics(["a": days], today: 9).longestStreak == 3)
        #expect(statistics(["a": []], today: 9).streak == 0)
    }

    @Test func `days are those of the reader`() {
        let days: [(day: Int, grade: Grade)] = [(0, .good)]
        #expect(statistics(["a": days], today: 0).history.map(\.day.description) == ["2026-05-01"])
        #expect(statistics(["a": days], today: 0, east: 15).history.map(\.day.description) == ["2026-05-02"])
        #expect(statistics(["a": days], today: 0, east: -10).history.map(\.day.description) == ["2026-04-30"])
    }

    @Test func `time and grades are summed over days`() {
        let figures = statistics(["a": [(0, .again), (0, .good), (3, .good)], "b": [(3, .again)]], today: 3)
        #expect(figures.last(1) == StudyStatistics.DayOfReviews(day: figures.today, reviews: 2, again: 1, seconds: 20))
        #expect(figures.last(7).reviews == 4)
        #expect(figures.lastDays.suffix(4).map(\.reviews) == [2, 0, 0, 2])
    }

    @Test func `the hardest cards were forgotten most often`() {
        let figures = statistics(
            [
                "a": [(0, .easy), (8, .again)], "b": [(0, .easy), (8, .again), (8, .good), (20, .again)],
                "c": [(0, .again), (0, .again)],
            ], today: 30)
        #expect(figures.hardest.map(\.id.text) == ["b", "a"])
        #expect(figures.hardest.map(\.lapses) == [2, 1])
    }

    @Test func `reviews of cards that are gone count, the cards do not`() {
        let figures = statistics(["a": [(0, .good)], "b": [(0, .easy), (8, .good)]], today: 8, gone: ["b"])
        #expect(figures.reviews == 3)
        #expect(figures.cards.total == 1)
        #expect(figures.retention.first?.all.reviews == 1)
    }

    @Test func `nothing done is nothing counted`() {
        let figures = statistics([:], today: 0)
        #expect(figures.isEmpty)
        #expect(figures.reviews == 0 && figures.forecast.allSatisfy { $0 == 0 } && figures.hardest.isEmpty)
    }
}
