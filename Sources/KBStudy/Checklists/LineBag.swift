import KBText

/// A line as folding compares it: its words by how much they tell.
struct LineBag {
    /// A word's stem and how much of it counts: a word that any line may hold counts little.
    struct Word {
        var stem: String
        var share: Double
        /// Whether it is a further word of one that was written short: `learning` of `ML`.
        var isContinued = false
        /// How much it tells among the lines of the vault; see ``FoldWeights``.
        var weight = 0.0
    }

    /// All words but function words, each once.
    var all: [Word]
    /// The stems of those that tell something, sorted.
    var telling: [String]
    /// Those outside brackets and before examples.
    var main: [Word]
    /// Those of what the line is about: its label, or what stands before brackets, arrows and examples.
    var core: [Word]
    /// Those of each sentence, of its label and of what a label explains, when there are several.
    var parts: [[Word]]
    /// The stems of all its words in order, and which of them tell something.
    var sequence: [(stem: String, tells: Bool)]
    /// The words as they stand there, to know opposites.
    var wording: Wording
    /// The words of the line and of all above it, headings but the note's title and parents, by their stems.
    var surroundings: [String: String]
    /// The stems of what it names: the last telling word of each side of an `and`.
    var heads: [String]
    /// Where it stands: a number for its note, and one for the line above it.
    var note: Int
    /// The line right above it in the list, or else its section.
    var list: Int
    /// The stem of the instruction it begins with.
    var verb: String?
    /// Whether it says what to do or asks, rather than names a thing.
    var isClause: Bool
    /// Whether it asks.
    var asks: Bool
    /// The stems of all above it, and those of the line or heading right above it.
    var context: Set<String>
    var nearest: Set<String>
    /// The stem of the last word of its core, telling or not.
    var last: String?
    /// The stem of what an instruction or a question is about: the last word of the first phrase behind it.
    var object: String?
    /// For a question with an `or`: the telling words of each side that the others have not.
    var alternatives: [[String]]
    /// The telling words that stand between the same two marks as one that negates.
    var negated: Set<String>
}
