internal import KBModel

/// Which files and folders of a vault take which new paths.
public struct MoveSet: Equatable, Sendable {
    /// One file that moves.
    public struct Move: Equatable, Sendable {
        /// Its path.
        public var from: String
        /// The path it gets, where nothing stands yet.
        public var to: String
        /// Whether it is a note.
        public var isNote: Bool

        /// A file that moves; see the properties.
        public init(from: String, to: String, isNote: Bool) {
            self.from = from
            self.to = to
            self.isNote = isNote
        }
    }

    /// Every file that moves, those of folders included.
    public let files: [Move]
    /// The folders that move as a whole: links to what is missing in them follow too. An empty path is the whole vault.
    public let folders: [Move]
    private let paths: [PathKey: String]
    /// Whether a whole vault moves into another, so that a path from the root that means nothing is an address elsewhere.
    var isArrival: Bool { folders.contains { $0.from.isEmpty } }

    /// The files that move, and the folders they move with.
    public init(files: [Move], folders: [Move] = []) {
        self.files = files
        self.folders = folders
        paths = Dictionary(files.map { (PathKey($0.from), $0.to) }, uniquingKeysWith: { first, _ in first })
    }

    /// The path that what is at `path` has afterwards.
    public func newPath(of path: String) -> String {
        if let new = paths[PathKey(path)] { return new }
        for folder in folders {
            if VaultPath.same(path, folder.from) { return folder.to }
            if folder.from.isEmpty { return folder.to + "/" + path }
            let start = folder.from + "/"
            if path.utf8.starts(with: start.utf8) {
                return folder.to + "/" + String(decoding: path.utf8.dropFirst(start.utf8.count), as: UTF8.self)
            }
        }
        return path
    }
}
