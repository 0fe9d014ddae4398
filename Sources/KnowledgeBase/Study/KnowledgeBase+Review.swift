public import KBModel
public import KBStudy

extension KnowledgeBase {
    /// A sitting with the cards about `topic`, or with all; new ones come up in ``KBStudy/CardOrder``.
    ///
    /// - Parameters:
    ///   - newCards: The most new cards; nil for what the settings allow a day less those seen since `dayStart`.
    ///   - limit: The most cards; nil for all.
    ///   - daysAhead: How many days early a card may come up.
    ///   - dayStart: When the day began where the reader is.
    public func reviewSession(
        about topic: [String], newCards: Int? = nil, limit: Int? = nil, daysAhead: Int = 0, since dayStart: Instant
    ) throws(KnowledgeBaseError) -> ReviewSession {
        let cards = try studyCards(about: topic)
        var options = ReviewOptions(newCards: newCards ?? 0, limit: limit, daysAhead: daysAhead)
        if newCards == nil { options.newCards = try newCardsLeft(since: dayStart) }
        return ReviewSession(CardOrder.sorted(cards), scheduler: scheduler, options: options)
    }

    /// How many new cards may still come up in the day that began at `dayStart`.
    public func newCardsLeft(since dayStart: Instant) throws(KnowledgeBaseError) -> Int {
        max(0, vault.settings.newCards - (try studyState().introduced(since: dayStart)))
    }
}
