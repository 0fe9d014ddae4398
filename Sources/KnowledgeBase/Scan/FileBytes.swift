internal import Glibc
public import KBModel

/// Reads whole files.
public enum FileBytes {
    /// The largest file read as a note, in bytes: well above any text a person wrote, far below what memory holds.
    public static let largestNote = 128 << 20

    /// Why a file was not read.
    public enum ReadError: Error, Equatable, Sendable {
        /// The system refused; its `errno`.
        case system(Int32)
        /// It is a folder, device, pipe or socket.
        case notAFile
        /// It has more bytes than the limit.
        case tooLarge(limit: Int)

        /// The reason in words, without a final full stop.
        public var message: String {
            switch self {
            case .system(let code): SystemError.message(code)
            case .notAFile: "not a regular file"
            case .tooLarge(let limit): "larger than \(limit >> 20) MB"
            }
        }

        /// Whether the file is simply not there, or not any more.
        public var isMissing: Bool { self == .system(ENOENT) || self == .system(ENOTDIR) }
    }

    /// The bytes of the file at `path`, at most `limit` of them.
    public static func read(_ path: String, limit: Int = largestNote) throws(ReadError) -> [UInt8] {
        try readStamped(path, limit: limit).bytes
    }

    /// The bytes of the file at `path` and its stamp, content hash included, as they were when it was opened.
    ///
    /// A file that is cut short or grows meanwhile gives what could be read, with the size and time of before: the next
    /// look then finds it changed.
    public static func readStamped(
        _ path: String, limit: Int = largestNote
    ) throws(ReadError) -> (bytes: [UInt8], stamp: FileStamp) {
        guard !path.utf8.contains(0) else { throw .system(ENOENT) }
        let descriptor = open(path, openFlags)
        guard descriptor >= 0 else { throw .system(errno) }
        return try readAndClose(descriptor, limit: limit)
    }

    /// The bytes of the file `name` in the open folder `folder`; a symbolic link is not followed.
    static func read(_ name: String, in folder: Int32, limit: Int) throws(ReadError) -> [UInt8] {
        let descriptor = openat(folder, name, openFlags | O_NOFOLLOW)
        guard descriptor >= 0 else { throw .system(errno) }
        return try readAndClose(descriptor, limit: limit).bytes
    }

    /// Without O_NONBLOCK, opening a pipe that nobody writes to would wait for ever.
    private static var openFlags: Int32 { O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY }

    private static func readAndClose(
        _ descriptor: Int32, limit: Int
    ) throws(ReadError) -> (bytes: [UInt8], stamp: FileStamp) {
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw .system(errno) }
        guard status.st_mode & S_IFMT == S_IFREG else { throw .notAFile }
        guard status.st_size <= limit else { throw .tooLarge(limit: limit) }
        let bytes = try contents(of: descriptor, expecting: Int(status.st_size), limit: limit)
        return (bytes, FileStamp(status, hash: ContentHash.of(bytes)))
    }

    /// Reads the open file `descriptor` from where it stands to its end.
    static func contents(of descriptor: Int32, limit: Int) throws(ReadError) -> [UInt8] {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw .system(errno) }
        return try contents(of: descriptor, expecting: Int(status.st_size), limit: limit)
    }

    /// Reads to the end of the file; `expecting` is a hint that saves a second read.
    private static func contents(of descriptor: Int32, expecting size: Int, limit: Int) throws(ReadError) -> [UInt8] {
        var failure: Int32 = 0
        var bytes: [UInt8] = []
        // One byte more than expected, so that the read that fills the buffer also shows the end of the file. Files of
        // /proc and the like claim to be empty: a page to begin with.
        var chunk = max(size, 4095) + 1
        while bytes.count <= limit {
            let more = [UInt8](unsafeUninitializedCapacity: chunk) { buffer, count in
                count = 0
                while count < buffer.count, let start = buffer.baseAddress {
                    let got = Glibc.read(descriptor, start + count, buffer.count - count)
                    if got < 0, errno == EINTR { continue }
                    if got < 0 { failure = errno }
                    if got <= 0 { break }
                    count += got
                }
            }
            guard failure == 0 else { throw .system(failure) }
            let isAtEnd = more.count < chunk
            if bytes.isEmpty { bytes = more } else { bytes += more }
            if isAtEnd { return bytes }
            chunk = max(bytes.count, 1 << 16)
        }
        throw .tooLarge(limit: limit)
    }
}

/// The system's own words for what went wrong.
enum SystemError {
    /// What `code`, an `errno`, means.
    static func message(_ code: Int32) -> String {
        // The buffer is larger than any of glibc's messages.
        var buffer = [CChar](repeating: 0, count: 256)
        guard strerror_r(code, &buffer, buffer.count) == 0 else { return "error \(code)" }
        return String(decoding: buffer.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
}

extension FileStamp {
    /// The stamp that `status` shows.
    init(_ status: stat, hash: UInt64 = 0) {
        // Times outside years 1678 to 2262 do not fit; they wrap, and still differ when the time differs.
        let seconds = Int64(status.st_mtim.tv_sec).multipliedReportingOverflow(by: 1_000_000_000).partialValue
        let modified = seconds.addingReportingOverflow(Int64(status.st_mtim.tv_nsec)).partialValue
        self.init(size: Int64(status.st_size), modified: modified, hash: hash)
    }
}
