import KBModel

/// A piece of a query, before its operators are applied.
struct QueryToken: Equatable {
    /// What the piece is.
    enum Kind: Equatable {
        /// A word, phrase, prefix, `NEAR(…)` or filter.
        case operand(Query.Clause)
        /// Punctuation that stands alone: nothing to look up, but an operator may have meant it.
        case noise(Query.Term)
        case open
        case close
        case or
        case and
        /// `-` or `NOT`, as typed.
        case not(String)
        /// `+`
        case plus
    }

    /// What the piece is.
    var kind: Kind
    /// Where it starts, in UTF-8 bytes.
    var offset: Int
}
