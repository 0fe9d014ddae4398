public import KBModel

/// Prints the settings in force.
public struct SettingPresenter: Sendable {
    /// The formats of `kb config`.
    public enum Format: String, Sendable, CaseIterable {
        case text, json
    }

    /// The format.
    public var format: Format
    /// How text is dressed.
    public var style: Style
    /// Whether each setting is followed by where it came from.
    public var showsOrigin: Bool

    /// A presenter; see the properties.
    public init(format: Format, style: Style = Style(), showsOrigin: Bool = false) {
        self.format = format
        self.style = style
        self.showsOrigin = showsOrigin
    }

    /// What goes to standard output: YAML that could stand in a `kb.yml`, or JSON, in the order given.
    public func render(_ reports: [SettingReport]) -> String {
        switch format {
        case .text: text(reports)
        case .json:
            ([
                "version": jsonVersion,
                "settings": .array(
                    reports.map { report in
                        ["key": .string(report.key), "value": report.value.json, "origin": report.origin.json]
                    }),
            ] as JSONValue).indented
        }
    }

    private func text(_ reports: [SettingReport]) -> String {
        let settings = reports.map { "\($0.key.harmless): \($0.value.flow.harmless)" }
        guard showsOrigin else { return settings.map { $0 + "\n" }.joined() }
        let width = settings.map(\.displayWidth).max() ?? 0
        return zip(settings, reports).map { setting, report in
            "\(setting.padded(to: width))  \(style.dress("# " + report.origin.words, as: .faint))\n"
        }.joined()
    }
}

extension SettingOrigin {
    /// Where from, for people.
    var words: String {
        switch self {
        case .builtIn: "built in"
        case .userFile(let path), .vaultFile(let path): path
        case .environment(let name): "$" + name
        case .flag(let name): name.hasPrefix("-") ? name : "--" + name
        }
    }

    var json: JSONValue {
        switch self {
        case .builtIn: ["kind": "builtIn"]
        case .userFile(let path): ["kind": "userFile", "path": .string(path)]
        case .vaultFile(let path): ["kind": "vaultFile", "path": .string(path)]
        case .environment(let name): ["kind": "environment", "name": .string(name)]
        case .flag(let name): ["kind": "flag", "name": .string(name)]
        }
    }
}
