/// How much of what waits is asked for.
public struct ReviewOptions: Equatable, Sendable {
    /// The most new cards.
    public var newCards: Int
    /// The most cards, new ones and others together; nil for all.
    public var limit: Int?
    /// How many days early a card may come up.
    public var daysAhead: Int

    /// Everything that is due, and so many new cards.
    public init(newCards: Int, limit: Int? = nil, daysAhead: Int = 0) {
        self.newCards = newCards
        self.limit = limit
        self.daysAhead = daysAhead
    }
}
