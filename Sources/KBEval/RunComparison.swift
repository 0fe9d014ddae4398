import KBText

/// Two evaluations of the same queries, side by side.
public struct RunComparison: Equatable, Sendable {
    /// What one metric says of both.
    public struct Row: Equatable, Sendable {
        /// The metric.
        public var metric: Metric
        /// The mean of the first.
        public var base: Double
        /// The mean of the second.
        public var mean: Double
        /// How many queries the second answers better, and how many worse.
        public var better: Int
        /// How many queries the second answers worse.
        public var worse: Int
        /// How probable a difference in means at least this large is, in either direction, if it were chance which of the
        /// two a query's figure comes from: below .05 is usually taken for more than chance.
        public var probability: Double
    }

    /// One row a metric, in the order of ``Metric``.
    public var rows: [Row]

    /// How many times signs are drawn: the probability is then right within .01.
    public static let draws = 10_000

    /// Compares `evaluation` with `base`, query by query; a query that only one holds counts 0 for the other.
    ///
    /// The probability is that of a two-sided paired randomisation test (Smucker, Allan and Carterette 2007), with
    /// random numbers that are the same at every call.
    public init(_ evaluation: Evaluation, against base: Evaluation) {
        let others = Dictionary(base.queries.map { ($0.query, $0) }, uniquingKeysWith: { first, _ in first })
        rows = Metric.allCases.map { metric in
            let differences = evaluation.queries.map { $0[metric] - (others[$0.query]?[metric] ?? 0) }
            return Row(
                metric: metric, base: base.mean(metric), mean: evaluation.mean(metric),
                better: differences.count { $0 > Self.tolerance }, worse: differences.count { $0 < -Self.tolerance },
                probability: Self.probability(of: differences))
        }
    }

    /// Differences below this are rounding.
    private static let tolerance = 1e-9

    private static func probability(of differences: [Double]) -> Double {
        let sizes = differences.map(abs).filter { $0 > tolerance }
        guard !sizes.isEmpty else { return 1 }
        let observed = abs(differences.reduce(0, +))
        var random = SplitMix(seed: 1)
        var asLarge = 0
        for _ in 0..<draws {
            var sum = 0.0
            var bits: UInt64 = 0
            for (index, size) in sizes.enumerated() {
                if index.isMultiple(of: 64) { bits = random.next() }
                sum += bits & 1 == 1 ? size : -size
                bits >>= 1
            }
            if abs(sum) >= observed - tolerance { asLarge += 1 }
        }
        return Double(asLarge + 1) / Double(draws + 1)
    }
}
