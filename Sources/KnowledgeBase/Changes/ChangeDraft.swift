internal import Glibc
internal import KBEdit
internal import KBModel

/// Turns a plan into a journal, once it is sure that the vault is as the plan takes it to be. Changes nothing.
struct ChangeDraft {
    /// What new content is.
    enum Content {
        case bytes([UInt8])
        /// The content of the file at this absolute path, which held what the print tells.
        case copy(of: String, FilePrint)
    }

    /// New content that is to be written beside a note.
    struct Staged {
        var path: String
        /// The note's own path.
        var note: String
        var content: Content
        /// What the note is, whose mode, owner and attributes the content gets; nil for a new note.
        var status: stat?
        /// The absolute path of the file that a new note was made from, if it was.
        var origin: String?
    }

    /// A level of a path as its bytes.
    private typealias Level = [UInt8]

    let files: ChangeFiles
    private(set) var steps: [ChangeStep] = []
    private(set) var contents: [Staged] = []
    /// The folders that are not there yet, outermost first.
    private(set) var made: [String] = []
    /// The folders above what moves away, innermost first.
    private(set) var left: [String] = []
    /// The files whose text changes and that have other names on the disk, which keep the old text.
    private(set) var parted: [String] = []
    /// Folders that stay, though nothing be in them.
    private let lasting: Set<PathKey>
    /// The folders that move as a whole, inner ones first.
    private let folders: [FolderMove]
    private var targets: Set<PathKey> = []
    /// What is in ``made`` and in ``left``.
    private var (willBeMade, mayBeLeft): (Set<PathKey>, Set<PathKey>) = ([], [])
    /// What the files hold afterwards whose text changes: a note and a link to it may both be in a plan.
    private var edited: [PathKey: FilePrint] = [:]
    /// Where what moves goes.
    private let newPaths: [PathKey: String]
    /// The files that new notes were made from.
    private let origins: [PathKey: String]
    private var number = 0

    /// The draft of `plan`; folders in `lasting` are never removed.
    init(_ plan: ChangePlan, files: ChangeFiles, lasting: Set<String>) throws(ChangeFailure) {
        self.files = files
        self.lasting = Set(lasting.map { PathKey($0) })
        origins = plan.origins
        folders = plan.folders.sorted {
            $0.from.utf8.count == $1.from.utf8.count
                ? ByteOrder.precedes($0.from, $1.from) : $0.from.utf8.count > $1.from.utf8.count
        }
        newPaths = Dictionary(
            plan.changes.map { (PathKey($0.path), $0.newPath) }, uniquingKeysWith: { first, _ in first })
        for change in plan.changes { try add(change) }
        for folder in folders { try move(folder) }
        // An inner folder's path is longer than that of the folder it is in.
        left.sort { $0.utf8.count == $1.utf8.count ? ByteOrder.precedes($0, $1) : $0.utf8.count > $1.utf8.count }
    }

    private mutating func add(_ change: NoteChange) throws(ChangeFailure) {
        switch change {
        case .edit(let path, let old, let new): try edit(path, from: old, to: new)
        case .create(let path, let bytes):
            try requireFree(path, comingFrom: nil)
            var step = ChangeStep(path: path, to: nil, staged: nil, old: nil, new: nil)
            try stage(bytes, for: &step, like: nil)
            steps.append(step)
        case .move(let from, let to, let old, let new) where goesAlong(from, to):
            try moveAlong(from, to, content: (old, new))
        case .moveFile(let from, let to) where goesAlong(from, to): try moveAlong(from, to, content: nil)
        case .move(let from, let to, let old, let new): try move(from, to, content: (old, new))
        case .trash(let path, let to, let bytes): try move(path, to, content: (bytes, bytes))
        case .moveFile(let from, let to): try move(from, to, content: nil)
        case .copyFile(let from, let to): try copy(from, to)
        }
    }

    // MARK: - One change

    private mutating func edit(_ path: String, from old: [UInt8], to new: [UInt8]) throws(ChangeFailure) {
        try requireInside(path)
        // A link inside the vault stays a link: what it leads to changes.
        guard let real = FilePath.real(files.absolute(path)) else { throw .changedMeanwhile(path: path) }
        guard let file = FilePath.relative(real, to: files.root) else { throw .outsideVault(path: path) }
        guard !ChangePaths.isReserved(file) else { throw .reserved(path: path) }
        let status = try require(old, at: file)
        guard old != new else { return }
        if let planned = edited[PathKey(file)] {
            guard planned == FilePrint(new) else { throw .changedMeanwhile(path: path) }
            return
        }
        edited[PathKey(file)] = FilePrint(new)
        var step = ChangeStep(path: file, to: nil, staged: nil, old: FilePrint(old), new: nil)
        try stage(new, for: &step, like: status)
        steps.append(step)
    }

