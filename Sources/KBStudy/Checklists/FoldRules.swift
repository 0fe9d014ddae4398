/// Whether two lines make one point.
struct FoldRules {
    let weights: FoldWeights

    /// From this likeness on two lines are one item.
    static let enough = 0.72

    /// How alike two lines are, 0 to 1; 0 for those that something holds apart.
    func likeness(_ a: LineBag, _ b: LineBag) -> Double {
        let plain = wordLikeness(a, b)
        guard plain >= FoldRules.enough, !FoldRules.areApart(a, b) else { return 0 }
        return plain
    }

    private func wordLikeness(_ a: LineBag, _ b: LineBag) -> Double {
        var best = dice(a.all, b.all)
        best = max(best, 0.97 * dice(a.core, b.core))
        for part in a.parts { best = max(best, 0.9 * dice(part, b.parts.isEmpty ? b.all : b.core)) }
        for part in b.parts { best = max(best, 0.9 * dice(part, a.parts.isEmpty ? a.all : a.core)) }
        return best
    }

    /// Twice what two have in common, by weight, against all of both.
    private func dice(_ a: [LineBag.Word], _ b: [LineBag.Word]) -> Double {
        guard !a.isEmpty, !b.isEmpty else { return 0 }
        var (shared, total) = (0.0, 0.0)
        for word in a {
            let weight = weights.weight(word)
            total += weight
            if let other = b.first(where: { $0.stem == word.stem }) { shared += min(weight, weights.weight(other)) }
        }
        total += weights.sum(b)
        // What is shared must tell something: two lines of words that any line holds are not alike for it.
        guard shared >= FoldRules.leastShared else { return 0 }
        return total > 0 ? 2 * shared / total : 0
    }

    private static let leastShared = 1.0

    /// Whether one says the opposite of the other, or the same of something else.
    static func areApart(_ a: LineBag, _ b: LineBag) -> Bool {
        if a.wording.negations % 2 != b.wording.negations % 2 { return true }
        if differ(a.wording.labels, b.wording.labels) || differ(a.wording.comparisons, b.wording.comparisons) {
            return true
        }
        let onlyA = a.surroundings.filter { !b.surroundings.contains($0) }
        let onlyB = b.surroundings.filter { !a.surroundings.contains($0) }
        return onlyA.contains { word in onlyB.contains { Opposites.areOpposite(word, $0) } }
    }

    private static func differ<Element: Equatable>(_ a: [Element], _ b: [Element]) -> Bool {
        a.contains { !b.contains($0) } && b.contains { !a.contains($0) }
    }
}
