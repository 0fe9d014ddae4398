public import KBEdit
public import KBImport
internal import KBModel

/// Prints an import: what came, what was there already, and what could not be mapped.
public struct ImportPresenter: Sendable {
    /// How text is dressed.
    public var style: Style
    /// How paths are printed.
    public var paths: PathStyle
    /// So many places of one kind are told in text; JSON has all.
    private static let mostPlaces = 10

    /// A presenter; see the properties.
    public init(style: Style = Style(), paths: PathStyle) {
        self.style = style
        self.paths = paths
    }

    // MARK: - Text

    /// The new paths, a line each, those of notes first.
    public func render(_ plan: ChangePlan) -> String {
        let notes = plan.changes.compactMap { if case .create(let path, _) = $0 { path } else { nil } }
        let files = plan.changes.compactMap { if case .copyFile(_, let path) = $0 { path } else { nil } }
        return (notes + files).map { path in
            style.link(style.dress(paths.shown(path).harmless, as: .path), to: paths.absolute(path)) + "\n"
        }.joined()
    }

    /// What the import does and cannot do, for standard error.
    public func remarks(_ report: ImportReport, _ plan: ChangePlan, isApplied: Bool) -> [String] {
        var lines = [heading(report, isApplied: isApplied)]
        if report.unchanged > 0 {
            let them = report.unchanged == 1 ? "is" : "are"
            lines.append("\(counted(report.unchanged, "file")) \(them) there already, unchanged")
        }
        lines += report.different.map { "\(shown($0)): it is there already and differs; left alone" }
        let edited = plan.changes.count { if case .edit = $0 { true } else { false } }
        if edited > 0 {
            lines.append("links in \(counted(edited, "note")) of the vault are made exact, since namesakes come")
        }
        lines += ChangePresenter(style: style, paths: paths).remarks(plan)
        lines += unmapped(report)
        if !report.settings.isEmpty {
            lines.append("settings that have a counterpart; for kb.yml, if you want them:")
            lines += report.settings.map { "  \($0.harmless)" }
        }
        return lines
    }

    private func heading(_ report: ImportReport, isApplied: Bool) -> String {
        let kind = report.isRecognised ? "\(report.kind.words), as it seems" : report.kind.words
        let folder = shown(report.folder)
        let place = report.folder.isEmpty ? "the vault" : folder.isEmpty ? "this folder" : folder
        let counts = [counted(report.notes, "note"), counted(report.files, "other file")].filter { !$0.hasPrefix("0 ") }
        let all = counts.isEmpty ? "nothing new" : counts.joined(separator: " and ")
        return "\(report.source.harmless) (\(kind)): \(all) \(isApplied ? "imported" : "to import") into \(place)"
    }

    /// What could not be mapped by kind, most frequent first, each with its places.
    private func unmapped(_ report: ImportReport) -> [String] {
        groups(report).flatMap { group in
            let count = group.pieces.count
            var lines = ["\(group.what.harmless): \(count), \(group.fate.words)"]
            lines += group.pieces.prefix(Self.mostPlaces).map { piece in
                let path = piece.fate == .leftOut ? piece.path.harmless : shown(piece.path)
                return "  \(path)" + (piece.line.map { ":\($0)" } ?? "")
            }
            if count > Self.mostPlaces { lines.append("  and \(count - Self.mostPlaces) more; --json has all") }
            return lines
        }
    }

    private func groups(_ report: ImportReport) -> [(what: String, fate: Unmapped.Fate, pieces: [Unmapped])] {
        var order: [String] = []
        var pieces: [String: [Unmapped]] = [:]
        for piece in report.unmapped {
            let key = piece.fate.rawValue + " " + piece.what
            if pieces[key] == nil { order.append(key) }
            pieces[key, default: []].append(piece)
        }
        return order.sorted().compactMap { key in
            pieces[key].flatMap { all in all.first.map { ($0.what, $0.fate, all) } }
        }.sorted { a, b in
            a.pieces.count == b.pieces.count ? a.what < b.what : a.pieces.count > b.pieces.count
        }
    }

    // MARK: - JSON

    /// All of it for a program.
    public func json(_ planned: (plan: ChangePlan, report: ImportReport), isApplied: Bool) -> String {
        let (plan, report) = planned
        return
            ([
                "version": jsonVersion,
                "kind": .string(report.kind.rawValue),
                "recognised": .bool(report.isRecognised),
                "source": .string(report.source),
                "folder": .string(report.folder),
                "applied": .bool(isApplied),
                "notes": .array(paths(plan) { if case .create(let path, _) = $0 { path } else { nil } }),
                "files": .array(paths(plan) { if case .copyFile(_, let path) = $0 { path } else { nil } }),
                "edited": .array(paths(plan) { if case .edit(let path, _, _) = $0 { path } else { nil } }),
                "unchanged": .integer(report.unchanged),
                "different": .array(report.different.map { .string(paths.shown($0)) }),
                "unmapped": .array(report.unmapped.map(json)),
                "settings": .array(report.settings.map { .string($0) }),
                "remarks": .array(
                    plan.remarks.map { remark in
                        [
                            "kind": .string(remark.kind.rawValue), "path": .string(paths.shown(remark.path)),
                            "line": remark.line.map { .integer($0) } ?? .null, "text": .string(remark.text),
                        ]
                    }),
            ] as JSONValue).indented
    }

    private func json(_ piece: Unmapped) -> JSONValue {
        [
            "what": .string(piece.what), "fate": .string(piece.fate.rawValue),
            "path": .string(piece.fate == .leftOut ? piece.path : paths.shown(piece.path)),
            "line": piece.line.map { .integer($0) } ?? .null,
        ]
    }

    private func paths(_ plan: ChangePlan, _ path: (NoteChange) -> String?) -> [JSONValue] {
        plan.changes.compactMap(path).map { .string(paths.shown($0)) }
    }

    private func shown(_ path: String) -> String { paths.shown(path).harmless }
}

extension ImportKind {
    fileprivate var words: String {
        switch self {
        case .obsidian: "an Obsidian vault"
        case .logseq: "a Logseq graph"
        case .notion: "an export of Notion"
        case .markdown: "Markdown"
        case .html: "HTML"
        }
    }
}

extension Unmapped.Fate {
    fileprivate var words: String {
        switch self {
        case .kept: "kept as text"
        case .simplified: "simplified"
        case .copied: "copied as files"
        case .leftOut: "left out"
        }
    }
}
