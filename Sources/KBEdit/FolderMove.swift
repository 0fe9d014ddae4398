/// A folder that takes another path, with all that is in it.
public struct FolderMove: Equatable, Sendable {
    /// Its path in the vault.
    public var from: String
    /// The path it gets, where nothing stands yet.
    public var to: String

    /// The folder at `from` comes to be at `to`.
    public init(from: String, to: String) {
        self.from = from
        self.to = to
    }

    /// The path that what is at `path` gets by it; nil for what is not in the folder.
    public func newPath(of path: String) -> String? {
        guard path.utf8.starts(with: (from + "/").utf8) else { return nil }
        return to + String(decoding: path.utf8.dropFirst(from.utf8.count), as: UTF8.self)
    }
}
