import CLinux

/// Kinds of file systems whose changes the system cannot report, because they are made elsewhere.
enum FileSystemKind {
    /// The numbers that statfs(2) gives them, and the names people know them by.
    private static let remote: [UInt32: String] = [
        0x6969: "nfs", 0xFF53_4D42: "cifs", 0xFE53_4D42: "smb", 0x517B: "smb", 0x6573_5546: "fuse",
        0x0102_1997: "9p", 0x5346_414F: "afs", 0x6B41_4653: "afs", 0x00C3_6400: "ceph", 0x7375_7245: "coda",
        0x564C: "ncp", 0x0BD0_0BD0: "lustre", 0x786F_4256: "vboxsf", 0xBACB_ACBC: "vmhgfs", 0x4750_4653: "gpfs",
        0x0116_1970: "gfs2", 0x7461_636F: "ocfs2", 0x1983_0326: "beegfs",
    ]

    /// The name of the file system that the folder at `path` is on, if other machines or programs may change it unseen.
    static func remoteName(at path: [UInt8]) -> String? { remote[Inotify.withPath(path, kb_file_system)] }
}
