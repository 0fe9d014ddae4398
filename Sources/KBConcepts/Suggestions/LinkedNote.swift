/// What is known of a note before its text is read: its names and its links.
public struct LinkedNote: Equatable, Sendable {
    /// The path in the vault, with `/`.
    public var path: String
    /// The title.
    public var title: String
    /// Its other names.
    public var aliases: [String]
    /// The notes it links to, by their places in the list it is part of.
    public var links: [Int]

    /// A note; see the properties.
    public init(path: String, title: String, aliases: [String] = [], links: [Int] = []) {
        self.path = path
        self.title = title
        self.aliases = aliases
        self.links = links
    }
}
