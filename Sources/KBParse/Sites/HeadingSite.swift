/// Where the words of a heading stand.
///
/// All ranges are of ``KBModel/Note/utf8``.
public struct HeadingSite: Equatable, Sendable {
    /// The words with their markup: no `#`s, no `{#id}`, no block id, no blanks around them.
    public var title: Range<Int>
    /// The line below a setext heading, blanks and container marks left out; nil for other headings.
    public var underline: Range<Int>?
}
