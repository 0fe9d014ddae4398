public import KBModel

/// Prints the vaults that have names.
public struct VaultPresenter: Sendable {
    /// The formats of `kb vaults`.
    public enum Format: String, Sendable, CaseIterable {
        case text, json, jsonl, csv, tsv, paths
    }

    /// The format.
    public var format: Format
    /// How text is dressed.
    public var style: Style

    /// A presenter; see the properties.
    public init(format: Format, style: Style = Style()) {
        self.format = format
        self.style = style
    }

    /// What goes to standard output, in the order given.
    public func render(_ vaults: [VaultListing]) -> String {
        switch format {
        case .text: text(vaults)
        case .json:
            ([
                "version": jsonVersion, "total": .integer(vaults.count), "vaults": .array(vaults.map(json)),
            ] as JSONValue).indented
        case .jsonl: vaults.map { json($0).compact + "\n" }.joined()
        case .csv: table(vaults).csv
        case .tsv: table(vaults).tsv
        case .paths: vaults.map(\.path).pathList(isNulEnded: false)
        }
    }

    /// One vault a line, the one that is taken here with a star.
    private func text(_ vaults: [VaultListing]) -> String {
        let width = vaults.map(\.name.displayWidth).max() ?? 0
        let states = vaults.map(\.state.words)
        let stateWidth = states.map(\.displayWidth).max() ?? 0
        return zip(vaults, states).map { vault, state in
            let name = style.dress(vault.name.padded(to: width), as: .heading)
            return "\(vault.isCurrent ? "*" : " ") \(name)  \(state.padded(to: stateWidth))  \(vault.path.harmless)\n"
        }.joined()
    }

    private func table(_ vaults: [VaultListing]) -> Table {
        Table(
            columns: ["name", "path", "state", "notes", "current"],
            rows: vaults.map { vault in
                [
                    vault.name, vault.path, vault.state.name, vault.state.notes.map(String.init) ?? "",
                    String(vault.isCurrent),
                ]
            })
    }

    private func json(_ vault: VaultListing) -> JSONValue {
        [
            "name": .string(vault.name), "path": .string(vault.path), "state": .string(vault.state.name),
            "notes": vault.state.notes.map(JSONValue.integer) ?? .null, "isCurrent": .bool(vault.isCurrent),
        ]
    }
}

extension VaultListing.State {
    /// The name in JSON.
    var name: String {
        switch self {
        case .indexed: "indexed"
        case .notIndexed: "notIndexed"
        case .missing: "missing"
        case .broken: "broken"
        }
    }

    /// How many notes its index holds, if there is one.
    var notes: Int? { if case .indexed(let notes) = self { notes } else { nil } }

    /// The state, for people.
    var words: String {
        switch self {
        case .indexed(let notes): counted(notes, "note")
        case .notIndexed: "not indexed yet"
        case .missing: "no such folder"
        case .broken: "broken settings"
        }
    }
}
