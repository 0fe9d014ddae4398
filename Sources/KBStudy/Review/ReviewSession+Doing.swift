public import struct KBModel.Instant

extension ReviewSession {
    /// Grades the card that is asked, which took so many seconds if they were counted. Call ``advance(at:)`` then.
    ///
    /// - Returns: What the log has to be told; nothing when no card is asked. Tell ``recorded(_:)`` what was written.
    public mutating func grade(_ grade: Grade, at now: Instant, seconds: Int? = nil) -> [StudyEvent.Action] {
        guard let place else { return [] }
        begin(place, grade)
        if schedules[place].isNew { newLeft -= 1 }
        schedules[place] = scheduler.review(schedules[place], grade, at: now)
        started.insert(place)
        return sighting() + looking() + [.review(cards[place].id, grade, seconds: seconds)]
    }

    /// Keeps the card that is asked from coming up again, now and later; see ``grade(_:at:seconds:)``.
    public mutating func suspend() -> [StudyEvent.Action] {
        guard let place else { return [] }
        begin(place)
        out.insert(place)
        return sighting() + [.suspend(cards[place].id)]
    }

    /// Leaves the card that is asked out of this sitting. Nothing is to be written.
    public mutating func skip() {
        guard let place else { return }
        begin(place)
        out.insert(place)
    }

    /// Takes note that someone looked at what has changed; see ``grade(_:at:seconds:)``. The card goes on to be asked.
    public mutating func acknowledge() -> [StudyEvent.Action] { sighting() + looking() }

    /// Tells the log where the card that is asked stands, so that it is known again when its note is edited.
    public mutating func anchor() -> [StudyEvent.Action] { sighting() }

    /// Takes back what was done last to a card, which is asked again.
    ///
    /// - Returns: What the log has to be told; nil when nothing is left to be undone.
    public mutating func undo() -> [StudyEvent.Action]? {
        guard let step = steps.popLast() else { return nil }
        place = step.place
        // Where it stands and what it says may have been written or edited since.
        cards[step.place].isChanged = step.card.isChanged
        cards[step.place].former = step.card.former
        schedules[step.place] = step.schedule
        newLeft = step.newLeft
        out.remove(step.place)
        if !step.wasStarted { started.remove(step.place) }
        return step.events.map(StudyEvent.Action.undo)
    }

    /// Keeps in mind what was written for the last ``grade(_:at:seconds:)`` or ``suspend()``, for an undo.
    public mutating func recorded(_ events: [StudyEvent]) {
        guard let last = steps.indices.last else { return }
        steps[last].events += events.filter { event in
            if case .anchor = event.action { false } else { true }
        }.map(\.id)
    }

    /// Puts what the note says now in the place of the card that is asked; nil when the note has it no more.
    public mutating func replace(with card: StudyCard?) {
        guard let place else { return }
        guard let card else {
            out.insert(place)
            return
        }
        cards[place] = card
    }

    private mutating func begin(_ place: Int, _ grade: Grade? = nil) {
        steps.append(
            Step(
                place: place, card: cards[place], schedule: schedules[place], newLeft: newLeft,
                wasStarted: started.contains(place), grade: grade))
    }

    /// The anchor of the card that is asked, when the log must be told.
    private mutating func sighting() -> [StudyEvent.Action] {
        guard let place, cards[place].isMoved else { return [] }
        cards[place].isMoved = false
        let card = cards[place]
        return [.anchor(card.id, card.card.anchor, isChanged: card.isChanged)]
    }

    /// That someone looked at the card that is asked, when it is marked as changed.
    private mutating func looking() -> [StudyEvent.Action] {
        guard let place, cards[place].isChanged else { return [] }
        cards[place].isChanged = false
        cards[place].former = nil
        return [.acknowledge(cards[place].id)]
    }
}
