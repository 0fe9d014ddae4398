public import KBModel
public import KBText

/// One thing to look up in the index, its words analysed by ``KBText/Tokenizer`` for a query.
public struct MatchLeaf: Hashable, Sendable {
    /// What is looked up.
    public enum Pattern: Hashable, Sendable {
        /// The words side by side, in this order; often one.
        case words([Token])
        /// The same, the last one only the beginning of a word.
        case prefix([Token])
        /// All groups of words, with at most `distance` words between them.
        case near([[Token]], distance: Int)
    }

    /// What is looked up.
    public var pattern: Pattern
    /// Where.
    public var field: Query.Field

    /// Looks for `pattern` in `field`.
    public init(_ pattern: Pattern, in field: Query.Field = .any) {
        self.pattern = pattern
        self.field = field
    }
}

/// A leaf in FTS5's own language, each term quoted so that none acts as an operator.
struct MatchExpression {
    var text: String
    /// Whether every phrase in it must hold.
    var isConjunction: Bool

    /// Nil when the leaf holds no word. `completions` are the terms that a prefix stands for beside itself.
    init?(_ leaf: MatchLeaf, completions: [String] = []) {
        switch leaf.pattern {
        case .words(let tokens):
            guard let phrases = MatchExpression.phrases(tokens) else { return nil }
            text = phrases.joined(separator: " AND ")
            isConjunction = true
        case .prefix(let tokens):
            let before = tokens.filter { !$0.isColocated }.map(\.term)
            guard let last = tokens.last(where: { !$0.isColocated }) else { return nil }
            let lead = before.dropLast()
            let exact = completions.map { MatchExpression.quoted(lead + [$0]) }
            text = ([MatchExpression.quoted(lead + [last.surface]) + " *"] + exact).joined(separator: " OR ")
            isConjunction = false
        case .near(let groups, let distance):
            let phrases = groups.compactMap { MatchExpression.phrases($0) }.flatMap { $0 }
            guard !phrases.isEmpty else { return nil }
            text = "NEAR(" + phrases.joined(separator: " ") + ", \(max(0, min(distance, 1_000_000))))"
            isConjunction = true
        }
        if leaf.field == .heading { text = "heading : (\(text))" }
    }

    /// One phrase, or several when a lone character of an unspaced script, which is a prefix, stands before other words.
    private static func phrases(_ tokens: [Token]) -> [String]? {
        var phrases: [String] = []
        var terms: [String] = []
        for token in tokens where !token.isColocated {
            terms.append(token.term)
            if token.isPartial {
                phrases.append(quoted(terms) + " *")
                terms = []
            }
        }
        if !terms.isEmpty { phrases.append(quoted(terms)) }
        return phrases.isEmpty ? nil : phrases
    }

    private static func quoted(_ terms: some Sequence<String>) -> String {
        let inner = terms.joined(separator: " ").replacingQuotes
        return "\"" + inner + "\""
    }
}

extension String {
    /// Every `"` twice, and no NUL, at which SQLite would stop reading.
    fileprivate var replacingQuotes: String {
        var result = ""
        for scalar in unicodeScalars where scalar.value != 0 {
            if scalar == "\"" { result.unicodeScalars.append(scalar) }
            result.unicodeScalars.append(scalar)
        }
        return result
    }
}
