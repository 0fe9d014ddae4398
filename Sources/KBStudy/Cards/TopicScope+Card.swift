extension TopicScope {
    /// Whether a card stands in the scope, or something that says the same does.
    public func holds(_ card: Card) -> Bool { holds(card.source) || card.otherSources.contains(where: holds) }
}
