public import KBModel

/// Prints a run in TREC's form.
public struct RunPresenter: Sendable {
    /// What the last column calls the run; one word.
    public var tag: String

    /// A presenter; see the property.
    public init(tag: String) { self.tag = tag }

    /// A line a document: query, `Q0`, document, rank from 1, score, tag.
    ///
    /// Scores are written so that reading them gives the same 32-bit numbers.
    public func render(_ run: Run) -> String {
        run.rankings.map { ranking in
            ranking.documents.enumerated().map { place, document in
                "\(ranking.query) Q0 \(document.id) \(place + 1) \(document.score) \(tag)\n"
            }.joined()
        }.joined()
    }
}
