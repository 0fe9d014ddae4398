import KBModel

/// The order in which new cards are taken up.
///
/// What someone wrote as a card comes first, then terms, short forms, questions and lists: the sharper the question, the
/// sooner. Among equals the one whose section gives more cards comes first, since its note treats it at more length; then by
/// path (in byte order) and line.
public enum CardOrder {
    /// The cards in that order; those of one line in the order given.
    public static func sorted(_ cards: [StudyCard]) -> [StudyCard] {
        var weights: [Section: Int] = [:]
        for card in cards { weights[Section(card.card), default: 0] += 1 }
        let ranks = cards.map { rank($0.card.kind) }
        let treatments = cards.map { weights[Section($0.card), default: 0] }
        return cards.indices.sorted { a, b in
            if ranks[a] != ranks[b] { return ranks[a] < ranks[b] }
            if treatments[a] != treatments[b] { return treatments[a] > treatments[b] }
            let (one, other) = (cards[a].card.source, cards[b].card.source)
            if one.path != other.path { return one.path.utf8.lexicographicallyPrecedes(other.path.utf8) }
            return one.line != other.line ? one.line < other.line : a < b
        }.map { cards[$0] }
    }

    /// Where a section stands.
    private struct Section: Hashable {
        var path: String
        var headings: [String]

        init(_ card: Card) {
            path = card.source.path
            headings = card.headingPath
        }
    }

    private static func rank(_ kind: Anchor.Kind) -> Int {
        switch kind {
        case .pair, .reversed, .cloze: 0
        case .definition: 1
        case .acronym, .expansion: 2
        case .question: 3
        case .heading: 4
        case .checklist: 5
        }
    }
}
