public import KBModel

/// A concept of a ``ConceptCatalog``: a name, its other spellings, and what the notes of the vault say with them.
public struct CatalogConcept: Equatable, Sendable {
    /// The spelling shown.
    public var name: String
    /// The name first, then the other spellings, most used first, ties in byte order; each once, whatever its case.
    public var spellings: [String]
    /// The keys of the terms it is made of (``TermTotals/key``), ascending.
    public var keys: [UInt64]
    /// In how many notes it stands: of its most used spelling, at least; never more than the vault holds.
    public var notes: Int
    /// How often all spellings together were met in each role.
    public var counts: TermCounts
    /// How much it stands out among the concepts of the vault, 0 to 1; higher is better.
    public var salience: Double
    /// Whether it is shown without being asked for.
    public var isShown: Bool
    /// Whether the vocabulary says that it is never shown.
    public var isHidden: Bool
    /// What the vocabulary sets above it: indexes in ``ConceptCatalog/concepts``, ascending.
    public var broader: [Int]
    /// What the vocabulary sets below it: indexes, ascending.
    public var narrower: [Int]
    /// What the vocabulary sets beside it: indexes, ascending.
    public var related: [Int]

    /// A concept; see the properties.
    public init(
        name: String, spellings: [String], keys: [UInt64], notes: Int, counts: TermCounts, salience: Double,
        isShown: Bool, isHidden: Bool = false, broader: [Int] = [], narrower: [Int] = [], related: [Int] = []
    ) {
        self.name = name
        self.spellings = spellings
        self.keys = keys
        self.notes = notes
        self.counts = counts
        self.salience = salience
        self.isShown = isShown
        self.isHidden = isHidden
        self.broader = broader
        self.narrower = narrower
        self.related = related
    }
}
