/// How a search is to answer.
public struct SearchOptions: Equatable, Sendable {
    /// The most hits to return; zero returns none but still counts.
    public var limit: Int
    /// Whether the query is taken as it stands: nothing relaxed, corrected or expanded.
    public var isExact: Bool
    /// Whether each hit carries the numbers that add up to its score.
    public var explains: Bool
    /// Whether at most the best section of each note is returned, so that ``limit`` counts notes.
    public var groupsByNote: Bool
    /// Whether the query is plain words, in which no mark and no word is an operator.
    public var isPlain: Bool
    /// Whether each hit carries its lines, passage and snippet, for which its note is read; else only what the index
    /// knows.
    public var readsNotes: Bool

    /// Options; see the properties.
    public init(
        limit: Int = 10, isExact: Bool = false, explains: Bool = false, groupsByNote: Bool = false,
        isPlain: Bool = false, readsNotes: Bool = true
    ) {
        self.limit = limit
        self.isExact = isExact
        self.explains = explains
        self.groupsByNote = groupsByNote
        self.isPlain = isPlain
        self.readsNotes = readsNotes
    }
}
