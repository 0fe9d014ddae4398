/// Where a tag stands in a note.
///
/// All ranges are of ``KBModel/Note/utf8``.
public struct TagSite: Equatable, Sendable {
    /// In what the tag stands.
    public enum Place: Equatable, Sendable {
        /// In running text, behind `#`.
        case text
        /// It is an item of a list of the front matter. Taking `removal` out takes the item out, unless it is the list's
        /// first.
        case item(removal: Range<Int>)
        /// It is a word of a text in the front matter. Taking `removal` out takes the word out, unless it is the first.
        case word(removal: Range<Int>)
    }

    /// In what the tag stands.
    public var place: Place
    /// The tag without `#`.
    public var name: Range<Int>
    /// The scalar of the front matter it stands in, quotes included; nil in running text.
    public var scalar: Range<Int>?
    /// Whether ``name`` stands there for itself. False for a scalar written with escapes: only the scalar can be
    /// replaced.
    public var isExact: Bool
}
