import KBModel

/// Chooses among the cards of a whole vault.
///
/// What several notes say in the same words becomes one card with all its sources. What the vault uses as a label, a
/// heading or term that recurs over notes with ever other words behind it, is asked nowhere; of a term that many notes
/// explain alike, a few explanations are asked for. Cards that the log knows stay.
public enum CardSieve {
    /// A term explained in so many notes, with nothing in common, is a label.
    private static let leastNotesOfLabel = 5
    /// The share of explanations that have a word in common when they are of one thing.
    private static let leastShared = 0.34
    /// A heading over bullets in so many notes, and in ``leastShareOfHeading`` of all, is part of a form.
    private static let leastNotesOfHeading = 10
    private static let leastShareOfHeading = 0.2
    /// However few of the notes they are in, so many times nobody learns the same heading.
    private static let mostNotesOfHeading = 40

    /// So many notes' explanations of one term are asked for.
    private static let mostDefinitions = 3

    /// The cards worth learning, by path (in byte order) and line, those of one line in the order given.
    ///
    /// - Parameters:
    ///   - cards: Those of all notes; those of one note in its own order.
    ///   - known: As what the log last saw its cards; what reads the same is kept.
    public static func sift(_ cards: [Card], known: some Sequence<Anchor> = [Anchor]()) -> [Card] {
        let ordered = cards.enumerated().sorted { a, b in
            let (one, other) = (a.element.source, b.element.source)
            if one.path != other.path { return one.path.utf8.lexicographicallyPrecedes(other.path.utf8) }
            return (one.line, a.offset) < (other.line, b.offset)
        }.map(\.element)
        let kept = Set(known.lazy.map { Key($0.kind, $0.text) })
        let labels = labels(of: ordered)
        var places: [Full: Int] = [:]
        var definitions: [Key: Int] = [:]
        var chosen: [Card] = []
        for card in ordered {
            let key = Key(card.kind, card.front)
            if labels.contains(key), !kept.contains(key) { continue }
            let full = Full(key: key, answer: card.back.lowercased(), repeats: card.repeats)
            if let place = places[full] {
                chosen[place].otherSources.append(card.source)
                continue
            }
            if card.kind == .definition {
                definitions[key, default: 0] += 1
                if definitions[key, default: 0] > mostDefinitions, !kept.contains(key) { continue }
            }
            places[full] = chosen.count
            chosen.append(card)
        }
        return chosen
    }

    /// What is asked, however it is capitalised.
    private struct Key: Hashable {
        var kind: Anchor.Kind
        var text: String

        init(_ kind: Anchor.Kind, _ text: String) {
            self.kind = kind
            self.text = text.lowercased()
        }
    }

    private struct Full: Hashable {
        var key: Key
        var answer: String
        var repeats: Int
    }

    /// The terms and headings that recur as labels.
    private static func labels(of cards: [Card]) -> Set<Key> {
        var answers: [Key: [String: String]] = [:]
        var paths: Set<String> = []
        for card in cards {
            paths.insert(card.source.path)
            guard card.kind == .definition || card.kind == .heading else { continue }
            answers[Key(card.kind, card.front), default: [:]][card.source.path] = card.back
        }
        let most = max(leastNotesOfHeading, min(mostNotesOfHeading, Int(leastShareOfHeading * Double(paths.count))))
        var labels: Set<Key> = []
        for (key, notes) in answers {
            let isLabel =
                key.kind == .heading
                ? notes.count >= most : notes.count >= leastNotesOfLabel && !haveMuchInCommon(Array(notes.values))
            if isLabel { labels.insert(key) }
        }
        return labels
    }

    /// Whether some word of substance stands in a good part of the texts.
    private static func haveMuchInCommon(_ texts: [String]) -> Bool {
        let distinct = Set(texts)
        // The same words again and again are a form's, unless they are few.
        guard distinct.count * 3 > texts.count else { return texts.count < leastNotesOfLabel * 2 }
        var counts: [String: Int] = [:]
        for text in distinct {
            for word in Set(CardJudgement.words(text)) where word.count > 3 { counts[word, default: 0] += 1 }
        }
        let most = counts.values.max() ?? 0
        return most > 1 && Double(most) >= leastShared * Double(distinct.count)
    }
}
