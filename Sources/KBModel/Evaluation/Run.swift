/// What a search found for each query of a set.
public struct Run: Equatable, Sendable {
    /// What was found for one query.
    public struct Ranking: Equatable, Sendable {
        /// The query's ``EvaluationQuery/id``.
        public var query: String
        /// The documents found, each once.
        public var documents: [RankedDocument]

        /// `documents` for `query`.
        public init(query: String, documents: [RankedDocument]) {
            self.query = query
            self.documents = documents
        }
    }

    /// In the order of the query set; a query that found nothing has a ranking without documents.
    public var rankings: [Ranking]

    /// A run of `rankings`.
    public init(_ rankings: [Ranking] = []) { self.rankings = rankings }
}

/// What counts as one document when a search is judged.
public enum DocumentUnit: String, Sendable, CaseIterable {
    /// A section, called `PATH:LINE` for the first line of its own.
    case section
    /// A note with its best section, called by its path without extension.
    case note
}
