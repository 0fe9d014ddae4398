internal import KBEdit
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
    /// Whether pages of HTML become notes; else they are files as pictures are.
    private let readsPages: Bool
    private(set) var settings: [ImportedSetting] = []
    /// The path of the page that says it lives at an address.
    private var pages: [String: String] = [:]

    init(paths: [String], readsPages: Bool) {
        self.paths = paths
        self.readsPages = readsPages
    }

    func wantsToSee(_ path: String) -> Bool {
        readsPages && ImportKind.isHTML(path) || Self.settingFiles.contains { path == Self.settingsFolder + $0 }
    }

    mutating func see(_ bytes: [UInt8], path: String) {
        guard !ImportKind.isHTML(path) else {
            if let address = HTMLNote.address(of: bytes), pages[address] == nil { pages[address] = path }
            return
        }
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
        var taken = Set(paths.map { $0.lowercased() })
        return paths.map { path in
            if path.hasPrefix(Self.settingsFolder) { return ImportPlace(path, .leftOut("settings of Obsidian")) }
            guard readsPages, ImportKind.isHTML(path) else {
                return ImportPlace(path, ImportKind.isNote(path) ? .note : .file)
            }
            let folder = ExportPath.folder(of: path)
            let stem = (folder.isEmpty ? "" : folder + "/") + ExportPath.parts(of: ExportPath.name(of: path)).stem
            let name = NoteName.unique(stem) { taken.contains($0.lowercased() + ".md") } + ".md"
            taken.insert(name.lowercased())
            return ImportPlace(path, .note, target: name)
        }
    }

    /// What files of this name are, when they are no notes and no plain attachments.
    static func foreignFile(_ path: String) -> String? {
        guard let dot = path.utf8.lastIndex(of: UInt8(ascii: ".")) else { return nil }
        return foreignFiles[path[dot...].lowercased()]
    }

    func note(_ bytes: [UInt8], path: String) -> ConvertedNote {
        if ImportKind.isHTML(path) {
            var note = PageNote(bytes, path: path, source: path).note
            note.bytes = ExportLinks.linking(note.bytes, path: path) { pages[$0] }
            return note
        }
        return ConvertedNote(bytes, unmapped: ForeignCode.find(in: bytes, path: path))
    }
}
