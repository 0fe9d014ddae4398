/// A link with both its ends, or a mention that could be one.
public struct LinkUse: Equatable, Sendable {
    /// Where the other end was found.
    public enum Target: Equatable, Sendable {
        /// The path in the vault of a note or file.
        case file(String)
        /// An address outside the vault.
        case external(String)
        /// Nothing goes by this name.
        case unresolved(String)
        /// Several notes go by this name, equally near; their paths, in byte order.
        case ambiguous(String, [String])
    }

    /// The path of the note it is written in.
    public var path: String
    /// That note's title.
    public var title: String
    /// The line, counted from 1.
    public var line: Int
    /// How it was written; nil for a plain mention that is no link yet.
    public var kind: Link.Kind?
    /// What it points at.
    public var target: Target
    /// The heading or block in the target; nil when there is none.
    public var anchor: String?
    /// The words shown.
    public var text: String
    /// The sentence or item around it without markup, one line.
    public var context: Snippet

    /// A link; see the properties.
    public init(
        path: String, title: String, line: Int, kind: Link.Kind?, target: Target, anchor: String? = nil, text: String,
        context: Snippet
    ) {
        self.path = path
        self.title = title
        self.line = line
        self.kind = kind
        self.target = target
        self.anchor = anchor
        self.text = text
        self.context = context
    }
}
