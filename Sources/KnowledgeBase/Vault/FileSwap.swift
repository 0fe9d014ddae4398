internal import CLinux
internal import Glibc

/// Puts a file that lies ready in the place of another in the same folder, and nothing that others wrote is lost by it.
///
/// Whatever happens, the file that was ready is gone afterwards.
struct FileSwap {
    /// The open folder.
    let folder: Int32
    /// The file's name.
    let name: String
    /// The name at which the new file lies.
    let ready: String

    /// Puts the new file, which holds `new`, in the place of one that holds `old`.
    ///
    /// - Parameter exchanging: Whether they may change places; else, as where a file system cannot do that, a look just
    ///   before has to do.
    func replace(_ old: [UInt8], with new: [UInt8], exchanging: Bool) throws(FileWriter.WriteError) {
        if exchanging {
            if kb_rename_in(folder, ready, name, kb_rename_exchange()) == 0 {
                // Only now is it sure what stood there: nobody writes to the old file's name any more.
                if holds(ready, old) { return drop() }
                _ = kb_rename_in(folder, ready, name, kb_rename_exchange())
                // What a third program put there in between is not ours to remove.
                if holds(ready, new) { drop() }
                throw .changedMeanwhile
            }
            let code = errno
            guard FileSwap.isUnknown(code) else { throw failure(code) }
        }
        guard holds(name, old) else { throw failure(ENOENT) }
        guard renameat(folder, ready, folder, name) == 0 else { throw failure(errno) }
    }

    /// Puts the new file where nothing is.
    func place() throws(FileWriter.WriteError) {
        if kb_rename_in(folder, ready, name, kb_rename_noreplace()) == 0 { return }
        guard FileSwap.isUnknown(errno) else { throw failure(errno) }
        // A link, unlike a plain rename, never takes another file's place.
        if linkat(folder, ready, folder, name, 0) == 0 { return drop() }
        guard errno != EEXIST else { throw failure(EEXIST) }
        // Some file systems know no hard links either; then a look has to do.
        guard faccessat(folder, name, F_OK, AT_SYMLINK_NOFOLLOW) != 0 else { throw failure(EEXIST) }
        guard renameat(folder, ready, folder, name) == 0 else { throw failure(errno) }
    }

    /// Whether `code` means that the file system or the system does not know a kind of rename.
    static func isUnknown(_ code: Int32) -> Bool { code == EINVAL || code == ENOSYS || code == ENOTSUP }

    /// The failure that `code` is, with the new file removed.
    private func failure(_ code: Int32) -> FileWriter.WriteError {
        drop()
        return code == ENOENT || code == EEXIST ? .changedMeanwhile : .system(code)
    }

    private func drop() { unlinkat(folder, ready, 0) }

    private func holds(_ name: String, _ bytes: [UInt8]) -> Bool {
        // One more than expected, so that a longer file is not taken for one that cannot be read.
        (try? FileBytes.read(name, in: folder, limit: bytes.count + 1)) == bytes
    }
}
