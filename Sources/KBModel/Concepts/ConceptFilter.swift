/// Which concepts `kb concepts` lists.
public struct ConceptFilter: Equatable, Sendable {
    /// Only concepts one of whose spellings holds this text, case-blind; nil for all.
    public var text: String?
    /// Whether those below the cut are listed too.
    public var includesAll: Bool
    /// Only concepts that at least so many notes mention.
    public var minimumNotes: Int
    /// The most concepts to list; nil for no limit.
    public var limit: Int?
    /// Whether each carries its mentions, which reads every note that holds one.
    public var withMentions: Bool

    /// A filter; the default lists every concept that is shown.
    public init(
        text: String? = nil, includesAll: Bool = false, minimumNotes: Int = 1, limit: Int? = nil,
        withMentions: Bool = false
    ) {
        self.text = text
        self.includesAll = includesAll
        self.minimumNotes = minimumNotes
        self.limit = limit
        self.withMentions = withMentions
    }
}

/// The order of a list of concepts; ties by name in byte order.
public enum ConceptOrder: String, Sendable, CaseIterable {
    /// Most salient first.
    case salience
    /// By name, case-blind.
    case name
    /// In the most notes first.
    case notes
    /// In the most sections first.
    case sections
}

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
