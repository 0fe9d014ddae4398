internal import Glibc

/// The system's report of changes in folders, inotify(7). Not to be shared between threads but for ``watch(_:for:)``.
final class Inotify: @unchecked Sendable {
    /// A change that was reported.
    struct Event: Equatable {
        /// The number of the watch; -1 when the queue ran over.
        var watch: Int32
        /// What happened: the `IN_` bits.
        var mask: UInt32
        /// The name in the watched folder; empty for the folder itself.
        var name: [UInt8]

        /// Whether one of the bits of `mask` is set.
        func has(_ bits: UInt32) -> Bool { mask & bits != 0 }
    }

    /// What can happen to names in a folder: they come, go, and change hands.
    static let namesChange = UInt32(IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO)
    /// What can happen to files: written, closed, given another time or mode. `IN_CLOSE_WRITE` tells of those written
    /// through memory as well, and `IN_MODIFY` of those that stay open.
    static let contentsChange = UInt32(IN_MODIFY | IN_CLOSE_WRITE | IN_ATTRIB)
    /// The folder itself has gone, or has another name.
    static let folderLeaves = UInt32(IN_DELETE_SELF | IN_MOVE_SELF | IN_UNMOUNT)

    /// Room for a thousand events with names of usual length.
    private static let bufferSize = 65_536
    /// The bytes of an event before its name.
    private static let headSize = MemoryLayout<inotify_event>.size

    /// The descriptor, for `poll`.
    let descriptor: Int32
    private var buffer = [UInt8](repeating: 0, count: Inotify.bufferSize)

    /// Nil when the system has no such reports, or none to spare; `errno` says why.
    init?() {
        descriptor = inotify_init1(Int32(IN_CLOEXEC) | Int32(IN_NONBLOCK))
        guard descriptor >= 0 else { return nil }
    }

    deinit { if descriptor >= 0 { close(descriptor) } }

    /// Asks to be told of `mask` in the folder at the absolute `path`, besides what was asked for before.
    ///
    /// - Returns: The number of the watch, the same one for the same folder whatever its path; below 0 the `errno`.
    func watch(_ path: [UInt8], for mask: UInt32) -> Int32 {
        // Files that were deleted while they are open are nobody's notes.
        let flags = mask | UInt32(IN_MASK_ADD | IN_ONLYDIR | IN_EXCL_UNLINK)
        let number = Inotify.withPath(path) { inotify_add_watch(descriptor, $0, flags) }
        return number >= 0 ? number : -errno
    }

    /// Ends a watch.
    func end(_ watch: Int32) { inotify_rm_watch(descriptor, watch) }

    /// What was reported since the last call, a buffer of it at most; empty when nothing was.
    func events() -> [Event] {
        let count = read(descriptor, &buffer, buffer.count)
        guard count > 0 else { return [] }
        return Inotify.events(in: buffer[..<min(count, buffer.count)])
    }

    /// The events that lie in `bytes` one after the other.
    static func events(in bytes: ArraySlice<UInt8>) -> [Event] {
        var result: [Event] = []
        var rest = bytes
        while rest.count >= headSize {
            let (watch, mask, length) = rest.withUnsafeBytes { bytes in
                (
                    bytes.loadUnaligned(fromByteOffset: 0, as: Int32.self),
                    bytes.loadUnaligned(fromByteOffset: 4, as: UInt32.self),
                    Int(bytes.loadUnaligned(fromByteOffset: 12, as: UInt32.self))
                )
            }
            let name = rest.dropFirst(headSize).prefix(length).prefix { $0 != 0 }
            result.append(Event(watch: watch, mask: mask, name: Array(name)))
            rest = rest.dropFirst(headSize + length)
        }
        return result
    }

    /// Gives `body` the path as C wants it.
    static func withPath<Answer>(_ path: [UInt8], _ body: (UnsafePointer<CChar>) -> Answer) -> Answer {
        (path + [0]).withUnsafeBufferPointer { bytes in
            bytes.withMemoryRebound(to: CChar.self) { text in
                // The NUL at least is there.
                text.baseAddress.map(body) ?? body("")
            }
        }
    }
}
