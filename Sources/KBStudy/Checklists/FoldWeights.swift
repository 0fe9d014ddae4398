import KBText

/// How much a stem tells among the lines of the vault: ln(1 + N / n).
struct FoldWeights {
    private var counts: [String: Int] = [:]
    private var lines = 0

    /// Counts the words of one line.
    mutating func add(_ words: [LineBag.Word]) {
        lines += 1
        for word in words { counts[word.stem, default: 0] += 1 }
    }

    /// The weight of a word.
    func weight(_ word: LineBag.Word) -> Double {
        word.share * logarithm(1 + Double(max(1, lines)) / Double(max(1, counts[word.stem] ?? 1)))
    }

    /// The weight of some words together.
    func sum(_ words: [LineBag.Word]) -> Double { words.reduce(0) { $0 + weight($1) } }

    /// How many lines hold a word.
    func count(of stem: String) -> Int { counts[stem] ?? 0 }
}
