/// A card of the vault with what the log says about it.
public struct StudyCard: Equatable, Sendable {
    /// What it is known by.
    public var id: StudyID
    /// What is asked and answered, as the notes have it now.
    public var card: Card
    /// Where it stands; nil when it was never reviewed, missed or suspended.
    public var state: CardState?
    /// Whether its meaning may have changed since it was last seen, and nobody has looked at it since.
    public var isChanged: Bool
    /// Whether the log must be told where and how it stands now before anything else is written about it.
    public var isMoved: Bool
    /// As what it was seen before its meaning may have changed; nil when it did not.
    public var former: Anchor?

    /// A card; see the properties.
    public init(
        id: StudyID, card: Card, state: CardState? = nil, isChanged: Bool = false, isMoved: Bool = false,
        former: Anchor? = nil
    ) {
        self.id = id
        self.card = card
        self.state = state
        self.isChanged = isChanged
        self.isMoved = isMoved
        self.former = former
    }

    /// Whether it was never graded.
    public var isNew: Bool { state?.schedule.isNew ?? true }

    /// Whether it is kept from coming up.
    public var isSuspended: Bool { state?.isSuspended ?? false }
}
