internal import Glibc

/// Writes files of the vault so that whatever happens there is the old file or the new one, whole.
///
/// The bytes go to a hidden file in the same folder, are made safe on the disk, and change places with the file in one step.
/// Mode, group, access lists and extended attributes stay, and the owner when the system allows it; other hard links keep
/// the old text.
public struct FileWriter {
    /// Why a file was not written. Nothing is changed then.
    public enum WriteError: Error, Equatable, Sendable {
        /// The system refused; its `errno`.
        case system(Int32)
        /// It is a folder, device, pipe or socket.
        case notAFile
        /// Another program changed, made or removed it since it was read.
        case changedMeanwhile
        /// It lies outside the vault, or a symbolic link leads there or nowhere.
        case outsideVault

        /// The reason in words, without a final full stop.
        public var message: String {
            switch self {
            case .system(let code): SystemError.message(code)
            case .notAFile: "not a regular file"
            case .changedMeanwhile: "another program changed it meanwhile; try again"
            case .outsideVault: "it is not in the vault, or a symbolic link leads out of it"
            }
        }
    }

    /// The vault's real path: nothing outside it is written.
    private let root: String
    /// Called when all is ready, just before the file is replaced; for tests.
    var beforeReplacing: () -> Void = {}
    /// Whether two files can change places; for tests of file systems where they cannot.
    var knowsRenameFlags = true
    /// As many files of one run each that were killed just there as anybody has.
    private static let mostLeftovers = 1000

    /// A writer for the vault at `root`, a real path.
    public init(root: String) { self.root = root }

    /// Puts `bytes` into the file at the absolute `path`, in place of `old`.
    ///
    /// A symbolic link is followed inside the vault. The folder must be there.
    /// - Parameter old: What the file holds, as the caller read it; nil for a file that is not there yet. Nothing is
    ///   overwritten that the caller has not seen.
    public func write(_ bytes: [UInt8], to path: String, replacing old: [UInt8]?) throws(WriteError) {
        let target = try target(of: path)
        guard let folderPath = FilePath.parent(of: target) else { throw .outsideVault }
        let folder = open(folderPath, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard folder >= 0 else { throw .system(errno) }
        defer { close(folder) }
        let name = FilePath.name(of: target)
        let status = try status(of: name, in: folder, isExpected: old != nil)
        let temporary = try createTemporary(for: name, in: folder, holding: bytes, like: status)
        let swap = FileSwap(folder: folder, name: name, ready: temporary)
        beforeReplacing()
        if let old {
            try swap.replace(old, with: bytes, exchanging: knowsRenameFlags)
        } else {
            try swap.place()
        }
        // The new name is safe too; a file system that cannot do this has done all it can.
        fsync(folder)
    }

    /// The real path of what is to be written, in the vault.
    private func target(of path: String) throws(WriteError) -> String {
        let isLinkToNowhere = FilePath.isPresent(path) && FilePath.real(path) == nil
        guard !isLinkToNowhere, let real = FilePath.realOfExistingPart(path),
            let inVault = FilePath.relative(real, to: root), !inVault.isEmpty
        else { throw .outsideVault }
        return real
    }

    /// What the file is now; nil when it is not there.
    private func status(of name: String, in folder: Int32, isExpected: Bool) throws(WriteError) -> stat? {
        var status = stat()
        guard fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else {
            guard errno == ENOENT else { throw .system(errno) }
            guard !isExpected else { throw .changedMeanwhile }
            return nil
        }
        guard status.st_mode & S_IFMT == S_IFREG else { throw .notAFile }
        guard isExpected else { throw .changedMeanwhile }
        // Who made a file read-only does not want it changed, though its folder would allow it.
        guard faccessat(folder, name, W_OK, AT_EACCESS) == 0 else { throw .system(errno) }
        return status
    }

    /// Makes a hidden file beside the file `name`, and returns its name. What another run left there, or is writing just now,
    /// keeps its own.
    private func createTemporary(
        for name: String, in folder: Int32, holding bytes: [UInt8], like status: stat?
    ) throws(WriteError) -> String {
        let start = ".\(name.utf8.count > 200 ? "note" : name).kb-new"
        for number in 1...FileWriter.mostLeftovers {
            let temporary = number == 1 ? start : "\(start)-\(number)"
            do throws(WriteError) {
                try FileWriter.create(
                    temporary, in: folder, holding: bytes, like: status, at: status == nil ? nil : name)
                return temporary
            } catch {
                if error == .system(EEXIST) { continue }
                unlinkat(folder, temporary, 0)
                throw error
            }
        }
        throw .system(EEXIST)
    }

    /// Makes the file `name` with `bytes`, with the mode, owner and attributes of the file `model`, of which `status` tells;
    /// safe on the disk unless the caller sees to that. Without a model it is for the user alone when `isPrivate`. A
    /// failure may leave a part of it.
    static func create(
        _ name: String, in folder: Int32 = AT_FDCWD, holding bytes: [UInt8], like status: stat?,
        at model: String? = nil, isSynced: Bool = true, isPrivate: Bool = false
    ) throws(WriteError) {
        // Until it has its owner and mode, nobody else reads it; a new file gets what the user's mask leaves.
        let mode: mode_t = status == nil && !isPrivate ? 0o666 : 0o600
        let file = openat(folder, name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, mode)
        guard file >= 0 else { throw .system(errno) }
        defer { close(file) }
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw .system(count < 0 ? errno : EIO) }
            rest = rest.dropFirst(count)
        }
        if let status {
            // Only root may give files away; others keep the group at best.
            if fchown(file, status.st_uid, status.st_gid) != 0 { _ = fchown(file, uid_t.max, status.st_gid) }
            // What the folder gives to all new files is not what this one had.
            FileAttributes.removeAccessList(of: file)
            guard fchmod(file, status.st_mode & 0o7777) == 0 else { throw .system(errno) }
        }
        if let model { try FileAttributes.copy(from: model, in: folder, to: file) }
        guard !isSynced || fsync(file) == 0 else { throw .system(errno) }
    }
}
