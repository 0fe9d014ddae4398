public import KBModel

/// FSRS-6: says when a card comes up again, from how well it was remembered.
///
/// Does what py-fsrs 6.3.2 does, step by step: new and forgotten cards pass through short steps of minutes, all others
/// come up after whole days. A pure function of its settings, a card's place, a grade and a moment.
///
/// - SeeAlso: `Scheduler.review_card` in `fsrs/scheduler.py` of <https://github.com/open-spaced-repetition/py-fsrs>.
public struct Scheduler: Hashable, Sendable {
    /// The formulas.
    public let model: MemoryModel
    /// The probability of recall at which a card comes up, ``retentions``; higher means more reviews.
    public let retention: Double
    /// Seconds to wait after each learning step; empty for none.
    public let learningSteps: [Int]
    /// Seconds to wait after each relearning step; empty for none.
    public let relearningSteps: [Int]
    /// The most days between two reviews.
    public let longestInterval: Int

    /// What ``retention`` may be; Anki offers the same range.
    public static let retentions = Settings.retentions

    /// A scheduler; the defaults are py-fsrs's. What lies outside its range is moved to the nearest end.
    public init(
        weights: Weights = .standard, retention: Double = 0.9, learningSteps: [Int] = [60, 600],
        relearningSteps: [Int] = [600], longestInterval: Int = 36_500
    ) {
        model = MemoryModel(weights: weights)
        let range = Scheduler.retentions
        self.retention = min(max(retention, range.lowerBound), range.upperBound)
        // A step of a day or more would no longer be a step.
        self.learningSteps = learningSteps.map { min(max(0, $0), Instant.secondsPerDay) }
        self.relearningSteps = relearningSteps.map { min(max(0, $0), Instant.secondsPerDay) }
        self.longestInterval = min(max(1, longestInterval), 36_500)
    }

    /// Where a card stands after a review at `now`.
    ///
    /// - Parameter fuzz: Spreads cards learnt together over some days: from 0 to below 1, where between the ends of the
    ///   spread the interval lies; nil for the interval itself. See ``Fuzz``.
    public func review(_ schedule: Schedule, _ grade: Grade, at now: Instant, fuzz: Double? = nil) -> Schedule {
        let memory = memory(after: grade, at: now, of: schedule)
        let (phase, wait) = wait(after: grade, in: schedule.phase)
        var due = now
        switch wait {
        case .step(let seconds): due = now.adding(seconds: seconds)
        case .days:
            var days = model.interval(of: memory.stability, retention: retention, atMost: longestInterval)
            if let fuzz { days = Fuzz.spread(days, by: fuzz, atMost: longestInterval) }
            due = now.adding(days: days)
        }
        return Schedule(phase: phase, memory: memory, lastReview: now, due: due)
    }

    /// The probability that a card is recalled at `now`; 0 when it was never reviewed.
    public func retrievability(of schedule: Schedule, at now: Instant) -> Double {
        guard let memory = schedule.memory, let last = schedule.lastReview else { return 0 }
        return model.retrievability(of: memory, after: now.days(since: last))
    }

    private func memory(after grade: Grade, at now: Instant, of schedule: Schedule) -> Memory {
        guard let memory = schedule.memory, let last = schedule.lastReview else { return model.initial(grade) }
        return model.next(memory, grade, after: now.days(since: last))
    }

    private enum Wait {
        case step(seconds: Int)
        case days
    }

    private func wait(after grade: Grade, in phase: Schedule.Phase) -> (Schedule.Phase, Wait) {
        switch phase {
        case .learning(let step):
            return Scheduler.wait(after: grade, at: step, of: learningSteps) { .learning(step: $0) }
        case .relearning(let step):
            return Scheduler.wait(after: grade, at: step, of: relearningSteps) { .relearning(step: $0) }
        case .review:
            if grade == .again, let first = relearningSteps.first {
                return (.relearning(step: 0), .step(seconds: first))
            }
            return (.review, .days)
        }
    }

    /// The way through short steps: again starts over, hard stays, good goes on, easy leaves.
    private static func wait(
        after grade: Grade, at step: Int, of steps: [Int], _ phase: (Int) -> Schedule.Phase
    ) -> (Schedule.Phase, Wait) {
        // A step beyond the last is left over from settings that had more of them.
        guard let first = steps.first, grade == .again || steps.indices.contains(step) else { return (.review, .days) }
        switch grade {
        case .again: return (phase(0), .step(seconds: first))
        case .hard:
            // Half-way to the next step, since a first "hard" should wait longer than "again".
            let seconds =
                step > 0 ? steps[step] : steps.count > 1 ? (first + steps[1]) / 2 : first + first / 2
            return (phase(step), .step(seconds: seconds))
        case .good:
            guard step + 1 < steps.count else { return (.review, .days) }
            return (phase(step + 1), .step(seconds: steps[step + 1]))
        case .easy: return (.review, .days)
        }
    }
}
