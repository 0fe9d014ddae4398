internal import Glibc

/// What tells a file that moves from a stranger's under the same name, though its content was not read or has been edited.
struct FileMark: Equatable {
    /// The number of the file on its disk, which stays when it moves there.
    private var inode: UInt64
    private var size: Int
    /// When the content last changed, in seconds since 1970. Not finer, since some file systems round it when unmounted.
    private var changed: Int

    /// The mark of the file of which `status` tells.
    init(_ status: stat) {
        inode = UInt64(status.st_ino)
        size = Int(status.st_size)
        changed = Int(status.st_mtim.tv_sec)
    }

    /// Reads ``text`` back; nil for anything else.
    init?(_ text: String) {
        let parts = text.split(separator: " ", omittingEmptySubsequences: false)
        guard parts.count == 3, let inode = UInt64(parts[0]), let size = Int(parts[1]), let changed = Int(parts[2])
        else { return nil }
        self.inode = inode
        self.size = size
        self.changed = changed
    }

    /// As the journal holds it: inode, size and time.
    var text: String { "\(inode) \(size) \(changed)" }

    /// Whether `status` is of the file by its number alone.
    func isNumber(of status: stat) -> Bool { UInt64(status.st_ino) == inode }

    /// Whether `status` is of the file: by its number, or, where a file system numbers files anew or another machine sees a
    /// copy, by its size and time.
    func isMet(by status: stat) -> Bool {
        isNumber(of: status) || Int(status.st_size) == size && Int(status.st_mtim.tv_sec) == changed
    }
}
