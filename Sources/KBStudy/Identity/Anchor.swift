/// What a card or a line of a checklist looked like, and where it stood, when it was last seen.
public struct Anchor: Hashable, Sendable {
    /// What was made of the note's text.
    public enum Kind: String, Sendable, CaseIterable {
        /// A line of a checklist: something to do or to answer.
        case checklist
        /// A question and what follows it.
        case question
        /// A term and what it means.
        case definition
        /// A heading and the bullets below it.
        case heading
        /// A short form; its long form is asked for.
        case acronym
        /// A long form; its short form is asked for.
        case expansion
        /// The two sides of a card the author wrote: `Q:` and `A:`, `::`, `?`.
        case pair
        /// The same, asked the other way round: `:::`, `??`.
        case reversed
        /// A sentence with a gap.
        case cloze
    }

    /// What was made of the note's text.
    public var kind: Kind
    /// The note's path in the vault, with `/`.
    public var path: String
    /// Titles from the outermost heading to the one the text stands under.
    public var headingPath: [String]
    /// The name of the concept it is about, when it has one.
    public var concept: String?
    /// What it says: the line of the checklist, the question, the term, the whole sentence of a cloze.
    public var text: String
    /// What is asked for; empty for a line of a checklist.
    public var answer: String

    /// An anchor; see the properties.
    public init(
        _ kind: Kind, path: String, headingPath: [String] = [], concept: String? = nil, text: String,
        answer: String = ""
    ) {
        self.kind = kind
        self.path = path
        self.headingPath = headingPath
        self.concept = concept
        self.text = text
        self.answer = answer
    }
}
