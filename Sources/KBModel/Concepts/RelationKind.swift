/// Why two concepts belong together.
public enum RelationKind: String, Sendable, CaseIterable {
    /// The other stands above this one: its heading or the item that encloses it.
    case broader
    /// The other stands below this one.
    case narrower
    /// Both are items of one list, or named in one enumeration.
    case sibling
    /// Both stand in one line.
    case together
    /// One is explained by means of the other.
    case defines
    /// A note about one links to a note about the other.
    case link
    /// Both keep the same company, though they never meet.
    case similar
    /// The vocabulary file says so.
    case related
}
