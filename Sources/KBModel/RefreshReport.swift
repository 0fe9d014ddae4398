/// What a run of the indexer did.
public struct RefreshReport: Equatable, Sendable {
    /// A note of which the index holds something else than before.
    public struct Touch: Equatable, Sendable {
        /// What became of it.
        public enum Kind: String, Sendable {
            case added, changed, removed
        }

        /// What became of it.
        public var kind: Kind
        /// The path in the vault.
        public var path: String

        /// `kind` at `path`.
        public init(_ kind: Kind, _ path: String) {
            self.kind = kind
            self.path = path
        }
    }

    /// How many notes are told one by one: more are no news but a flood.
    public static let mostTouched = 100

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
    /// The first ``mostTouched`` notes that were added, changed or removed by an update: those removed first, each part by
    /// path in byte order. Empty where all were read anew.
    public var touched: [Touch] = []

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

    /// Tells what became of the note at `path`, if there is room.
    public mutating func note(_ kind: Touch.Kind, _ path: String) {
        if touched.count < RefreshReport.mostTouched { touched.append(Touch(kind, path)) }
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
