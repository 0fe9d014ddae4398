/// One place of a note where a concept of a ``ConceptCatalog`` stands in one of its spellings.
public struct ConceptMention: Equatable, Sendable {
    /// What the words do where they stand.
    public enum Role: UInt8, Sendable, CaseIterable {
        /// They stand in a heading.
        case heading
        /// They are what the note explains: `X: …`, `X is …`.
        case definitionTerm
        /// They are the text of a link.
        case linkText
        /// The author set them apart: bold, emphasis, `code`, highlight.
        case marked
        /// They open a list item, a paragraph or a row.
        case lead
        /// They stand in running text.
        case text
    }

    /// Index in ``ConceptCatalog/concepts``.
    public var concept: Int
    /// Index in ``Note/sections``.
    public var section: Int
    /// Index in ``Note/blocks``.
    public var block: Int
    /// The words: a range of ``Note/plain``.
    public var plain: Range<Int>
    /// The line they begin on, counted from 1.
    public var line: Int
    /// What they do there.
    public var role: Role

    /// A mention; see the properties.
    public init(concept: Int, section: Int, block: Int, plain: Range<Int>, line: Int, role: Role) {
        self.concept = concept
        self.section = section
        self.block = block
        self.plain = plain
        self.line = line
        self.role = role
    }
}
