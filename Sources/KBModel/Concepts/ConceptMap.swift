/// Concepts with the relations between them: what `kb graph` draws.
public struct ConceptMap: Equatable, Sendable {
    /// One reason two concepts belong together, the strongest of its kind.
    public struct Edge: Equatable, Sendable {
        /// Index in ``ConceptMap/concepts``: for `narrower`, the broader of the two; else the lower index.
        public var from: Int
        /// Index in ``ConceptMap/concepts``.
        public var to: Int
        /// What ``to`` is to ``from``; never `broader`, which is `narrower` turned round.
        public var kind: RelationKind
        /// How strong the relation is; higher is stronger.
        public var weight: Double
        /// The text that says so.
        public var reason: Reason

        /// An edge; see the properties.
        public init(from: Int, to: Int, kind: RelationKind, weight: Double, reason: Reason) {
            self.from = from
            self.to = to
            self.kind = kind
            self.weight = weight
            self.reason = reason
        }
    }

    /// Most salient first; ties by name in byte order.
    public var concepts: [Concept]
    /// By ``Edge/from``, ``Edge/to``, then kind.
    public var edges: [Edge]

    /// A map; see the properties.
    public init(concepts: [Concept], edges: [Edge]) {
        self.concepts = concepts
        self.edges = edges
    }
}
