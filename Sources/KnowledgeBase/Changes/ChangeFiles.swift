internal import CLinux
internal import Glibc

/// The system calls by which a change of notes reaches the disk. Paths are those of the vault.
///
/// Every call is one step: a process killed between two of them leaves what the journal can finish or undo.
final class ChangeFiles {
    /// The vault's real path.
    let root: String
    /// Called before each step with its name; for tests.
    var beforeStep: (String) -> Void = { _ in }
    /// Whether two files can change places, and a rename can refuse to replace; for tests of file systems that cannot.
    var knowsRenameFlags = true

    init(root: String) {
        self.root = FilePath.real(root) ?? root
        #if DEBUG
            beforeStep = ChangeFiles.deathAtStep()
            knowsRenameFlags = getenv("KB_NO_RENAME_FLAGS") == nil
        #endif
    }

    #if DEBUG
        /// Kills the process before the step whose number `$KB_DIE_AT_STEP` tells: tests have no other way to die at every
        /// single one. Release builds know nothing of it.
        private static func deathAtStep() -> (String) -> Void {
            guard let last = getenv("KB_DIE_AT_STEP").flatMap({ Int(String(cString: $0)) }) else { return { _ in } }
            var step = 0
            return { _ in
                step += 1
                if step == last { kill(getpid(), SIGKILL) }
            }
        }
    #endif

    /// The absolute path of `path`, which is empty for the vault itself.
    ///
    /// Empty, so that the system finds nothing there, for a path that is not plain or whose folder is not in the vault just
    /// now: each step looks again, since a step before it may have moved a symbolic link into its way.
    func absolute(_ path: String) -> String {
        if path.isEmpty { return root }
        guard ChangePaths.isPlain(path), ChangePaths.isInside(path, root: root) else { return "" }
        return FilePath.join(root, path)
    }

    // MARK: - Looking

    /// What `path` itself is, links not followed; nil when nothing is there.
    func status(_ path: String) throws(ChangeFailure) -> stat? {
        var status = stat()
        if lstat(absolute(path), &status) == 0 { return status }
        guard errno == ENOENT || errno == ENOTDIR else { throw .now(path) }
        return nil
    }

    /// Whether something is at `path`, be it a link that leads nowhere.
    func isPresent(_ path: String) throws(ChangeFailure) -> Bool { try status(path) != nil }

    /// The bytes of the file at `path`; nil when nothing is there.
    func bytes(_ path: String) throws(ChangeFailure) -> [UInt8]? {
        do throws(FileBytes.ReadError) {
            return try FileBytes.read(absolute(path))
        } catch {
            switch error {
            case .system(ENOENT), .system(ENOTDIR): return nil
            case .system(let code): throw .system(path: path, code: code)
            // What is no readable file is not what was planned with.
            case .notAFile, .tooLarge: throw .changedMeanwhile(path: path)
            }
        }
    }

    /// The print of the file at `path`; nil when nothing is there.
    func print(_ path: String) throws(ChangeFailure) -> FilePrint? {
        do throws(FileStream.Failure) {
            return try FileStream.print(absolute(path))
        } catch {
            switch error {
            case .source(ENOENT), .source(ENOTDIR): return nil
            case .source(let code), .target(let code): throw .system(path: path, code: code)
            case .notAFile: throw .changedMeanwhile(path: path)
            }
        }
    }

    /// Whether `a` and `b` are one file, by whatever names.
    func isOneFile(_ a: String, _ b: String) throws(ChangeFailure) -> Bool {
        guard let first = try status(a), let second = try status(b) else { return false }
        return first.st_dev == second.st_dev && first.st_ino == second.st_ino
    }

    /// Whether `a` and `b` are two spellings of one name, on a file system blind to case.
    func isSame(_ a: String, _ b: String) throws(ChangeFailure) -> Bool {
        guard a.lowercased() == b.lowercased(), let status = try status(a) else { return false }
        // A file may have two names on the disk; a folder counts those in it that lead back to it.
        guard status.st_nlink == 1 || status.st_mode & S_IFMT == S_IFDIR else { return false }
        return try isOneFile(a, b)
    }

