/// The shortest chain of relations between two concepts: what `kb path` answers.
public struct ConceptPath: Equatable, Sendable {
    /// Where it starts.
    public var from: Concept
    /// Where it ends.
    public var to: Concept
    /// In order; nil when no chain joins the two, empty when they are one concept.
    public var hops: [Hop]?

    /// A chain; see the properties.
    public init(from: Concept, to: Concept, hops: [Hop]?) {
        self.from = from
        self.to = to
        self.hops = hops
    }
}
