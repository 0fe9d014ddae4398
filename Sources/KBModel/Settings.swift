/// What can be set, with its defaults: the one place for both.
public struct Settings: Equatable, Sendable {
    /// When the answers are coloured.
    public enum Color: String, Sendable, CaseIterable {
        /// On a terminal that can show it.
        case auto
        case always
        case never
    }

    /// How files of new notes are named.
    public enum Names: String, Sendable, CaseIterable {
        /// `gradient-descent.md`
        case slug
        /// `Gradient descent.md`, as Obsidian does
        case title
    }

    /// The folders that hold notes, relative to the vault; `.` is the vault itself.
    public var notes: [String]
    /// The folder of the index, relative to the vault; absolute when it was put elsewhere.
    public var index: String
    /// Patterns in the language of `.gitignore`, seen from the vault, for files that are not notes.
    public var exclude: [String]
    /// Whether concepts are found: indexing takes longer for them.
    public var concepts: Bool
    /// A vocabulary file, relative to the vault.
    public var vocabulary: String?
    /// The folder of templates, relative to the vault; its files are no notes.
    public var templates: String?
    /// Where new notes go, relative to the vault; nil for where the user is.
    public var addFolder: String?
    /// The template of new notes; nil for none.
    public var addTemplate: String?
    /// How files of new notes are named.
    public var addNames: Names = .slug
    /// Where daily notes go, relative to the vault; nil for the first notes folder.
    public var dailyFolder: String?
    /// How daily notes are named, a pattern such as `YYYY-MM-DD`; it may hold `/`.
    public var dailyFormat = "YYYY-MM-DD"
    /// The template of daily notes; nil for none.
    public var dailyTemplate: String?
    /// The pager's command; empty for none, nil to ask the environment.
    public var pager: String?
    /// The editor's command; nil to ask the environment.
    public var editor: String?
    /// The most hits a search prints, at least 1.
    public var searchLimit: Int
    /// When the answers are coloured.
    public var color: Color
    /// The probability of recall at which a card comes up, within ``retentions``.
    public var retention: Double
    /// How many new cards a day, 0 or more.
    public var newCards: Int

    /// What ``retention`` may be: below, most cards are forgotten; above, the reviews become too many.
    public static let retentions = 0.7...0.99

    /// The defaults of a vault with a `kb.yml`.
    public static let standard = Settings(
        notes: ["notes"], index: "index", exclude: [], vocabulary: nil, pager: nil, editor: nil, searchLimit: 10)

    /// Settings with these values.
    public init(
        notes: [String], index: String, exclude: [String], vocabulary: String?, pager: String?, editor: String?,
        searchLimit: Int, color: Color = .auto, concepts: Bool = true, retention: Double = 0.9, newCards: Int = 20
    ) {
        self.notes = notes
        self.index = index
        self.exclude = exclude
        self.concepts = concepts
        self.vocabulary = vocabulary
        self.pager = pager
        self.editor = editor
        self.searchLimit = searchLimit
        self.color = color
        self.retention = retention
        self.newCards = newCards
    }

    /// The value of `key`, as YAML.
    public subscript(key: SettingKey) -> YAMLValue {
        func text(_ text: String?) -> YAMLValue { text.map(YAMLValue.string) ?? .null }
        return switch key {
        case .notes: .list(notes.map(YAMLValue.string))
        case .index: .string(index)
        case .exclude: .list(exclude.map(YAMLValue.string))
        case .concepts: .bool(concepts)
        case .vocabulary: text(vocabulary)
        case .templates: text(templates)
        case .addFolder: text(addFolder)
        case .addTemplate: text(addTemplate)
        case .addNames: .string(addNames.rawValue)
        case .dailyFolder: text(dailyFolder)
        case .dailyFormat: .string(dailyFormat)
        case .dailyTemplate: text(dailyTemplate)
        case .pager: text(pager)
        case .editor: text(editor)
        case .searchLimit: .number(String(searchLimit))
        case .color: .string(color.rawValue)
        case .retention: .number(JSONValue.number(retention).compact)
        case .newCards: .number(String(newCards))
        }
    }
}

/// What a configuration file may set, in the order of `docs/configuration.md`; the raw value is the key in the file,
/// with a dot between levels.
public enum SettingKey: String, Sendable, CaseIterable {
    case notes
    case index
    case exclude
    case concepts
    case vocabulary
    case templates
    case addFolder = "add.folder"
    case addTemplate = "add.template"
    case addNames = "add.names"
    case dailyFolder = "daily.folder"
    case dailyFormat = "daily.format"
    case dailyTemplate = "daily.template"
    case pager
    case editor
    case searchLimit = "search.limit"
    case color
    case retention = "study.retention"
    case newCards = "study.new"

    /// The environment variable that overrides the files; nil when there is none.
    public var environmentVariable: String? {
        switch self {
        case .index: "KB_INDEX_DIR"
        case .concepts: "KB_CONCEPTS"
        case .pager: "KB_PAGER"
        case .editor: "KB_EDITOR"
        case .searchLimit: "KB_LIMIT"
        case .color: "KB_COLOR"
        case .retention: "KB_RETENTION"
        case .newCards: "KB_NEW"
        case .notes, .exclude, .vocabulary, .templates, .addFolder, .addTemplate, .addNames, .dailyFolder, .dailyFormat,
            .dailyTemplate:
            nil
        }
    }

    /// Whether the value is a command that kb would run: such a key counts only where the user wrote it.
    public var isCommand: Bool { self == .pager || self == .editor }
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
