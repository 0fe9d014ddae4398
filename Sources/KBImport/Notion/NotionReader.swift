internal import KBParse

/// Reads an export of Notion in Markdown and CSV, unzipped.
struct NotionReader: ExportReader {
    private let paths: [String]
    private let files: NotionPaths
    /// The path of the page or table with an id.
    private var pagesByID: [String: String] = [:]
    /// The title of each page, as its heading has it.
    private var titles: [String: String] = [:]
    /// The records of each table.
    private var tables: [String: [[String]]] = [:]

    init(paths: [String]) {
        self.paths = paths
        files = NotionPaths(paths)
        for path in paths where Self.isPage(path) || Self.isTable(path) {
            guard let id = NotionName.id(in: ExportPath.name(of: path)) else { continue }
            // A page comes before the table of the same id.
            if pagesByID[id].map(Self.isPage) ?? false { continue }
            pagesByID[id] = path
        }
    }

    static func isTable(_ path: String) -> Bool { path.lowercased().hasSuffix(".csv") }
    static func isPage(_ path: String) -> Bool { ImportKind.isNote(path) || ImportKind.isHTML(path) }

    func wantsToSee(_ path: String) -> Bool { Self.isTable(path) || ImportKind.isNote(path) }

    mutating func see(_ bytes: [UInt8], path: String) {
        guard !Self.isTable(path) else {
            tables[path] = CommaSeparated.read(bytes)
            return
        }
        let line = bytes.prefix { $0 != UInt8(ascii: "\n") }
        if let title = String(decoding: line, as: UTF8.self).after("# ") { titles[path] = title.trimmed }
    }

    func places() -> [ImportPlace] {
        paths.map { path in
            let target = files.targets[path]
            if files.repeated.contains(path) { return ImportPlace(path, .part, target: target) }
            return ImportPlace(path, Self.isPage(path) || Self.isTable(path) ? .note : .file, target: target)
        }
    }

    func note(_ bytes: [UInt8], path: String) -> ConvertedNote {
        if Self.isTable(path) { return table(path) }
        if ImportKind.isHTML(path) { return PageNote(bytes, path: path, source: path).note }
        guard let text = NoteText(bytes) else {
            return ConvertedNote(bytes, unmapped: [Unmapped("notes that are not UTF-8", .kept, path: path)])
        }
        var page = NotionPage(text, path: path, keys: keys(for: path), pages: pagesByID)
        return page.convert()
    }

    // MARK: - Databases

    /// The columns of the database whose row the page at `path` is; empty when it is none that is known.
    private func keys(for path: String) -> [String] {
        let folder = ExportPath.folder(of: path)
        guard !folder.isEmpty, let table = tablePath(ofFolder: folder) else { return [] }
        return tables[table]?.first ?? []
    }

    /// The table whose rows are the pages in `folder`.
    private func tablePath(ofFolder folder: String) -> String? {
        let (above, name) = (ExportPath.folder(of: folder), ExportPath.name(of: folder))
        let (id, title) = (NotionName.id(in: name), NotionName.withoutID(name))
        return tables.keys.filter { path in
            guard ExportPath.folder(of: path) == above, !files.repeated.contains(path) else { return false }
            let stem = NotionTable.stem(of: path)
            return id != nil && NotionName.id(in: stem) == id || NotionName.withoutID(stem) == title
        }.min { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    private func table(_ path: String) -> ConvertedNote {
        let stem = NotionTable.stem(of: path)
        let folder = ExportPath.folder(of: path)
        let rows = paths.filter { candidate in
            guard Self.isPage(candidate) else { return false }
            let home = ExportPath.folder(of: candidate)
            return !home.isEmpty && ExportPath.folder(of: home) == folder && tablePath(ofFolder: home) == path
        }
        let table = NotionTable(
            path: path, title: NotionName.withoutID(stem), records: tables[path] ?? [],
            rows: rows.map { row in
                (row, titles[row] ?? ExportPath.parts(of: NotionName.withoutID(ExportPath.name(of: row))).stem)
            }, pages: pagesByID)
        return table.note
    }
}
