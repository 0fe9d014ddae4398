public import KBModel

/// What the notes say about one concept: where it is defined, which sections treat it, how the notes differ.
///
/// Notes may come in any order: the answers are the same.
public struct ConceptTreatment {
    /// The concept: an index in the catalog.
    public let concept: Int
    private let catalog: ConceptCatalog

    /// Nothing yet about `concept`, an index in `catalog`.
    public init(of concept: Int, in catalog: ConceptCatalog) {
        self.concept = concept
        self.catalog = catalog
    }

    /// Takes in one more note, with the mentions that ``MentionFinder/mentions(in:)`` found.
    public mutating func add(_ note: Note, _ mentions: [ConceptMention]) {}

    /// Where it stands, by path and line.
    public var mentions: [Source] { [] }

    /// How many sections mention it.
    public var sectionCount: Int { 0 }

    /// Sentences that say what it is, best first; ties by path, then by line.
    public func definitions(limit: Int? = nil) -> [Reason] { [] }

    /// Sections that treat it, best first; ties by path, then by line.
    public func sections(limit: Int? = nil) -> [ConceptSection] { [] }

    /// The topic as each note treats it.
    ///
    /// - Parameter limit: The most notes; nil for all.
    public func comparison(limit: Int? = nil) -> ConceptComparison {
        ConceptComparison(concept: Concept(name: "", notes: 0, sections: 0, salience: 0), shared: [], notes: [])
    }
}
