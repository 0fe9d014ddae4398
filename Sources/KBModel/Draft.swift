/// A text that is not in the vault yet.
public struct Draft: Equatable, Sendable {
    /// What it is called; empty when it has no name, as words that go into a note.
    public var title: String
    /// Its Markdown, with or without front matter and its title as a heading.
    public var text: String
    /// Where it will stand: the path in the vault of the new note, or of the note it goes into.
    public var path: String
    /// The tags it gets besides those in ``text``, without `#`.
    public var tags: [String]

    /// A draft; see the properties.
    public init(title: String, text: String, path: String, tags: [String] = []) {
        self.title = title
        self.text = text
        self.path = path
        self.tags = tags
    }
}
