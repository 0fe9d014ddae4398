/// What an import does, in figures, and what it could not do.
public struct ImportReport: Equatable, Sendable {
    /// The kind of what is imported.
    public var kind: ImportKind
    /// Whether kb recognised the kind by itself.
    public var isRecognised: Bool
    /// What is imported, as it was named.
    public var source: String
    /// The folder of the vault that it goes into; empty for the vault's own.
    public var folder: String
    /// How many notes are made.
    public var notes = 0
    /// How many files are copied.
    public var files = 0
    /// How many notes and files were there already, just as they would be made.
    public var unchanged = 0
    /// Notes and files that were there already with another content, and stay; in byte order.
    public var different: [String] = []
    /// What could not be mapped, by path and line.
    public var unmapped: [Unmapped] = []
    /// Settings of the program as lines of `kb.yml`.
    public var settings: [String] = []

    /// A report on an import that has not begun.
    public init(kind: ImportKind, isRecognised: Bool, source: String, folder: String) {
        self.kind = kind
        self.isRecognised = isRecognised
        self.source = source
        self.folder = folder
    }
}
