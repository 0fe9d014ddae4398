internal import KBModel

/// Tells the sentences of a note that say what a concept is from those that merely mention it.
struct DefinitionFinder {
    /// A text that explains a concept.
    struct Found {
        /// How plainly it explains, 0 to 1.
        var score: Double
        var line: Int
        /// The text: a range of ``Note/plain``.
        var range: Range<Int>
        /// Where the concept stands in it.
        var words: Range<Int>
    }

    /// How plainly each form explains.
    enum Form {
        /// `X is a …`, `X refers to …`
        static let says = 1.0
        /// `X = …`
        static let equals = 0.95
        /// `X: a sentence`
        static let colon = 0.8
        /// `X measures …`
        static let verb = 0.7
        /// The first sentence below the heading `X`.
        static let underHeading = 0.6
        /// `X - a few words`
        static let dash = 0.5
        /// `long form (X)`
        static let bracket = 0.4
        /// Of an explanation that only lists parts: the share that is left.
        static let partly = 0.5
    }

    /// From this score on a text counts as a definition of the concept; a list of its parts does not.
    static let enough = 0.5

    private let note: Note

    init(_ note: Note) { self.note = note }

    /// What explains the concept of `mention`, at that mention; nil when it is a mere mention.
    func definition(at mention: ConceptMention) -> Found? {
        guard note.blocks.indices.contains(mention.block) else { return nil }
        let block = note.blocks[mention.block]
        if block.kind == .heading { return underHeading(mention) }
        // What does not open its line explains at most an acronym.
        if mention.role == .text, note.acronyms.isEmpty { return nil }
        let sentence = note.sentence(of: mention)
        let end = TextShape.trimmedEnd(note.plain, sentence)
        if end > sentence.lowerBound, note.plain[end - 1] == UInt8(ascii: "?") { return nil }
        if let found = written(mention) { return found }
        return said(mention, sentence) ?? bracketed(mention, sentence)
    }

    /// What the parser found: `X: …`, `X = …`, `X is a …`.
    private func written(_ mention: ConceptMention) -> Found? {
        guard mention.role == .definitionTerm else { return nil }
        let definition = note.definitions.first { $0.term.overlaps(mention.plain) }
        guard let definition, definition.text.lowerBound >= definition.term.upperBound else { return nil }
        // `Precision of a model: …` explains something else than precision.
        guard TextShape.fills(note.plain, mention.plain, definition.term) else { return nil }
        let between = note.plain[definition.term.upperBound..<definition.text.lowerBound]
        let isSentence = !between.contains(UInt8(ascii: ":")) && !between.contains(UInt8(ascii: "="))
        var score = between.contains(UInt8(ascii: "=")) ? Form.equals : isSentence ? Form.says : Form.colon
        if TextShape.isList(note.plain, definition.text) { score *= Form.partly }
        let range = definition.term.lowerBound..<max(definition.text.upperBound, mention.plain.upperBound)
        return Found(score: score, line: definition.line, range: range, words: mention.plain)
    }

    /// A sentence that the concept opens and that goes on as an explanation.
    private func said(_ mention: ConceptMention, _ sentence: Range<Int>) -> Found? {
        let cues = Cues.read(note.plain, mention.plain, in: sentence, role: .text)
        guard cues.contains(.leads) else { return nil }
        var after = mention.plain.upperBound..<sentence.upperBound
        TextShape.skipBracket(note.plain, &after)
        if TextShape.begins(note.plain, after, with: TextShape.copulas) {
            return Found(score: Form.says, line: mention.line, range: sentence, words: mention.plain)
        }
        if TextShape.begins(note.plain, after, with: TextShape.verbs) {
            return Found(score: Form.verb, line: mention.line, range: sentence, words: mention.plain)
        }
        guard cues.contains(.heads), TextShape.words(note.plain, after) >= TextShape.fewestWords else { return nil }
        let share = TextShape.isList(note.plain, after) ? Form.partly : 1
        return Found(score: Form.dash * share, line: mention.line, range: sentence, words: mention.plain)
    }

    /// An acronym in brackets behind its long form, or the other way round.
    private func bracketed(_ mention: ConceptMention, _ sentence: Range<Int>) -> Found? {
        let name = note.text(mention.plain)
        let spells = note.acronyms.contains { acronym in
            acronym.line == mention.line && (acronym.short == name || acronym.long == name)
        }
        return spells ? Found(score: Form.bracket, line: mention.line, range: sentence, words: mention.plain) : nil
    }

    /// The first sentence of the text right below a heading that names the concept and no more.
    private func underHeading(_ mention: ConceptMention) -> Found? {
        let title = note.blocks[mention.block].plain
        guard TextShape.fills(note.plain, mention.plain, title), note.blocks.indices.contains(mention.block + 1) else {
            return nil
        }
        let block = note.blocks[mention.block + 1]
        guard block.kind == .paragraph, block.depth == 0, !block.isQuestion else { return nil }
        guard let first = Sentences.ranges(in: note.plain, block.plain.clamped(to: 0..<note.plain.count)).first else {
            return nil
        }
        let end = TextShape.trimmedEnd(note.plain, first)
        guard end > first.lowerBound, note.plain[end - 1] == UInt8(ascii: "."),
            TextShape.words(note.plain, first) >= TextShape.fewestWords
        else { return nil }
        return Found(
            score: Form.underHeading, line: block.lines.first, range: first,
            words: first.lowerBound..<first.lowerBound)
    }
}
