internal import Glibc

/// The mounts that decide which files stand in a vault: nothing is reported of a folder when another file system is put
/// over it.
final class MountTable {
    private static let path = "/proc/self/mountinfo"
    /// Mount tables of hosts of containers have some 100 kB.
    private static let largest = 16 << 20
    /// Where a mount point stands among the words of a line; see proc_pid_mountinfo(5).
    private static let pointField = 4

    /// Exceptional (`POLLPRI`) when a mount came or went anywhere; -1 when the system does not tell.
    let descriptor: Int32
    private let root: [UInt8]
    private var lines: [ArraySlice<UInt8>] = []

    /// Begins to watch the mounts at, above and below `root`, a real path.
    init(root: String) {
        self.root = MountTable.escaped(root)
        descriptor = open(MountTable.path, O_RDONLY | O_CLOEXEC)
        lines = current()
    }

    deinit { if descriptor >= 0 { close(descriptor) } }

    /// Whether a mount came or went, since the last call, that the vault may see.
    func hasChanged() -> Bool {
        let before = lines
        lines = current()
        return lines != before
    }

    private func current() -> [ArraySlice<UInt8>] {
        guard let bytes = try? FileBytes.read(MountTable.path, limit: MountTable.largest) else { return [] }
        return bytes.split(separator: UInt8(ascii: "\n")).filter { line in
            let fields = line.split(separator: UInt8(ascii: " "), maxSplits: MountTable.pointField + 1)
            guard fields.count > MountTable.pointField else { return false }
            return MountTable.isBelow(fields[MountTable.pointField], root[...])
                || MountTable.isBelow(root[...], fields[MountTable.pointField])
        }
    }

    /// Whether `path` is `folder` or lies below it.
    static func isBelow(_ path: ArraySlice<UInt8>, _ folder: ArraySlice<UInt8>) -> Bool {
        guard path.starts(with: folder) else { return false }
        let rest = path.dropFirst(folder.count)
        return rest.isEmpty || folder.last == UInt8(ascii: "/") || rest.first == UInt8(ascii: "/")
    }

    /// A path as the table writes it: blanks, `#` and `\` as `\` and three octal digits.
    static func escaped(_ path: String) -> [UInt8] {
        path.utf8.flatMap { byte -> [UInt8] in
            guard " \t\n\\#".utf8.contains(byte) else { return [byte] }
            return Array("\\".utf8) + [byte >> 6, byte >> 3 & 7, byte & 7].map { $0 + UInt8(ascii: "0") }
        }
    }
}
