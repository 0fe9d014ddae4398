/// What a run of the indexer did.
public struct RefreshReport: Equatable, Sendable {
    /// Notes in the index now.
    public var notes: Int
    /// Sections in the index now.
    public var sections: Int
    /// Notes that were not in the index before.
    public var added: Int
    /// Notes whose content changed.
    public var changed: Int
    /// Notes that are gone.
    public var removed: Int
    /// Whether the index was built from nothing, and if so why, in a few words.
    public var rebuilt: String?
    /// Issues of the notes read in this run, by path and line; files that could not be read are among them.
    public var issues: [LocatedIssue]

    /// A report; see the properties.
    public init(
        notes: Int = 0, sections: Int = 0, added: Int = 0, changed: Int = 0, removed: Int = 0, rebuilt: String? = nil,
        issues: [LocatedIssue] = []
    ) {
        self.notes = notes
        self.sections = sections
        self.added = added
        self.changed = changed
        self.removed = removed
        self.rebuilt = rebuilt
        self.issues = issues
    }

    /// Whether anything was written.
    public var isUnchanged: Bool { added == 0 && changed == 0 && removed == 0 && rebuilt == nil }
}

/// How far a long run has come.
public struct Progress: Equatable, Sendable {
    /// What is being done: `scanning`, `indexing`.
    public var phase: String
    /// Notes done.
    public var done: Int
    /// Notes to do; 0 while unknown.
    public var total: Int

    /// `done` of `total` in `phase`.
    public init(phase: String, done: Int, total: Int) {
        self.phase = phase
        self.done = done
        self.total = total
    }
}
