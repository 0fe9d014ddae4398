public import KBModel

/// Finds where the concepts of a catalog stand in a note, in any of their spellings.
///
/// Words are cut and stemmed as in the full-text index, so that a phrase search for the spellings finds the same
/// notes. Where spellings overlap the longest counts, from left to right; one below the cut never hides one shown.
/// A spelling does not reach over a comma, a stop or the end of a block. Two or three capitals count only as capitals:
/// `IT` is not `it`. Code blocks and formulas hold no mentions.
///
/// A class, because it keeps the words met so far: not to be shared between threads.
public final class MentionFinder {
    /// The concepts looked for.
    public let catalog: ConceptCatalog
    /// The spellings looked for, for another finder of the same catalog.
    public let phrases: PhraseTable
    /// What the names of the concepts are made of.
    private(set) lazy var names = NameReader(catalog, phrases)

    private let reader: PhraseReader
    private var roles = RoleReader()

    /// A finder of every spelling in `catalog`.
    public convenience init(_ catalog: ConceptCatalog) { self.init(catalog, phrases: PhraseTable(catalog)) }

    /// A finder of `phrases`, which are the spellings in `catalog`: one for each thread.
    public init(_ catalog: ConceptCatalog, phrases: PhraseTable) {
        self.catalog = catalog
        self.phrases = phrases
        reader = PhraseReader(phrases)
    }

    /// Every mention in `note`, by position; at one position the longest first.
    public func mentions(in note: Note) -> [ConceptMention] {
        reader.forgetMany()
        var mentions: [ConceptMention] = []
        let sections = note.sectionsOfBlocks
        roles.begin(note)
        for (index, block) in note.blocks.enumerated() where block.kind != .code && block.kind != .math {
            reader.read(note.plain, block.plain)
            match { concept, words in
                mentions.append(
                    ConceptMention(
                        concept: concept, section: sections[index], block: index, plain: words,
                        line: roles.line(of: words.lowerBound, in: block, of: note),
                        role: roles.role(of: words, in: block, of: note)))
            }
        }
        return mentions
    }

    /// Hands the mentions among the words read to `visit`.
    private func match(_ visit: (_ concept: Int, _ words: Range<Int>) -> Void) {
        // Up to where words are taken by a concept shown, and by one below the cut.
        var (shownEnd, unshownEnd) = (0, 0)
        for start in reader.tokens.indices where start >= shownEnd && reader.begins(at: start) {
            var shown: PhraseReader.Match?
            var unshown: PhraseReader.Match?
            for match in reader.matches(from: start) {
                if match.isShown {
                    if match.count > shown?.count ?? 0 { shown = match }
                } else if match.count > unshown?.count ?? 0 {
                    unshown = match
                }
            }
            if let unshown, start >= unshownEnd, unshown.count > shown?.count ?? 0 {
                visit(unshown.concept, unshown.words)
                unshownEnd = start + unshown.count
            }
            if let shown {
                visit(shown.concept, shown.words)
                shownEnd = start + shown.count
            }
        }
    }
}
