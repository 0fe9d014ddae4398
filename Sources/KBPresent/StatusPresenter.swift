public import KBModel

/// Prints what is known of a vault and its index.
public struct StatusPresenter: Sendable {
    /// The formats of `kb status`.
    public enum Format: String, Sendable, CaseIterable {
        case text, json
    }

    /// The format.
    public var format: Format
    /// How text is dressed.
    public var style: Style
    /// The version of the program.
    public var programVersion: String

    /// A presenter; see the properties.
    public init(format: Format, style: Style = Style(), programVersion: String) {
        self.format = format
        self.style = style
        self.programVersion = programVersion
    }

    /// What goes to standard output.
    public func render(_ status: VaultStatus) -> String {
        switch format {
        case .text: text(status)
        case .json: json(status).indented
        }
    }

    private func text(_ status: VaultStatus) -> String {
        let vault = status.vault
        let index =
            status.indexBytes > 0
            ? "\(vault.indexFile) (\(readableSize(status.indexBytes)), \(share(status)))" : vault.indexFile
        var rows = [
            ("vault", "\(vault.root) (\(vault.choice.words))"),
            ("notes in", vault.notesFolders.joined(separator: ", ")),
            ("settings", vault.configFile ?? "none in the vault"),
            ("index", index + (status.isWritable ? "" : " (cannot be written)")),
            ("log", vault.logFile),
            ("state", status.freshness.words),
        ]
        if let title = status.pendingChange {
            let change = title.isEmpty ? "a change of notes" : "“\(title)”"
            rows.append(("change", "\(change) is not finished; unless another kb is at it, the next one settles it"))
        }
        if status.notes > 0 {
            rows.append(
                (
                    "contents",
                    [
                        counted(status.notes, "note"), counted(status.sections, "section"),
                        counted(status.words, "word"), counted(status.tags, "tag"), counted(status.links, "link"),
                    ].joined(separator: ", ")
                ))
            rows.append(("issues", status.issues > 0 ? "\(status.issues.grouped); kb doctor lists them" : "none"))
        }
        return rows.map { key, value in "\(style.dress(key.padded(to: 8), as: .heading))  \(value.harmless)\n" }
            .joined()
    }

    private func share(_ status: VaultStatus) -> String {
        let percent = Double(status.indexBytes) * 100 / Double(max(1, status.noteBytes))
        return "\(Int(min(percent, 1e9).rounded()).grouped) % of the notes' \(readableSize(status.noteBytes))"
    }

    private func json(_ status: VaultStatus) -> JSONValue {
        let vault = status.vault
        return [
            "version": jsonVersion,
            "program": .string(programVersion),
            "vault": [
                "root": .string(vault.root),
                "choice": .string(vault.choice.name),
                "notes": JSONValue(vault.notesFolders),
                "settings": JSONValue(vault.configFile),
                "index": .string(vault.indexFile),
                "log": .string(vault.logFile),
            ],
            "freshness": status.freshness.json,
            "pendingChange": JSONValue(status.pendingChange),
            "isWritable": .bool(status.isWritable),
            "counts": [
                "notes": .integer(status.notes),
                "sections": .integer(status.sections),
                "words": .integer(status.words),
                "tags": .integer(status.tags),
                "links": .integer(status.links),
                "issues": .integer(status.issues),
            ],
            "bytes": ["index": .integer(Int(status.indexBytes)), "notes": .integer(Int(status.noteBytes))],
        ]
    }
}

extension Vault.Choice {
    /// The name in JSON.
    var name: String {
        switch self {
        case .flag: "flag"
        case .environment: "environment"
        case .ancestor: "ancestor"
        case .workingFolder: "workingFolder"
        }
    }

    /// Why, for people.
    var words: String {
        switch self {
        case .flag: "named by --vault"
        case .environment: "named by $KB_VAULT"
        case .ancestor: "the nearest folder upwards with a kb.yml"
        case .workingFolder: "the working folder, as no kb.yml was found upwards"
        }
    }
}

extension VaultStatus.Freshness {
    /// The state, for people.
    var words: String {
        switch self {
        case .missing: "not indexed yet; the next query or kb index does it"
        case .otherSchema: "written by another version of kb; the next query or kb index builds it anew"
        case .damaged: "damaged; the next query or kb index builds it anew"
        case .fresh: "up to date"
        case .stale(let added, let changed, let removed):
            "behind the notes: \(added.grouped) added, \(changed.grouped) changed, \(removed.grouped) removed"
        }
    }

    /// An object whose `state` tells the case; `stale` carries the counts.
    var json: JSONValue {
        switch self {
        case .missing: ["state": "missing"]
        case .otherSchema: ["state": "otherSchema"]
        case .damaged: ["state": "damaged"]
        case .fresh: ["state": "fresh"]
        case .stale(let added, let changed, let removed):
            [
                "state": "stale", "added": .integer(added), "changed": .integer(changed),
                "removed": .integer(removed),
            ]
        }
    }
}
