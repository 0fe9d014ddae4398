/// The names Notion gives the files of an export: the title of the page, a blank, and the page's id.
enum NotionName {
    /// How many hexadecimal digits an id has.
    private static let idLength = 32

    /// Whether a file or folder on `path` has an id in its name.
    static func hasID(path: String) -> Bool {
        path.utf8.split(separator: UInt8(ascii: "/")).contains { id(in: String(Substring($0))) != nil }
    }

    /// The id in the name of a file or folder, in small letters; nil when there is none.
    static func id(in name: String) -> String? {
        let stem = stem(name)
        let digits = stem.suffix(idLength)
        guard digits.count == idLength, digits.utf8.allSatisfy(isHexDigit) else { return nil }
        let before = stem.dropLast(idLength).last
        // A name of 32 digits alone is the hash of a picture more often than a page.
        return before == " " ? digits.lowercased() : nil
    }

    /// `name` without its id, its extension as it was; the id itself when that is all there is.
    static func withoutID(_ name: String) -> String {
        guard id(in: name) != nil else { return name }
        let stem = stem(name)
        let rest = stem.dropLast(idLength)
        let title = rest.dropLast()
        return title.isEmpty ? name : String(title + tail(name))
    }

    /// `name` up to its extension and what Notion puts behind the id: `_all` for a database.
    private static func stem(_ name: String) -> Substring { name.dropLast(tail(name).count) }

    private static func tail(_ name: String) -> Substring {
        var tail = name[name.endIndex...]
        if let dot = name.lastIndex(of: "."), name.distance(from: dot, to: name.endIndex) <= 6 { tail = name[dot...] }
        let rest = name.dropLast(tail.count)
        return rest.hasSuffix("_all") ? name[name.index(rest.endIndex, offsetBy: -4)...] : tail
    }

    private static func isHexDigit(_ byte: UInt8) -> Bool {
        byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 6
    }
}
