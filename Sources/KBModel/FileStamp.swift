/// What tells a changed file from an unchanged one without reading it, and its content's hash once read.
public struct FileStamp: Hashable, Sendable {
    /// The size in bytes.
    public var size: Int64
    /// When the content last changed, in nanoseconds since 1970.
    public var modified: Int64
    /// A hash of the bytes, not cryptographic; 0 when the file has not been read.
    public var hash: UInt64

    /// A stamp; see the properties.
    public init(size: Int64, modified: Int64, hash: UInt64 = 0) {
        self.size = size
        self.modified = modified
        self.hash = hash
    }

    /// Whether size and time agree, so that the file need not be read again.
    public func looksUnchanged(since other: FileStamp) -> Bool { size == other.size && modified == other.modified }
}
