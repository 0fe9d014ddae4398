/// An idea the notes treat: one name and any number of other spellings.
public struct Concept: Equatable, Sendable {
    /// The spelling shown.
    public var name: String
    /// The other spellings, most used first, then in byte order; each once, whatever its case.
    public var aliases: [String]
    /// How many notes mention it in any spelling.
    public var notes: Int
    /// How many sections mention it.
    public var sections: Int
    /// How much it stands out among the concepts of the vault, 0 to 1; higher is better.
    public var salience: Double
    /// Whether it is shown without `--all`.
    public var isShown: Bool
    /// Where it stands, by path and line; empty unless asked for.
    public var mentions: [Source]

    /// A concept; see the properties.
    public init(
        name: String, aliases: [String] = [], notes: Int, sections: Int, salience: Double, isShown: Bool = true,
        mentions: [Source] = []
    ) {
        self.name = name
        self.aliases = aliases
        self.notes = notes
        self.sections = sections
        self.salience = salience
        self.isShown = isShown
        self.mentions = mentions
    }
}
