/// What a person holds of one document as an answer to one query.
public struct Judgement: Hashable, Sendable {
    /// The query's ``EvaluationQuery/id``.
    public var query: String
    /// The document: a note's path without its extension; `PATH:LINE` or `PATH#HEADING` for one section of it.
    public var document: String
    /// Above 0 for an answer, the more the better; 0 or less for none.
    public var grade: Int
    /// The line of the file of judgements, from 1.
    public var line: Int

    /// A judgement; see the properties.
    public init(query: String, document: String, grade: Int, line: Int) {
        self.query = query
        self.document = document
        self.grade = grade
        self.line = line
    }
}
