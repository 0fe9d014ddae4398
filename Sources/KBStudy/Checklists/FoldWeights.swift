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

    /// A line whose words carry their weights.
    func weighed(_ bag: LineBag) -> LineBag {
        var bag = bag
        bag.all = weighed(bag.all)
        bag.main = weighed(bag.main)
        bag.core = weighed(bag.core)
        bag.parts = bag.parts.map(weighed)
        return bag
    }

    private func weighed(_ words: [LineBag.Word]) -> [LineBag.Word] {
        words.map { word in
            var word = word
            word.weight = word.share * weight(of: word.stem)
            return word
        }
    }

    /// The weight of a stem that counts in full.
    func weight(of stem: String) -> Double { logarithm(1 + lines / Double(max(1, counts[stem] ?? 1))) }

    /// The weight of a stem against that of one that stands once in the vault, 0 to 1.
    func share(of stem: String) -> Double { weight(of: stem) / logarithm(1 + lines) }

    /// The weight of some words together.
    func sum(_ words: [LineBag.Word]) -> Double { words.reduce(0) { $0 + $1.weight } }
}
