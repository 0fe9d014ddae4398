internal import Glibc

/// Reads files piece by piece: attachments may be larger than memory should hold.
enum FileStream {
    /// Why a file was not read or not copied, with the system's `errno`.
    enum Failure: Error, Equatable {
        case source(Int32)
        case target(Int32)
        /// What is to be read is a folder, device, pipe or socket.
        case notAFile
    }

    /// So much is read at a time, in bytes: enough that calls cost nothing beside the copying.
    private static let piece = 1 << 18

    /// The print of the file at the absolute `path`; links are followed.
    static func print(_ path: String) throws(Failure) -> FilePrint {
        let (file, _) = try opened(path)
        defer { close(file) }
        return try pass(file) { _ in 0 }
    }

    /// Copies the file at `source` to `target`, which is made, along with its mode and time of change; returns what was
    /// copied.
    static func copy(_ source: String, to target: String) throws(Failure) -> FilePrint {
        let (file, status) = try opened(source)
        defer { close(file) }
        let copy = open(target, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard copy >= 0 else { throw .target(errno) }
        defer { close(copy) }
        let print = try pass(file) { write($0, to: copy) }
        keep(status, for: copy, andItsTime: true)
        return print
    }

    /// Gives the file at `path`, which holds what `print` tells, the mode of the file at `source`, and its time of
    /// change when that holds the same. What cannot be kept stops nothing.
    static func liken(_ path: String, to source: String, holding print: FilePrint) {
        guard let (file, status) = try? opened(source) else { return }
        defer { close(file) }
        let copy = open(path, O_WRONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
        guard copy >= 0 else { return }
        defer { close(copy) }
        let read = try? pass(file) { _ in 0 }
        keep(status, for: copy, andItsTime: read == print)
    }

    /// Gives the open file `copy` the mode that `status` tells, and the time of change with it. When a note was written
    /// or a photograph taken matters to some; that it cannot be kept stops nothing.
    private static func keep(_ status: stat, for copy: Int32, andItsTime keepsTime: Bool) {
        // What the user could read stays readable; what comes from elsewhere does not run as somebody else.
        _ = fchmod(copy, status.st_mode & 0o777 | 0o400)
        guard keepsTime else { return }
        var times = [timespec(tv_sec: 0, tv_nsec: omitted), status.st_mtim]
        _ = futimens(copy, &times)
    }

    /// Of the two times of a file, the one marked so stays as it is (`UTIME_OMIT`, a macro Swift does not see).
    private static let omitted = (1 << 30) - 2

    private static func opened(_ path: String) throws(Failure) -> (Int32, stat) {
        // Without O_NONBLOCK, opening a pipe that nobody writes to would wait for ever.
        let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
        guard file >= 0 else { throw .source(errno) }
        var status = stat()
        guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            close(file)
            throw .notAFile
        }
        return (file, status)
    }

    /// Gives all bytes of `file` to `body`, which returns an `errno` to stop.
    private static func pass(
        _ file: Int32, _ body: (UnsafeRawBufferPointer) -> Int32
    ) throws(Failure) -> FilePrint {
        var hash = ContentHash.Running()
        var buffer = [UInt8](repeating: 0, count: piece)
        while true {
            let count = buffer.withUnsafeMutableBytes { read(file, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw .source(errno) }
            guard count > 0 else { return FilePrint(hash) }
            let code = buffer.withUnsafeBytes { bytes in
                let got = UnsafeRawBufferPointer(rebasing: bytes.prefix(count))
                hash.add(got)
                return body(got)
            }
            guard code == 0 else { throw .target(code) }
        }
    }

    private static func write(_ bytes: UnsafeRawBufferPointer, to file: Int32) -> Int32 {
        var rest = bytes[...]
        while !rest.isEmpty {
            let piece = UnsafeRawBufferPointer(rebasing: rest)
            let count = Glibc.write(file, piece.baseAddress, piece.count)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return count < 0 ? errno : EIO }
            rest = rest.dropFirst(count)
        }
        return 0
    }
}
