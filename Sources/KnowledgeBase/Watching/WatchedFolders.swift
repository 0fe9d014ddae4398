internal import Glibc

/// The folders whose changes are reported, and which of the changes matter to the notes.
///
/// Whoever looks for notes says so here before looking: whatever happens after the look is then reported, and what
/// happened before is seen. ``begin()`` and ``end()`` enclose the looks of one refresh; folders that none of them met
/// are left alone afterwards. Shared by the threads of a walk.
final class WatchedFolders: Sendable {
    /// What is known of a watched folder.
    struct Folder {
        /// The absolute path by which it was met last.
        var path: [UInt8]
        /// The refresh that met it last.
        var round: Int
        /// Whether notes are looked for in it.
        var holdsNotes = false
        /// Other names in it that matter, each with the bits of the changes that do.
        var names: [(name: [UInt8], mask: UInt32)] = []
    }

    /// What cannot be watched, so that it has to be looked at from time to time.
    struct Gaps: Equatable {
        /// Folders that the system has no watches left for.
        var unwatched = 0
        /// Remote file systems that folders are on, by name in byte order.
        var remote: [String] = []

        var isEmpty: Bool { unwatched == 0 && remote.isEmpty }
    }

    private struct State {
        var folders: [Int32: Folder] = [:]
        var round = 0
        /// Folders with notes that this refresh met and the system has no watch for.
        var unwatched: Set<[UInt8]> = []
        /// The same for folders in which something else was looked at.
        var unwatchedOthers: Set<[UInt8]> = []
        /// The remote file systems of folders with notes, by the numbers of their watches; those without one have 0.
        var remote: [Int32: Set<String>] = [:]
    }

    private static let ofNotes =
        Inotify.namesChange | Inotify.contentsChange | Inotify.folderLeaves

    private let root: [UInt8]
    private let inotify: Inotify?
    private let state = Monitor(State())

    /// Nothing is watched yet of the vault at `root`, a real path. Without `inotify`, nothing ever is.
    init(root: String, inotify: Inotify?) {
        self.root = root == "/" ? [] : Array(root.utf8)
        self.inotify = inotify
    }

    /// How many folders with notes the last refresh met, and which of them have to be looked at.
    var summary: (folders: Int, gaps: Gaps) {
        state.use { state in
            let watched = state.folders.values.count { $0.holdsNotes && $0.round == state.round }
            let remote = state.remote.values.reduce(into: Set()) { $0.formUnion($1) }
            let gaps = Gaps(
                unwatched: state.unwatched.union(state.unwatchedOthers).count,
                remote: remote.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
            return (watched + state.unwatched.count, gaps)
        }
    }

    // MARK: - A refresh

    /// Begins a refresh.
    func begin() {
        state.use { state in
            state.round += 1
            state.unwatched = []
            state.unwatchedOthers = []
            state.remote[0] = nil
        }
    }

    /// Ends a refresh that has looked everywhere: folders it did not meet are no longer watched.
    func end() {
        let left = state.use { state in
            let left = state.folders.filter { $0.value.round != state.round }.map(\.key)
            for watch in left {
                state.folders[watch] = nil
                state.remote[watch] = nil
            }
            return left
        }
        for watch in left { inotify?.end(watch) }
    }

    /// Says that the names in the folder at `path`, seen from the vault, are about to be read.
    func willRead(_ path: [UInt8]) {
        let path = path.isEmpty && root.isEmpty ? [UInt8(ascii: "/")] : root + [UInt8(ascii: "/")] + path
        let watch = inotify?.watch(path, for: WatchedFolders.ofNotes)
        state.use { state in
            guard let watch, watch >= 0 else {
                // A folder that is gone or cannot be read is reported by the one that holds it.
                guard WatchedFolders.isBeyondLimit(watch) else { return }
                state.unwatched.insert(path)
                if let name = FileSystemKind.remoteName(at: path) { state.remote[0, default: []].insert(name) }
                return
            }
            let isNew = state.folders[watch] == nil
            WatchedFolders.meet(watch, path, in: &state)
            state.folders[watch]?.holdsNotes = true
            if isNew, let name = FileSystemKind.remoteName(at: path) { state.remote[watch] = [name] }
        }
    }

    /// Says that the file or folder `name` in the folder at the absolute `path` is about to be looked at; `mask` are the
    /// changes that matter.
    func willLook(at name: some Sequence<UInt8>, in path: [UInt8], for mask: UInt32) {
        let watch = inotify?.watch(path, for: mask | Inotify.folderLeaves)
        state.use { state in
            guard let watch, watch >= 0 else {
                if WatchedFolders.isBeyondLimit(watch) { state.unwatchedOthers.insert(path) }
                return
            }
            WatchedFolders.meet(watch, path, in: &state)
            state.folders[watch]?.names.append((Array(name), mask))
        }
    }

    /// As ``willLook(at:in:for:)``, for a folder and a name as text.
    func willLook(at name: String, in path: String, for mask: UInt32) {
        willLook(at: name.utf8, in: Array(path.utf8), for: mask)
    }

    /// Whether a folder is not watched, as the answer of the system says, though it is there and can be read.
    private static func isBeyondLimit(_ watch: Int32?) -> Bool { watch == nil || watch == -ENOSPC || watch == -ENOMEM }

    /// A folder that this refresh meets for the first time matters for what this one looks for, and nothing else.
    private static func meet(_ watch: Int32, _ path: [UInt8], in state: inout State) {
        if state.folders[watch]?.round != state.round {
            state.folders[watch] = Folder(path: path, round: state.round)
        }
    }

    // MARK: - Events

    /// Whether what was reported may change what the notes are, or how they are found.
    func matters(_ event: Inotify.Event) -> Bool {
        if event.has(UInt32(IN_Q_OVERFLOW)) { return true }
        return state.use { state in
            // Of a folder that does not matter any more.
            guard let folder = state.folders[event.watch] else { return false }
            if event.has(UInt32(IN_IGNORED)) {
                state.folders[event.watch] = nil
                state.remote[event.watch] = nil
                return true
            }
            return folder.matters(event)
        }
    }
}

extension WatchedFolders.Folder {
    /// Whether what was reported of this folder matters.
    fileprivate func matters(_ event: Inotify.Event) -> Bool {
        if event.name.isEmpty { return holdsNotes || event.has(Inotify.folderLeaves) }
        if names.contains(where: { event.has($0.mask) && $0.name == event.name }) { return true }
        guard holdsNotes else { return false }
        if event.name.first == UInt8(ascii: ".") {
            // Locks and drafts of editors, of kb itself, and of tools that synchronise; but ignore files matter.
            return IgnoreRules.Kind(fileName: event.name[...]) != nil
        }
        if event.has(UInt32(IN_ISDIR)) { return !event.name.withUnsafeBytes(NoteFileName.isSkippedFolder) }
        if event.name.withUnsafeBytes(NoteFileName.isNote) { return true }
        // Anything else matters when it is a symbolic link, maybe to a folder. One that is there was looked at by its
        // name, so that its end shows above; a new one has not been.
        return event.has(UInt32(IN_CREATE | IN_MOVED_TO)) && isLink(event.name)
    }

    private func isLink(_ name: [UInt8]) -> Bool {
        var status = stat()
        let whole = path + [UInt8(ascii: "/")] + name
        return Inotify.withPath(whole) { lstat($0, &status) } == 0 && status.st_mode & S_IFMT == S_IFLNK
    }
}
