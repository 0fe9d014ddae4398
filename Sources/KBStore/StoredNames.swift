/// A short form with a long form that notes give it.
public struct AcronymPair: Equatable, Sendable {
    /// The short form, as written.
    public var short: String
    /// The long form, as written.
    public var long: String
    /// How many notes say so.
    public var notes: Int
}

/// Another name of a note.
public struct TitleAlias: Equatable, Sendable {
    /// The note's title.
    public var title: String
    /// The other name.
    public var alias: String
}
