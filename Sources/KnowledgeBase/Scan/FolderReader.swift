internal import Glibc
internal import KBModel

/// Reads folders one at a time; each thread of a walk has its own.
struct FolderReader {
    /// The largest ignore file read, in bytes; longer ones are no work of a person.
    static let largestIgnoreFile = 1 << 20
    /// Where the name stands in what `readdir` returns.
    private static let nameOffset = MemoryLayout<dirent>.offset(of: \.d_name) ?? 19

    /// What a name stands for.
    private enum Kind {
        case file
        case folder
        case link
    }

    /// What is the same for all folders of one walk.
    struct Scope: Sendable {
        /// The open vault.
        let root: Int32
        /// The vault as seen from the highest folder whose ignore files count; ends in `/`, or is empty.
        let prefix: [UInt8]
        /// Paths in the vault of folders that are never entered, each ending in `/`.
        let skipped: [[UInt8]]
        /// Whether `.gitignore`, `.ignore` and `.kbignore` count.
        let honoursIgnoreFiles: Bool
        /// Who watches the folders, and is told before one is read.
        var watch: WatchedFolders?
    }

    let scope: Scope
    // Scratch space, kept from folder to folder.
    private var names: [UInt8] = []
    private var found: [(name: Range<Int>, kind: Kind)] = []
    private var ignoreFiles: [IgnoreRules.Kind] = []
    private var path: [UInt8] = []
    // The folder that is being read.
    private var folder: [UInt8] = []
    private var linkedPath: [UInt8]?
    private var contents = FolderContents()

    init(scope: Scope) { self.scope = scope }

    /// Fills `listing` with what its folder holds.
    mutating func read(_ listing: FolderListing) {
        folder = listing.path
        linkedPath = listing.linkedPath
        contents = FolderContents()
        contents.rules = listing.rules
        list()
        contents.sort()
        swap(&listing.contents, &contents)
    }

    private mutating func list() {
        scope.watch?.willRead(folder)
        let descriptor = open(folder)
        guard descriptor >= 0 else { return fail(errno) }
        guard let stream = fdopendir(descriptor) else {
            fail(errno)
            close(descriptor)
            return
        }
        defer { closedir(stream) }
        collect(from: stream, descriptor: descriptor)
        if scope.honoursIgnoreFiles { readIgnoreFiles(in: descriptor) }
        if !contents.rules.isEmpty { path = scope.prefix + folder }
        contents.reserve(entries: found.count, bytes: names.count)
        let (allNames, found) = (self.names, self.found)
        allNames.withUnsafeBytes { names in
            for (name, kind) in found {
                take(UnsafeRawBufferPointer(rebasing: names[name]), kind, in: descriptor)
            }
        }
    }

    private func open(_ folder: [UInt8]) -> Int32 {
        let flags = O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NONBLOCK
        guard !folder.isEmpty else { return openat(scope.root, ".", flags) }
        return withUnsafeTemporaryAllocation(of: CChar.self, capacity: folder.count + 1) { buffer in
            for (place, byte) in folder.enumerated() { buffer[place] = CChar(bitPattern: byte) }
            buffer[folder.count] = 0
            guard let start = buffer.baseAddress else { return -1 }
            return openat(scope.root, start, flags)
        }
    }

    /// A folder that has gone meanwhile is no trouble; one that cannot be read is.
    private mutating func fail(_ code: Int32) {
        if code == ENOENT || code == ENOTDIR { return }
        contents.report(.unreadable, folder, [], "the folder cannot be read: \(SystemError.message(code))")
    }

    /// Lists the names worth a closer look; the ignore files must be known before that.
    private mutating func collect(from stream: OpaquePointer, descriptor: Int32) {
        names.removeAll(keepingCapacity: true)
        found.removeAll(keepingCapacity: true)
        ignoreFiles.removeAll(keepingCapacity: true)
        errno = 0
        while let entry = readdir(stream) {
            let start = UnsafeRawPointer(entry).advanced(by: FolderReader.nameOffset)
            let name = UnsafeRawBufferPointer(start: start, count: strlen(start.assumingMemoryBound(to: CChar.self)))
            if name.first == UInt8(ascii: ".") {
                if name.count > 6, let kind = IgnoreRules.Kind(fileName: Array(name)[...]) { ignoreFiles.append(kind) }
                continue
            }
            guard let kind = FolderReader.kind(entry.pointee.d_type, of: name, in: descriptor) else { continue }
            if kind == .folder ? NoteFileName.isSkippedFolder(name) : kind == .file && !NoteFileName.isNote(name) {
                continue
            }
            let place = names.count
            names.append(contentsOf: name)
            found.append((place..<names.count, kind))
            names.append(0)
            errno = 0
        }
        // `readdir` tells an error from the end by `errno` alone.
        if errno != 0 { fail(errno) }
    }

