import KBModel
import Testing

@testable import KBStudy

@Suite struct SchedulerTests {
    private let start = Instant(seconds: 1_767_225_600)

    @Test(
        arguments: [(.again, 60), (.hard, 330), (.good, 600), (.easy, 8 * Instant.secondsPerDay)]
            as [(Grade, Int)])
    func `a new card waits for a step of minutes unless it is easy`(grade: Grade, seconds: Int) {
        #expect(Scheduler().review(Schedule(), grade, at: start).due == start.adding(seconds: seconds))
    }

    @Test func `a card that passes its steps comes up after days`() {
        let scheduler = Scheduler()
        let first = scheduler.review(Schedule(), .good, at: start)
        let second = scheduler.review(first, .good, at: start.adding(seconds: 600))
        #expect(first.phase == .learning(step: 1))
        #expect(second.phase == .review)
        #expect(second.due == start.adding(seconds: 600).adding(days: 2))
    }

    @Test func `a forgotten card is learnt again after ten minutes`() {
        let scheduler = Scheduler()
        let learnt = scheduler.review(Schedule(), .easy, at: start)
        let forgotten = scheduler.review(learnt, .again, at: start.adding(days: 8))
        #expect(forgotten.phase == .relearning(step: 0))
        #expect(forgotten.due == start.adding(days: 8).adding(seconds: 600))
    }

    @Test func `after as many days as its stability a memory is recalled nine times out of ten`() {
        let model = MemoryModel()
        let memory = Memory(stability: 30, difficulty: 5)
        #expect(abs(model.retrievability(of: memory, after: 30) - 0.9) < 1e-12)
        #expect(model.interval(of: 30, retention: 0.9, atMost: 36_500) == 30)
    }

    @Test func `more retention asked for means an earlier review`() {
        let days = [0.7, 0.8, 0.9, 0.95, 0.99].map { MemoryModel().interval(of: 100, retention: $0, atMost: 36_500) }
        #expect(days == days.sorted(by: >))
        #expect(Set(days).count == days.count)
    }

    @Test func `a better grade never brings a card back earlier`() {
        for days in [1, 5, 20, 90] {
            let learnt = Scheduler().review(Schedule(), .easy, at: start)
            let dues = Grade.allCases.compactMap {
                Scheduler().review(learnt, $0, at: start.adding(days: days)).due
            }
            #expect(dues.count == 4)
            #expect(dues == dues.sorted())
        }
    }

    @Test func `a review before the last one counts as one of the same day`() {
        let learnt = Scheduler().review(Schedule(), .easy, at: start)
        let before = Scheduler().review(learnt, .good, at: start.adding(days: -3))
        let same = Scheduler().review(learnt, .good, at: start)
        #expect(before.memory == same.memory)
    }

    @Test(arguments: [0.0, 0.5, 1, .infinity, .nan, -1])
    func `settings and memories that make no sense still give an interval`(value: Double) {
        let scheduler = Scheduler(retention: value, learningSteps: [], longestInterval: -5)
        let odd = Schedule(
            phase: .review, memory: Memory(stability: value, difficulty: value), lastReview: start, due: start)
        for grade in Grade.allCases {
            let next = Scheduler().review(odd, grade, at: start.adding(days: 4))
            #expect(next.due.map { $0 > start } ?? false)
            #expect(scheduler.review(Schedule(), grade, at: start).due == start.adding(days: 1))
        }
    }

    @Test func `no review comes later than the longest interval`() {
        let scheduler = Scheduler(longestInterval: 90)
        var schedule = Schedule()
        var now = start
        for _ in 0..<20 {
            schedule = scheduler.review(schedule, .easy, at: now, fuzz: 0.999)
            guard let due = schedule.due else { continue }
            #expect(due.days(since: now) <= 90)
            now = due
        }
    }

    @Test func `weights out of bounds are refused`() {
        #expect(Weights(Weights.standard.values) == .standard)
        #expect(Weights(Weights.standard.values.dropLast()) == nil)
        #expect(Weights([-1] + Weights.standard.values.dropFirst()) == nil)
        #expect(Weights([.nan] + Weights.standard.values.dropFirst()) == nil)
    }

    @Test func `fuzz follows from the card and the moment`() throws {
        let (a, b) = (try #require(StudyID("a")), try #require(StudyID("b")))
        #expect(Fuzz.fraction(of: a, at: start) == Fuzz.fraction(of: a, at: start))
        #expect(Fuzz.fraction(of: a, at: start) != Fuzz.fraction(of: b, at: start))
        #expect(Fuzz.fraction(of: a, at: start) != Fuzz.fraction(of: a, at: start.adding(seconds: 1)))
    }

    @Test func `fuzz spreads cards learnt together evenly and never below two days`() {
        var counts: [Int: Int] = [:]
        for step in 0..<1000 { counts[Fuzz.spread(30, by: Double(step) / 1000, atMost: 36_500), default: 0] += 1 }
        #expect(counts.keys.min() == 27)
        #expect(counts.keys.max() == 34)
        #expect(Fuzz.spread(2, by: 0.99, atMost: 36_500) == 2)
        #expect(Fuzz.spread(3, by: 0, atMost: 36_500) == 2)
    }
}
