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
