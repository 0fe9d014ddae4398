import KBEdit
import KBModel

/// What in a vault names files by their paths and does not follow when they move: symbolic links, and Obsidian's canvases.
struct PathKeepers {
    /// A canvas larger than this is no work of a person, in bytes.
    private static let largestCanvas = 16 << 20

    /// The vault's real path.
    let root: String

    /// A remark for each of them that names what `moves` takes away; in no order.
    func remarks(on moves: MoveSet) -> [ChangeRemark] {
        guard !moves.files.isEmpty else { return [] }
        var remarks: [ChangeRemark] = []
        VaultTree.forEachFile(in: root) { path, kind in
            if kind == .link {
                remarks += remark(onLink: path, moves).map { [$0] } ?? []
            } else if path.utf8.count > 7, path.utf8.suffix(7).elementsEqual(".canvas".utf8) {
                remarks += self.remarks(onCanvas: path, moves)
            }
        }
        return remarks
    }

    private func remark(onLink path: String, _ moves: MoveSet) -> ChangeRemark? {
        // One that moves itself is looked at when it does.
        guard isKept(path, moves), let real = FilePath.real(FilePath.join(root, path)),
            let target = FilePath.relative(real, to: root), !isKept(target, moves)
        else { return nil }
        return ChangeRemark(
            .dangling, path: path, "this symbolic link to \(target) leads nowhere then; make it anew")
    }

    private func remarks(onCanvas path: String, _ moves: MoveSet) -> [ChangeRemark] {
        guard let bytes = try? FileBytes.read(FilePath.join(root, path), limit: PathKeepers.largestCanvas),
            let canvas = try? JSON.read(bytes)
        else { return [] }
        var seen: Set<PathKey> = []
        return (canvas["nodes"]?.elements ?? []).compactMap { node in
            guard let file = node["file"]?.text, !isKept(file, moves), seen.insert(PathKey(file)).inserted else {
                return nil
            }
            return ChangeRemark(.dangling, path: path, "this canvas shows \(file) by its path; change that in Obsidian")
        }
    }

    private func isKept(_ path: String, _ moves: MoveSet) -> Bool {
        moves.newPath(of: path).utf8.elementsEqual(path.utf8)
    }
}