    // MARK: - Steps

    /// Makes the folders above `path` that are missing.
    func makeFolders(above path: String) throws(ChangeFailure) {
        guard let folder = FilePath.parent(of: path), try !isPresent(folder) else { return }
        try makeFolders(above: folder)
        try makeFolder(folder)
    }

    /// Makes the folder `path`; false when there is one.
    @discardableResult
    func makeFolder(_ path: String) throws(ChangeFailure) -> Bool {
        beforeStep("mkdir \(path)")
        if mkdir(absolute(path), 0o777) == 0 { return true }
        let code = errno
        guard code == EEXIST, FilePath.isFolder(absolute(path)) else { throw .system(path: path, code: code) }
        return false
    }

    /// Removes the folder `path` if it is empty; whether it is gone.
    @discardableResult
    func removeFolder(_ path: String) -> Bool {
        beforeStep("rmdir \(path)")
        return rmdir(absolute(path)) == 0 || errno == ENOENT
    }

    /// Removes the file `path`, if it is there.
    func remove(_ path: String) throws(ChangeFailure) {
        beforeStep("unlink \(path)")
        guard unlink(absolute(path)) == 0 || errno == ENOENT || errno == ENOTDIR else { throw .now(path) }
    }

    /// Writes a new file, with the mode, owner and attributes of the file `model`, of which `status` tells, if one is given.
    /// Else it gets what the user's mask leaves, or is for the user alone when `isPrivate`. It is not yet safe on the
    /// disk.
    func create(
        _ path: String, holding bytes: [UInt8], like model: String? = nil, status: stat? = nil, isPrivate: Bool = false
    ) throws(ChangeFailure) {
        beforeStep("create \(path)")
        do throws(FileWriter.WriteError) {
            try FileWriter.create(
                absolute(path), holding: bytes, like: status, at: model.map(absolute), isSynced: false,
                isPrivate: isPrivate)
        } catch {
            guard case .system(let code) = error else { throw .changedMeanwhile(path: path) }
            throw .system(path: path, code: code)
        }
    }

    /// Gives the file at `path`, which is new and holds `bytes`, the mode of the file at the absolute path `source`,
    /// and its time of change when that holds the same. It stays for the user alone when that file cannot be read.
    func liken(_ path: String, to source: String, holding bytes: [UInt8]) {
        beforeStep("liken \(path)")
        FileStream.liken(absolute(path), to: source, holding: FilePrint(bytes))
    }

    /// Copies the file at the absolute path `source`, which held what `print` tells, to a new file with its mode and
    /// time of change. It is not yet safe on the disk.
    func copy(_ source: String, to path: String, holding print: FilePrint) throws(ChangeFailure) {
        beforeStep("copy \(path)")
        let copied: FilePrint
        do throws(FileStream.Failure) {
            copied = try FileStream.copy(source, to: absolute(path))
        } catch {
            switch error {
            case .source(let code): throw .system(path: source, code: code)
            case .target(let code): throw .system(path: path, code: code)
            case .notAFile: throw .changedMeanwhile(path: source)
            }
        }
        guard copied == print else { throw .changedMeanwhile(path: source) }
    }

