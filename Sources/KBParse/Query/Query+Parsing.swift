public import KBModel

extension Query {
    /// Reads a query as a person types it. `docs/query.md` is the specification.
    ///
    /// Any text is a query: punctuation is an operator only where no word could mean it. Time and memory grow with the
    /// length of `text`, whatever it holds.
    ///
    /// - Parameter today: What relative days such as `after:7d` count from.
    /// - Throws: ``QueryError`` for a real slip, with the place.
    public init(parsing text: String, today: Day) throws(QueryError) {
        var grammar = QueryGrammar(lexer: QueryLexer(text, today: today))
        self.init(text: text, clause: try grammar.query())
    }
}
