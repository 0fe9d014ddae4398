/// What a note calls another one: the words of a link.
public struct LinkText: Hashable, Sendable {
    /// What the link points at, in the caller's normal form.
    public var target: String
    /// The words, as a ``KBText/NameKey``.
    public var key: UInt64

    /// The words `key` lead to `target`.
    public init(target: String, key: UInt64) {
        self.target = target
        self.key = key
    }
}