    private mutating func move(
        _ from: String, _ to: String, content: (old: [UInt8], new: [UInt8])?
    ) throws(ChangeFailure) {
        try requireInside(from)
        guard let status = try files.status(from) else { throw .changedMeanwhile(path: from) }
        try requireFree(to, comingFrom: from)
        let isLink = status.st_mode & S_IFMT == S_IFLNK
        if isLink {
            try requireMovable(link: from, to: to)
            if let content { try edit(from, from: content.old, to: content.new) }
        }
        var step = ChangeStep(path: from, to: to, staged: nil, old: nil, new: nil, mark: FileMark(status))
        if let content, !isLink {
            let status = try require(content.old, at: from)
            step.old = FilePrint(content.old)
            if content.old != content.new { try stage(content.new, for: &step, like: status) }
        }
        steps.append(step)
        try requireWritable(folderOf: from)
        leave(from)
    }

    private mutating func copy(_ from: String, _ to: String) throws(ChangeFailure) {
        try requireFree(to, comingFrom: nil)
        let print: FilePrint
        do throws(FileStream.Failure) {
            print = try FileStream.print(from)
        } catch {
            guard case .source(let code) = error else { throw .changedMeanwhile(path: from) }
            throw .system(path: from, code: code)
        }
        var step = ChangeStep(path: to, to: nil, staged: nil, old: nil, new: print)
        try stage(.copy(of: from, print), for: &step, like: nil)
        steps.append(step)
    }

    private mutating func stage(_ bytes: [UInt8], for step: inout ChangeStep, like status: stat?) throws(ChangeFailure)
    {
        step.new = FilePrint(bytes)
        if let status, status.st_nlink > 1 { parted.append(step.path) }
        let origin = status == nil ? origins[PathKey(step.path)] : nil
        try stage(.bytes(bytes), for: &step, like: status, from: origin)
    }

    private mutating func stage(
        _ content: Content, for step: inout ChangeStep, like status: stat?, from origin: String? = nil
    ) throws(ChangeFailure) {
        var path: String
        repeat {
            number += 1
            path = ChangeStep.staged(beside: step.path, number: number)
        } while try files.isPresent(path)
        step.staged = path
        contents.append(
            Staged(path: path, note: step.path, content: content, status: status, origin: origin))
    }

    // MARK: - Folders

    /// Whether the file at `from` comes to `to` because its folder does.
    private func goesAlong(_ from: String, _ to: String) -> Bool {
        guard let new = folders.lazy.compactMap({ $0.newPath(of: from) }).first else { return false }
        return new.utf8.elementsEqual(to.utf8)
    }

    /// A file that moves with its folder: only its content is seen to.
    private mutating func moveAlong(
        _ from: String, _ to: String, content: (old: [UInt8], new: [UInt8])?
    ) throws(ChangeFailure) {
        guard let status = try files.status(from) else { throw .changedMeanwhile(path: from) }
        if status.st_mode & S_IFMT == S_IFLNK { try requireMovable(link: from, to: to) }
        guard let content else { return }
        try edit(from, from: content.old, to: content.new)
    }

    private mutating func move(_ folder: FolderMove) throws(ChangeFailure) {
        try requireInside(folder.from)
        guard let status = try files.status(folder.from) else { throw .changedMeanwhile(path: folder.from) }
        guard status.st_mode & S_IFMT == S_IFDIR else { throw .symbolicLink(path: folder.from) }
        try requireFree(folder.to, comingFrom: folder.from)
        // Something else of the plan is to go where the folder does.
        guard !willBeMade.contains(PathKey(folder.to)) else { throw .taken(path: folder.to) }
        try requireWritable(folderOf: folder.from)
        // In another folder its own entry for the one above changes.
        guard faccessat(AT_FDCWD, files.absolute(folder.from), W_OK | X_OK, AT_EACCESS) == 0 else {
            throw .now(folder.from)
        }
        steps.append(
            ChangeStep(
                path: folder.from, to: folder.to, staged: nil, old: nil, new: nil, mark: FileMark(status),
                isFolder: true))
        leave(folder.from)
    }

