public import struct KBModel.Instant

/// What follows from a log: where each card stands, what is ticked, and as what each was last seen.
///
/// The same events give the same state, whatever their order and however often each stands there.
public struct StudyState: Equatable, Sendable {
    /// A line of a checklist that was ticked.
    public struct Tick: Hashable, Sendable {
        /// When.
        public var time: Instant
        /// The event, for an undo.
        public var event: EventID
    }

    /// The last sight of a card or line.
    public struct Sight: Hashable, Sendable {
        /// As what and where.
        public var anchor: Anchor
        /// When.
        public var time: Instant
    }

    /// By card: those reviewed, missed or suspended.
    public private(set) var cards: [StudyID: CardState] = [:]
    /// By line of a checklist: those that are ticked.
    public private(set) var ticks: [StudyID: Tick] = [:]
    /// By card or line: as what each was last seen.
    public private(set) var sights: [StudyID: Sight] = [:]
    /// Cards and lines whose meaning may have changed, and that nobody has looked at since.
    public private(set) var changed: Set<StudyID> = []
    /// By card or line of ``changed``: as what it was last seen before that.
    public private(set) var former: [StudyID: Anchor] = [:]
    /// How many events came from a newer version and were passed over.
    public private(set) var unknownEvents = 0

    /// What follows from `events`.
    ///
    /// All reviews are scheduled anew, so that a change of the scheduler's settings holds for the past too.
    /// - Parameter isFuzzed: Whether intervals are spread by ``Fuzz``.
    public init(_ events: some Sequence<StudyEvent>, scheduler: Scheduler = Scheduler(), isFuzzed: Bool = false) {
        let ordered = StudyState.withoutRepeats(events)
        let undone = StudyState.undone(in: ordered)
        for event in ordered where !undone.contains(event.id) {
            apply(event, scheduler: scheduler, isFuzzed: isFuzzed)
        }
    }

    /// What an ``IdentityMatcher`` matches: all that was ever seen, as it was last seen.
    public var anchors: [StudyID: Anchor] { sights.mapValues(\.anchor) }

    /// The cards that come up by `now`, most overdue first; ties by id. Suspended ones do not come up.
    public func due(at now: Instant) -> [StudyID] {
        var waiting: [(due: Instant, id: StudyID)] = []
        for (id, card) in cards where !card.isSuspended {
            if let due = card.schedule.due, due <= now { waiting.append((due, id)) }
        }
        return waiting.sorted { ($0.due, $0.id) < ($1.due, $1.id) }.map(\.id)
    }

    /// How many cards were seen for the first time at `start` or later. A question missed in a mock interview was not
    /// shown as a card.
    public func introduced(since start: Instant) -> Int {
        cards.values.count { card in card.reviews.first.map { $0.time >= start && !$0.isMiss } ?? false }
    }

    /// By time and id, each id once: of two events that claim one id, the first in order.
    private static func withoutRepeats(_ events: some Sequence<StudyEvent>) -> [StudyEvent] {
        var seen: Set<EventID> = []
        let events = Array(events)
        // A log that was never merged is in order, which is quicker to see than to bring about.
        let isOrdered = zip(events, events.dropFirst()).allSatisfy { $0 < $1 }
        return (isOrdered ? events : events.sorted()).filter { seen.insert($0.id).inserted }
    }

    /// The events that an undo has taken back.
    ///
    /// An undo may be undone by a later one; from the last to the first, each is known to hold before it is needed. What
    /// is no undo is taken back whichever comes first, since the clock of another machine may be ahead.
    private static func undone(in ordered: [StudyEvent]) -> Set<EventID> {
        var places: [EventID: Int] = [:]
        for (place, event) in ordered.enumerated() {
            if case .undo = event.action { places[event.id] = place }
        }
        var undone: Set<EventID> = []
        for (place, event) in ordered.enumerated().reversed() {
            guard case .undo(let target) = event.action, !undone.contains(event.id) else { continue }
            if let other = places[target], other >= place { continue }
            undone.insert(target)
        }
        return undone
    }

    private mutating func apply(_ event: StudyEvent, scheduler: Scheduler, isFuzzed: Bool) {
        switch event.action {
        case .review(let card, let grade, let seconds):
            let review = CardState.Review(
                event: event.id, time: event.time, grade: grade, seconds: seconds, isMiss: false, retrievability: 0)
            cards[card, default: CardState()].add(review, of: card, scheduler: scheduler, isFuzzed: isFuzzed)
        case .miss(let card):
            let review = CardState.Review(
                event: event.id, time: event.time, grade: .again, seconds: nil, isMiss: true, retrievability: 0)
            cards[card, default: CardState()].add(review, of: card, scheduler: scheduler, isFuzzed: isFuzzed)
        case .suspend(let card): cards[card, default: CardState()].isSuspended = true
        case .unsuspend(let card): cards[card]?.isSuspended = false
        case .tick(let line): ticks[line] = Tick(time: event.time, event: event.id)
        case .untick(let line): ticks[line] = nil
        case .anchor(let id, let anchor, let isChanged):
            // Of several changes that nobody looked at, what was there before the first is what the reader knows.
            if isChanged, changed.insert(id).inserted { former[id] = sights[id]?.anchor }
            sights[id] = Sight(anchor: anchor, time: event.time)
        case .acknowledge(let id):
            changed.remove(id)
            former[id] = nil
        case .undo: break
        case .unknown: unknownEvents += 1
        }
    }
}

extension CardState {
    fileprivate mutating func add(_ review: Review, of card: StudyID, scheduler: Scheduler, isFuzzed: Bool) {
        var review = review
        review.retrievability = scheduler.retrievability(of: schedule, at: review.time)
        if review.grade == .again, schedule.phase == .review { lapses += 1 }
        let fuzz = isFuzzed ? Fuzz.fraction(of: card, at: review.time) : nil
        schedule = scheduler.review(schedule, review.grade, at: review.time, fuzz: fuzz)
        reviews.append(review)
    }
}
