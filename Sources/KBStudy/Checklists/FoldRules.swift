import KBText

/// Whether two lines make one point.
///
/// They share most of their words by weight, or one is what the other is about, and nothing holds them apart: opposites in
/// them or above them, other numbers, one negated and one not.
struct FoldRules {
    let weights: FoldWeights
    /// By stem: the words that stand on lines with it, to know which of its companions have an opposite there.
    private let companions: [String: Set<String>]

    /// Rules for the lines in `bags`.
    init(weights: FoldWeights, bags: [LineBag]) {
        self.weights = weights
        var companions: [String: Set<String>] = [:]
        for bag in bags {
            for word in bag.all where word.share == 1 {
                companions[word.stem, default: []].formUnion(bag.wording.surfaces.prefix(FoldRules.longest))
            }
        }
        self.companions = companions
    }

    private static let longest = 40

    /// From this likeness on two lines of different notes are one item.
    private static let enough = 0.6
    /// From this likeness on two of one note are: an author seldom says a thing twice.
    private static let enoughInNote = 0.85
    /// From this likeness on two of one list are.
    private static let enoughInList = 0.95
    /// Lines of one item are at least so alike, each with each.
    private static let leastInItem = 0.45

    /// Whether two lines can stand in one item with others.
    func mayMeet(_ a: LineBag, _ b: LineBag) -> Bool {
        let likeness = bestLikeness(a, b)
        return likeness >= (a.note == b.note ? FoldRules.enoughInNote : FoldRules.leastInItem) && !areApart(a, b)
    }

    /// How alike two lines are, 0 to 1; 0 for those that are two points.
    func likeness(_ a: LineBag, _ b: LineBag) -> Double {
        let likeness = bestLikeness(a, b)
        let needed =
            a.note != b.note
            ? FoldRules.enough : a.list != b.list ? FoldRules.enoughInNote : FoldRules.enoughInList
        guard likeness >= needed, !areApart(a, b) else { return 0 }
        return likeness
    }

    // MARK: - Words

    /// How alike two lines are, whatever holds them apart.
    func bestLikeness(_ a: LineBag, _ b: LineBag) -> Double {
        max(wordLikeness(a, b), deedLikeness(a, b), deedLikeness(b, a))
    }

    /// How much of their words two lines share, whatever holds them apart.
    func wordLikeness(_ a: LineBag, _ b: LineBag) -> Double {
        let whole = dice(a.all, b.all)
        var best = whole
        // What two lines are about may be the same and what they say of it not: `Latency: 100 ms`, `Latency: by region`.
        if rest(a) < FoldRules.mostRest || rest(b) < FoldRules.mostRest || whole >= FoldRules.leastWhole {
            best = max(best, FoldRules.coreShare * dice(a.core, b.core))
        }
        return max(best, partLikeness(a, b), partLikeness(b, a))
    }

    /// How alike a part of `a` is to `b`, to what `b` is about, or to a part of it.
    private func partLikeness(_ a: LineBag, _ b: LineBag) -> Double {
        let (one, other) = (weights.sum(a.main), weights.sum(b.main))
        var best = 0.0
        for part in a.parts {
            let share = weights.sum(part) / max(one, .leastNormalMagnitude)
            let whole = b.parts.isEmpty ? dice(part, b.main) : 0
            if share >= FoldRules.leastPart || (share >= FoldRules.leastAside && whole >= FoldRules.same && !b.isClause)
            {
                best = max(best, whole)
            }
            guard share >= FoldRules.leastPart else { continue }
            if b.isClause { best = max(best, dice(part, b.core)) }
            for piece in b.parts where weights.sum(piece) >= FoldRules.leastPart * other {
                best = max(best, dice(part, piece))
            }
        }
        return FoldRules.partShare * best
    }

    /// Whether `name` is the noun of what `deed` tells to do: `Monitoring`, `Monitor the model in production`.
    private func deedLikeness(_ name: LineBag, _ deed: LineBag) -> Double {
        guard let verb = deed.verb, !name.isClause, name.note != deed.note, FoldRules.telling(name) == [verb],
            weights.weight(LineBag.Word(stem: verb, share: 1)) >= FoldRules.leastDeed
        else { return 0 }
        return FoldRules.deed
    }

    private static let deed = 0.65
    /// Common verbs name too much: `test`, `train`.
    private static let leastDeed = 3.5

    /// The share of a line that is not what it is about.
    private func rest(_ bag: LineBag) -> Double {
        let all = weights.sum(bag.main)
        return all > 0 ? 1 - weights.sum(bag.core) / all : 0
    }

    private static let mostRest = 0.2
    private static let leastWhole = 0.55
    private static let coreShare = 0.97
    private static let partShare = 0.92
    private static let leastPart = 0.3
    /// A remark in a long line is a point when it is just what the other line says.
    private static let leastAside = 0.15
    private static let same = 0.8

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

    private static let leastShared = 1.6

    // MARK: - What holds two lines apart

    /// Whether one says the opposite of the other, or the same of something else.
    func areApart(_ a: LineBag, _ b: LineBag) -> Bool {
        if a.wording.negations % 2 != b.wording.negations % 2 { return true }
        if FoldRules.lacks(a) != FoldRules.lacks(b) { return true }
        if FoldRules.differ(a.wording.labels, b.wording.labels)
            || FoldRules.differ(a.wording.comparisons, b.wording.comparisons)
        {
            return true
        }
        if FoldRules.nameDifferently(a, b) || isNarrower(a, b) || isNarrower(b, a) { return true }
        let onlyA = a.surroundings.filter { b.surroundings[$0.key] == nil }.values
        let onlyB = b.surroundings.filter { a.surroundings[$0.key] == nil }.values
        return onlyA.contains { word in onlyB.contains { Opposites.areOpposite(word, $0) } }
    }

    private static func lacks(_ bag: LineBag) -> Bool { bag.wording.surfaces.contains("without") }

    /// Whether two names end in different words and are not the same words in another order: `model training`, `models`.
    private static func nameDifferently(_ a: LineBag, _ b: LineBag) -> Bool {
        guard !a.isClause, !b.isClause, !a.heads.isEmpty, !b.heads.isEmpty else { return false }
        if a.heads.contains(where: b.heads.contains) { return false }
        let (one, other) = (telling(a), telling(b))
        return one != other
    }

    private static func telling(_ bag: LineBag) -> [String] { bag.all.filter { $0.share == 1 }.map(\.stem).sorted() }

    /// Whether `a` has a word more, and the notes have its opposite beside the same words: `online evaluation` is not
    /// `evaluation` where there is `offline evaluation` too.
    private func isNarrower(_ a: LineBag, _ b: LineBag) -> Bool {
        let shared = a.all.filter { word in word.share == 1 && b.all.contains { $0.stem == word.stem } }
        guard !shared.isEmpty else { return false }
        let extra = a.surfacesOfContent.filter { b.surroundings[$0.stem] == nil }
        return extra.contains { word in
            shared.contains { (companions[$0.stem] ?? []).contains { Opposites.areOpposite(word.surface, $0) } }
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
