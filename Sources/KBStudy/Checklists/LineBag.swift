import KBText

/// A line as folding compares it: its words by how much they tell.
struct LineBag {
    /// A word's stem and how much of it counts: a word that any line may hold counts little.
    struct Word {
        var stem: String
        var share: Double
    }

    /// All words but function words, each once.
    var all: [Word]
    /// Those of what the line is about: its label, or what stands before brackets, arrows and examples.
    var core: [Word]
    /// Those of each sentence, of its label and of what a label explains, when there are several.
    var parts: [[Word]]
    /// The words as they stand there, to know opposites.
    var wording: Wording
    /// The words of the line and all above it: headings but the note's title, parents.
    var surroundings: Set<String>
    /// The words above the line, as stems.
    var above: Set<String>
    /// How many words the text has.
    var length: Int
    /// Whether it says what to do or asks, rather than names a thing.
    var isClause: Bool
}
