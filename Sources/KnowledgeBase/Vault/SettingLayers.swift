internal import KBModel
internal import KBParse

/// Settings put together layer by layer, each layer overriding the ones before it.
struct SettingLayers {
    /// The settings so far.
    private(set) var settings: Settings
    /// Trouble met so far, with the file's path.
    private(set) var issues: [LocatedIssue] = []
    /// The vault's real path.
    private let root: String
    private var origins: [SettingKey: SettingOrigin] = [:]

    /// Starts from the built-in values for the vault at `root`, a real path.
    init(defaults: Settings, root: String) {
        settings = defaults
        self.root = root
    }

    /// Each setting with its origin, in the order of the documentation.
    var reports: [SettingReport] {
        SettingKey.allCases.map { key in
            SettingReport(key: key.rawValue, value: settings[key], origin: origins[key] ?? .builtIn)
        }
    }

    /// Where `key` got its value.
    func origin(of key: SettingKey) -> SettingOrigin { origins[key] ?? .builtIn }

    /// Lays the values of `file` on top; its issues are reported under `shownPath`.
    ///
    /// Keys in `skipped` are left alone. In the vault's own file, commands are not taken.
    mutating func lay(
        _ file: ConfigFile, from origin: SettingOrigin, shownAs shownPath: String,
        skipping skipped: Set<SettingKey> = []
    ) throws(KnowledgeBaseError) {
        func report(_ issue: Issue) { issues.append(LocatedIssue(path: shownPath, issue: issue)) }
        file.issues.forEach(report)
        for entry in file.entries {
            if entry.key == VaultListText.key {
                if case .vaultFile = origin {
                    let message =
                        "`\(entry.key)` gives names to vaults, which is up to their user; it is not used here;"
                    report(Issue(.configuration, .warning, line: entry.line, message + Self.ownFile))
                }
                continue
            }
            guard let key = SettingKey(rawValue: entry.key) else {
                report(Issue(.configuration, .warning, line: entry.line, SettingLayers.unknown(entry.key)))
                continue
            }
            if case .null = entry.value { continue }
            if key.isCommand, case .vaultFile = origin {
                let message =
                    "`\(key.rawValue)` in a vault's kb.yml is not used, since a vault may come from someone else;"
                report(Issue(.configuration, .warning, line: entry.line, message + Self.ownFile))
                continue
            }
            guard !skipped.contains(key) else { continue }
            let reading = SettingReading(entry: entry, file: file.path, root: root)
            try reading.set(key, in: &settings)
            if let issue = reading.missingTarget(of: key) { report(issue) }
            origins[key] = origin
        }
    }

    /// Lays the environment on top: empty variables count as unset, but an empty `KB_PAGER` means no pager.
    mutating func lay(environment: [String: String]) throws(KnowledgeBaseError) {
        for key in SettingKey.allCases {
            guard let name = key.environmentVariable, let text = environment[name], !text.isEmpty || key == .pager
            else {
                continue
            }
            switch key {
            case .pager: settings.pager = text
            case .editor: settings.editor = text
            case .searchLimit:
                guard let limit = Int(text), limit > 0 else {
                    throw .configuration(
                        path: "$\(name)", line: 0, message: "write a whole number from 1, not “\(text)”")
                }
                settings.searchLimit = limit
            case .color:
                guard let color = Settings.Color(rawValue: text) else {
                    throw .configuration(
                        path: "$\(name)", line: 0, message: "write auto, always or never, not “\(text)”")
                }
                settings.color = color
            case .concepts:
                guard let isOn = Settings.isOn(text) else {
                    throw .configuration(path: "$\(name)", line: 0, message: "write true or false, not “\(text)”")
                }
                settings.concepts = isOn
            case .retention:
                guard let share = Double(text), Settings.retentions.contains(share) else {
                    throw .configuration(
                        path: "$\(name)", line: 0, message: "write a share from 0.7 to 0.99, not “\(text)”")
                }
                settings.retention = share
            case .newCards:
                guard let count = Int(text), count >= 0 else {
                    throw .configuration(
                        path: "$\(name)", line: 0, message: "write a whole number from 0, not “\(text)”")
                }
                settings.newCards = count
            case .index, .notes, .exclude, .vocabulary, .templates, .addFolder, .addTemplate, .addNames, .dailyFolder,
                .dailyFormat, .dailyTemplate:
                continue
            }
            origins[key] = .environment(name)
        }
    }

    /// Lays what another program's file at `path` in the vault says on top of the built-in values.
    mutating func lay(_ own: ObsidianSettings) {
        for (key, value, path) in own.values {
            switch key {
            case .templates: settings.templates = value
            case .addFolder: settings.addFolder = value
            case .dailyFolder: settings.dailyFolder = value
            case .dailyFormat: settings.dailyFormat = value
            case .dailyTemplate: settings.dailyTemplate = value
            case .addNames: settings.addNames = .title
            default: continue
            }
            origins[key] = .vaultFile(path)
        }
    }

    /// Puts the index at `folder`, for a reason that is no file's.
    mutating func putIndex(at folder: String, because origin: SettingOrigin) {
        settings.index = folder
        origins[.index] = origin
    }

    private static let ownFile = " put it in your own \(VaultLocator.userConfigName)"

    /// What to say about a key that means nothing.
    private static func unknown(_ key: String) -> String {
        let known = SettingKey.allCases.map(\.rawValue)
        guard let nearest = NearestName.nearest(to: key, among: known).first else {
            return "unknown key `\(key)`; the keys are \(known.joined(separator: ", "))"
        }
        return "unknown key `\(key)`; perhaps `\(nearest)` is meant"
    }
}

extension Settings {
    /// What a variable that turns something on or off says, by YAML's words and by digits; nil when it says neither.
    fileprivate static func isOn(_ text: String) -> Bool? {
        switch text.lowercased() {
        case "true", "1": true
        case "false", "0": false
        default: nil
        }
    }
}
