/// A phrase that a note uses in a way that may name a concept, with how the note uses it.
public struct TermUse: Equatable, Sendable {
    /// The phrase as written, its words one space apart.
    public var spelling: String
    /// The same for all spellings that differ only in case, number, hyphens, the order of words or their endings.
    public var key: UInt64
    /// How often the note uses it in each role.
    public var counts: TermCounts

    /// A use; see the properties.
    public init(spelling: String, key: UInt64, counts: TermCounts) {
        self.spelling = spelling
        self.key = key
        self.counts = counts
    }
}
