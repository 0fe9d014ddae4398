import KBText

/// How near a wording is to an older one, and whether it can be the same thing said anew.
struct Likeness {
    /// How much of the words is shared, by weight: 0 nothing, 1 all.
    let words: Double
    /// Whether one says the opposite of the other, or the same of something else. Then they are two things.
    let isOpposite: Bool
    /// Whether what is asked or said may be something else now.
    let isChanged: Bool
    /// Whether the newer text is the older one with many words added or taken away.
    let isExtension: Bool
    /// Whether both have words that the other lacks.
    let isMixed: Bool

    /// Compares an older wording with a newer one.
    init(_ old: Wording, _ new: Wording, by weights: WordWeights) {
        var onlyOld = old.content.filter { !new.content.contains($0) }
        var onlyNew = new.content.filter { !old.content.contains($0) }
        weights.dropRespelled(&onlyOld, &onlyNew)
        let (lost, gained) = (weights.sum(onlyOld), weights.sum(onlyNew))
        // A respelled word counts by its new weight.
        let shared = weights.sum(new.content) - gained
        let total = 2 * shared + lost + gained
        let dice = total > 0 ? 2 * shared / total : (old.key == new.key ? 1 : 0)
        let kept = min(old.content.count - onlyOld.count, new.content.count - onlyNew.count)
        isMixed = !onlyOld.isEmpty && !onlyNew.isEmpty
        isExtension =
            dice < Likeness.sameMeaning && kept >= Likeness.leastExtended && onlyOld.isEmpty != onlyNew.isEmpty
        words = isExtension ? max(dice, Likeness.extensionWorth) : dice

        // Nobody takes so little for one thing, and most pairs share little: the rest need not be looked at.
        guard words >= Likeness.leastWords else {
            isOpposite = false
            isChanged = true
            return
        }
        isOpposite =
            Likeness.holdsOpposites(old, new) || old.negations % 2 != new.negations % 2
            || Likeness.differ(old.labels, new.labels) || Likeness.differ(old.comparisons, new.comparisons)
            || Likeness.askDifferently(old, new) || weights.areApart(onlyOld, onlyNew)
            || Likeness.isExchanged(onlyOld, onlyNew, in: old, new, by: weights)
        isChanged =
            words < Likeness.sameMeaning || Likeness.replacement(onlyOld, onlyNew) != nil || old.amounts != new.amounts
            || old.labels != new.labels
            || old.asked != new.asked || Likeness.areTurned(old, new)
    }

    /// Below this share of common words two texts are two things.
    static let leastWords = 0.5
    /// Below this share of common words the meaning may have changed. Measured on pairs of wordings: see `docs/study.md`.
    static let sameMeaning = 0.75
    /// So many words must stand in both before more of them count as an addition.
    private static let leastExtended = 3
    /// What an addition is worth, however long: enough to be found in its place, too little to pass unmarked.
    private static let extensionWorth = 0.7

    private static func holdsOpposites(_ old: Wording, _ new: Wording) -> Bool {
        let onlyOld = old.surfaces.filter { !new.surfaces.contains($0) }
        let onlyNew = new.surfaces.filter { !old.surfaces.contains($0) }
        return onlyOld.contains { word in onlyNew.contains { Opposites.areOpposite(word, $0) } }
    }

    /// Whether both lists hold something, and each something that the other lacks.
    private static func differ<Element: Equatable>(_ old: [Element], _ new: [Element]) -> Bool {
        old.contains { !new.contains($0) } && new.contains { !old.contains($0) }
    }

    /// Whether both ask, and for answers of different kinds.
    private static func askDifferently(_ old: Wording, _ new: Wording) -> Bool {
        guard let one = old.asked, let other = new.asked else { return false }
        return one != other
    }

    /// Whether one word stands for another that the notes use beside it: `log features`, `log predictions`.
    ///
    /// Evidence, not knowledge: the old word is still in use, or the new one already was. The first word is let pass, since
    /// instructions begin with a verb, and verbs are exchanged freely.
    private static func isExchanged(
        _ onlyOld: [String], _ onlyNew: [String], in old: Wording, _ new: Wording, by weights: WordWeights
    ) -> Bool {
        guard let (gone, come) = replacement(onlyOld, onlyNew), old.content.first != gone || new.content.first != come
        else { return false }
        return weights.count(of: gone) > 0 || weights.isKnown(come)
    }

    /// The one word that was replaced by one other, unless it only grew: `data` to `dataset`, `leak` to `leakage`.
    private static func replacement(_ onlyOld: [String], _ onlyNew: [String]) -> (String, String)? {
        guard onlyOld.count == 1, onlyNew.count == 1, let gone = onlyOld.first, let come = onlyNew.first else {
            return nil
        }
        let isGrown =
            min(gone.utf8.count, come.utf8.count) >= leastGrown && (come.hasPrefix(gone) || gone.hasPrefix(come))
        return isGrown ? nil : (gone, come)
    }

    /// Shorter words begin too many others.
    private static let leastGrown = 4

    /// Whether the same words stand in another order around a word that gives a direction: `from a to b`, `a before b`.
    private static func areTurned(_ old: Wording, _ new: Wording) -> Bool {
        guard old.content != new.content, Set(old.content) == Set(new.content) else { return false }
        return old.surfaces.contains { directions.contains($0) } && new.surfaces.contains { directions.contains($0) }
    }

    private static let directions: Set<String> = [
        "before", "after", "from", "to", "into", "over", "under", "than", "by", "of", "instead", "rather", "without",
        "not", "given",
    ]
}
