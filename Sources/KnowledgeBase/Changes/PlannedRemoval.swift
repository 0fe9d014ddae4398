import KBEdit
import KBModel

/// What goes to the trash, and where in it.
struct PlannedRemoval {
    let files: ChangeFiles
    private var from: Set<PathKey> = []
    private var to: Set<PathKey> = []
    private var moved: [MoveSet.Move] = []
    private var folders: [MoveSet.Move] = []
    /// What was named, as paths of the vault.
    private(set) var names: [String] = []

    init(files: ChangeFiles) { self.files = files }

    /// Every file with its place in the trash.
    var moves: MoveSet {
        MoveSet(files: moved.sorted { ByteOrder.precedes($0.from, $1.from) }, folders: folders)
    }

    /// Adds the file at `path`, unless it is among them already.
    mutating func add(file path: String) throws(ChangeFailure) {
        guard !from.contains(PathKey(path)) else { return }
        names.append(path)
        add(path, to: try Trash(files: files).freePath(for: path, besides: to))
    }

    /// Adds all in the folder at `path`, which stays together.
    mutating func add(folder path: String) throws(ChangeFailure) {
        let place = try Trash(files: files).freePath(for: path, besides: to)
        names.append(path)
        for file in try FilesBelow.paths(in: path, of: files) where !from.contains(PathKey(file)) {
            add(file, to: place + String(decoding: file.utf8.dropFirst(path.utf8.count), as: UTF8.self))
        }
        folders.append(.init(from: path, to: place, isNote: false))
        to.insert(PathKey(place))
    }

    private mutating func add(_ path: String, to place: String) {
        from.insert(PathKey(path))
        to.insert(PathKey(place))
        moved.append(.init(from: path, to: place, isNote: false))
    }
}
