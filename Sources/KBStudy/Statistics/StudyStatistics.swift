public import KBModel

/// What a log says about learning: how well, how much, how regularly, and what comes next.
public struct StudyStatistics: Equatable, Sendable {
    /// How many cards there are of each kind; each card counts once.
    public struct Cards: Equatable, Sendable {
        /// Never graded.
        public var new = 0
        /// On their way through the short steps of new or forgotten cards.
        public var learning = 0
        /// Learnt, and up again in less than ``StudyStatistics/matureInterval`` days.
        public var young = 0
        /// Learnt, and up again after ``StudyStatistics/matureInterval`` days or more.
        public var mature = 0
        /// Kept from coming up, whatever else they are.
        public var suspended = 0

        /// All of them.
        public var total: Int { new + learning + young + mature + suspended }
    }

    /// How many reviews of learnt cards were passed.
    public struct Share: Equatable, Sendable {
        /// Those graded hard, good or easy.
        public var passed = 0
        /// All of them.
        public var reviews = 0

        /// From 0 to 1; nil without reviews.
        public var value: Double? { reviews > 0 ? Double(passed) / Double(reviews) : nil }
    }

    /// True retention over some days: of reviews of learnt cards, not of the short steps, how many were passed.
    ///
    /// - SeeAlso: <https://docs.ankiweb.net/stats.html#true-retention>
    public struct Retention: Equatable, Sendable {
        /// How many days back, today included.
        public var days: Int
        /// Of cards that had been waiting for less than ``StudyStatistics/matureInterval`` days.
        public var young = Share()
        /// Of cards that had been waiting for longer.
        public var mature = Share()
        /// The mean probability of recall that the schedule gave those reviews, 0 to 1; nil without reviews.
        public var expected: Double?

        /// Of both.
        public var all: Share {
            Share(passed: young.passed + mature.passed, reviews: young.reviews + mature.reviews)
        }
    }

    /// What was done on one day.
    public struct DayOfReviews: Equatable, Sendable {
        /// The day where the reader is.
        public var day: Day
        /// How many times a card was graded.
        public var reviews = 0
        /// How many of them were graded again.
        public var again = 0
        /// The time they took, in seconds, as far as it was counted.
        public var seconds = 0
    }

    /// A card that was forgotten.
    public struct HardCard: Equatable, Sendable {
        /// What it is known by.
        public var id: StudyID
        /// How often it was forgotten after it had been learnt.
        public var lapses: Int
        /// How often it was graded.
        public var reviews: Int
        /// 1 to 10, as FSRS has it.
        public var difficulty: Double
    }

    /// The day the figures are of.
    public var today: Day
    /// The retention that was asked for, 0 to 1.
    public var wantedRetention: Double
    /// How many cards there are.
    public var cards = Cards()
    /// Retention over ``windows``, shortest first.
    public var retention: [Retention] = []
    /// The days on which something was graded, oldest first.
    public var history: [DayOfReviews] = []
    /// Cards that come up on each of the next ``forecastDays`` days, today first; those overdue count for today.
    public var forecast: [Int] = []
    /// How many days in a row something was graded, up to today, or to yesterday while today is still open.
    public var streak = 0
    /// The most days in a row.
    public var longestStreak = 0
    /// Cards forgotten at least once: most lapses first, then the most difficult, then by id.
    public var hardest: [HardCard] = []

    /// A card that waits so many days is mature; Anki draws the line there.
    public static let matureInterval = 21
    /// How many days the forecast reaches.
    public static let forecastDays = 30
    /// Over how many days retention is counted.
    public static let windows = [7, 30, 365]

    /// Grades of all days.
    public var reviews: Int { allDays.reviews }

    /// Whether nothing was ever graded.
    public var isEmpty: Bool { history.isEmpty }

    /// What was graded on the last `days` days, today included.
    public func last(_ days: Int) -> DayOfReviews {
        let first = today.adding(days: 1 - days)
        return sum(history.filter { first <= $0.day && $0.day <= today })
    }

    /// What was graded on all days.
    public var allDays: DayOfReviews { sum(history) }

    private func sum(_ days: [DayOfReviews]) -> DayOfReviews {
        days.reduce(into: DayOfReviews(day: today)) {
            $0.reviews += $1.reviews
            $0.again += $1.again
            $0.seconds += $1.seconds
        }
    }

    /// The most days of history shown one by one.
    public static let shownDays = 30

    /// The last ``shownDays`` days, oldest first, those without reviews too.
    public var lastDays: [DayOfReviews] {
        let known = Dictionary(history.map { ($0.day, $0) }) { a, _ in a }
        return (0..<StudyStatistics.shownDays).reversed().map { back in
            let day = today.adding(days: -back)
            return known[day] ?? DayOfReviews(day: day)
        }
    }
}
