/// A label an author typed, in levels: `swift/concurrency`.
public struct Tag: Hashable, Sendable {
    /// Lowercase, levels joined by `/`, without `#`, never empty.
    public let text: String

    /// Reads what was typed, with or without `#`; nil when no level is left.
    public init?(_ typed: some StringProtocol) {
        let bare = typed.hasPrefix("#") ? typed.dropFirst() : typed[...]
        let levels = bare.lowercased().split(separator: "/").filter { !$0.isEmpty }
        guard !levels.isEmpty else { return nil }
        text = levels.joined(separator: "/")
    }

    /// Whether this tag is `other` or stands below it: `a/b` is within `a`.
    public func isWithin(_ other: Tag) -> Bool {
        text == other.text || (text.hasPrefix(other.text) && text.utf8.dropFirst(other.text.utf8.count).first == 0x2F)
    }
}

/// One place where a tag was typed.
public struct TagUse: Equatable, Sendable {
    /// The tag, case folded.
    public var tag: Tag
    /// As the author spelled it, without `#`.
    public var spelling: String
    /// The line, counted from 1.
    public var line: Int

    /// A use of `tag` at `line`.
    public init(tag: Tag, spelling: String, line: Int) {
        self.tag = tag
        self.spelling = spelling
        self.line = line
    }
}
