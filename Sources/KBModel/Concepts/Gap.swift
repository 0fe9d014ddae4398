/// Something the notes leave open: a line of `kb gaps`.
public struct Gap: Equatable, Sendable {
    /// What kind of gap; the raw value is what is printed and JSON carries. In the order they are printed.
    public enum Kind: String, Sendable, CaseIterable {
        /// A concept that several notes use and none says what it is.
        case undefined
        /// An acronym that no note spells out.
        case acronym
        /// A heading that most notes beside this one have.
        case heading
        /// A note that links to none and that no note links to or mentions.
        case orphan
    }

    /// What kind.
    public var kind: Kind
    /// The concept, acronym or heading that is missing, or the orphan's title.
    public var name: String
    /// In how many notes it is used; for a heading, how many notes beside have it.
    public var notes: Int
    /// Where it is used, or the note that lacks the heading; by path and line.
    public var sources: [Reason]

    /// A gap; see the properties.
    public init(kind: Kind, name: String, notes: Int, sources: [Reason]) {
        self.kind = kind
        self.name = name
        self.notes = notes
        self.sources = sources
    }
}
