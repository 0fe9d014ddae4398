public import KBModel

/// A note file that was found.
public struct FoundNote: Equatable, Sendable {
    /// The path in the vault, with `/`.
    public var path: String
    /// Size and time as found; the hash is 0, since the file was not read.
    public var stamp: FileStamp

    /// The file at `path` with `stamp`.
    public init(path: String, stamp: FileStamp) {
        self.path = path
        self.stamp = stamp
    }
}

/// How the files of a vault differ from what the index knows. Every list is in byte order of the paths.
public struct ScanResult: Equatable, Sendable {
    /// A known note whose size or time moved.
    public struct Change: Equatable, Sendable {
        /// The file as it is.
        public var note: FoundNote
        /// The stamp the index has; its hash tells whether the content changed.
        public var known: FileStamp

        /// `note`, which was `known`.
        public init(note: FoundNote, known: FileStamp) {
            self.note = note
            self.known = known
        }
    }

    /// Files the index does not know.
    public var added: [FoundNote] = []
    /// Known files whose size or time moved.
    public var changed: [Change] = []
    /// Paths of known files that are gone, or are notes no longer.
    public var removed: [String] = []
    /// How many known files stayed as they were.
    public var unchanged = 0
    /// Files and folders that could not be looked at, by path.
    public var issues: [LocatedIssue] = []

    /// A result in which nothing was found.
    public init() {}

    /// How many note files there are.
    public var found: Int { added.count + changed.count + unchanged }
    /// Whether the index knows every file as it is.
    public var isUnchanged: Bool { added.isEmpty && changed.isEmpty && removed.isEmpty }
}
