/// Something to know about a ``ChangePlan``: what it could not do, or what it did beside what was asked.
public struct ChangeRemark: Equatable, Sendable {
    /// What it is about.
    public enum Kind: String, Sendable, CaseIterable {
        /// A link that led to a note leads nowhere afterwards.
        case dangling
        /// A link that led nowhere leads to a note afterwards.
        case found
        /// A link cannot be kept leading where it does.
        case unkept
        /// A note or file was left as it is: it is not valid UTF-8, say.
        case skipped
        /// A tag or heading of the new name is there already; the two become one, or share a name.
        case merged
        /// Another note has the name that a new one would have got.
        case namesake
        /// Something of a template or an import that kb cannot express.
        case unmapped
    }

    /// What it is about.
    public var kind: Kind
    /// The path of the note before the change; empty for a remark about the whole plan.
    public var path: String
    /// The line before the change, counted from 1; nil when there is none.
    public var line: Int?
    /// The reason in words, without a final full stop.
    public var text: String

    /// A remark about `line` of the note at `path`.
    public init(_ kind: Kind, path: String, line: Int? = nil, _ text: String) {
        self.kind = kind
        self.path = path
        self.line = line
        self.text = text
    }
}