    /// What `name` stands for; nil for devices, pipes and sockets.
    private static func kind(_ type: UInt8, of name: UnsafeRawBufferPointer, in folder: Int32) -> Kind? {
        switch Int(type) {
        case Int(DT_REG): return .file
        case Int(DT_DIR): return .folder
        case Int(DT_LNK): return .link
        case Int(DT_UNKNOWN): break
        default: return nil
        }
        // Some file systems do not tell the type along with the name.
        var status = stat()
        guard let start = name.baseAddress?.assumingMemoryBound(to: CChar.self),
            fstatat(folder, start, &status, AT_SYMLINK_NOFOLLOW) == 0
        else { return nil }
        switch status.st_mode & S_IFMT {
        case S_IFREG: return .file
        case S_IFDIR: return .folder
        case S_IFLNK: return .link
        default: return nil
        }
    }

    private mutating func readIgnoreFiles(in descriptor: Int32) {
        for kind in ignoreFiles {
            guard let name = kind.fileName else { continue }
            do throws(FileBytes.ReadError) {
                let bytes = try FileBytes.read(name, in: descriptor, limit: FolderReader.largestIgnoreFile)
                let base = scope.prefix.count + folder.count
                contents.rules.add(IgnorePattern.patterns(of: bytes), kind, base: base)
            } catch  where error.isMissing {
                continue
            } catch {
                contents.report(.unreadable, folder, name.utf8, "the ignore file is not used: \(error.message)")
            }
        }
    }

    /// Adds `name`, which a NUL follows, to the contents unless it is ignored.
    private mutating func take(_ name: UnsafeRawBufferPointer, _ kind: Kind, in descriptor: Int32) {
        guard NoteFileName.isText(name) else {
            if kind == .link, !NoteFileName.isNote(name) { return }
            return contents.report(.fileName, folder, name, "the name is not UTF-8, so it is left out; rename it")
        }
        // A link is ignored or not once it is known what it leads to.
        if kind == .link { return contents.links.append(Array(name)) }
        if !contents.rules.isEmpty, isIgnored(name, isFolder: kind == .folder) { return }
        if kind == .folder {
            let path = FolderReader.path(of: name, in: folder)
            if scope.skipped.contains(path) { return }
            let linked = linkedPath.map { FolderReader.path(of: name, in: $0) }
            let listing = FolderListing(path: path, linkedPath: linked, rules: contents.rules)
            return contents.add(folder: name, listing)
        }
        var status = stat()
        guard let start = name.baseAddress?.assumingMemoryBound(to: CChar.self) else { return }
        if fstatat(descriptor, start, &status, AT_SYMLINK_NOFOLLOW) == 0 {
            if status.st_mode & S_IFMT == S_IFREG { contents.add(file: name, stamp: FileStamp(status)) }
        } else if errno != ENOENT {
            let message = "the file cannot be looked at: \(SystemError.message(errno))"
            contents.report(.unreadable, folder, name, message)
        }
    }

    /// The path of the folder `name` in `folder`.
    private static func path(of name: UnsafeRawBufferPointer, in folder: [UInt8]) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: folder.count + name.count + 1) { buffer, count in
            count = 0
            for byte in folder { buffer.initializeElement(at: count, to: byte); count += 1 }
            for byte in name { buffer.initializeElement(at: count, to: byte); count += 1 }
            buffer.initializeElement(at: count, to: UInt8(ascii: "/"))
            count += 1
        }
    }

    private mutating func isIgnored(_ name: UnsafeRawBufferPointer, isFolder: Bool) -> Bool {
        let start = path.count
        path.append(contentsOf: name)
        defer { path.removeLast(path.count - start) }
        return contents.rules.ignores(path, name: start, isFolder: isFolder)
    }
}
