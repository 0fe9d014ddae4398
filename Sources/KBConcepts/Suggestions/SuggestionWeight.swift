/// How much each signal counts, and how far each one looks.
///
/// Every signal is divided by the greatest value it takes among the candidates of one note, then weighted and summed.
/// Chosen on eight vaults with hidden links, of documentation and of personal notes; `docs/links.md` has the
/// measurements. The weights are round on purpose: fitted ones were worse on the vaults left out.
enum SuggestionWeight {
    /// Words in common, links, and names are equally good witnesses.
    static let words: Float = 1
    static let mention: Float = 1
    static let graph: Float = 1
    /// Says much the same as the graph, so that more would count it twice.
    static let neighbours: Float = 0.5
    static let alike: Float = 0.3
    /// Weak alone: they decide between candidates that the others find equally good.
    static let folder: Float = 0.3
    static let popular: Float = 0.3

    /// Words of a heading count once more, those of the title twice more.
    static let heading = 1
    static let title = 2

    /// How many of the most similar notes are asked what they link to.
    static let nearest = 15
    /// How many of them a walk may step to, as if they were linked.
    static let nearestInWalk = 8
    /// A step to a similar note against one along a link, for notes with the same words.
    static let similarStep: Float = 0.5
    /// The chance that a walk ends at each step.
    static let walkEnds: Float = 0.5
    /// A walk of more steps has one chance in 32 to come so far.
    static let walkSteps = 5
    /// Walks less likely than this are not followed: it bounds the notes a walk can reach.
    static let leastWalk: Float = 0.001

    /// Longer names are sentences, which nobody repeats in running text.
    static let longestName = 8
    /// A word in more than this share of the notes tells no two of them apart, and is the most expensive to look up.
    static let commonWord = 0.5
    /// In so few notes any word may tell them apart.
    static let fewNotes = 50
}
