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
        /// What the note is, whose mode and owner the content gets; nil for a new note.
        var status: stat?
    }

    let files: ChangeFiles
    private(set) var steps: [ChangeStep] = []
    private(set) var contents: [Staged] = []
    /// The folders that are not there yet, outermost first.
    private(set) var made: [String] = []
    /// The folders above what moves away, innermost first.
    private(set) var left: [String] = []
    /// Folders that stay, though nothing be in them.
    private let lasting: Set<String>
    private var targets: Set<PathKey> = []
    /// The folders in ``made``.
    private var willBe: Set<PathKey> = []
    /// Where what moves goes.
    private let newPaths: [PathKey: String]
    private var number = 0

    /// The draft of `plan`; folders in `lasting` are never removed.
    init(_ plan: ChangePlan, files: ChangeFiles, lasting: Set<String>) throws(ChangeFailure) {
        self.files = files
        self.lasting = lasting
        newPaths = Dictionary(
            plan.changes.map { (PathKey($0.path), $0.newPath) }, uniquingKeysWith: { first, _ in first })
        for change in plan.changes { try add(change) }
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
        let status = try require(old, at: file)
        guard old != new else { return }
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
        var step = ChangeStep(path: from, to: to, staged: nil, old: nil, new: nil)
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
        try stage(.bytes(bytes), for: &step, like: status)
    }

    private mutating func stage(
        _ content: Content, for step: inout ChangeStep, like status: stat?
    ) throws(ChangeFailure) {
        let folder = FilePath.parent(of: step.path).map { $0 + "/" } ?? ""
        repeat { number += 1 } while try files.isPresent("\(folder).kb-change-\(number)")
        let path = "\(folder).kb-change-\(number)"
        step.staged = path
        contents.append(Staged(path: path, note: step.path, content: content, status: status))
    }

    // MARK: - Folders

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
        for folder in missing.reversed() where willBe.insert(PathKey(folder)).inserted { made.append(folder) }
        guard FilePath.couldWrite(in: files.absolute(folder ?? "")) else { throw .system(path: path, code: EACCES) }
    }

    private mutating func leave(_ path: String) {
        var folder = FilePath.parent(of: path)
        while let current = folder, !lasting.contains(current), !left.contains(current) {
            left.append(current)
            folder = FilePath.parent(of: current)
        }
    }

    // MARK: - What must hold

    /// Makes sure that `path` is plain and that no link leads it out of the vault.
    private func requireInside(_ path: String) throws(ChangeFailure) {
        let levels = path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        let isPlain = !levels.contains { $0.isEmpty || $0.elementsEqual(".".utf8) || $0.elementsEqual("..".utf8) }
        let folder = files.absolute(FilePath.parent(of: path) ?? "")
        guard isPlain, !path.utf8.contains(0), let real = FilePath.realOfExistingPart(folder),
            FilePath.relative(real, to: files.root) != nil
        else { throw .outsideVault(path: path) }
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

    /// Makes sure that the symbolic link `from` leads to the same from `to`.
    private func requireMovable(link from: String, to: String) throws(ChangeFailure) {
        guard let text = FilePath.linkText(files.absolute(from)) else { throw .symbolicLink(path: from) }
        if text.utf8.first == UInt8(ascii: "/") { return }
        // What it leads to may move along.
        guard let target = ChangeDraft.target(of: text, at: from), let new = ChangeDraft.target(of: text, at: to),
            PathKey(new) == PathKey(newPath(of: target))
        else { throw .symbolicLink(path: from) }
    }

    /// Where the file or folder at `path` goes; `path` when it stays.
    private func newPath(of path: String) -> String {
        if let new = newPaths[PathKey(path)] { return new }
        // A folder goes where what is in it goes.
        let inside = newPaths.first { $0.key.path.utf8.starts(with: (path + "/").utf8) }
        guard let inside else { return path }
        let rest = inside.key.path.utf8.dropFirst(path.utf8.count)
        let new = inside.value.utf8
        guard new.count > rest.count, new.suffix(rest.count).elementsEqual(rest) else { return path }
        return String(decoding: new.dropLast(rest.count), as: UTF8.self)
    }

    /// The path in the vault that a symbolic link with the text `text` leads to from `path`; nil when it leads out of the vault.
    private static func target(of text: String, at path: String) -> String? {
        let slash = UInt8(ascii: "/")
        var levels = (FilePath.parent(of: path) ?? "").utf8.split(separator: slash).map { String(Substring($0)) }
        for level in text.utf8.split(separator: slash) where !level.elementsEqual(".".utf8) {
            if !level.elementsEqual("..".utf8) {
                levels.append(String(Substring(level)))
            } else if levels.popLast() == nil {
                return nil
            }
        }
        return levels.joined(separator: "/")
    }
}
