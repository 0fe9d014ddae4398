internal import KBModel
internal import KBParse

/// Plans the links of notes that come into a vault from another folder, so that each leads where it led there, and of the
/// notes of the vault, so that none means another note because a namesake came.
///
/// A link that still leads where it should keeps its bytes; another is written anew, in its own style.
public struct ArrivalPlanner: ~Copyable {
    private let moves: MoveSet
    private let source: LinkMap
    private let before: LinkMap
    private let after: LinkMap
    private var parser = NoteParser()
    private var changes: [NoteChange] = []
    private var replacements: [ChangePlan.Replacement] = []
    private var remarks: [ChangeRemark] = []

    /// A planner.
    ///
    /// - Parameters:
    ///   - moves: The paths that what comes has in its own folder, with those it gets in the vault.
    ///   - source: Where links lead in the folder that the notes come from, asked with its paths.
    ///   - before: Where links of the vault lead now.
    ///   - after: Where links lead once all has come, asked with the paths of the vault.
    public init(
        moves: MoveSet, source: @escaping LinkMap, before: @escaping LinkMap, after: @escaping LinkMap
    ) {
        self.moves = moves
        self.source = source
        self.before = before
        self.after = after
    }

    /// The text that the note at `path` of its own folder, which holds `bytes`, has in the vault.
    public mutating func arriving(_ bytes: [UInt8], path: String) -> [UInt8] {
        let newPath = moves.newPath(of: path)
        let note = EditableNote(bytes, path: path, with: &parser)
        var rewrite = NoteRewrite(note: note, newPath: newPath, moves: moves, before: source, after: after)
        rewrite.decide()
        if let reason = note.reasonNotEditable {
            if !rewrite.edits.isEmpty { remarks.append(Self.skipped(rewrite.edits.count, newPath, reason)) }
            return bytes
        }
        let new = rewrite.checked(with: &parser)
        remarks += rewrite.remarks.map { remark in
            var remark = remark
            remark.path = newPath
            return remark
        }
        return new
    }

    /// Looks at the note at `path` of the vault, which holds `bytes`.
    public mutating func standing(_ bytes: [UInt8], path: String) {
        let note = EditableNote(bytes, path: path, with: &parser)
        var rewrite = NoteRewrite(
            note: note, newPath: path, moves: MoveSet(files: []), before: before, after: after)
        rewrite.decide()
        if let reason = note.reasonNotEditable {
            if !rewrite.edits.isEmpty { remarks.append(Self.skipped(rewrite.edits.count, path, reason)) }
            return
        }
        let new = rewrite.checked(with: &parser)
        remarks += rewrite.remarks
        guard new != bytes else { return }
        replacements += rewrite.replacements
        changes.append(.edit(path: path, old: bytes, new: new))
    }

    /// The changes of the notes that stand in the vault, with what to know of all notes.
    public consuming func plan(title: String) -> ChangePlan {
        ChangePlan(title: title, changes: changes, replacements: replacements, remarks: remarks)
    }

    private static func skipped(_ count: Int, _ path: String, _ reason: String) -> ChangeRemark {
        ChangeRemark(.skipped, path: path, "\(count == 1 ? "a link" : "\(count) links") in it cannot follow: \(reason)")
    }
}
