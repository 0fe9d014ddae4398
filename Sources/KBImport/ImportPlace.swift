/// What becomes of one file of an export.
public struct ImportPlace: Equatable, Sendable {
    /// What it becomes.
    public enum Role: Equatable, Sendable {
        /// A note.
        case note
        /// A file that is no note; it is copied.
        case file
        /// A part of the note with the same target; links to it lead there.
        case part
        /// Nothing; what it is, in the plural: `settings of Obsidian`.
        case leftOut(String)
    }

    /// The path in the export.
    public var path: String
    /// The path below the folder it is imported into; that in the export when it is left out.
    public var target: String
    /// What it becomes.
    public var role: Role

    /// A place; see the properties. Without a target, the path stays.
    public init(_ path: String, _ role: Role, target: String? = nil) {
        self.path = path
        self.target = target ?? path
        self.role = role
    }
}
