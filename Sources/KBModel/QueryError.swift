/// Why a query cannot be read as typed, and how many UTF-8 bytes into it.
public enum QueryError: Error, Equatable, Sendable {
    /// A `"` without its partner.
    case unclosedQuote(at: Int)
    /// A `(` without its `)`.
    case unclosedParenthesis(at: Int)
    /// A `)` without its `(`.
    case unopenedParenthesis(at: Int)
    /// `OR`, `-` or `NOT` with nothing to act on.
    case missingOperand(of: String, at: Int)
    /// `tag:`, `path:` and so on with nothing behind the colon.
    case emptyFilter(String, at: Int)
    /// `is:` with a word it does not know.
    case unknownFeature(String, at: Int)
    /// `before:` or `after:` with something that is no day.
    case unreadableDay(String, at: Int)
    /// `NEAR(…)` with fewer than two terms or an unreadable distance.
    case malformedNear(at: Int)
    /// Only exclusions, or nothing at all.
    case nothingRequired

    /// Where the slip is, in UTF-8 bytes from the start of the query; nil when it is the query as a whole.
    public var offset: Int? {
        switch self {
        case .unclosedQuote(let at), .unclosedParenthesis(let at), .unopenedParenthesis(let at),
            .missingOperand(_, let at), .emptyFilter(_, let at), .unknownFeature(_, let at),
            .unreadableDay(_, let at), .malformedNear(let at):
            at
        case .nothingRequired: nil
        }
    }
}
