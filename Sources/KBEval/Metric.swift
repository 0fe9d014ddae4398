/// A figure that says how well documents are ranked for a query: from 0, nothing good found, to 1, nothing better possible.
///
/// All agree with trec_eval. A document with a grade above 0 is an answer.
public enum Metric: String, Sendable, CaseIterable {
    /// Discounted cumulative gain of the first ten, divided by that of the best order there could be.
    ///
    /// A document at rank *r* gains grade / log2(r + 1) (Järvelin and Kekäläinen 2002, with trec_eval's linear gain).
    case ndcg = "nDCG@10"
    /// 1 divided by the rank of the first answer, when it is among the first ten.
    case reciprocalRank = "MRR@10"
    /// The share of all answers that is among the first hundred.
    case recall = "Recall@100"
    /// 1 when an answer is among the first three.
    case success = "success@3"

    /// How many documents it looks at.
    public var depth: Int {
        switch self {
        case .ndcg, .reciprocalRank: 10
        case .recall: 100
        case .success: 3
        }
    }

    /// The name in JSON and tables: `ndcg@10`.
    public var key: String { rawValue.lowercased() }
}
