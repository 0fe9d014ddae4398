import KBText

/// How much a stem tells among the lines of the vault: ln(1 + N / n).
struct FoldWeights {
    private let counts: [String: Int]
    private let lines: Double

    /// Weights by what was counted in `words`.
    init(_ words: VaultWords) {
        counts = words.stems()
        lines = Double(max(FoldWeights.fewLines, words.lines))
    }

    /// In a vault of fewer lines a word that stands once would count like a common one.
    private static let fewLines = 50

    /// The weight of a word.
    func weight(_ word: LineBag.Word) -> Double {
        word.share * logarithm(1 + lines / Double(max(1, counts[word.stem] ?? 1)))
    }

    /// The weight of some words together.
    func sum(_ words: [LineBag.Word]) -> Double { words.reduce(0) { $0 + weight($1) } }
}
