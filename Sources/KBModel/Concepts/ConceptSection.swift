/// A section that treats a concept.
public struct ConceptSection: Equatable, Sendable {
    /// The note's path in the vault, with `/`.
    public var path: String
    /// The note's title; empty when it is not known.
    public var title: String
    /// The line of the first mention, or of the heading when that mentions it.
    public var line: Int
    /// Titles from the outermost heading to the section's own; empty for text before the first heading.
    public var headingPath: [String]
    /// How much of the section is about the concept; higher is better, comparable within one answer.
    public var score: Double
    /// The words that mention it.
    public var snippet: Snippet

    /// A section; see the properties.
    public init(
        path: String, title: String = "", line: Int, headingPath: [String], score: Double, snippet: Snippet
    ) {
        self.path = path
        self.title = title
        self.line = line
        self.headingPath = headingPath
        self.score = score
        self.snippet = snippet
    }
}
