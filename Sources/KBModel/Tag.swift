/// A label an author typed, in levels: `swift/concurrency`.
public struct Tag: Hashable, Sendable {
    /// Lowercase, levels joined by `/`, without `#`, never empty.
    public let text: String

    /// Reads what was typed, with or without `#`; nil when no level is left.
    public init?(_ typed: some StringProtocol) {
        self.init(folding: String(typed))
    }

    private init?(folding typed: String) {
        if Self.isFolded(typed) {
            text = typed
            return
        }
        let bare = typed.hasPrefix("#") ? String(typed.dropFirst()) : typed
        let levels = bare.lowercased().utf8.split(separator: 0x2F)
        guard let first = levels.first else { return nil }
        var joined = String(Substring(first))
        for level in levels.dropFirst() {
            joined += "/"
            joined += Substring(level)
        }
        text = joined
    }

    /// Whether a text is a tag as it stands, as most are: ASCII without capitals, no level empty.
    private static func isFolded(_ text: String) -> Bool {
        let slash: UInt8 = 0x2F
        var last = slash
        for byte in text.utf8 {
            guard byte < 0x80, byte &- 0x41 >= 26, byte != 0x23, byte != slash || last != slash else { return false }
            last = byte
        }
        return last != slash
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
