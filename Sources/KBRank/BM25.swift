import KBModel
import KBText

/// Okapi BM25 over sections, with the pieces that depend on the vault worked out once.
///
/// - SeeAlso: Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond" (2009).
struct BM25 {
    /// `k1 · (1 − b + b · length / mean length)` for each length code.
    let damping: [Float]
    private let sections: Double

    init(_ table: SectionTable) {
        sections = Double(max(1, table.liveSections))
        let mean = table.meanLength > 0 ? table.meanLength : 1
        let b = RankingWeight.lengthPenalty
        damping = SectionLength.words.map { words in
            let length = min(Double(words) / mean, RankingWeight.longestCounted)
            return Float(RankingWeight.saturation * (1 - b + b * length))
        }
    }

    /// How much a word that stands in `count` sections says: `ln(1 + (N − n + ½) / (n + ½))`, never negative.
    func rarity(_ count: Int) -> Double {
        let n = min(Double(count), sections)
        return logarithm(1 + (sections - n + 0.5) / (n + 0.5))
    }

    /// What `frequency` occurrences earn, from 0 to `k1 + 1`.
    static func gain(_ frequency: Float, damping: Float) -> Float {
        frequency * Float(RankingWeight.saturation + 1) / (frequency + damping)
    }

    /// What `frequency` occurrences in a heading earn; headings are not normalised by length.
    static func headingGain(_ frequency: Float) -> Float { gain(frequency, damping: Float(RankingWeight.saturation)) }
}
