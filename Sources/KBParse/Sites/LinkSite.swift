/// Where a link stands in a note, piece by piece.
///
/// All ranges are of ``KBModel/Note/utf8``. What stands there is as written: escaped, percent-encoded, quoted.
public struct LinkSite: Equatable, Sendable {
    /// How the link is written, as far as changing it goes.
    public enum Form: Sendable {
        /// `[[target#anchor|text]]`, perhaps with `!` before it.
        case wiki
        /// `[text](target#anchor "title")`, perhaps with `!` before it.
        case inline
        /// `[text][label]`; target and anchor stand in the definition of the label.
        case reference
        /// `<https://…>` or a bare address.
        case address
        /// `href` or `src` of a tag.
        case html
        /// `source` of a `:::image` line.
        case container
        /// `[[target#anchor|text]]` as a value of the front matter.
        case yaml
    }

    /// How the link is written.
    public var form: Form
    /// All of it, marks and brackets included; of HTML the opening tag, of front matter the scalar with its quotes.
    public var whole: Range<Int>
    /// The target without the anchor; empty, at its place, when there is none.
    public var target: Range<Int>
    /// What follows the `#`; nil when there is no `#`.
    public var anchor: Range<Int>?
    /// The words shown: behind the `|`, or between the brackets; nil when they are not written.
    public var text: Range<Int>?
    /// What encloses the target: `<`, a quotation mark; nil when nothing does.
    public var mark: UInt8?
    /// The definition that holds the target, an index of ``NoteSites/definitions``; nil for all other forms.
    public var definition: Int?
    /// Whether the pieces stand there for themselves. False for a scalar of the front matter written with escapes: only
    /// ``whole`` can be replaced then, and target, anchor and text are empty.
    public var isExact: Bool

    /// The definition `definition`, number `index` of the note's, as the place where all links through it are changed.
    public init(_ definition: DefinitionSite, index: Int) {
        let end = definition.anchor?.upperBound ?? definition.target.upperBound
        self.init(
            .reference, whole: definition.target.lowerBound..<end, target: definition.target,
            anchor: definition.anchor, mark: definition.mark, definition: index)
    }

    init(
        _ form: Form, whole: Range<Int>, target: Range<Int>, anchor: Range<Int>? = nil, text: Range<Int>? = nil,
        mark: UInt8? = nil, definition: Int? = nil, isExact: Bool = true
    ) {
        self.form = form
        self.whole = whole
        self.target = target
        self.anchor = anchor
        self.text = text
        self.mark = mark
        self.definition = definition
        self.isExact = isExact
    }
}
