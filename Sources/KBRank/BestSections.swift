/// The best few of many scored sections: a heap whose root is the worst one kept.
struct BestSections {
    private let limit: Int
    private let breaksTie: (Int, Int) -> Bool
    private var heap: [ScoredSection] = []

    /// Keeps `limit` sections; of two with equal scores the one that `breaksTie` puts first.
    init(limit: Int, breakingTiesBy breaksTie: @escaping (Int, Int) -> Bool) {
        self.limit = max(0, limit)
        self.breaksTie = breaksTie
    }

    private func isBetter(_ a: ScoredSection, _ b: ScoredSection) -> Bool {
        a.score == b.score ? breaksTie(a.section, b.section) : a.score > b.score
    }

    mutating func offer(_ candidate: ScoredSection) {
        if heap.count < limit {
            heap.append(candidate)
            rise(from: heap.count - 1)
        } else if let worst = heap.first, isBetter(candidate, worst) {
            heap[0] = candidate
            sink()
        }
    }

    /// What was kept, best first.
    func sorted() -> [ScoredSection] { heap.sorted(by: isBetter) }

    private mutating func rise(from start: Int) {
        var child = start
        while child > 0 {
            let parent = (child - 1) / 2
            guard isBetter(heap[parent], heap[child]) else { return }
            heap.swapAt(parent, child)
            child = parent
        }
    }

    private mutating func sink() {
        var parent = 0
        while true {
            var worst = parent
            for child in [2 * parent + 1, 2 * parent + 2] where child < heap.count && isBetter(heap[worst], heap[child])
            {
                worst = child
            }
            guard worst != parent else { return }
            heap.swapAt(worst, parent)
            parent = worst
        }
    }
}

/// A section with its score.
public struct ScoredSection: Equatable, Sendable {
    /// The section's number.
    public var section: Int
    /// Higher is better.
    public var score: Double

    /// `section` scored `score`.
    public init(section: Int, score: Double) {
        self.section = section
        self.score = score
    }
}
