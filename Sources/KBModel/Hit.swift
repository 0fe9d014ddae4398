/// A section that satisfies a query, scored.
public struct Hit: Equatable, Sendable {
    /// The note's path in the vault, with `/`.
    public var path: String
    /// The note's title.
    public var title: String
    /// The section's lines, heading included, without its subsections.
    public var lines: LineRange
    /// Titles from the outermost heading to the section's own; empty for text before the first heading.
    public var headingPath: [String]
    /// The lines of the section that answer.
    public var passage: LineRange
    /// Higher is better; only comparable within one answer.
    public var score: Double
    /// The words that show why.
    public var snippet: Snippet
    /// The numbers that add up to ``score``; empty unless asked for.
    public var explanation: [Contribution]

    /// A hit; see the properties.
    public init(
        path: String, title: String, lines: LineRange, headingPath: [String], passage: LineRange, score: Double,
        snippet: Snippet, explanation: [Contribution] = []
    ) {
        self.path = path
        self.title = title
        self.lines = lines
        self.headingPath = headingPath
        self.passage = passage
        self.score = score
        self.snippet = snippet
        self.explanation = explanation
    }
}

/// One addend of a hit's score.
public struct Contribution: Equatable, Sendable {
    /// The part of the ranking it comes from: `body`, `heading`, `path`, `phrase`, and so on.
    public var part: String
    /// The word or phrase that earned it, as looked up; empty when it belongs to the section as a whole.
    public var term: String
    /// What it adds to the score.
    public var value: Double
    /// The figures behind the value, in words: `tf 3, df 12 of 400, length 0.8 of average, weight 0.5`.
    public var arithmetic: String

    /// `part` earned `value` for `term`.
    public init(part: String, term: String, value: Double, arithmetic: String) {
        self.part = part
        self.term = term
        self.value = value
        self.arithmetic = arithmetic
    }
}
