internal import Glibc

/// The hidden folder of the vault in which a change of notes is written down while it is made; held by one process at
/// a time, and gone when nothing is being changed.
final class ChangeFolder {
    /// The folder's path in the vault.
    static let path = ".kb-change"
    private static let lockPath = path + "/lock"
    private static let draftPath = path + "/journal.new"
    /// Another process may remove the folder between two calls as often as this; nobody is so unlucky by chance.
    private static let mostAttempts = 100

    /// What someone can do who is in the way of a change that cannot be settled.
    static let wayOut =
        "to give that change up, remove the folder \(path); the texts kb wrote or kept lie beside the notes, hidden, as "
        + ".kb-change-1 and so on"

    /// Whether `path` is the folder, or something in it.
    static func holds(_ path: String) -> Bool {
        path.utf8.elementsEqual(ChangeFolder.path.utf8) || path.utf8.starts(with: (ChangeFolder.path + "/").utf8)
    }

    private let files: ChangeFiles
    private var descriptor: Int32

    private init(_ descriptor: Int32, _ files: ChangeFiles) {
        self.descriptor = descriptor
        self.files = files
    }

    deinit { if descriptor >= 0 { close(descriptor) } }

    /// Takes the right to change notes, making the folder if it is not there.
    ///
    /// - Parameter whenWaiting: Called once when another process holds it and it is waited for.
    /// - Returns: Nil when another process holds it and `waiting` is false.
    static func take(
        _ files: ChangeFiles, waiting: Bool, whenWaiting: () -> Void = {}
    ) throws(ChangeFailure) -> ChangeFolder? {
        let lockFile = files.absolute(lockPath)
        for _ in 0..<mostAttempts {
            try files.makeFolder(path)
            guard let status = try files.status(path) else { continue }
            // A link could have come with the vault, and lead anywhere.
            guard status.st_mode & S_IFMT == S_IFDIR else {
                throw .unfinished(path: path, message: "it is not a folder; remove it")
            }
            files.beforeStep("lock")
            let descriptor = open(lockFile, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o666)
            guard descriptor >= 0 else {
                // The holder has just removed the folder.
                guard errno == ENOENT else { throw .now(path) }
                continue
            }
            guard lock(descriptor, waiting: waiting, whenWaiting) else {
                close(descriptor)
                return nil
            }
            var (mine, current) = (stat(), stat())
            if fstat(descriptor, &mine) == 0, lstat(lockFile, &current) == 0, mine.st_ino == current.st_ino,
                mine.st_dev == current.st_dev
            {
                return ChangeFolder(descriptor, files)
            }
            // It was the lock of a holder who has finished and removed it.
            close(descriptor)
        }
        throw .unfinished(path: path, message: "other processes keep changing notes")
    }

    /// Locks the open lock file; false when another process has it and `waiting` is false.
    private static func lock(_ descriptor: Int32, waiting: Bool, _ whenWaiting: () -> Void) -> Bool {
        var operation = LOCK_EX | LOCK_NB
        while flock(descriptor, operation) != 0 {
            if errno == EINTR { continue }
            // Without locks, as on some file systems, the notes themselves are still looked at before each step.
            guard errno == EWOULDBLOCK else { return true }
            guard waiting else { return false }
            whenWaiting()
            operation = LOCK_EX
        }
        return true
    }

    /// Gives the right back, and removes the folder unless a journal is in it.
    func release() {
        guard descriptor >= 0 else { return }
        if (try? state()) == .some(nil) {
            try? files.remove(ChangeFolder.draftPath)
            try? files.remove(ChangeFolder.lockPath)
            files.removeFolder(ChangeFolder.path)
        }
        close(descriptor)
        descriptor = -1
    }

    /// The title of the change that a journal tells of, be it interrupted or under way; empty when it cannot be read,
    /// nil when there is none. Only looks.
    static func pendingChange(_ files: ChangeFiles) -> String? {
        for state in ChangeJournal.State.allCases {
            let path = journalPath(state)
            guard (try? files.isPresent(path)) == true else { continue }
            guard let bytes = try? files.bytes(path), let journal = ChangeJournal(bytes) else { return "" }
            return journal.title
        }
        return nil
    }

    /// How far the change has come that the journal tells of; nil when there is none.
    func state() throws(ChangeFailure) -> ChangeJournal.State? {
        for state in ChangeJournal.State.allCases where try files.isPresent(ChangeFolder.journalPath(state)) {
            return state
        }
        return nil
    }

    /// The journal with its state and its age in seconds; nil when there is none.
    func journal() throws(ChangeFailure) -> (journal: ChangeJournal, state: ChangeJournal.State, age: Int)? {
        guard let state = try state() else { return nil }
        let path = ChangeFolder.journalPath(state)
        guard let status = try files.status(path) else { return nil }
        try requireOwn(path, status)
        guard let bytes = try files.bytes(path) else { return nil }
        guard let journal = ChangeJournal(bytes) else {
            throw .unfinished(
                path: path,
                message: "this version of kb cannot read what an interrupted change left there; \(ChangeFolder.wayOut)")
        }
        if let strange = ChangePaths.strange(in: journal, root: files.root) {
            throw .unfinished(
                path: path,
                message: "it tells of a change to “\(strange)”, which no kb makes; unless you know where it came from, "
                    + "remove the folder \(ChangeFolder.path)")
        }
        return (journal, state, time(nil) - status.st_mtim.tv_sec)
    }

    /// Makes sure that the journal at `path` is a file of this user's. Whoever else may write here could have one change what
    /// only this user may.
    private func requireOwn(_ path: String, _ status: stat) throws(ChangeFailure) {
        guard status.st_mode & S_IFMT == S_IFREG else {
            throw .unfinished(path: path, message: "it is not a file; remove it")
        }
        guard status.st_uid != geteuid() else { return }
        // Some file systems show every file as another user's: those that this user makes as well.
        try files.remove(ChangeFolder.draftPath)
        try files.create(ChangeFolder.draftPath, holding: [])
        let made = try files.status(ChangeFolder.draftPath)?.st_uid
        try files.remove(ChangeFolder.draftPath)
        guard made == status.st_uid else {
            throw .unfinished(
                path: path, message: "another user's change was interrupted, who has to run kb; \(ChangeFolder.wayOut)")
        }
    }

    /// Writes `journal` down, safe on the disk; from then on the change is ``ChangeJournal/State/prepared``.
    func begin(_ journal: ChangeJournal) throws(ChangeFailure) {
        try files.remove(ChangeFolder.draftPath)
        try files.create(ChangeFolder.draftPath, holding: journal.bytes)
        try files.sync(ChangeFolder.draftPath)
        try files.replace(ChangeFolder.draftPath, ChangeFolder.journalPath(.prepared))
        try files.sync(ChangeFolder.path)
        // The vault lists the folder itself.
        try files.sync("")
    }

    /// Notes that the change has gone from `old` to `new`, safe on the disk.
    func advance(from old: ChangeJournal.State, to new: ChangeJournal.State) throws(ChangeFailure) {
        try files.replace(ChangeFolder.journalPath(old), ChangeFolder.journalPath(new))
        do throws(ChangeFailure) {
            try files.sync(ChangeFolder.path)
        } catch {
            // Later on a journal that comes back with its older name is finished or undone all the same.
            guard new != .applying else { throw error }
        }
    }

    /// Removes the journal: the change, or what was left of it, is over.
    func end(_ state: ChangeJournal.State) throws(ChangeFailure) {
        try files.remove(ChangeFolder.journalPath(state))
    }

    private static func journalPath(_ state: ChangeJournal.State) -> String { path + "/journal." + state.rawValue }
}
