/// A document of a run, with the score it was ranked by.
public struct RankedDocument: Hashable, Sendable {
    /// What judgements call it; without white space.
    public var id: String
    /// Higher is better.
    ///
    /// With the precision that trec_eval reads, so that what kb takes for different is different there too.
    public var score: Float

    /// `id`, ranked by `score`.
    public init(id: String, score: Float) {
        self.id = id
        self.score = score
    }
}
