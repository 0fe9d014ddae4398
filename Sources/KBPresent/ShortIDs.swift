public import KBStudy

/// Beginnings of ids, as short as each still tells apart all that are printed together.
public struct ShortIDs: Equatable, Sendable {
    /// The fewest letters: among 100,000 cards and lines, one in 300 shares five with another that is not printed.
    static let least = 5

    private let lengths: [StudyID: Int]
    /// The letters of the longest one.
    let width: Int

    /// Beginnings of `ids`, which may come in any order and more than once.
    public init(_ ids: some Sequence<StudyID>) {
        let sorted = Set(ids).sorted()
        var lengths: [StudyID: Int] = [:]
        for (index, id) in sorted.enumerated() {
            let neighbours = [index - 1, index + 1].filter(sorted.indices.contains).map { sorted[$0] }
            let shared = neighbours.map { ShortIDs.shared(id.text, $0.text) }.max() ?? 0
            lengths[id] = max(ShortIDs.least, shared + 1)
        }
        self.lengths = lengths
        width = lengths.reduce(0) { max($0, min($1.value, $1.key.text.utf8.count)) }
    }

    /// The beginning of `id`; all of it when it was not among the ids given.
    public func short(_ id: StudyID) -> String {
        lengths[id].map { String(id.text.prefix($0)) } ?? id.text
    }

    private static func shared(_ a: String, _ b: String) -> Int {
        zip(a.utf8, b.utf8).prefix { $0 == $1 }.count
    }
}
