public import KBModel

/// Where a card stands: what is known of its memory and when it comes up next.
public struct Schedule: Hashable, Sendable {
    /// What the card is going through.
    public enum Phase: Hashable, Sendable {
        /// New, or on its way through the short learning steps; the value is the step, from 0.
        case learning(step: Int)
        /// Learnt: it comes up after days.
        case review
        /// Forgotten, and on its way through the short relearning steps; the value is the step, from 0.
        case relearning(step: Int)
    }

    /// What the card is going through.
    public var phase: Phase
    /// What is known of the memory; nil before the first review.
    public var memory: Memory?
    /// When it was last reviewed; nil before the first review.
    public var lastReview: Instant?
    /// When it comes up next; nil before the first review, when it may come up at any time.
    public var due: Instant?

    /// A card's place; the default is that of a new card.
    public init(
        phase: Phase = .learning(step: 0), memory: Memory? = nil, lastReview: Instant? = nil, due: Instant? = nil
    ) {
        self.phase = phase
        self.memory = memory
        self.lastReview = lastReview
        self.due = due
    }

    /// Whether it was never reviewed.
    public var isNew: Bool { lastReview == nil }

    /// Whether it comes up by `now`; a new card never is due, it is new.
    public func isDue(at now: Instant) -> Bool { due.map { $0 <= now } ?? false }
}
