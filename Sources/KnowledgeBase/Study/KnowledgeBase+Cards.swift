import KBConcepts
public import KBModel
public import KBStudy

extension KnowledgeBase {
    // MARK: - Cards

    /// The cards of the notes with what the log says about each, by path in byte order, then by line; those about
    /// `topic` only, when it names one. Lines of checklists that were missed in a mock interview are among them.
    ///
    /// Reads every note: a card is only known again when all that could be taken for it are seen.
    public func studyCards(about topic: [String] = []) throws(KnowledgeBaseError) -> [StudyCard] {
        let scope = topic.isEmpty ? nil : try scope(of: topic)
        let state = try studyState()
        // A card is never taken for a line of a checklist; matching each by themselves saves comparing them.
        let cards = state.anchors.filter { $0.value.kind != .checklist }
        let lines = state.anchors.filter { $0.value.kind == .checklist }
        let hasMissed = lines.contains { state.cards[$0.key] != nil }
        let found = try readCards(withLines: hasMissed)
        let sifted = CardSieve.sift(found.cards, known: cards.values)
        var result = KnowledgeBase.matched(sifted, cards, state)
        if hasMissed {
            // Other lines are no cards; they only keep a missed one's id from going to one of them.
            result += KnowledgeBase.matched(found.lines, lines, state).filter { $0.state != nil }
            result = result.enumerated().sorted { a, b in
                let (one, other) = (a.element.card.source, b.element.card.source)
                return one == other ? a.offset < b.offset : one < other
            }.map(\.element)
        }
        return result.filter { scope?.holds($0.card) ?? true }
    }

    private static func matched(_ cards: [Card], _ known: [StudyID: Anchor], _ state: StudyState) -> [StudyCard] {
        let matches = IdentityMatcher(known).match(cards.map(\.anchor)).matches
        return zip(cards, matches).map { StudyCard($0, $1, in: state) }
    }

    /// What the notes hold as cards and, if wanted, as lines of checklists, note after note.
    private func readCards(withLines: Bool) throws(KnowledgeBaseError) -> (cards: [Card], lines: [Card]) {
        let paths = try allNotes().map(\.path)
        let stream = NoteStream(
            vault: vault, paths: paths, progress: progress, maker: KnowledgeBase.cardMaker(withLines)
        ) { KnowledgeBase.cardMaker(withLines) }
        var (cards, lines): ([Card], [Card]) = ([], [])
        while let made = stream.nextMade() {
            cards += made.cards
            lines += made.lines
        }
        return (cards, lines)
    }

    /// Makes the cards of a note, for one thread.
    private static func cardMaker(_ withLines: Bool) -> NoteStream<(cards: [Card], lines: [Card])>.Maker {
        let reader = withLines ? LineReader() : nil
        return { note, _ in (CardMaker.cards(in: note), reader?.lines(of: note).cards ?? []) }
    }
}

extension StudyCard {
    /// A card of now, known as `match` says, with what `state` holds about it.
    fileprivate init(_ card: Card, _ match: IdentityMatches.Match, in state: StudyState) {
        let wasChanged = state.changed.contains(match.id)
        let former = wasChanged ? state.former[match.id] : match.isChanged ? state.sights[match.id]?.anchor : nil
        self.init(
            id: match.id, card: card, state: state.cards[match.id], isChanged: wasChanged || match.isChanged,
            isMoved: match.isMoved, former: former)
    }
}
