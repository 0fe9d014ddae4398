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

    private let files: ChangeFiles
    private var descriptor: Int32

    private init(_ descriptor: Int32, _ files: ChangeFiles) {
        self.descriptor = descriptor
        self.files = files
    }

    deinit { if descriptor >= 0 { close(descriptor) } }

    /// Takes the right to change notes, making the folder if it is not there.
    ///
    /// - Returns: Nil when another process holds it and `waiting` is false.
    static func take(_ files: ChangeFiles, waiting: Bool) throws(ChangeFailure) -> ChangeFolder? {
        let lock = files.absolute(lockPath)
        for _ in 0..<mostAttempts {
            try files.makeFolder(path)
            files.beforeStep("lock")
            let descriptor = open(lock, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o666)
            guard descriptor >= 0 else {
                // The holder has just removed the folder.
                guard errno == ENOENT else { throw .now(path) }
                continue
            }
            while flock(descriptor, waiting ? LOCK_EX : LOCK_EX | LOCK_NB) != 0 {
                if errno == EINTR { continue }
                // Without locks, as on some file systems, the notes themselves are still looked at before each step.
                guard errno == EWOULDBLOCK else { break }
                close(descriptor)
                return nil
            }
            var (mine, current) = (stat(), stat())
            if fstat(descriptor, &mine) == 0, lstat(lock, &current) == 0, mine.st_ino == current.st_ino,
                mine.st_dev == current.st_dev
            {
                return ChangeFolder(descriptor, files)
            }
            // It was the lock of a holder who has finished and removed it.
            close(descriptor)
        }
        throw .unfinished(path: path, message: "other processes keep changing notes")
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
        guard let bytes = try files.bytes(path), let status = try files.status(path) else { return nil }
        guard let journal = ChangeJournal(bytes) else {
            throw .unfinished(
                path: path, message: "this version of kb cannot read what an interrupted change left there")
        }
        return (journal, state, time(nil) - status.st_mtim.tv_sec)
    }

    /// Writes `journal` down, safe on the disk; from then on the change is ``ChangeJournal/State/prepared``.
    func begin(_ journal: ChangeJournal) throws(ChangeFailure) {
        try files.remove(ChangeFolder.draftPath)
        try files.create(ChangeFolder.draftPath, holding: journal.bytes)
        try files.sync(ChangeFolder.draftPath)
        try files.replace(ChangeFolder.draftPath, ChangeFolder.journalPath(.prepared))
        try files.sync(ChangeFolder.path)
    }

    /// Notes that the change has gone from `old` to `new`, safe on the disk.
    func advance(from old: ChangeJournal.State, to new: ChangeJournal.State) throws(ChangeFailure) {
        try files.replace(ChangeFolder.journalPath(old), ChangeFolder.journalPath(new))
        try files.sync(ChangeFolder.path)
    }

    /// Removes the journal: the change, or what was left of it, is over.
    func end(_ state: ChangeJournal.State) throws(ChangeFailure) {
        try files.remove(ChangeFolder.journalPath(state))
    }

    private static func journalPath(_ state: ChangeJournal.State) -> String { path + "/journal." + state.rawValue }
}
