/// The 21 trainable weights of FSRS-6, `w0` to `w20`.
public struct Weights: Hashable, Sendable {
    /// In order; always 21, each within its bounds.
    public let values: [Double]

    /// The weights fitted to some hundred million reviews of Anki's users.
    ///
    /// - SeeAlso: `DEFAULT_PARAMETERS` in `fsrs/scheduler.py` of py-fsrs 6.3.2 (PyPI `fsrs`, MIT licence), which names
    ///   them after <https://github.com/open-spaced-repetition/awesome-fsrs/wiki/The-Algorithm#fsrs-6>.
    public static let standard = Weights(unchecked: [
        0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835, 0.0614, 0.2629,
        1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542,
    ])

    /// The least and the greatest value of each weight.
    ///
    /// - SeeAlso: `LOWER_BOUNDS_PARAMETERS` and `UPPER_BOUNDS_PARAMETERS`, as ``standard``.
    public static let bounds: [ClosedRange<Double>] = [
        0.001...100, 0.001...100, 0.001...100, 0.001...100, 1...10, 0.001...4, 0.001...4, 0.001...0.75, 0...4.5,
        0...0.8, 0.001...3.5, 0.001...5, 0.001...0.25, 0.001...0.9, 0...4, 0...1, 1...6, 0...2, 0...2, 0...0.8,
        0.1...0.8,
    ]

    /// Weights of someone's own; nil unless there are 21 and each lies within its ``bounds``.
    public init?(_ values: [Double]) {
        guard values.count == Weights.bounds.count, zip(values, Weights.bounds).allSatisfy({ $1.contains($0) }) else {
            return nil
        }
        self.values = values
    }

    private init(unchecked values: [Double]) { self.values = values }

    /// `w`_`index`_; only for the 21 there are.
    subscript(index: Int) -> Double { values[index] }
}
