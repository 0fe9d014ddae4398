/// What `kb concepts` lists.
public struct ConceptList: Equatable, Sendable {
    /// In the order asked for.
    public var concepts: [Concept]
    /// How many pass the filter, those beyond its limit included.
    public var total: Int
    /// How many more there are below the cut.
    public var hidden: Int

    /// A list; see the properties.
    public init(concepts: [Concept], total: Int, hidden: Int) {
        self.concepts = concepts
        self.total = total
        self.hidden = hidden
    }
}
