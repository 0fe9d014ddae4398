/// A concept next to another, and why.
public struct Neighbour: Equatable, Sendable {
    /// The neighbour's name.
    public var name: String
    /// How close it is; higher is closer, comparable within one answer.
    public var score: Double
    /// Every kind of relation between the two, strongest first.
    public var kinds: [RelationKind]
    /// The texts that say so, most telling first.
    public var reasons: [Reason]

    /// A neighbour; see the properties.
    public init(name: String, score: Double, kinds: [RelationKind], reasons: [Reason]) {
        self.name = name
        self.score = score
        self.kinds = kinds
        self.reasons = reasons
    }
}
