/// What `kb status` tells.
public struct VaultStatus: Equatable, Sendable {
    /// How the index stands to the notes.
    public enum Freshness: Equatable, Sendable {
        /// There is no index yet.
        case missing
        /// It was written by another version of kb and will be rebuilt.
        case otherSchema
        /// It cannot be read and will be rebuilt.
        case damaged
        /// Every note is in it as it stands on disk.
        case fresh
        /// So many notes were added, changed or removed since.
        case stale(added: Int, changed: Int, removed: Int)
    }

    /// The vault.
    public var vault: Vault
    /// How the index stands to the notes.
    public var freshness: Freshness
    /// Notes in the index.
    public var notes: Int
    /// Live sections in the index.
    public var sections: Int
    /// Words of all notes.
    public var words: Int
    /// Distinct tags.
    public var tags: Int
    /// Links between notes and to elsewhere.
    public var links: Int
    /// Issues recorded.
    public var issues: Int
    /// The size of the database in bytes; 0 when missing.
    public var indexBytes: Int64
    /// The total size of the notes in bytes.
    public var noteBytes: Int64
    /// Whether the index can be written.
    public var isWritable: Bool
    /// The title of a change of notes that was begun and is not over; empty when it cannot be read, nil without one.
    public var pendingChange: String?

    /// A status; see the properties.
    public init(
        vault: Vault, freshness: Freshness, notes: Int = 0, sections: Int = 0, words: Int = 0, tags: Int = 0,
        links: Int = 0, issues: Int = 0, indexBytes: Int64 = 0, noteBytes: Int64 = 0, isWritable: Bool = true
    ) {
        self.vault = vault
        self.freshness = freshness
        self.notes = notes
        self.sections = sections
        self.words = words
        self.tags = tags
        self.links = links
        self.issues = issues
        self.indexBytes = indexBytes
        self.noteBytes = noteBytes
        self.isWritable = isWritable
    }
}
