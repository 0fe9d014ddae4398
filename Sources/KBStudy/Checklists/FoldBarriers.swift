import KBText

/// What holds two lines apart, however alike they are.
struct FoldBarriers {
    /// By stem: the words that stand on lines with it, to know which of its companions have an opposite there.
    private let companions: [String: Set<String>]
    private let memo = OppositeMemo()

    /// Barriers among the lines in `bags`.
    init(_ bags: [LineBag]) {
        var companions: [String: Set<String>] = [:]
        for bag in bags {
            for word in bag.all where word.share == 1 {
                companions[word.stem, default: []].formUnion(bag.wording.surfaces.prefix(FoldBarriers.longest))
            }
        }
        self.companions = companions
    }

    /// Words behind so many of a line are not compared.
    private static let longest = 40

    /// Whether one says the opposite of the other, or the same of something else.
    func areApart(_ a: LineBag, _ b: LineBag) -> Bool {
        if differInNegation(a, b) { return true }
        if FoldBarriers.lacks(a) != FoldBarriers.lacks(b) { return true }
        if FoldBarriers.differ(a.wording.labels, b.wording.labels)
            || FoldBarriers.differ(a.wording.comparisons, b.wording.comparisons)
        {
            return true
        }
        if FoldBarriers.areParallel(a.sequence, b.sequence) { return true }
        if FoldBarriers.nameDifferently(a, b) || isNarrower(a, b) || isNarrower(b, a) { return true }
        let onlyA = a.surroundings.filter { b.surroundings[$0.key] == nil }.values
        let onlyB = b.surroundings.filter { a.surroundings[$0.key] == nil }.values
        return onlyA.contains { word in onlyB.contains { memo.areOpposite(word, $0) } }
    }

    /// Whether one line negates what the other says as it is.
    private func differInNegation(_ a: LineBag, _ b: LineBag) -> Bool {
        if a.negated.isEmpty, b.negated.isEmpty { return false }
        return a.all.contains { word in
            a.negated.contains(word.stem) != b.negated.contains(word.stem)
                && b.all.contains { $0.stem == word.stem }
        }
    }

    /// Whether two lines say the same of two things: `Export all drivers of a device`, `Restart all drivers of a device`.
    private static func areParallel(
        _ a: [(stem: String, tells: Bool)], _ b: [(stem: String, tells: Bool)]
    ) -> Bool {
        let start = zip(a, b).prefix { $0.0.stem == $0.1.stem }.count
        let rest = min(a.count, b.count) - start
        let end = zip(a.reversed(), b.reversed()).prefix(rest).prefix { $0.0.stem == $0.1.stem }.count
        let (one, other) = (a[start..<a.count - end], b[start..<b.count - end])
        let common = a[..<start] + a[(a.count - end)...]
        guard common.count(where: \.tells) >= leastCommon, common.count >= one.count, common.count >= other.count else {
            return false
        }
        let (left, right) = (one.filter(\.tells).map(\.stem), other.filter(\.tells).map(\.stem))
        return !left.isEmpty && !right.isEmpty && !left.contains(where: right.contains)
    }

    /// Lines that have but a word in common are not built alike.
    private static let leastCommon = 2

    private static func lacks(_ bag: LineBag) -> Bool { bag.wording.surfaces.contains("without") }

    /// Whether two names end in different words and are not the same words in another order: `model training`, `models`.
    private static func nameDifferently(_ a: LineBag, _ b: LineBag) -> Bool {
        guard !a.isClause, !b.isClause, !a.heads.isEmpty, !b.heads.isEmpty else { return false }
        if a.heads.contains(where: b.heads.contains) { return false }
        return a.telling != b.telling
    }

    /// Whether `a` has a word more, and the notes have its opposite beside the same words: `online evaluation` is not
    /// `evaluation` where there is `offline evaluation` too. A line that names both is not narrower for one of them.
    private func isNarrower(_ a: LineBag, _ b: LineBag) -> Bool {
        let shared = a.all.filter { word in word.share == 1 && b.all.contains { $0.stem == word.stem } }
        guard !shared.isEmpty else { return false }
        let extra = a.surfacesOfContent.filter { b.surroundings[$0.stem] == nil }
        let own = a.wording.surfaces
        return extra.contains { word in
            let isPaired = own.contains { other in
                memo.areOpposite(word.surface, other) && !shared.contains { $0.stem == Stemmer.stem(other) }
            }
            return !isPaired
                && shared.contains { (companions[$0.stem] ?? []).contains { memo.areOpposite(word.surface, $0) } }
        }
    }

    private static func differ<Element: Equatable>(_ a: [Element], _ b: [Element]) -> Bool {
        a.contains { !b.contains($0) } && b.contains { !a.contains($0) }
    }
}

extension LineBag {
    /// The words of the line itself that say something, as they stand there, with their stems.
    fileprivate var surfacesOfContent: [(surface: String, stem: String)] {
        wording.surfaces.prefix(40).filter { !StopWords.contains($0) }.map { ($0, Stemmer.stem($0)) }
    }
}
