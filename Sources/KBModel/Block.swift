/// A run of a note's text with one role: a paragraph, a list item, a row of a table.
///
/// Blocks come in document order and do not overlap; a list item's own text is one block, each nested item another.
public struct Block: Equatable, Sendable {
    /// The role of the text.
    public enum Kind: UInt8, Sendable, CaseIterable {
        /// The words of a heading or pseudo-heading.
        case heading
        case paragraph
        /// The text of a list item that is not a task.
        case item
        /// The text of a list item with a check box; its state is ``Block/taskState``.
        case task
        /// The lines of a fenced or indented code block.
        case code
        /// The cells of one row of a table, the header row included, joined by spaces.
        case tableRow
        /// Words out of raw HTML.
        case html
        /// The title line of a callout or alert.
        case callout
        /// The text of a footnote.
        case footnote
        /// A displayed formula.
        case math
    }

    /// The role of the text.
    public var kind: Kind
    /// How many list items enclose this block, its own included: 0 outside lists, 1 for a top-level item.
    public var depth: Int
    /// How many block quotes (or callouts) enclose it.
    public var quoteDepth: Int
    /// Index in ``Note/blocks`` of the list item that encloses this one; nil at the top level.
    public var parent: Int?
    /// The lines of the text itself. The text has one `\n` between each two of them, so a byte's line is
    /// `lines.first` plus the number of `\n` before it.
    public var lines: LineRange
    /// The text without markup: a range of ``Note/plain``.
    public var plain: Range<Int>
    /// The character between the brackets of a task's box: a space is open, anything else done (`-` cancelled).
    public var taskState: Unicode.Scalar?
    /// Whether the text asks something: it ends in `?`, or holds a sentence that does.
    public var isQuestion: Bool
    /// Obsidian's `^id` at the end of the block, without the caret.
    public var blockID: String?

    /// A block of `kind` on `lines` whose words are `plain`.
    public init(
        kind: Kind, depth: Int = 0, quoteDepth: Int = 0, parent: Int? = nil, lines: LineRange, plain: Range<Int>,
        taskState: Unicode.Scalar? = nil, isQuestion: Bool = false, blockID: String? = nil
    ) {
        self.kind = kind
        self.depth = depth
        self.quoteDepth = quoteDepth
        self.parent = parent
        self.lines = lines
        self.plain = plain
        self.taskState = taskState
        self.isQuestion = isQuestion
        self.blockID = blockID
    }
}
