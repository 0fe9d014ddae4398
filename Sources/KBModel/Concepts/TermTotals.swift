/// A phrase as all notes of a vault use it.
public struct TermTotals: Equatable, Sendable {
    /// The phrase as written, its words one space apart.
    public var spelling: String
    /// See ``TermUse/key``.
    public var key: UInt64
    /// How many notes use this spelling.
    public var notes: Int
    /// How often the notes together use it in each role.
    public var counts: TermCounts

    /// Totals; see the properties.
    public init(spelling: String, key: UInt64, notes: Int, counts: TermCounts) {
        self.spelling = spelling
        self.key = key
        self.notes = notes
        self.counts = counts
    }
}
