internal import KBModel
internal import KBParse

/// Plans a move of notes, so that every link in the vault leads where it led before.
///
/// Give it every note that moves, and every other note in which a link may need a change, one after the other in any
/// order; then ask for the plan. Notes it keeps nothing of cost no memory.
///
/// A link that still leads to the same note keeps its bytes. Another keeps its style: the shortest name that means one
/// note alone, or a path, relative or from the root, with or without extension, encoded or not, as before.
public struct MovePlanner: ~Copyable {
    private let title: String
    private let moves: MoveSet
    private let before: LinkMap
    private let after: LinkMap
    /// Whether a note that gets another file name gets the old one as an alias.
    private let keepsOldName: Bool
    private var parser = NoteParser()
    private var changes: [NoteChange] = []
    private var replacements: [ChangePlan.Replacement] = []
    private var remarks: [ChangeRemark] = []

    /// A planner of `moves`.
    ///
    /// - Parameters:
    ///   - before: Where links lead now, asked with the paths of now.
    ///   - after: Where they lead once all is moved, asked with the new paths; aliases as they are now.
    ///   - keepsOldName: A note whose file name changes gets the old one as an alias in its front matter.
    public init(
        title: String, moves: MoveSet, keepsOldName: Bool = false, before: @escaping LinkMap, after: @escaping LinkMap
    ) {
        self.title = title
        self.moves = moves
        self.before = before
        self.after = after
        self.keepsOldName = keepsOldName
        for file in moves.files where !file.isNote { changes.append(.moveFile(from: file.from, to: file.to)) }
    }

    /// Looks at the note at `path`, whose file holds `bytes`.
    public mutating func add(_ bytes: [UInt8], path: String) {
        let newPath = moves.newPath(of: path)
        let note = EditableNote(bytes, path: path, with: &parser)
        var rewrite = NoteRewrite(note: note, newPath: newPath, moves: moves, before: before, after: after)
        rewrite.decide()
        let new: [UInt8]
        if let reason = note.reasonNotEditable {
            new = bytes
            if !rewrite.edits.isEmpty {
                let links = rewrite.edits.count == 1 ? "a link" : "\(rewrite.edits.count) links"
                remarks.append(ChangeRemark(.skipped, path: path, "\(links) in it cannot follow: \(reason)"))
            }
        } else {
            new = rewrite.checked(with: &parser)
            replacements += rewrite.replacements
            remarks += rewrite.remarks
        }
        let isMoved = !VaultPath.same(path, newPath)
        if isMoved {
            let final = keepsOldName ? addingAlias(to: new, path: path, newPath: newPath) : new
            changes.append(.move(from: path, to: newPath, old: bytes, new: final))
        } else if new != bytes {
            changes.append(.edit(path: path, old: bytes, new: new))
        }
    }

    /// The plan for all notes given.
    public consuming func plan() -> ChangePlan {
        ChangePlan(
            title: title, changes: changes, folders: moves.folders.map { FolderMove(from: $0.from, to: $0.to) },
            replacements: replacements, remarks: remarks)
    }

    private mutating func addingAlias(to bytes: [UInt8], path: String, newPath: String) -> [UInt8] {
        let (old, new) = (VaultPath.bare(VaultPath.name(of: path)), VaultPath.bare(VaultPath.name(of: newPath)))
        let note = EditableNote(bytes, path: newPath, with: &parser)
        guard !VaultPath.same(old, new), note.reasonNotEditable == nil,
            !note.note.aliases.contains(where: { VaultPath.alike($0, old) })
        else { return bytes }
        guard let edit = FrontMatterWriter(note).adding(old, to: "aliases"), let result = note.applying([edit]) else {
            remarks.append(ChangeRemark(.unmapped, path: path, "“\(old)” cannot be added to its aliases"))
            return bytes
        }
        return result
    }
}
