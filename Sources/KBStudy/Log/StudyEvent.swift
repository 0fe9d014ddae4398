public import struct KBModel.Instant

/// One thing a person did: one line of the log.
public struct StudyEvent: Hashable, Sendable {
    /// What was done.
    public enum Action: Hashable, Sendable {
        /// A card was shown and graded, in so many seconds if they were counted.
        case review(StudyID, Grade, seconds: Int?)
        /// A question was missed in a mock interview; it counts as a review graded ``Grade/again``.
        case miss(StudyID)
        /// A card is not to come up any more.
        case suspend(StudyID)
        /// A card may come up again.
        case unsuspend(StudyID)
        /// A line of a checklist is done.
        case tick(StudyID)
        /// A line of a checklist is not done after all.
        case untick(StudyID)
        /// Where and how a card or line was last seen, and whether its meaning may have changed since the time before.
        case anchor(StudyID, Anchor, isChanged: Bool)
        /// Someone looked at a card whose meaning may have changed.
        case acknowledge(StudyID)
        /// An earlier event is to count as if it had not happened.
        case undo(EventID)
        /// Something a newer version of kb wrote, under this name.
        case unknown(String)
    }

    /// What makes it unique.
    public var id: EventID
    /// When it was done.
    public var time: Instant
    /// What was done.
    public var action: Action

    /// `action`, done at `time`.
    public init(_ action: Action, at time: Instant, id: EventID) {
        self.action = action
        self.time = time
        self.id = id
    }
}

extension StudyEvent: Comparable {
    /// By time, then by id. Events that differ though both are equal, which only a damaged log has, by their lines.
    public static func < (a: StudyEvent, b: StudyEvent) -> Bool {
        if a.time != b.time { return a.time < b.time }
        if a.id != b.id { return a.id < b.id }
        return a.action != b.action && a.line.lexicographicallyPrecedes(b.line)
    }
}
