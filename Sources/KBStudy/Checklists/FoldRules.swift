import KBText

/// Whether two lines make one point.
///
/// They share most of their words by weight, or one is what the other is about, and nothing holds them apart: opposites in
/// them or above them, other numbers, one negated and one not. Where all they share is a single word, what stands above
/// them has to agree as well.
struct FoldRules {
    let weights: FoldWeights
    private let apart: FoldBarriers

    /// Rules for the lines in `bags`.
    init(weights: FoldWeights, bags: [LineBag]) {
        self.weights = weights
        apart = FoldBarriers(bags)
    }

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
        let likeness = a.note == b.note ? dice(a.all, b.all) : bestLikeness(a, b)
        return likeness >= (a.note == b.note ? FoldRules.enoughInNote : FoldRules.leastInItem) && !areApart(a, b)
    }

    /// How alike two lines are, 0 to 1; 0 for those that are two points.
    func likeness(_ a: LineBag, _ b: LineBag) -> Double {
        if a.note == b.note {
            let likeness = dice(a.all, b.all)
            let needed = a.list != b.list ? FoldRules.enoughInNote : FoldRules.enoughInList
            return likeness >= needed && !areApart(a, b) ? likeness : 0
        }
        let likeness = bestLikeness(a, b)
        guard likeness >= FoldRules.enough, !areApart(a, b) else { return 0 }
        return likeness
    }

    /// Whether one says the opposite of the other, or the same of something else.
    func areApart(_ a: LineBag, _ b: LineBag) -> Bool { apart.areApart(a, b) }

    // MARK: - Words

    /// How alike two lines are, whatever holds them apart.
    func bestLikeness(_ a: LineBag, _ b: LineBag) -> Double {
        let special = max(
            max(deedLikeness(a, b), deedLikeness(b, a)),
            max(objectLikeness(a, b), objectLikeness(b, a)),
            max(questionLikeness(a, b), questionLikeness(b, a)), choiceLikeness(a, b))
        let words = wordLikeness(a, b)
        return words > special && words >= FoldRules.leastInItem && isSupported(a, b) ? words : special
    }

    /// How much of their words two lines share, whatever holds them apart.
    func wordLikeness(_ a: LineBag, _ b: LineBag) -> Double {
        let whole = dice(a.all, b.all)
        var best = whole
        // What two lines are about may be the same and what they say of it not: `Latency: 100 ms`, `Latency: by region`.
        let isBare = rest(a) < FoldRules.mostRest || rest(b) < FoldRules.mostRest
        let shared = sharedTelling(a.core, b.core)
        let least = shared > 1 ? FoldRules.leastWhole : FoldRules.leastWholeOfOne
        let core = dice(a.core, b.core)
        if isBare || whole >= least || (shared > 1 && core >= FoldRules.same) {
            best = max(best, FoldRules.coreShare * core)
        }
        let main = dice(a.main, b.main)
        let isChain = max(a.parts.count, b.parts.count) > FoldRules.mostParts
        best = max(best, sharedTelling(a.main, b.main) > 2 && !isChain ? FoldRules.ofMany * main : main)
        return max(best, partLikeness(a, b), partLikeness(b, a))
    }

    /// How many telling words stand in both.
    private func sharedTelling(_ a: [LineBag.Word], _ b: [LineBag.Word]) -> Int {
        a.count { word in
            word.share == 1 && !word.isContinued && b.contains { $0.stem == word.stem && !$0.isContinued }
        }
    }

    /// How alike two parts are; a single word that they share is enough only where both tell nothing else.
    private func partDice(_ a: [LineBag.Word], _ b: [LineBag.Word]) -> Double {
        let isAlone = a.count { $0.share == 1 } == 1 && b.count { $0.share == 1 } == 1
        return isAlone || sharedTelling(a, b) > 1 ? dice(a, b) : 0
    }

    /// How alike a part of `a` is to `b`, to what `b` is about, or to a part of it.
    private func partLikeness(_ a: LineBag, _ b: LineBag) -> Double {
        let (one, other) = (weights.sum(a.main), weights.sum(b.main))
        var best = 0.0
        for part in a.parts {
            let share = weights.sum(part) / max(one, .leastNormalMagnitude)
            let whole = b.parts.isEmpty ? partDice(part, b.main) : 0
            if share >= FoldRules.leastPart || (share >= FoldRules.leastAside && whole >= FoldRules.same && !b.isClause)
            {
                best = max(best, whole)
            }
            if b.isClause, share >= FoldRules.leastPart { best = max(best, partDice(part, b.core)) }
            for piece in b.parts where sharedTelling(part, piece) > 1 {
                let likeness = dice(part, piece)
                let shares = (share, weights.sum(piece) / max(other, .leastNormalMagnitude))
                let isAside =
                    !(a.isClause && b.isClause) && max(shares.0, shares.1) >= FoldRules.leastOfShorter
                    && min(shares.0, shares.1) >= FoldRules.leastAside
                    && max(a.parts.count, b.parts.count) <= FoldRules.mostParts
                if likeness >= FoldRules.same, isAside || min(shares.0, shares.1) >= FoldRules.leastOfBoth {
                    best = max(best, likeness)
                }
            }
        }
        return FoldRules.partShare * best
    }

    /// Whether `name` is the noun of what `deed` tells to do: `Monitoring`, `Monitor the model in production`.
    private func deedLikeness(_ name: LineBag, _ deed: LineBag) -> Double {
        guard let verb = deed.verb, !name.isClause, name.note != deed.note, name.telling == [verb],
            weights.weight(of: verb) >= FoldRules.leastDeed
        else { return 0 }
        return FoldRules.likely
    }

    /// Whether `deed`, below a heading that names the rest of it, is about what `name` names: `Offline metrics`, and
    /// `Discuss metrics` below `Offline evaluation`.
    private func objectLikeness(_ name: LineBag, _ deed: LineBag) -> Double {
        guard !name.isClause, let object = deed.object, name.heads == [object], name.telling.count > 1,
            rest(name) < FoldRules.mostRest
        else { return 0 }
        let isNamed = name.telling.allSatisfy { $0 == object || deed.nearest.contains($0) }
        return isNamed && !name.telling.allSatisfy(deed.telling.contains) ? FoldRules.likely : 0
    }

    /// Whether a question asks for nothing else than what another line is about, in the same place of the work.
    private func questionLikeness(_ short: LineBag, _ long: LineBag) -> Double {
        guard short.asks, long.isClause, let object = short.telling.first, short.telling.count == 1 else { return 0 }
        if long.asks, weights.share(of: object) >= FoldRules.rare, long.telling.contains(object),
            isSupported(short, long, from: FoldRules.supportsQuestion)
        {
            return FoldRules.likely
        }
        guard long.object == object else { return 0 }
        let shared = short.context.intersection(long.context).filter { $0 != object }
        return shared.count >= 2 ? FoldRules.likely : 0
    }

    /// Whether two questions leave the same choice: one thing or another, one of which both name.
    private func choiceLikeness(_ a: LineBag, _ b: LineBag) -> Double {
        let isShared = a.alternatives.contains { side in
            b.alternatives.contains(side) && side.contains { weights.share(of: $0) >= FoldRules.rare }
        }
        return isShared ? FoldRules.likely : 0
    }

    /// Whether two lines that stand above lines that say the same may head the same list: they share a telling word.
    func mayHead(_ a: LineBag, _ b: LineBag) -> Bool {
        guard a.note != b.note, !areApart(a, b) else { return false }
        let other = Set(b.telling)
        return a.telling.contains { other.contains($0) && weights.share(of: $0) >= FoldRules.rare }
    }

    /// How alike two lines are that head the same list.
    static let heading = 0.62

    private static let likely = 0.65
    /// Common verbs name too much: `test`, `train`.
    private static let leastDeed = 3.5
    private static let rare = 0.6

    /// Whether two lines share more than one telling word, or what stands in one and above the other agrees too.
    private func isSupported(_ a: LineBag, _ b: LineBag, from least: Double = FoldRules.supports) -> Bool {
        let other = Set(b.all.lazy.map(\.stem))
        let shared = Set(a.all.lazy.map(\.stem).filter(other.contains))
        let telling = a.telling.filter(shared.contains)
        guard let word = telling.first else { return shared.count > 1 && dice(a.all, b.all) >= FoldRules.enough }
        if sharedTelling(a.all, b.all) > 1 { return true }
        if shared.count > 1, weights.share(of: word) >= FoldRules.rarest { return true }
        if let last = a.last, last == b.last, shared.contains(last), word != last { return true }
        let (one, two) = (a.context.union(a.all.map(\.stem)), b.context.union(b.all.map(\.stem)))
        return one.contains { stem in
            two.contains(stem) && !shared.contains(stem) && !FoldRules.isNumber(stem)
                && weights.share(of: stem) >= least
        }
    }

    private static func isNumber(_ stem: String) -> Bool { stem.utf8.allSatisfy { $0 < UInt8(ascii: "a") } }

    private static let supports = 0.4
    private static let supportsQuestion = 0.3
    private static let rarest = 0.85

    /// The share of a line that is not what it is about.
    private func rest(_ bag: LineBag) -> Double {
        let all = weights.sum(bag.main)
        return all > 0 ? 1 - weights.sum(bag.core) / all : 0
    }

    private static let mostRest = 0.2
    private static let leastWhole = 0.35
    private static let leastWholeOfOne = 0.5
    private static let coreShare = 0.97
    private static let partShare = 0.92
    /// Three telling words that agree say more than their share of two long lines.
    private static let ofMany = 1.12
    private static let leastPart = 0.3
    /// Parts of two long lines have to be most of both.
    private static let leastOfBoth = 0.45
    private static let leastOfShorter = 0.4
    /// A line of more parts is a chain of steps, which names much in passing.
    private static let mostParts = 4
    /// A remark in a long line is a point when it is just what the other line says.
    private static let leastAside = 0.12
    private static let same = 0.8

    /// Twice what two have in common, by weight, against all of both.
    private func dice(_ a: [LineBag.Word], _ b: [LineBag.Word]) -> Double {
        guard !a.isEmpty, !b.isEmpty else { return 0 }
        var (shared, total) = (0.0, 0.0)
        for word in a {
            let weight = word.weight
            total += weight
            if let other = b.first(where: { $0.stem == word.stem }) { shared += min(weight, other.weight) }
        }
        total += weights.sum(b)
        // What is shared must tell something: two lines of words that any line holds are not alike for it.
        guard shared >= FoldRules.leastShared else { return 0 }
        return total > 0 ? 2 * shared / total : 0
    }

    private static let leastShared = 1.6
}
