/// Another name that a note gives itself in its front matter.
public struct NoteAlias: Hashable, Sendable {
    /// The note's title.
    public var title: String
    /// The other name.
    public var alias: String

    /// The note called `title` also goes by `alias`.
    public init(title: String, alias: String) {
        self.title = title
        self.alias = alias
    }
}
