/// A query of a set that a ranking is judged with.
public struct EvaluationQuery: Hashable, Sendable {
    /// What judgements and runs call it: not empty, without white space.
    public var id: String
    /// What is asked, as a person would type it.
    public var text: String

    /// The query `text`, called `id`.
    public init(id: String, text: String) {
        self.id = id
        self.text = text
    }
}
