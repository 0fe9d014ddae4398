public import KBModel

extension StudyStatistics {
    /// Counts what the log says about some cards.
    ///
    /// - Parameters:
    ///   - cards: Those of the notes.
    ///   - gone: Those the notes hold no more; their reviews count, they themselves do not.
    ///   - scheduler: The one that made their states.
    ///   - now: The moment the figures are of.
    ///   - localDay: The day a moment belongs to where the reader is.
    public init(
        cards: [StudyCard], gone: [StudyID: CardState] = [:], scheduler: Scheduler, at now: Instant,
        localDay: (Instant) -> Day
    ) {
        self.init(today: localDay(now), wantedRetention: scheduler.retention)
        var counter = Counter(today: today, scheduler: scheduler)
        forecast = Array(repeating: 0, count: StudyStatistics.forecastDays)
        for card in cards {
            count(card, at: now, localDay: localDay)
            guard let state = card.state else { continue }
            counter.add(state, localDay: localDay)
            if state.lapses > 0 {
                hardest.append(
                    HardCard(
                        id: card.id, lapses: state.lapses, reviews: state.reviews.count,
                        difficulty: state.schedule.memory?.difficulty ?? 0))
            }
        }
        // Sums of fractions depend on their order.
        for (_, state) in gone.sorted(by: { $0.key < $1.key }) { counter.add(state, localDay: localDay) }
        history = counter.days.values.sorted { $0.day < $1.day }
        retention = counter.retention
        hardest.sort {
            if $0.lapses != $1.lapses { return $0.lapses > $1.lapses }
            return $0.difficulty != $1.difficulty ? $0.difficulty > $1.difficulty : $0.id < $1.id
        }
        countStreaks()
    }

    /// Counts a card by where it stands, and in the forecast.
    private mutating func count(_ card: StudyCard, at now: Instant, localDay: (Instant) -> Day) {
        guard !card.isSuspended else { return cards.suspended += 1 }
        guard let schedule = card.state?.schedule, !schedule.isNew else { return cards.new += 1 }
        switch schedule.phase {
        case .learning, .relearning: cards.learning += 1
        case .review where StudyStatistics.isMature(schedule): cards.mature += 1
        case .review: cards.young += 1
        }
        guard let due = schedule.due else { return }
        let ahead = max(0, localDay(due).daysSinceEpoch - today.daysSinceEpoch)
        if ahead < forecast.count { forecast[ahead] += 1 }
    }

    /// Whether a learnt card waits, or waited, long enough to be mature.
    fileprivate static func isMature(_ schedule: Schedule) -> Bool {
        guard let due = schedule.due, let last = schedule.lastReview else { return false }
        return due.days(since: last) >= matureInterval
    }

    private mutating func countStreaks() {
        var (run, previous) = (0, Int.min)
        for day in history.lazy.map(\.day.daysSinceEpoch) {
            run = day == previous.addingReportingOverflow(1).partialValue ? run + 1 : 1
            previous = day
            longestStreak = max(longestStreak, run)
        }
        let idle = history.last.map { today.daysSinceEpoch - $0.day.daysSinceEpoch }
        // A clock that was ahead may have put reviews after today.
        streak = idle.map { $0 <= 1 ? run : 0 } ?? 0
    }
}

/// Goes through the reviews of cards, one card after the other.
private struct Counter {
    let today: Day
    let scheduler: Scheduler
    private(set) var days: [Day: StudyStatistics.DayOfReviews] = [:]
    private var windows: [(counts: StudyStatistics.Retention, expected: Double)]

    init(today: Day, scheduler: Scheduler) {
        self.today = today
        self.scheduler = scheduler
        windows = StudyStatistics.windows.map { (StudyStatistics.Retention(days: $0), 0) }
    }

    /// The windows, with the means of what was expected.
    var retention: [StudyStatistics.Retention] {
        windows.map { window in
            var counts = window.counts
            if counts.all.reviews > 0 { counts.expected = window.expected / Double(counts.all.reviews) }
            return counts
        }
    }

    /// Counts the reviews of a card. What was missed in a mock interview is no review.
    mutating func add(_ state: CardState, localDay: (Instant) -> Day) {
        var schedule = Schedule()
        for review in state.reviews {
            if !review.isMiss {
                let day = localDay(review.time)
                days[day, default: StudyStatistics.DayOfReviews(day: day)].add(review)
                if schedule.phase == .review { count(review, of: schedule, on: day) }
            }
            schedule = scheduler.review(schedule, review.grade, at: review.time)
        }
    }

    private mutating func count(_ review: CardState.Review, of schedule: Schedule, on day: Day) {
        let back = today.daysSinceEpoch - day.daysSinceEpoch
        let isMature = StudyStatistics.isMature(schedule)
        for index in windows.indices where 0 <= back && back < windows[index].counts.days {
            if isMature {
                windows[index].counts.mature.add(review)
            } else {
                windows[index].counts.young.add(review)
            }
            windows[index].expected += review.retrievability
        }
    }
}

extension StudyStatistics.Share {
    fileprivate mutating func add(_ review: CardState.Review) {
        reviews += 1
        if review.grade > .again { passed += 1 }
    }
}

extension StudyStatistics.DayOfReviews {
    fileprivate mutating func add(_ review: CardState.Review) {
        reviews += 1
        if review.grade == .again { again += 1 }
        seconds = seconds.addingReportingOverflow(review.seconds ?? 0).partialValue
    }
}
