import Glibc
import KBModel
import KBStudy

/// The log of what a person did, as a file: only ever appended to, never rewritten.
struct StudyLogFile {
    /// What the file held at one moment.
    struct Snapshot {
        /// In the order of the file.
        var events: [StudyEvent] = []
        /// Lines that cannot be read, by line.
        var issues: [Issue] = []
        /// By what a later look tells that nothing changed; nil when there was no file.
        var stamp: Stamp?
    }

    /// What tells one state of the file from another.
    struct Stamp: Equatable {
        private let device: UInt64
        private let file: UInt64
        private let content: FileStamp

        init(_ status: stat) {
            device = UInt64(truncatingIfNeeded: status.st_dev)
            file = UInt64(truncatingIfNeeded: status.st_ino)
            content = FileStamp(status)
        }
    }

    /// The largest log read, in bytes: a century of reviewing all day long.
    static let largest = 1 << 30

    /// Where the vault keeps the log.
    private let place: String
    /// The vault's real path when the log must lie in it; nil when it is in the user's own folder.
    private let root: String?

    /// The log of `vault`. Opens nothing.
    init(vault: Vault) {
        place = vault.logFile
        // What came with a vault must not make kb write elsewhere; in their own folder, users link as they like.
        root = vault.configFile == nil ? nil : vault.root
    }

    /// The file's path, once it is sure that no symbolic link leads out of the vault.
    func path() throws(KnowledgeBaseError) -> String {
        guard let root else { return FilePath.real(place) ?? place }
        guard let real = FilePath.realOfExistingPart(place), let inside = FilePath.relative(real, to: root),
            !inside.isEmpty
        else {
            throw .unwritable(path: place, message: "a symbolic link leads out of the vault, or nowhere")
        }
        return real
    }

    /// Whether only the user may look into folders that are made for the log.
    var isPrivate: Bool { root == nil }

    /// What the file holds; nothing when there is none. `known` is taken when the file has not changed since.
    ///
    /// - Throws: ``KnowledgeBaseError/unreadable(path:message:)``
    func read(known: Snapshot? = nil) throws(KnowledgeBaseError) -> Snapshot {
        let path = try path()
        var status = stat()
        guard stat(path, &status) == 0 else {
            guard [ENOENT, ENOTDIR].contains(errno) else {
                throw .unreadable(path: path, message: SystemError.message(errno))
            }
            return Snapshot()
        }
        let stamp = Stamp(status)
        if let known, known.stamp == stamp { return known }
        do throws(FileBytes.ReadError) {
            let log = StudyLog(reading: try FileBytes.read(path, limit: StudyLogFile.largest))
            return Snapshot(events: log.events, issues: log.issues, stamp: stamp)
        } catch {
            if error.isMissing { return Snapshot() }
            throw .unreadable(path: path, message: error.message)
        }
    }

    /// The lines that cannot be read, by line, under the log's path in the vault or its absolute one.
    func issues() throws(KnowledgeBaseError) -> [LocatedIssue] {
        let path = root.flatMap { FilePath.relative(place, to: $0) } ?? place
        return try read().issues.map { LocatedIssue(path: path, issue: $0) }
    }
}
