/// A folder of notes with its settings, and where what belongs to it is kept. All paths are absolute.
public struct Vault: Equatable, Sendable {
    /// Why this folder is the vault.
    public enum Choice: Equatable, Sendable {
        /// `--vault` named it.
        case flag
        /// `$KB_VAULT` named it.
        case environment
        /// It is the nearest folder upwards that holds a `kb.yml`.
        case ancestor
        /// No `kb.yml` was found upwards: the working folder itself.
        case workingFolder
    }

    /// The vault's own folder; note paths are relative to it.
    public var root: String
    /// The folders that are scanned; `root` itself when there is no `kb.yml`.
    public var notesFolders: [String]
    /// The database.
    public var indexFile: String
    /// Whether the vault's own index folder cannot be written and holds no index, so that ``indexFile`` is in the
    /// user's cache instead.
    public var isIndexMoved: Bool
    /// Where the index goes when ``indexFile`` turns out not to be writable: in the user's cache. Nil when it is there
    /// already, was put where it is by flag or environment, or the user has no cache.
    public var fallbackIndexFile: String?
    /// The log of what a person did.
    public var logFile: String
    /// The `kb.yml`, if there is one.
    public var configFile: String?
    /// Why this folder was chosen.
    public var choice: Choice
    /// The settings in force.
    public var settings: Settings
    /// Each setting with its origin, in the order of the documentation.
    public var reports: [SettingReport]
    /// Trouble in the configuration files that did not stop the run, with the file's path.
    public var issues: [LocatedIssue]

    /// A vault; see the properties.
    public init(
        root: String, notesFolders: [String], indexFile: String, logFile: String, configFile: String?,
        choice: Choice, settings: Settings, reports: [SettingReport] = [], issues: [LocatedIssue] = [],
        isIndexMoved: Bool = false, fallbackIndexFile: String? = nil
    ) {
        self.root = root
        self.notesFolders = notesFolders
        self.indexFile = indexFile
        self.logFile = logFile
        self.configFile = configFile
        self.choice = choice
        self.settings = settings
        self.reports = reports
        self.issues = issues
        self.isIndexMoved = isIndexMoved
        self.fallbackIndexFile = fallbackIndexFile
    }
}

/// An issue with the file it is in.
public struct LocatedIssue: Equatable, Sendable {
    /// The file's path in the vault, with `/`; absolute for the user's own configuration file.
    public var path: String
    /// The trouble.
    public var issue: Issue

    /// `issue` in the file at `path`.
    public init(path: String, issue: Issue) {
        self.path = path
        self.issue = issue
    }
}
