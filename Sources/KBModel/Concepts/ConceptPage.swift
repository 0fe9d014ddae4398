/// All that the notes say about one concept: what `kb concept` answers.
public struct ConceptPage: Equatable, Sendable {
    /// The concept, with its mentions.
    public var concept: Concept
    /// Sentences that say what it is, best first.
    public var definitions: [Reason]
    /// Concepts above it, closest first.
    public var broader: [Neighbour]
    /// Concepts below it, closest first.
    public var narrower: [Neighbour]
    /// Other neighbours, closest first.
    public var related: [Neighbour]
    /// Sections that treat it, best first; ties by path, then by line.
    public var sections: [ConceptSection]

    /// A page; see the properties.
    public init(
        concept: Concept, definitions: [Reason], broader: [Neighbour], narrower: [Neighbour], related: [Neighbour],
        sections: [ConceptSection]
    ) {
        self.concept = concept
        self.definitions = definitions
        self.broader = broader
        self.narrower = narrower
        self.related = related
        self.sections = sections
    }
}
