/// Something of an export that kb has no counterpart for, or does not interpret.
public struct Unmapped: Equatable, Sendable {
    /// What was done with it.
    public enum Fate: String, Sendable, CaseIterable {
        /// It stands in the note as it did.
        case kept
        /// It stands in the note in another, poorer form.
        case simplified
        /// It is a file, and was copied.
        case copied
        /// It is in the export only.
        case leftOut = "left-out"
    }

    /// What it is, in the plural: `Dataview queries`.
    public var what: String
    /// What was done with it.
    public var fate: Fate
    /// The path of the note or file; in the export until it is known where it goes.
    public var path: String
    /// The line in the imported note, counted from 1; nil for a whole file.
    public var line: Int?

    /// A piece; see the properties.
    public init(_ what: String, _ fate: Fate, path: String, line: Int? = nil) {
        self.what = what
        self.fate = fate
        self.path = path
        self.line = line
    }
}
