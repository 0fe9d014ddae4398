/// A heading and the text up to the next one; what a search finds.
public struct Section: Equatable, Sendable {
    /// How the heading was written.
    public enum Kind: UInt8, Sendable, CaseIterable {
        /// Text before the first heading; it has no title of its own.
        case preamble
        /// `## Title`
        case atx
        /// A title underlined with `=` or `-`.
        case setext
        /// `<h2>Title</h2>`
        case html
        /// A short lone or bold line that a reader takes for a heading.
        case pseudo
    }

    /// How the heading was written.
    public var kind: Kind
    /// 1 for the outermost heading; 0 for the preamble. A pseudo-heading is one level below the heading it stands under.
    public var level: Int
    /// Index in ``Note/sections`` of the section this one stands under; nil at the top.
    public var parent: Int?
    /// From the heading's first line (the first line of text, for a preamble) to the line before the next heading.
    public var lines: LineRange
    /// The last line with all subsections.
    public var lastLine: Int
    /// The heading's words without markup: a range of ``Note/plain``; empty for a preamble.
    public var title: Range<Int>
    /// The text under the heading without markup, up to the next heading: a range of ``Note/plain``.
    public var body: Range<Int>
    /// The blocks under the heading, the heading's own block excluded: a range of ``Note/blocks``.
    public var blocks: Range<Int>
    /// The section's bytes in the decoded note, heading included: a range of ``Note/utf8``.
    public var bytes: Range<Int>
    /// The time budget in the heading, if it gives one.
    public var minutes: Minutes?
    /// The `#anchor` of the heading: GitHub's slug, `-1` and so on for repeats, or an explicit `{#id}`; empty for a preamble.
    public var anchor: String

    /// A section; see the properties.
    public init(
        kind: Kind, level: Int, parent: Int? = nil, lines: LineRange, lastLine: Int, title: Range<Int>,
        body: Range<Int>, blocks: Range<Int>, bytes: Range<Int>, minutes: Minutes? = nil, anchor: String = ""
    ) {
        self.kind = kind
        self.level = level
        self.parent = parent
        self.lines = lines
        self.lastLine = lastLine
        self.title = title
        self.body = body
        self.blocks = blocks
        self.bytes = bytes
        self.minutes = minutes
        self.anchor = anchor
    }
}
