import KBEdit
import KBModel

/// Tells where links lead before and after a move. To what comes out of the trash they lead as they did before it was removed.
final class Revival {
    private let moves: PlannedMoves
    private let trashed: [PathKey: String]
    private let now: VaultLinkMap
    /// As it would be had nothing been removed of what comes back.
    private let then: VaultLinkMap
    private let later: VaultLinkMap
    /// Links that lead nowhere now, to what comes back.
    private var remarks: [ChangeRemark] = []

    /// The maps of `links` in the vault at `root`, for `moves`.
    init(_ moves: PlannedMoves, _ links: VaultLinks, root: String) {
        self.moves = moves
        trashed = moves.trashed
        now = VaultLinkMap(links, root: root)
        let old = moves.revived.map { (path: $0.place, aliases: $0.aliases) }
        let new = moves.revived.map { (path: moves.asLinked.newPath(of: $0.place), aliases: $0.aliases) }
        then = old.isEmpty && trashed.isEmpty ? now : VaultLinkMap(links, root: root, after: moves.returns, with: old)
        later = VaultLinkMap(links, root: root, after: moves.onDisk, with: new)
    }

    /// Where `link`, written in the note at `path`, leads now.
    func before(_ link: Link, in path: String) -> LinkEnd {
        if trashed[PathKey(path)] != nil { return then.end(of: link, in: path) }
        let end = now.end(of: link, in: path)
        guard end == .nothing, !trashed.isEmpty else { return end }
        let found = then.end(of: link, in: path)
        if let place = found.path, trashed[PathKey(place)] != nil {
            let text = "“\(link.target)” leads to \(moves.asLinked.newPath(of: place)) again"
            remarks.append(ChangeRemark(.found, path: path, line: link.line > 0 ? link.line : nil, text))
        }
        return found
    }

    /// Where `link`, written in the note at `path`, leads once all is moved.
    func after(_ link: Link, in path: String) -> LinkEnd { later.end(of: link, in: path) }

    /// `plan`, made as if what comes out of the trash stood where it was, for where it is; with remarks on the links that lead
    /// to it again.
    func fromTrash(_ plan: ChangePlan) -> ChangePlan {
        guard !trashed.isEmpty else { return plan }
        var changed: Set<PathKey> = []
        var changes = plan.changes.map { change in
            guard let path = trashed[PathKey(change.path)] else { return change }
            changed.insert(PathKey(change.path))
            return switch change {
            case .move(_, let to, let old, let new): NoteChange.move(from: path, to: to, old: old, new: new)
            case .edit(let place, let old, let new): .move(from: path, to: place, old: old, new: new)
            case .moveFile(_, let to): .moveFile(from: path, to: to)
            default: change
            }
        }
        // A note that comes back to its old place as it was changes nothing there.
        for note in moves.revived where !changed.contains(PathKey(note.place)) {
            guard let path = trashed[PathKey(note.place)] else { continue }
            changes.append(.move(from: path, to: note.place, old: note.bytes, new: note.bytes))
        }
        func moved<Element>(_ elements: [Element], _ path: WritableKeyPath<Element, String>) -> [Element] {
            elements.map { element in
                var element = element
                element[keyPath: path] = trashed[PathKey(element[keyPath: path])] ?? element[keyPath: path]
                return element
            }
        }
        return ChangePlan(
            title: plan.title, changes: changes, folders: plan.folders, replacements: moved(plan.replacements, \.path),
            remarks: moved(plan.remarks, \.path) + remarks)
    }
}
