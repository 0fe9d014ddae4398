internal import Glibc

/// The word that this process watches a vault: a name that one process of the machine has at a time, given back when it
/// ends however it ends. Nothing hangs on it; it is there so that two watchers know of each other.
///
/// A name of a socket without a file: an open file in the vault would keep its disk from being unmounted.
final class WatchClaim {
    private let descriptor: Int32
    /// Whether another process has it.
    let isTaken: Bool

    /// Takes the name for the vault at `root`, a real path, unless it is taken.
    init(root: String) {
        let name = Array("kb-watch-\(getuid())-\(String(ContentHash.of(root), radix: 16))".utf8)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { room in
            // The first byte stays 0: the name is no path.
            for (place, byte) in name.enumerated() where place + 1 < room.count { room[place + 1] = byte }
        }
        let size = socklen_t(MemoryLayout<sa_family_t>.size + 1 + name.count)
        let descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        isTaken = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(descriptor, $0, size) != 0 }
                && errno == EADDRINUSE
        }
        self.descriptor = descriptor
    }

    deinit { if descriptor >= 0 { close(descriptor) } }
}
