internal import CLinux
internal import Glibc

/// What a file has besides its content, mode and owner: access lists, and what programs and people have attached to it.
enum FileAttributes {
    /// The names of attributes that people and programs make freely. All others are the system's, which may have reasons to
    /// give a new file its own.
    private static let ownStart = "user."
    private static let accessList = "system.posix_acl_access"
    /// Above this the system itself allows none, in bytes, for names and for each value.
    private static let largest = 1 << 16

    /// Gives the open file `file` the attributes of the file `model` in the open folder `folder`.
    ///
    /// - Throws: The reason why one could not be copied that is not the system's own.
    static func copy(from model: String, in folder: Int32, to file: Int32) throws(FileWriter.WriteError) {
        let source = openat(folder, model, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
        guard source >= 0 else { throw .system(errno) }
        defer { close(source) }
        var names = [CChar](repeating: 0, count: largest)
        let length = kb_list_attributes(source, &names, UInt(largest))
        // Many file systems have none.
        guard length > 0 else { return }
        var value = [UInt8](repeating: 0, count: largest)
        for bytes in names.prefix(length).split(separator: 0) {
            let text = String(decoding: bytes.map { UInt8(bitPattern: $0) }, as: UTF8.self)
            let isDone = text.withCString { name in
                let size = kb_attribute(source, name, &value, UInt(largest))
                // Someone has just removed it.
                if size < 0, errno == ENODATA { return true }
                return size >= 0 && kb_set_attribute(file, name, value, UInt(size)) == 0
            }
            let code = errno
            let isOwn = text.utf8.starts(with: ownStart.utf8)
            guard isDone || code == ENOTSUP || !isOwn && (code == EPERM || code == EACCES) else {
                throw .system(code)
            }
        }
    }

    /// Removes the access list of the open file `file`, if it has one: its mode alone counts then.
    static func removeAccessList(of file: Int32) { _ = kb_remove_attribute(file, accessList) }
}
