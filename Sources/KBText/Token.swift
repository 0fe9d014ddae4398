/// One word of a text, ready for the index or for a query.
public struct Token: Hashable, Sendable {
    /// The word folded: lower case, without diacritics and apostrophes.
    public var surface: String
    /// What the index holds: the stem of ``surface``.
    public var term: String
    /// Where it stands: UTF-8 offsets into the text.
    public var range: Range<Int>
    /// Whether it stands at the position of the token before it instead of the next one.
    public var isColocated: Bool
    /// Whether the index may hold it only as the beginning of longer terms: a lone character of a script written
    /// without spaces, which is indexed in pairs.
    public var isPartial: Bool

    /// A token; see the properties.
    public init(surface: String, term: String, range: Range<Int>, isColocated: Bool = false, isPartial: Bool = false) {
        self.surface = surface
        self.term = term
        self.range = range
        self.isColocated = isColocated
        self.isPartial = isPartial
    }
}
