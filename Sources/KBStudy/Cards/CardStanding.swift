public import KBModel

/// Where a card stands, as lists of cards tell it apart.
public enum CardStanding: String, Sendable, CaseIterable {
    /// Never graded.
    case new
    /// Up for review by now.
    case due
    /// On its way through the short steps of new or forgotten cards.
    case learning
    /// Kept from coming up.
    case suspended
    /// Its meaning may have changed since it was last seen, whatever else it is.
    case changed
}

extension StudyCard {
    /// Whether it is `standing` at `now`. A card may be several of these, or none: one that waits for its day.
    public func stands(_ standing: CardStanding, at now: Instant) -> Bool {
        switch standing {
        case .new: isNew && !isSuspended
        case .due: !isSuspended && (state?.schedule.isDue(at: now) ?? false)
        case .learning: !isSuspended && isLearning
        case .suspended: isSuspended
        case .changed: isChanged
        }
    }

    /// Whether it is on its way through the short steps of new or forgotten cards.
    public var isLearning: Bool {
        guard let schedule = state?.schedule, !schedule.isNew else { return false }
        return schedule.phase != .review
    }
}
