public import KBImport

/// What is to be imported, as someone named it.
public struct ImportSource: Sendable {
    /// Where its bytes are.
    public enum Place: Sendable {
        /// A file or folder, by its absolute path.
        case path(String)
        /// They came through standard input.
        case bytes([UInt8])
    }

    /// Where its bytes are.
    public var place: Place
    /// As it was named, for reports.
    public var name: String
    /// Its kind; nil to recognise it.
    public var kind: ImportKind?
    /// The folder that it goes into, as typed; nil for the usual one.
    public var folder: String?
    /// The title of a single note that names none itself.
    public var title: String?

    /// A source; see the properties.
    public init(
        _ place: Place, name: String, kind: ImportKind? = nil, folder: String? = nil, title: String? = nil
    ) {
        self.place = place
        self.name = name
        self.kind = kind
        self.folder = folder
        self.title = title
    }
}
