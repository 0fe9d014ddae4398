/// A path as the key of a set or dictionary, compared byte by byte, as file systems do.
///
/// To `String` an `é` of one scalar and one of two are the same; they may be the names of two files.
public struct PathKey: Hashable, Sendable {
    /// The path.
    public let path: String

    /// The key of `path`.
    public init(_ path: String) { self.path = path }

    /// Whether both are the same path, byte for byte.
    public static func == (a: PathKey, b: PathKey) -> Bool { a.path.utf8.elementsEqual(b.path.utf8) }

    /// Hashes the bytes.
    public func hash(into hasher: inout Hasher) {
        var path = path
        path.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    }
}

extension PathKey: ExpressibleByStringLiteral {
    /// The key of a path that is written down.
    public init(stringLiteral path: String) { self.init(path) }
}
