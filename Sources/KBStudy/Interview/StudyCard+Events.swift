extension StudyCard {
    /// `action` about it, behind what the log must be told first.
    public func events(_ action: StudyEvent.Action) -> [StudyEvent.Action] {
        isMoved ? [.anchor(id, card.anchor, isChanged: isChanged), action] : [action]
    }
}
