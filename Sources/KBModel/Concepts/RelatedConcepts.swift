/// The neighbours of a concept: what `kb related` answers.
public struct RelatedConcepts: Equatable, Sendable {
    /// The concept asked about; for several, the first.
    public var concepts: [Concept]
    /// Closest first; ties by name in byte order.
    public var related: [Neighbour]

    /// The neighbours of `concepts`.
    public init(concepts: [Concept], related: [Neighbour]) {
        self.concepts = concepts
        self.related = related
    }
}