    /// Notes that `path` is to be, and the folders above it that are not there yet.
    private mutating func requireFree(_ path: String, comingFrom from: String?) throws(ChangeFailure) {
        try requireInside(path)
        guard targets.insert(PathKey(path)).inserted else { throw .taken(path: path) }
        if try files.isPresent(path) {
            guard let from, PathKey(from) != PathKey(path), try files.isSame(from, path) else {
                throw .taken(path: path)
            }
        }
        var missing: [String] = []
        var folder = FilePath.parent(of: path)
        while let current = folder, try !files.isPresent(current) {
            missing.append(current)
            folder = FilePath.parent(of: current)
        }
        if let folder, !FilePath.isFolder(files.absolute(folder)) { throw .taken(path: folder) }
        for folder in missing.reversed() where willBeMade.insert(PathKey(folder)).inserted { made.append(folder) }
        guard FilePath.couldWrite(in: files.absolute(folder ?? "")) else { throw .system(path: path, code: EACCES) }
    }

    private mutating func leave(_ path: String) {
        var folder = FilePath.parent(of: path)
        while let current = folder, !lasting.contains(PathKey(current)),
            mayBeLeft.insert(PathKey(current)).inserted
        {
            left.append(current)
            folder = FilePath.parent(of: current)
        }
    }

    // MARK: - What must hold

    /// Makes sure that `path` is plain, that no link leads it out of the vault, and that it is not version control's.
    private func requireInside(_ path: String) throws(ChangeFailure) {
        guard ChangePaths.isPlain(path), ChangePaths.isInside(path, root: files.root) else {
            throw .outsideVault(path: path)
        }
        guard !ChangePaths.isReserved(path) else { throw .reserved(path: path) }
    }

    /// Makes sure that the file at `path` holds `bytes` and may be written; what it is.
    private func require(_ bytes: [UInt8], at path: String) throws(ChangeFailure) -> stat {
        guard let status = try files.status(path), status.st_mode & S_IFMT == S_IFREG,
            try files.bytes(path) == bytes
        else { throw .changedMeanwhile(path: path) }
        // Who made a file read-only does not want it changed, though its folder would allow it.
        guard faccessat(AT_FDCWD, files.absolute(path), W_OK, AT_EACCESS) == 0 else { throw .now(path) }
        return status
    }

    private func requireWritable(folderOf path: String) throws(ChangeFailure) {
        let folder = FilePath.parent(of: path) ?? ""
        guard faccessat(AT_FDCWD, files.absolute(folder), W_OK | X_OK, AT_EACCESS) == 0 else { throw .now(path) }
    }

    /// Makes sure that the symbolic link `from` leads to the same from `to`, wherever that is then.
    private func requireMovable(link from: String, to: String) throws(ChangeFailure) {
        guard let text = FilePath.linkText(files.absolute(from)) else { throw .symbolicLink(path: from) }
        let old = lexical(text, in: FilePath.parent(of: from) ?? "")
        guard lexical(text, in: FilePath.parent(of: to) ?? "") == newPlace(of: old) else {
            throw .symbolicLink(path: from)
        }
    }

    /// The levels of the absolute path that the symbolic link `text` means in the folder `folder`.
    private func lexical(_ text: String, in folder: String) -> [Level] {
        var levels: [Level] = []
        let whole = FilePath.join(FilePath.join(files.root, folder), text)
        for level in whole.utf8.split(separator: UInt8(ascii: "/")) where !level.elementsEqual(".".utf8) {
            if level.elementsEqual("..".utf8) { _ = levels.popLast() } else { levels.append(Level(level)) }
        }
        return levels
    }

    /// The levels of the absolute path `place` once the plan is carried out.
    private func newPlace(of place: [Level]) -> [Level] {
        let path = "/" + place.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "/")
        guard let inVault = FilePath.relative(path, to: files.root) else { return place }
        return lexical(newPath(of: inVault), in: "")
    }

    /// Where the file or folder at `path` goes; `path` when it stays.
    private func newPath(of path: String) -> String {
        if let new = newPaths[PathKey(path)] { return new }
        let folder = folders.first { PathKey($0.from) == PathKey(path) }
        if let new = folder?.to ?? folders.lazy.compactMap({ $0.newPath(of: path) }).first { return new }
        // A folder goes where what is in it goes.
        var goal: String?
        for (key, new) in newPaths where key.path.utf8.starts(with: (path + "/").utf8) {
            let rest = key.path.utf8.dropFirst(path.utf8.count)
            guard new.utf8.count > rest.count, new.utf8.suffix(rest.count).elementsEqual(rest) else { return path }
            let place = String(decoding: new.utf8.dropLast(rest.count), as: UTF8.self)
            // All must agree: the order of a dictionary decides nothing.
            guard PathKey(goal ?? place) == PathKey(place) else { return path }
            goal = place
        }
        return goal ?? path
    }
}
