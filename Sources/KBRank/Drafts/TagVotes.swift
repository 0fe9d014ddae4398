/// Which tags the notes most like a text have in common.
public struct TagVotes: Sendable {
    /// A tag with what speaks for it.
    public struct Vote: Equatable, Sendable {
        /// The tag's number.
        public var tag: Int
        /// How much speaks for it, 0 and more.
        public var score: Double
        /// How many of the notes have it.
        public var notes: Int
    }

    /// What a tag gains whose own words the text has: as much as if a third of the notes had it.
    public static let named = 0.33
    /// What must speak for a tag to be told.
    public static let least = 0.3

    private var sums: [Int: (weight: Double, notes: Int)] = [:]
    private var total = 0.0

    /// No votes yet.
    public init() {}

    /// Lets a note vote for its `tags`, each once; `similarity` is 0 to 1.
    public mutating func add(_ tags: [Int], similarity: Double) {
        // The nearest know best.
        let weight = similarity * similarity
        total += weight
        for tag in tags {
            sums[tag, default: (0, 0)].weight += weight
            sums[tag, default: (0, 0)].notes += 1
        }
    }

    /// The tags that enough speaks for, best first, ties by number; `isNamed` tells those whose words the text has.
    public func votes(isNamed: (Int) -> Bool, among tags: some Sequence<Int>) -> [Vote] {
        tags.compactMap { tag -> Vote? in
            let (weight, notes) = sums[tag] ?? (0, 0)
            let isNamed = isNamed(tag)
            let score = (total > 0 ? weight / total : 0) + (isNamed ? TagVotes.named : 0)
            // One note alone proves nothing, unless the text has the word.
            guard score >= TagVotes.least, notes > 1 || isNamed else { return nil }
            return Vote(tag: tag, score: score, notes: notes)
        }.sorted { ($1.score, $0.tag) < ($0.score, $1.tag) }
    }
}
