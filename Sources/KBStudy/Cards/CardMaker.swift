public import KBModel

/// Makes cards from a note as it stands.
///
/// What the author wrote as a card comes first: `Q:` and `A:`, `C:` with `[gaps]`, `::`, `:::`, `?` and `??`. Then what reads
/// as one: highlights as gaps, questions with what follows, definitions, short forms, headings over a few short bullets.
/// Nothing is made of code, tables, figures, bullets that only link, or texts longer than a card should be.
///
/// - SeeAlso: <https://github.com/eudoxia0/hashcards> and <https://www.stephenmwangi.com/obsidian-spaced-repetition/> for
///   the two ways of writing cards that are read as they are.
public enum CardMaker {
    /// The cards of `note`, by line; those of one line in the order of ``Anchor/Kind``. Each once.
    public static func cards(in note: Note) -> [Card] {
        let source = SourceLines(note)
        var written = WrittenCards(note, source)
        written.read()
        var derived = DerivedCards(note, source, besides: written.claimed)
        derived.read()
        var seen: Set<Card> = []
        return (written.cards + derived.cards).enumerated()
            .sorted { a, b in
                let (one, other) = (a.element, b.element)
                return (one.source.line, one.kind.order, a.offset) < (other.source.line, other.kind.order, b.offset)
            }
            .map(\.element)
            .filter { card in
                // The same said twice is one card, wherever in the note.
                var key = card
                key.source.line = 0
                return seen.insert(key).inserted
            }
    }
}

extension Anchor.Kind {
    /// The place among all kinds.
    fileprivate var order: Int { Anchor.Kind.allCases.firstIndex(of: self) ?? 0 }
}
