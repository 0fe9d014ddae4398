internal import KBModel
internal import KBParse

/// Reads a folder of Markdown notes, an Obsidian vault among them. Notes stay byte for byte, but for links that would lead
/// elsewhere; where a note comes from its place below the folder tells.
struct MarkdownReader: ExportReader {
    private static let settingsFolder = ".obsidian/"
    /// Files of Obsidian and its plugins by their extensions.
    private static let foreignFiles = [
        ".canvas": "canvases", ".base": "bases", ".excalidraw": "Excalidraw drawings",
    ]
    /// Files with settings that have a counterpart.
    private static let settingFiles = ["daily-notes.json", "templates.json", "app.json"]

    private let paths: [String]
    private let isObsidian: Bool
    private(set) var settings: [ImportedSetting] = []

    init(paths: [String], isObsidian: Bool) {
        self.paths = paths
        self.isObsidian = isObsidian
    }

    func wantsToSee(_ path: String) -> Bool {
        Self.settingFiles.contains { path == Self.settingsFolder + $0 }
    }

    mutating func see(_ bytes: [UInt8], path: String) {
        guard case .object(let members)? = try? JSON.read(bytes) else { return }
        func text(_ key: String) -> String? {
            guard case .string(let text)? = members.first(where: { $0.key == key })?.value, !text.isEmpty else {
                return nil
            }
            return text
        }
        switch path.dropFirst(Self.settingsFolder.count) {
        case "daily-notes.json":
            if let folder = text("folder") { settings.append(ImportedSetting("daily.folder", folder, isPath: true)) }
            if let format = text("format") { settings.append(ImportedSetting("daily.format", format, isPath: false)) }
            if let note = text("template") { settings.append(ImportedSetting("daily.template", note, isPath: true)) }
        case "templates.json":
            if let folder = text("folder") { settings.append(ImportedSetting("templates", folder, isPath: true)) }
        default:
            guard case .array(let filters)? = members.first(where: { $0.key == "userIgnoreFilters" })?.value else {
                return
            }
            for case .string(let filter) in filters where filter.utf8.last == UInt8(ascii: "/") {
                settings.append(ImportedSetting("exclude", filter, isPath: true))
            }
        }
    }

    func places() -> [ImportPlace] {
        paths.map { path in
            if path.hasPrefix(Self.settingsFolder) { return ImportPlace(path, .leftOut("settings of Obsidian")) }
            return ImportPlace(path, ImportKind.isNote(path) ? .note : .file)
        }
    }

    /// What files of this name are, when they are no notes and no plain attachments.
    static func foreignFile(_ path: String) -> String? {
        guard let dot = path.utf8.lastIndex(of: UInt8(ascii: ".")) else { return nil }
        return foreignFiles[path[dot...].lowercased()]
    }

    func note(_ bytes: [UInt8], path: String) -> ConvertedNote {
        ConvertedNote(bytes, unmapped: ForeignCode.find(in: bytes, path: path))
    }
}
