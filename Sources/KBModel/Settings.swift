/// What can be set, with its defaults: the one place for both.
public struct Settings: Equatable, Sendable {
    /// The folders that hold notes, relative to the vault.
    public var notes: [String]
    /// The folder of the index, relative to the vault.
    public var index: String
    /// Patterns in the language of `.gitignore` for files that are not notes.
    public var exclude: [String]
    /// A vocabulary file, relative to the vault.
    public var vocabulary: String?
    /// The pager's command; empty for none, nil to ask the environment.
    public var pager: String?
    /// The editor's command; nil to ask the environment.
    public var editor: String?
    /// The most hits a search prints.
    public var searchLimit: Int

    /// The defaults of a vault with a `kb.yml`.
    public static let standard = Settings(
        notes: ["notes"], index: "index", exclude: [], vocabulary: nil, pager: nil, editor: nil, searchLimit: 10)

    /// Settings with these values.
    public init(
        notes: [String], index: String, exclude: [String], vocabulary: String?, pager: String?, editor: String?,
        searchLimit: Int
    ) {
        self.notes = notes
        self.index = index
        self.exclude = exclude
        self.vocabulary = vocabulary
        self.pager = pager
        self.editor = editor
        self.searchLimit = searchLimit
    }
}

/// Where the value of a setting came from, later ones overriding earlier ones.
public enum SettingOrigin: Equatable, Sendable {
    case builtIn
    /// The user's own file, by path.
    case userFile(String)
    /// The vault's `kb.yml`, by path.
    case vaultFile(String)
    /// An environment variable, by name.
    case environment(String)
    /// A flag of this call, by name.
    case flag(String)
}

/// One setting as `kb config` shows it.
public struct SettingReport: Equatable, Sendable {
    /// The key as in `kb.yml`, levels joined by a dot.
    public var key: String
    /// The value, as YAML.
    public var value: YAMLValue
    /// Where it came from.
    public var origin: SettingOrigin

    /// `key` is `value` because of `origin`.
    public init(key: String, value: YAMLValue, origin: SettingOrigin) {
        self.key = key
        self.value = value
        self.origin = origin
    }
}
