public import KBModel

/// Adds up what words earn the sections they stand in.
public struct SectionScores: Sendable {
    private var scores: [Float]
    private var touched: [UInt32] = []

    /// No scores yet, for sections numbered below `capacity`.
    public init(capacity: Int) { scores = Array(repeating: 0, count: max(0, capacity)) }

    /// Gives `weight`, more than 0, to every section of `postings`.
    public mutating func add(_ weight: Double, to postings: Postings) {
        for section in postings.sections { add(weight, to: Int(section)) }
    }

    /// Gives `weight`, more than 0, to `section`.
    public mutating func add(_ weight: Double, to section: Int) {
        guard scores.indices.contains(section) else { return }
        if scores[section] == 0 { touched.append(UInt32(truncatingIfNeeded: section)) }
        scores[section] += Float(weight)
    }

    /// Takes all scores back.
    public mutating func removeAll() {
        for section in touched { scores[Int(section)] = 0 }
        touched.removeAll(keepingCapacity: true)
    }

    /// The sections with the highest scores, best first; at most `limit`. `breaksTie` says which of two with equal scores
    /// comes first.
    public func best(
        _ limit: Int, where isWanted: (Int) -> Bool = { _ in true }, breakingTiesBy breaksTie: (Int, Int) -> Bool
    ) -> [ScoredSection] {
        withoutActuallyEscaping(breaksTie) { breaksTie in
            var best = BestSections(limit: limit, breakingTiesBy: breaksTie)
            for section in touched where isWanted(Int(section)) {
                best.offer(ScoredSection(section: Int(section), score: Double(scores[Int(section)])))
            }
            return best.sorted()
        }
    }
}
