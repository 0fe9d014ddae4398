public import struct KBModel.Instant

/// One sitting: shows cards one by one, takes grades, and says what the log has to be told.
///
/// Short steps whose time has come are first, then what is due, most overdue first, then new cards in the order given. When
/// nothing else is left, short steps come up ahead of time. Two cards of one line do not follow each other as long as
/// there is something else. Nothing is written and no clock is read: each call is told the time.
public struct ReviewSession: Sendable {
    /// How early a short step may come up when nothing else is left, in seconds.
    ///
    /// - SeeAlso: "Learn ahead limit" of <https://docs.ankiweb.net/preferences.html>, of which this is the default.
    static let stepsAhead = 20 * 60

    /// What was done to a card, with all that has to come back when it is undone.
    struct Step {
        var place: Int
        var card: StudyCard
        var schedule: Schedule
        var newLeft: Int
        var wasStarted: Bool
        /// The grade; nil when it was skipped or suspended.
        var grade: Grade?
        /// What was written about it, the anchor aside: where a card stands is true whatever is undone.
        var events: [EventID] = []
    }

    /// The cards that may come up, new ones in the order in which they do.
    var cards: [StudyCard]
    /// Where each stands.
    var schedules: [Schedule]
    let scheduler: Scheduler
    private let options: ReviewOptions
    /// Those skipped, suspended or gone.
    var out: Set<Int> = []
    /// Those graded in this sitting.
    var started: Set<Int> = []
    /// How many more new cards may come up.
    var newLeft: Int
    /// What was done, oldest first.
    var steps: [Step] = []
    /// The card that is asked.
    var place: Int?

    /// A sitting with `cards`; new ones come up in their order, suspended ones not at all.
    public init(_ cards: [StudyCard], scheduler: Scheduler, options: ReviewOptions) {
        self.cards = cards.filter { !$0.isSuspended }
        schedules = self.cards.map { $0.state?.schedule ?? Schedule() }
        self.scheduler = scheduler
        self.options = options
        newLeft = options.newCards
    }

    // MARK: - What is asked

    /// Whether there are no cards at all, due or not.
    public var isEmpty: Bool { cards.isEmpty }

    /// The card that is asked; nil before the first and after the last.
    public var current: StudyCard? { place.map { cards[$0] } }

    /// Goes on to the next card, which becomes ``current``; nil when nothing is left.
    @discardableResult
    public mutating func advance(at now: Instant) -> StudyCard? {
        let last = place.map { cards[$0].card.source }
        let candidates = candidates(at: now)
        place = candidates.first { cards[$0].card.source != last } ?? candidates.first
        return current
    }

    /// The cards that may come up now, the next first; of new ones two, of different lines where there are such.
    private func candidates(at now: Instant) -> [Int] {
        let waiting = waiting.filter(isWithinLimit)
        func sorted(_ places: [Int]) -> [Int] {
            places.sorted { (schedules[$0].due ?? now, $0) < (schedules[$1].due ?? now, $1) }
        }
        let steps = sorted(waiting.filter { schedules[$0].isStep && isDue($0, at: now) })
        let due = sorted(waiting.filter { !schedules[$0].isStep && isDue($0, at: now) })
        let all = steps + due + newCandidates
        return all.isEmpty ? sorted(waiting.filter { isStepSoon($0, at: now) }) : all
    }

    /// Those that were reviewed before, in this sitting or another.
    private var waiting: [Int] { cards.indices.filter { !schedules[$0].isNew && !out.contains($0) } }

    /// Those that were never reviewed, whatever the limits.
    private var unseen: some Sequence<Int> {
        cards.indices.lazy.filter { schedules[$0].isNew && !out.contains($0) }
    }

    /// The next new card, and the next that stands on another line than it.
    private var newCandidates: [Int] {
        guard newLeft > 0, options.limit.map({ started.count < $0 }) ?? true else { return [] }
        var first: Int?
        for place in unseen {
            guard let first else {
                first = place
                continue
            }
            if cards[first].card.source != cards[place].card.source { return [first, place] }
        }
        return first.map { [$0] } ?? []
    }

    /// Whether the limit still lets this card come up.
    private func isWithinLimit(_ place: Int) -> Bool {
        started.contains(place) || options.limit.map { started.count < $0 } ?? true
    }

    private func isDue(_ place: Int, at now: Instant) -> Bool {
        // A short step is a matter of minutes, and who has just learnt a card need not prove it again.
        let isPunctual = schedules[place].isStep || started.contains(place)
        return schedules[place].isDue(at: isPunctual ? now : now.adding(days: options.daysAhead))
    }

    /// Whether a card is on its way through short steps, and the next one may be taken ahead of time.
    private func isStepSoon(_ place: Int, at now: Instant) -> Bool {
        schedules[place].isStep && schedules[place].isDue(at: now.adding(seconds: ReviewSession.stepsAhead))
    }

    // MARK: - What is left

    /// How many cards are left, the one that is asked among them.
    public func counts(at now: Instant) -> ReviewCounts {
        var room = options.limit.map { max(0, $0 - started.count) } ?? Int.max
        func taken(_ count: Int) -> Int {
            defer { room -= min(count, room) }
            return min(count, room)
        }
        let steps = waiting.filter { isStepSoon($0, at: now) }
        let due = waiting.filter { !schedules[$0].isStep && isDue($0, at: now) }
        let (begunSteps, begunDue) = (steps.count(where: started.contains), due.count(where: started.contains))
        var counts = ReviewCounts()
        counts.learning = begunSteps + taken(steps.count - begunSteps)
        counts.due = begunDue + taken(due.count - begunDue)
        if newLeft > 0 { counts.new = taken(unseen.prefix(newLeft).reduce(0) { count, _ in count + 1 }) }
        return counts
    }

    /// When each grade would let the card that is asked come up again; empty when none is asked.
    public func outcomes(at now: Instant) -> [(grade: Grade, due: Instant)] {
        guard let place else { return [] }
        return Grade.allCases.map { grade in
            (grade, scheduler.review(schedules[place], grade, at: now).due ?? now)
        }
    }

    /// When the next card comes up that does not come up now; nil when there is none.
    public func nextDue(after now: Instant) -> Instant? {
        waiting.compactMap { schedules[$0].due }.filter { $0 > now }.min()
    }

    /// How often each grade was given in this sitting, from ``Grade/again`` on, and to how many cards.
    public var tally: (grades: [Int], cards: Int) {
        (Grade.allCases.map { grade in steps.count { $0.grade == grade } }, started.count)
    }
}

extension Schedule {
    /// Whether the card is on its way through the short steps.
    public var isStep: Bool { phase != .review && !isNew }
}
