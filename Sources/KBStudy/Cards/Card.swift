public import struct KBModel.Source

/// One question with its answer, made from what a note says.
public struct Card: Hashable, Sendable {
    /// What it was made from, how it is asked, and by what it is known again.
    public var kind: Anchor.Kind
    /// What is shown first, without markup: the question, the term, the heading, the sentence of a cloze in full.
    public var front: String
    /// What is asked for, without markup; lines of a list or of code are separated by `\n`.
    public var back: String
    /// Where it stands: the note and the line of its front.
    public var source: Source
    /// Other places that say the same, by path and line.
    public var otherSources: [Source] = []
    /// Titles from the outermost heading to the one it stands under.
    public var headingPath: [String]
    /// What it is about, where the note says so: a term, a long form, a heading.
    public var concept: String?
    /// How often the answer of a cloze stands in its sentence before the gap.
    public var repeats: Int
    /// What its author lets show in the gap of a cloze; of a line of a checklist, what it stands below.
    public var hint: String?

    /// A card; see the properties.
    public init(
        _ kind: Anchor.Kind, front: String, back: String, source: Source, headingPath: [String] = [],
        concept: String? = nil, repeats: Int = 0, hint: String? = nil
    ) {
        self.kind = kind
        self.front = front
        self.back = back
        self.source = source
        self.headingPath = headingPath
        self.concept = concept
        self.repeats = repeats
        self.hint = hint
    }

    /// By what the card is known again.
    public var anchor: Anchor {
        // What stands below a line of a checklist may change without its becoming another line.
        Anchor(
            kind, path: source.path, headingPath: headingPath, concept: concept, text: front,
            answer: kind == .checklist ? "" : back)
    }

    /// Whether its author wrote it as a card.
    public var isWritten: Bool {
        switch kind {
        case .pair, .reversed, .cloze: true
        case .checklist, .question, .definition, .heading, .acronym, .expansion: false
        }
    }
}
