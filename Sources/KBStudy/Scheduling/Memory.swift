/// How well a card is remembered, as FSRS models it.
public struct Memory: Hashable, Sendable {
    /// Days until the probability of recalling the card has fallen from 1 to .9; at least .001.
    public var stability: Double
    /// How hard it is to make the memory more stable, 1 (easy) to 10 (hard).
    public var difficulty: Double

    /// A memory of `stability` days and `difficulty` 1 to 10.
    public init(stability: Double, difficulty: Double) {
        self.stability = stability
        self.difficulty = difficulty
    }
}
