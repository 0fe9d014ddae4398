internal import KBModel

/// What an Obsidian vault says itself about new notes, daily notes and templates.
///
/// A vault may come from someone else: what leads out of it does not count.
/// - SeeAlso: <https://help.obsidian.md/plugins/daily-notes>
struct ObsidianSettings {
    /// The folder that makes a folder an Obsidian vault.
    static let folder = ".obsidian"
    /// Far more than Obsidian ever writes into one of these files.
    private static let largest = 1 << 20

    /// Settings with their values and the files they come from.
    private(set) var values: [(key: SettingKey, value: String, path: String)] = []
    private let root: String

    /// Reads the files of the vault at `root`, a real path; nothing when it is no Obsidian vault.
    init(root: String) {
        self.root = root
        let folder = FilePath.join(root, ObsidianSettings.folder)
        guard FilePath.isFolder(folder) else { return }
        values.append((.addNames, Settings.Names.title.rawValue, folder))
        take("app.json", [("newFileFolderPath", .addFolder)]) { $0["newFileLocation"]?.text == "folder" }
        take("templates.json", [("folder", .templates)])
        take("daily-notes.json", [("folder", .dailyFolder), ("format", .dailyFormat), ("template", .dailyTemplate)])
    }

    private mutating func take(
        _ name: String, _ keys: [(String, SettingKey)], where counts: (JSONValue) -> Bool = { _ in true }
    ) {
        let path = FilePath.join(FilePath.join(root, ObsidianSettings.folder), name)
        guard let bytes = try? FileBytes.read(path, limit: ObsidianSettings.largest), let value = try? JSON.read(bytes),
            counts(value)
        else { return }
        for (member, key) in keys {
            guard let text = value[member]?.text, !text.isEmpty else { continue }
            if key == .dailyFormat {
                values.append((key, text, path))
            } else if let safe = inVault(text) {
                values.append((key, safe, path))
            }
        }
    }

    /// A path as Obsidian writes it, from the vault, slashes around it dropped; nil when it is empty or leads out.
    private func inVault(_ path: String) -> String? {
        let levels = path.utf8.split(separator: UInt8(ascii: "/")).map { String(Substring($0)) }
        let plain = levels.joined(separator: "/")
        guard !plain.isEmpty, !levels.contains(".."), !plain.utf8.contains(0),
            let real = FilePath.realOfExistingPart(FilePath.join(root, plain)), FilePath.relative(real, to: root) != nil
        else { return nil }
        return plain
    }
}
