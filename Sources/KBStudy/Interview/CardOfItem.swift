import struct KBModel.Source

/// Finds the card that asks for what a line of a checklist says, so that a line missed in an interview is reviewed as
/// the card the notes make of it.
public struct CardOfItem: Sendable {
    /// Cards by the line of their front, in the order given.
    private var bySource: [Source: [StudyCard]] = [:]
    /// Cards of headings by note, in the order given.
    private var headings: [String: [StudyCard]] = [:]

    /// Looks among `cards`; of several that fit, the one that comes first is taken.
    public init(_ cards: [StudyCard]) {
        for card in cards where card.card.kind != .checklist {
            bySource[card.card.source, default: []].append(card)
            if card.card.kind == .heading { headings[card.card.source.path, default: []].append(card) }
        }
    }

    /// The card made of one of the item's own lines; else the card of the nearest heading that has the item among its
    /// bullets; nil when there is none. A suspended card is not to come up, so it is passed over.
    public func card(for item: Checklist.Item) -> StudyCard? {
        for source in item.sources {
            if let card = bySource[source]?.first(where: { !$0.isSuspended }) { return card }
        }
        for source in item.sources {
            if let card = heading(above: source, over: item.text) { return card }
        }
        return nil
    }

    private func heading(above source: Source, over text: String) -> StudyCard? {
        let fitting = (headings[source.path] ?? []).filter { card in
            card.card.source.line < source.line && !card.isSuspended && Self.lists(card.card.back, text)
        }
        return fitting.max { $0.card.source.line < $1.card.source.line }
    }

    /// Whether `text` is one of the lines of `answer`, or begins as `Term: …` with one.
    private static func lists(_ answer: String, _ text: String) -> Bool {
        let wanted = text.lowercased()
        return answer.split(separator: "\n").contains { line in
            let bullet = line.lowercased()
            return wanted == bullet || wanted.hasPrefix(bullet + ":")
        }
    }
}
