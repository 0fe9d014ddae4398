public import struct KBModel.Instant

/// What the log says about one card.
public struct CardState: Hashable, Sendable {
    /// One time the card was graded.
    public struct Review: Hashable, Sendable {
        /// The event.
        public var event: EventID
        /// When.
        public var time: Instant
        /// How well it was remembered.
        public var grade: Grade
        /// How long it took, in seconds, if they were counted.
        public var seconds: Int?
        /// Whether it was missed in a mock interview instead of being reviewed.
        public var isMiss: Bool
        /// The probability that it would be recalled, as the schedule had it; 0 for the first time.
        public var retrievability: Double
    }

    /// Where it stands.
    public var schedule = Schedule()
    /// All reviews, oldest first.
    public var reviews: [Review] = []
    /// How often it was forgotten after it had been learnt.
    public var lapses = 0
    /// Whether it is kept from coming up.
    public var isSuspended = false

    /// A card that was never reviewed.
    public init() {}
}
