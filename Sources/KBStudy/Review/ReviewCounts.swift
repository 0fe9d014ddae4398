/// How many cards wait.
public struct ReviewCounts: Equatable, Sendable {
    /// Learnt before, and due.
    public var due: Int
    /// On their way through the short steps of learning.
    public var learning: Int
    /// Not seen yet, as many as may come up.
    public var new: Int

    /// So many of each.
    public init(due: Int = 0, learning: Int = 0, new: Int = 0) {
        self.due = due
        self.learning = learning
        self.new = new
    }

    /// All together.
    public var total: Int { due + learning + new }
}
