import KBText

/// How many notes link to the notes of the best sections.
public struct Backlinks: Equatable, Sendable {
    private let counts: [Int]
    /// The most that link to one note of the vault.
    public let most: Int

    /// None at all.
    public init() {
        counts = []
        most = 0
    }

    /// `counts` of the notes of the first sections, in their order, of `most` at most.
    public init(_ counts: [Int], most: Int) {
        self.counts = counts
        self.most = max(most, counts.max() ?? 0)
    }

    /// How many link to the note of the section at `place`; 0 where nobody counted.
    public func count(at place: Int) -> Int { counts.indices.contains(place) ? counts[place] : 0 }

    /// How much that says, from 0 to 1: a logarithm, since the second link says more than the twentieth.
    public func share(at place: Int) -> Double {
        let count = count(at: place)
        return count > 0 ? logarithm(1 + Double(count)) / logarithm(1 + Double(most)) : 0
    }
}
