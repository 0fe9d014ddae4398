import KBImport

/// An export in memory: its files by path.
struct MadeUpExport {
    let files: [String: String]
    let kind: ImportKind

    init(_ files: [String: String], kind: ImportKind? = nil) {
        self.files = files
        self.kind = kind ?? ImportKind(recognising: files.keys.sorted())
    }

    /// A reader that has seen what it wants to see, and what becomes of each file.
    private var read: (reader: any ExportReader, places: [ImportPlace]) {
        let paths = files.keys.sorted()
        var reader = kind.reader(of: paths)
        for path in paths where reader.wantsToSee(path) { reader.see(Array((files[path] ?? "").utf8), path: path) }
        let places = reader.places()
        return (reader, places)
    }

    /// Where each file goes; what is left out is missing.
    var targets: [String: String] {
        var targets: [String: String] = [:]
        for place in read.places {
            if case .leftOut = place.role { continue }
            targets[place.path] = place.target
        }
        return targets
    }

    /// The names by which links may mean notes.
    var names: [String: String] { read.reader.names }

    /// The settings of the program, as `key: value`.
    var settings: [String] { read.reader.settings.map { "\($0.key): \($0.value)" } }

    /// The text of the note that the file at `path` becomes.
    func note(_ path: String) -> String { String(decoding: converted(path).bytes, as: UTF8.self) }

    /// What of the file at `path` cannot be mapped, as `line what`.
    func unmapped(_ path: String) -> [String] { converted(path).unmapped.map { "\($0.line ?? 0) \($0.what)" } }

    private func converted(_ path: String) -> ConvertedNote {
        read.reader.note(Array((files[path] ?? "").utf8), path: path)
    }

    /// The text of a note without its front matter.
    func body(_ path: String) -> String {
        let text = note(path)
        guard text.hasPrefix("---\n"), let end = text.range(of: "\n---\n\n") else { return text }
        return String(text[end.upperBound...])
    }
}

extension String {
    fileprivate func range(of mark: String) -> Range<String.Index>? {
        indices.lazy.filter { self[$0...].hasPrefix(mark) }.first.map { $0..<index($0, offsetBy: mark.count) }
    }
}
