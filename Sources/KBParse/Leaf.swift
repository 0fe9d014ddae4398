/// Bytes of the note: the text of one line of a leaf, its container's marks and its indentation cut off.
struct Segment {
    var start: Int
    var end: Int
}

/// A block that holds text, as the block pass leaves it: which lines, in which containers, not yet read for inlines.
struct Leaf {
    enum Kind: UInt8 {
        case heading
        case paragraph
        /// A list item; the lines are its first paragraph, none when it starts with another block.
        case item
        case fence
        case indented
        case html
        case table
        case math
        /// The line that opens a `:::` container.
        case container
    }

    var kind: Kind
    /// The level of a heading.
    var level = 0
    var isSetext = false
    /// The line of the leaf's mark: the fence, the bullet, the `#`; else of its first text.
    var line: Int
    /// Where that line starts in the note, container marks included.
    var lineStart: Int
    /// The line of the first segment.
    var textLine: Int
    var firstSegment: Int
    var segmentCount = 0
    /// How many list items enclose the leaf, its own included.
    var depth: Int
    var quoteDepth: Int
    /// Index of the enclosing item among the leaves; -1 at the top level.
    var parent: Int
    var inFootnote = false
    /// The first leaf of a quote: its first line may name a callout.
    var opensQuote = false
    /// Whether a blank line, or nothing, stands right above.
    var blankAbove = false
    /// A task's mark, found when the item's text is read.
    var lastLine: Int
    /// Index among the note's blocks, known once the inline pass has been here; -1 when it gave none.
    var block = -1
}

/// A block that holds other blocks.
struct Container {
    enum Kind: UInt8 {
        case quote
        case item
        case footnote
    }

    var kind: Kind
    /// How many columns an item's content stands right of its parent's.
    var padding = 0
    /// The leaf of an item.
    var leaf = -1
    var hasContent = false
}
