internal import KBStudy

/// Turns what was missed in an interview into events of the log.
struct InterviewMisses {
    private let cards: CardOfItem
    /// The lines of all checklists.
    private var lines: [StudyID: StudyLine] = [:]
    /// What the log was told of already in this interview.
    private var known: Set<StudyID> = []

    /// Misses of a vault with these cards and lines.
    init(cards: [StudyCard], lines: [StudyLine]) {
        self.cards = CardOfItem(cards)
        for line in lines { self.lines[line.id] = line }
    }

    /// A miss for the card of each item, or for the item's own line when the notes make no card of it; each once.
    mutating func actions(for items: [Checklist.Item]) -> [StudyEvent.Action] {
        items.flatMap { item -> [StudyEvent.Action] in
            let card = cards.card(for: item)
            let id = card?.id ?? item.id
            guard known.insert(id).inserted else { return [] }
            if let card { return card.events(.miss(id)) }
            return lines[id]?.events(.miss(id)) ?? []
        }
    }
}
