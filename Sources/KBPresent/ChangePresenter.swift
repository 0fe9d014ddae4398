public import KBEdit
import KBModel

/// Prints a change of notes: as a difference before it is made, and as a report afterwards.
public struct ChangePresenter: Sendable {
    /// The formats of the commands that change notes.
    public enum Format: String, Sendable, CaseIterable {
        case text, json
    }

    /// How text is dressed.
    public var style: Style
    /// How paths are printed.
    public var paths: PathStyle

    /// A presenter; see the properties.
    public init(style: Style = Style(), paths: PathStyle) {
        self.style = style
        self.paths = paths
    }

    // MARK: - Before

    /// What would be done, as a difference that `git apply` and `patch -p1` read in the vault's own folder.
    public func difference(_ plan: ChangePlan) -> [UInt8] {
        plan.changes.filter(\.hasText).flatMap { change in
            let (diff, newPath) = ChangePresenter.difference(of: change)
            return diff.plain(path: change.path, newPath: newPath, isGit: true)
        }
    }

    /// As ``difference(_:)``, for a terminal.
    public func dressedDifference(_ plan: ChangePlan) -> String {
        plan.changes.filter(\.hasText).map { change in
            let (diff, newPath) = ChangePresenter.difference(of: change)
            return diff.dressed(path: change.path, newPath: newPath, isGit: true, style: style)
        }.joined()
    }

    private static func difference(of change: NoteChange) -> (UnifiedDiff, newPath: String?) {
        let isNew = if case .create = change { true } else { false }
        let old = change.oldBytes ?? (isNew ? nil : [])
        let isMoved = !change.path.utf8.elementsEqual(change.newPath.utf8)
        return (UnifiedDiff(from: old, to: change.newBytes ?? []), isMoved ? change.newPath : nil)
    }

    /// What someone is asked before it is done: `move a.md to b.md, and change 3 links in 2 notes?`
    public func question(_ plan: ChangePlan) -> String {
        let counts = counts(of: plan)
        return plan.title.harmless + (counts.map { ", and change \($0)" } ?? "") + "?"
    }

    // MARK: - Afterwards

    /// What was done, a line for each note.
    public func render(_ plan: ChangePlan) -> String {
        var texts: [PathKey: Int] = [:]
        var first: [PathKey: Int] = [:]
        for replacement in plan.replacements {
            let path = PathKey(replacement.path)
            texts[path, default: 0] += 1
            first[path] = min(first[path] ?? replacement.line, replacement.line)
        }
        return plan.changes.map { change in
            let count = texts[PathKey(change.path)].map { counted($0, "place") }
            let words: String =
                switch change {
                case .edit: (count.map { "changed in \($0)" } ?? "changed")
                case .create: "made"
                case .copyFile(let from, _): "copied from \(from.harmless)"
                case .move(let from, _, _, _), .moveFile(let from, _), .trash(let from, _, _):
                    "moved from \(shown(from))" + (count.map { ", changed in \($0)" } ?? "")
                }
            return "\(place(change.newPath, line: first[PathKey(change.path)])): \(words)\n"
        }.joined() + emptyFolders(of: plan).map(line).joined()
    }

    private func line(for folder: FolderMove) -> String {
        "\(place(folder.to, line: nil)): moved from \(shown(folder.from))\n"
    }

    /// The folders that move with nothing in them that the plan tells of.
    private func emptyFolders(of plan: ChangePlan) -> [FolderMove] {
        plan.folders.filter { folder in !plan.changes.contains { folder.newPath(of: $0.path) != nil } }
    }

    /// `3 links in 2 notes changed`; nil when no text changes.
    public func summary(of plan: ChangePlan) -> String? { counts(of: plan).map { "\($0) changed" } }

    private func counts(of plan: ChangePlan) -> String? {
        guard !plan.replacements.isEmpty else { return nil }
        let kinds = ChangePlan.Replacement.Kind.allCases.compactMap { kind in
            let count = plan.replacements.count { $0.kind == kind }
            return count == 0 ? nil : counted(count, kind.rawValue)
        }
        let notes = Set(plan.replacements.map { PathKey($0.path) }).count
        return "\(kinds.joined(separator: " and ")) in \(counted(notes, "note"))"
    }

    // MARK: - Both

    /// What the plan could not do and what else to know, a line each: `path:line: …`.
    public func remarks(_ plan: ChangePlan) -> [String] {
        plan.remarks.map { remark in
            guard !remark.path.isEmpty else { return remark.text.harmless }
            let line = remark.line.map { ":\($0)" } ?? ""
            return "\(shown(remark.path))\(line): \(remark.text.harmless)"
        }
    }

    /// All of it for a program.
    public func json(_ plan: ChangePlan, isApplied: Bool) -> String {
        JSONValue.object(members(plan, isApplied: isApplied)).indented
    }

    /// What ``json(_:isApplied:)`` tells, to be told along with more.
    func members(_ plan: ChangePlan, isApplied: Bool) -> [JSONValue.Member] {
        let remarks = plan.remarks.map { remark in
            [
                "kind": .string(remark.kind.rawValue),
                "path": remark.path.isEmpty ? .null : .string(paths.shown(remark.path)),
                "line": remark.line.map { .integer($0) } ?? .null, "text": .string(remark.text),
            ] as JSONValue
        }
        return [
            .init("version", jsonVersion), .init("title", .string(plan.title)), .init("applied", .bool(isApplied)),
            .init("changes", .array(plan.changes.map(json) + emptyFolders(of: plan).map(json))),
            .init("replacements", .array(plan.replacements.map(json))), .init("remarks", .array(remarks)),
        ]
    }

    private func json(_ change: NoteChange) -> JSONValue {
        let kind: JSONValue =
            switch change {
            case .edit: "edit"
            case .create: "create"
            case .move: "move"
            case .moveFile: "move-file"
            case .copyFile: "copy-file"
            case .trash: "trash"
            }
        return [
            "kind": kind, "path": .string(paths.shown(change.path)), "newPath": .string(paths.shown(change.newPath)),
        ]
    }

    private func json(_ folder: FolderMove) -> JSONValue {
        [
            "kind": "move-folder", "path": .string(paths.shown(folder.from)),
            "newPath": .string(paths.shown(folder.to)),
        ]
    }

    private func json(_ replacement: ChangePlan.Replacement) -> JSONValue {
        [
            "kind": .string(replacement.kind.rawValue), "path": .string(paths.shown(replacement.path)),
            "line": .integer(replacement.line), "old": .string(replacement.old), "new": .string(replacement.new),
        ]
    }

    private func shown(_ path: String) -> String { paths.shown(path).harmless }

    /// `path:line`, linked to the file as it is now.
    func place(_ path: String, line: Int?) -> String {
        let linked = style.link(style.dress(paths.shown(path), as: .path), to: paths.absolute(path))
        return linked + (line.map { ":" + style.dress(String($0), as: .line) } ?? "")
    }
}

extension NoteChange {
    /// Whether a difference of texts can tell it: files that are copied are not read.
    fileprivate var hasText: Bool { if case .copyFile = self { false } else { true } }
}
