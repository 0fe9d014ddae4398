internal import Glibc

extension WatchedFolders {
    /// What matters of a name on the way to something: it comes, goes, or stands for something else.
    private static let step = Inotify.namesChange
    /// What matters of the last name: what it stands for may also be written.
    private static let goal = Inotify.namesChange | Inotify.contentsChange
    /// More symbolic links on one way lead round in a circle; the system's own limit.
    private static let mostLinks = 40

    /// Says that what stands at the absolute `path` is about to be looked at, symbolic links followed: watches each
    /// folder on the way for the name that is looked up there. What does not exist yet is watched for where it would be.
    ///
    /// - Parameter start: A folder above, without symbolic links, that is watched by itself already; `/` for none.
    func willFollow(_ path: String, from start: String = "/") {
        let below = FilePath.relative(path, to: start)
        var names = Array(WatchedFolders.names(in: Array((below ?? path).utf8)).reversed())
        var folder = below == nil || start.utf8.elementsEqual("/".utf8) ? [] : Array(start.utf8)
        var links = 0
        while let name = names.popLast() {
            if name.elementsEqual(".".utf8) { continue }
            if name.elementsEqual("..".utf8) {
                folder.removeLast(folder.count - (folder.lastIndex(of: UInt8(ascii: "/")) ?? 0))
                continue
            }
            let mask = names.isEmpty ? WatchedFolders.goal : WatchedFolders.step
            willLook(at: name, in: folder.isEmpty ? [UInt8(ascii: "/")] : folder, for: mask)
            let whole = folder + [UInt8(ascii: "/")] + name
            switch WatchedFolders.kind(of: whole) {
            case .folder: folder = whole
            case .other: return
            case .link(let target):
                links += 1
                guard links <= WatchedFolders.mostLinks else { return }
                if target.first == UInt8(ascii: "/") { folder = [] }
                names += WatchedFolders.names(in: target).reversed()
            }
        }
    }

    private enum Kind {
        case folder
        case link([UInt8])
        case other
    }

    private static func kind(of path: [UInt8]) -> Kind {
        var status = stat()
        guard Inotify.withPath(path, { lstat($0, &status) }) == 0 else { return .other }
        switch status.st_mode & S_IFMT {
        case S_IFDIR: return .folder
        case S_IFLNK:
            var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
            let count = Inotify.withPath(path) { readlink($0, &buffer, buffer.count) }
            return count >= 0 ? .link(buffer.prefix(count).map(UInt8.init(bitPattern:))) : .other
        default: return .other
        }
    }

    private static func names(in path: [UInt8]) -> [[UInt8]] {
        path.split(separator: UInt8(ascii: "/")).map { Array($0) }
    }
}