    /// Makes all of `paths` safe on the disk, with one call for each disk they are on.
    ///
    /// Thousands of files one by one would take minutes.
    func syncAll(_ paths: [String]) throws(ChangeFailure) {
        var done: Set<dev_t> = []
        for path in paths {
            guard let device = try status(path)?.st_dev, done.insert(device).inserted else { continue }
            beforeStep("sync all \(path)")
            let file = open(absolute(path), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
            guard file >= 0 else { throw .now(path) }
            defer { close(file) }
            guard kb_syncfs(file) == 0 else { throw .now(path) }
        }
    }

    /// Makes the content of the file `path`, or what the folder `path` lists, safe on the disk.
    func sync(_ path: String) throws(ChangeFailure) {
        beforeStep("sync \(path)")
        let file = open(absolute(path), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
        guard file >= 0 else { throw .now(path) }
        defer { close(file) }
        // A file system that cannot do this has done all it can.
        guard fsync(file) == 0 || errno == EINVAL || errno == EROFS else { throw .now(path) }
    }

    /// Makes safe on the disk what the folders that hold `paths` list; folders that are not there are left out.
    ///
    /// A folder may be a symbolic link, whose real folder is meant when that is in the vault. One that fails keeps no
    /// other from being made safe.
    func syncFolders(of paths: [String]) throws(ChangeFailure) {
        var done: Set<[UInt8]> = []
        var failure: ChangeFailure?
        for folder in paths.map({ FilePath.parent(of: $0) ?? "" }).sorted(by: ByteOrder.precedes) {
            guard let real = FilePath.real(absolute(folder)), let inVault = FilePath.relative(real, to: root),
                done.insert(Array(inVault.utf8)).inserted
            else { continue }
            do throws(ChangeFailure) {
                try sync(inVault)
            } catch {
                failure = failure ?? error
            }
        }
        if let failure { throw failure }
    }

    /// Gives the file at `from` the path `to`, in the place of what is there.
    func replace(_ from: String, _ to: String) throws(ChangeFailure) {
        beforeStep("replace \(from) \(to)")
        guard rename(absolute(from), absolute(to)) == 0 else { throw .now(to) }
    }

    /// Gives the file at `from` the path `to`, where nothing may stand.
    func move(_ from: String, _ to: String) throws(ChangeFailure) {
        beforeStep("move \(from) \(to)")
        if knowsRenameFlags {
            if kb_rename(absolute(from), absolute(to), kb_rename_noreplace()) == 0 { return }
            let code = errno
            if code == EEXIST {
                guard try isSame(from, to) else { throw .taken(path: to) }
                return try replace(from, to)
            }
            guard FileSwap.isUnknown(code) else { throw .system(path: to, code: code) }
        }
        // A link, unlike a plain rename, never takes another file's place.
        if linkat(AT_FDCWD, absolute(from), AT_FDCWD, absolute(to), 0) == 0 { return try remove(from) }
        if errno == EEXIST { throw .taken(path: to) }
        // Some file systems know no hard links either; then a look has to do.
        guard try !isPresent(to) else { throw .taken(path: to) }
        try replace(from, to)
    }

    /// Lets the file at `path`, which holds `old`, and the one staged for it change places; afterwards the old one is
    /// at `staged`.
    func exchange(_ staged: String, _ path: String, old: FilePrint) throws(ChangeFailure) {
        if knowsRenameFlags {
            beforeStep("exchange \(staged) \(path)")
            if kb_rename(absolute(staged), absolute(path), kb_rename_exchange()) == 0 {
                // Only now is it sure what stood there: nobody writes to the old file's name any more.
                guard try print(staged) != old else { return }
                beforeStep("exchange back \(staged) \(path)")
                _ = kb_rename(absolute(staged), absolute(path), kb_rename_exchange())
                throw .changedMeanwhile(path: path)
            }
            guard FileSwap.isUnknown(errno) else { throw .now(path) }
        }
        try exchangeInSteps(staged, path, old: old)
    }

    /// As ``exchange(_:_:old:)`` where two files cannot change places in one go: the name is free for a moment, so that what
    /// stood there is known for sure before something else does.
    private func exchangeInSteps(_ staged: String, _ path: String, old: FilePrint) throws(ChangeFailure) {
        let kept = ChangeStep.kept(staged)
        // A run that was killed may have come this far.
        if try !isPresent(kept) { try replace(path, kept) }
        guard try print(kept) == old else {
            try move(kept, path)
            throw .changedMeanwhile(path: path)
        }
        try move(staged, path)
        try replace(kept, staged)
    }
}
