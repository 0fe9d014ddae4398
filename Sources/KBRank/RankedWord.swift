public import KBModel

/// One word of a query with where it stands, or with where each of several words that mean the same stand.
public struct RankedWord: Equatable, Sendable {
    /// One way the word may stand in a note.
    public struct Alternative: Equatable, Sendable {
        /// As looked up.
        public var text: String
        /// Where it stands.
        public var postings: Postings
        /// What one occurrence counts against one of the word itself: 1 for the word, less for an expansion.
        public var weight: Double

        /// `text`, which stands at `postings`.
        public init(_ text: String, _ postings: Postings, weight: Double = 1) {
            self.text = text
            self.postings = postings
            self.weight = weight
        }
    }

    /// As shown in explanations.
    public var text: String
    /// The word itself first, then what else it may stand for.
    public var alternatives: [Alternative]
    /// How often the query says it; 1 or more.
    public var repetitions: Int
    /// Whether the word rather says that something is asked for than what: `find`, `articles`, `example`.
    public var isRequest: Bool

    /// A word with its alternatives.
    public init(_ text: String, alternatives: [Alternative], repetitions: Int = 1, isRequest: Bool = false) {
        self.text = text
        self.isRequest = isRequest
        self.alternatives = alternatives
        self.repetitions = max(1, repetitions)
    }

    /// A word that stands for itself only.
    public init(_ text: String, _ postings: Postings, repetitions: Int = 1) {
        self.init(text, alternatives: [Alternative(text, postings)], repetitions: repetitions)
    }
}
