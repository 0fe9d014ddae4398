/// A place in a note's plain text where a word or phrase of the query stands.
public struct TermMatch: Equatable, Sendable {
    /// Which word of the query, counted from 0.
    public var term: Int
    /// Where: a range of ``Note/plain``, in UTF-8 bytes.
    public var range: Range<Int>

    /// The query's word number `term` stands at `range`.
    public init(term: Int, range: Range<Int>) {
        self.term = term
        self.range = range
    }
}
