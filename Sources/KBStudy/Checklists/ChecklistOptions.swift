/// How much of a checklist is wanted.
public struct ChecklistOptions: Equatable, Sendable {
    /// The most levels of list items, at least 1; nil for all.
    public var depth: Int?
    /// The most items; nil for all.
    public var limit: Int?
    /// Whether items carry what the notes say below them.
    public var withAnswers: Bool

    /// Everything, without answers.
    public init(depth: Int? = nil, limit: Int? = nil, withAnswers: Bool = false) {
        self.depth = depth
        self.limit = limit
        self.withAnswers = withAnswers
    }
}
