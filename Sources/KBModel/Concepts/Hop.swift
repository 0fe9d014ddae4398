/// One step from concept to concept, with the text behind it.
public struct Hop: Equatable, Sendable {
    /// The concept it leaves.
    public var from: String
    /// The concept it reaches.
    public var to: String
    /// What ``to`` is to ``from``.
    public var kind: RelationKind
    /// The text that says so.
    public var reason: Reason

    /// A step; see the properties.
    public init(from: String, to: String, kind: RelationKind, reason: Reason) {
        self.from = from
        self.to = to
        self.kind = kind
        self.reason = reason
    }
}
