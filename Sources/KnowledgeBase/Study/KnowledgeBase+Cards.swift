public import KBModel
public import KBStudy

extension KnowledgeBase {
    // MARK: - Cards

    /// The cards of the notes with what the log says about each, by path in byte order, then by line; those about
    /// `topic` only, when it names one.
    ///
    /// Reads every note: a card is only known again when all that could be taken for it are seen.
    public func studyCards(about topic: [String] = []) throws(KnowledgeBaseError) -> [StudyCard] {
        let state = try studyState()
        // A card is never taken for a line of a checklist; leaving those out saves comparing them.
        let known = state.anchors.filter { $0.value.kind != .checklist }
        let cards = CardSieve.sift(try allCards(), known: known.values)
        let matches = IdentityMatcher(known).match(cards.map(\.anchor)).matches
        return zip(cards, matches).map { card, match in StudyCard(card, match, in: state) }
    }

    /// What the notes hold as cards, note after note.
    private func allCards() throws(KnowledgeBaseError) -> [Card] {
        let paths = try allNotes().map(\.path)
        let maker: NoteStream<[Card]>.Maker = { note, _ in CardMaker.cards(in: note) }
        let stream = NoteStream(vault: vault, paths: paths, progress: progress, maker: maker) {
            { note, _ in CardMaker.cards(in: note) }
        }
        var cards: [Card] = []
        while let made = stream.nextMade() { cards += made }
        return cards
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
