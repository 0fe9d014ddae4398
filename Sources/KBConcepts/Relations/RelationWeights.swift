internal import KBModel

/// How much each way of standing next to each other says, 0 to 1; the measured effects are in `docs/concepts.md`.
struct RelationWeights {
    /// In one sentence, next to each other.
    var sentence = 0.4
    /// How fast that falls with each mention between the two.
    var sentenceDecay = 0.85
    /// In one block, in different sentences.
    var block = 0.1
    /// The head of a line and what follows it: `X: a, b`.
    var head = 0.6
    /// Pieces of one enumeration.
    var piece = 0.6
    /// `X such as a`, `a is an X`.
    var example = 0.6
    /// A term and what explains it.
    var defines = 0.6
    /// An item under an item.
    var itemUnderItem = 0.8
    /// An item under a heading.
    var itemUnderHeading = 0.4
    /// Text under a heading or an item.
    var textUnderHeading = 0.15
    /// A heading under a heading.
    var headingUnderHeading = 0.4
    /// What each level between the two leaves.
    var level = 0.3
    /// Heads of items of one list of two; longer lists say less, by the power below.
    var sibling = 0.3
    var siblingPower = 0.5
    /// Headings side by side, likewise.
    var headingSibling = 0.25
    /// What a mention that is not what its block is about leaves of a parentage.
    var aside = 0.4
    /// A name that holds the other's: `batch inference`, `inference`.
    var nested = 0.2
    /// A link between their notes.
    var link = 0.4
    /// How much a neighbour that stands everywhere is discounted: its sections to this power.
    var hubPower = 0.75
    /// How much the neighbour's salience counts: to this power.
    var saliencePower = 0.5
    /// How much further notes that say the same add: their number to this power.
    var notePower = 0.7
    /// What a shared word in the names adds.
    var sharedWord = 0.3
    /// What a neighbour without any salience is taken for.
    static let leastSalience = 0.05
    /// What keeping the same company is worth, against the closest neighbour.
    var company = 0.5
}
