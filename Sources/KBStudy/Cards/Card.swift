public import struct KBModel.Source

/// One question with its answer, made from what a note says.
public struct Card: Hashable, Sendable {
    /// What it was made from, how it is asked, and by what it is known again.
    public var kind: Anchor.Kind
    /// What is shown first, without markup: the question, the term, the heading, the sentence of a cloze in full.
    public var front: String
    /// What is asked for, without markup; lines of a list are separated by `\n`.
    public var back: String
    /// Where it stands: the note and the line of its front.
    public var source: Source
    /// Titles from the outermost heading to the one it stands under.
    public var headingPath: [String]
    /// What it is about, where the note says so: a term, a long form, a heading.
    public var concept: String?

    /// A card; see the properties.
    public init(
        _ kind: Anchor.Kind, front: String, back: String, source: Source, headingPath: [String] = [],
        concept: String? = nil
    ) {
        self.kind = kind
        self.front = front
        self.back = back
        self.source = source
        self.headingPath = headingPath
        self.concept = concept
    }

    /// By what the card is known again.
    public var anchor: Anchor {
        Anchor(kind, path: source.path, headingPath: headingPath, concept: concept, text: front, answer: back)
    }

    /// The question as it is put to the reader.
    public var prompt: String {
        switch kind {
        case .definition: "What is \(front)?"
        // "Metrics" says little without the heading above it.
        case .heading: headingPath.count > 1 ? "What belongs to \(front) (\(outer))?" : "What belongs to \(front)?"
        case .acronym: "What does \(front) stand for?"
        case .expansion: "What is the short form of \(front)?"
        case .cloze: withGap
        case .checklist, .question, .pair, .reversed: front
        }
    }

    /// The heading around the card's own.
    private var outer: String { headingPath.dropLast().last ?? "" }

    /// The sentence with dots where the answer first stands.
    private var withGap: String {
        let (text, gap) = (Array(front.utf8), Array(back.utf8))
        guard !gap.isEmpty, gap.count <= text.count,
            let start = (0...text.count - gap.count).first(where: { text[$0...].starts(with: gap) })
        else { return front }
        return String(decoding: text[..<start], as: UTF8.self) + "[…]"
            + String(decoding: text[(start + gap.count)...], as: UTF8.self)
    }
}
