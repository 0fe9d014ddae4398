public import KBModel

/// How many cards wait, now and over the next days.
public struct DueReport: Equatable, Sendable {
    /// A card that waits.
    public struct Card: Equatable, Sendable {
        /// What it is known by.
        public var id: StudyID
        /// The card as its note has it; nil when only the log was asked.
        public var card: KBStudy.Card?
        /// Since when it waits.
        public var due: Instant

        /// A card; see the properties.
        public init(id: StudyID, card: KBStudy.Card?, due: Instant) {
            self.id = id
            self.card = card
            self.due = due
        }
    }

    /// How many come up on one day.
    public struct DayCount: Equatable, Sendable {
        /// The day where the reader is.
        public var day: Day
        /// How many cards come up on it that do not come up now.
        public var cards: Int

        /// `cards` on `day`.
        public init(day: Day, cards: Int) {
            self.day = day
            self.cards = cards
        }
    }

    /// What `kb review` would ask now. New cards are those that may still come up today.
    public var now: ReviewCounts
    /// Cards that were never seen; nil when only the log was asked.
    public var unseen: Int?
    /// Cards that were suspended.
    public var suspended: Int
    /// The rest of today, and the days after it, in order.
    public var days: [DayCount]
    /// Those that are due now, most overdue first; ties by id.
    public var cards: [Card]

    /// What waits of `cards` at `now`; at most `newCards` new ones may still come up today.
    /// `calendar` tells when each of the reader's days ends, today first.
    public init(_ cards: [StudyCard], newCards: Int, at now: Instant, calendar: [(day: Day, end: Instant)]) {
        self.init(
            cards.compactMap { card in card.state.map { (card.id, card.card, $0) } }, at: now, calendar: calendar)
        let unseen = cards.count { $0.isNew && !$0.isSuspended }
        self.unseen = unseen
        self.now.new = min(unseen, newCards)
    }

    /// What waits by the log alone: cards that are gone from the notes count too, and new ones do not.
    public init(_ state: StudyState, at now: Instant, calendar: [(day: Day, end: Instant)]) {
        self.init(state.cards.map { ($0.key, nil, $0.value) }, at: now, calendar: calendar)
    }

    private init(
        _ cards: [(id: StudyID, card: KBStudy.Card?, state: CardState)], at now: Instant,
        calendar: [(day: Day, end: Instant)]
    ) {
        self.now = ReviewCounts()
        suspended = cards.count { $0.state.isSuspended }
        self.cards = []
        var counts = calendar.map { _ in 0 }
        for (id, card, state) in cards where !state.isSuspended {
            guard let due = state.schedule.due else { continue }
            // A short step is taken ahead of time when nothing else is left, so it belongs to now.
            let isNow = due <= now || (state.schedule.isStep && due <= now.adding(seconds: ReviewSession.stepsAhead))
            if isNow {
                if state.schedule.isStep { self.now.learning += 1 } else { self.now.due += 1 }
                self.cards.append(Card(id: id, card: card, due: due))
            } else if let index = calendar.firstIndex(where: { due < $0.end }) {
                counts[index] += 1
            }
        }
        self.cards.sort { ($0.due, $0.id) < ($1.due, $1.id) }
        days = zip(calendar, counts).map { DayCount(day: $0.day, cards: $1) }
    }
}
