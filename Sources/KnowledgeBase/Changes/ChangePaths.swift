internal import Glibc

/// Which paths of the vault a change may touch.
///
/// Paths come out of journals too, and a journal may have come with a vault from anywhere: it must not reach what is not
/// the vault's own.
enum ChangePaths {
    /// Folders in which version control keeps what it runs and trusts. A clone cannot bring them along, so neither may a
    /// journal that came with it.
    private static let versionControl: Set<String> = [".git", ".hg", ".svn", ".jj", ".bzr"]

    /// Whether `path` is one of a file in the vault, with no `.` or `..` in it.
    static func isPlain(_ path: String) -> Bool {
        let levels = path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        return !path.utf8.contains(0)
            && !levels.contains { $0.isEmpty || $0.elementsEqual(".".utf8) || $0.elementsEqual("..".utf8) }
    }

    /// Whether the folder of `path`, or of what exists of it, is in the vault at `root` when symbolic links are followed.
    static func isInside(_ path: String, root: String) -> Bool {
        guard let folder = FilePath.parent(of: path) else { return true }
        guard let real = FilePath.realOfExistingPart(FilePath.join(root, folder)) else { return false }
        return FilePath.relative(real, to: root) != nil
    }

    /// Whether `path` is or lies in a folder whose content is not for changes: version control's, or the journal's own.
    static func isReserved(_ path: String) -> Bool {
        path.utf8.split(separator: UInt8(ascii: "/")).contains { level in
            let name = String(decoding: level, as: UTF8.self).lowercased()
            return name == ChangeFolder.path || versionControl.contains(name)
        }
    }

    /// The first path in `journal` that no change of the vault at `root` would have; nil when all are as they must be.
    static func strange(in journal: ChangeJournal, root: String) -> String? {
        func isStrange(_ path: String) -> Bool {
            !isPlain(path) || isReserved(path) || !isInside(path, root: root)
        }
        for path in journal.made + journal.left where isStrange(path) { return path }
        for step in journal.steps {
            if isStrange(step.path) { return step.path }
            if let to = step.to, isStrange(to) { return to }
            guard let staged = step.staged else { continue }
            if step.isFolder || !ChangeStep.isStaged(staged, beside: step.path) { return staged }
        }
        return nil
    }
}
