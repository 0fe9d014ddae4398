internal import KBEdit
internal import KBModel

/// Reads a graph of Logseq: its pages and journals in Markdown, and its assets.
struct LogseqReader: ExportReader {
    private static let settingsFile = "logseq/config.edn"
    private let paths: [String]
    private var graph = LogseqGraph()
    /// The format of journals' titles.
    private var dateFormat: String?

    init(paths: [String]) { self.paths = paths }

    var names: [String: String] { graph.names }

    static func isPage(_ path: String) -> Bool {
        (path.hasPrefix("pages/") || path.hasPrefix("journals/")) && ImportKind.isNote(path)
    }

    func wantsToSee(_ path: String) -> Bool { path == Self.settingsFile || Self.isPage(path) }

    mutating func see(_ bytes: [UInt8], path: String) {
        guard let text = NoteText(bytes) else { return }
        guard path != Self.settingsFile else {
            dateFormat = Self.setting(":journal/page-title-format", in: text.lines)
            return
        }
        let (properties, count) = LogseqPage.properties(of: text.lines)
        let title = properties.first { $0.key == "title" }.map { LogseqProperty.bare($0.value) } ?? ""
        let file = ExportPath.name(of: path)
        let name = title.isEmpty ? LogseqName.page(ofFile: file) : title
        graph.titles[path] = name
        add(name, path)
        add(LogseqName.page(ofFile: file), path)
        for alias in properties.filter({ $0.key == "alias" || $0.key == "aliases" }).flatMap(\.parts) {
            add(LogseqProperty.bare(alias), path)
        }
        graph.addIDs(in: text.lines, path: path, pageLines: count)
    }

    private mutating func add(_ name: String, _ path: String) {
        let key = name.lowercased()
        if !key.isEmpty, graph.names[key] == nil { graph.names[key] = path }
    }

    /// The text that a key of the settings has, at the beginning of a line.
    private static func setting(_ key: String, in lines: [String]) -> String? {
        for line in lines {
            // The map may begin on the line.
            let entry = String(line.drop { $0.isWhitespace || $0 == "{" })
            guard let rest = entry.after(key), let (_, tail) = rest.cut(at: "\""),
                let (value, _) = tail.cut(at: "\"")
            else { continue }
            return value
        }
        return nil
    }

    mutating func places() -> [ImportPlace] {
        // What is no page keeps its path, so no page may take that.
        var taken = Set(paths.filter { !Self.isPage($0) }.map { $0.lowercased() })
        return paths.map { path in
            if path.hasPrefix("logseq/") { return ImportPlace(path, .leftOut("settings and backups of Logseq")) }
            if path.hasPrefix("whiteboards/") { return ImportPlace(path, .leftOut("whiteboards")) }
            guard Self.isPage(path) else { return ImportPlace(path, ImportKind.isNote(path) ? .note : .file) }
            let (stem, ending) = ExportPath.parts(of: target(ofPage: path))
            let place = NoteName.unique(stem) { taken.contains($0.lowercased() + ending) } + ending
            taken.insert(place.lowercased())
            return ImportPlace(path, .note, target: place)
        }
    }

    /// Where a page goes; a journal's file is named after its day, whose titles mean it.
    private mutating func target(ofPage path: String) -> String {
        let file = ExportPath.name(of: path)
        if path.hasPrefix("journals/"), let day = LogseqName.day(ofFile: file) {
            for title in LogseqName.titles(of: day, format: dateFormat) { add(title, path) }
            graph.titles[path] = day.description
            return "journals/\(day).md"
        }
        return LogseqName.path(ofPage: graph.titles[path] ?? LogseqName.page(ofFile: file))
    }

    /// What files of this name are, when they are no notes and no attachments.
    static func foreignFile(_ path: String) -> String? {
        if path.hasPrefix("draws/") { return "drawings" }
        return path.lowercased().hasSuffix(".org") ? "Org files" : nil
    }

    func note(_ bytes: [UInt8], path: String) -> ConvertedNote {
        guard Self.isPage(path) else { return ConvertedNote(bytes) }
        guard let text = NoteText(bytes) else {
            return ConvertedNote(bytes, unmapped: [Unmapped("notes that are not UTF-8", .kept, path: path)])
        }
        var page = LogseqPage(text, path: path, graph: graph)
        return page.convert()
    }
}
