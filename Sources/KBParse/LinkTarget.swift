/// What a link points at, cut into target and anchor.
struct LinkTarget {
    var target: String
    var anchor: String?

    /// Reads a Markdown destination: escapes and entities are resolved; a path loses its query and is percent-decoded,
    /// an address with a scheme is left as written, since decoding would change what it means.
    init(destination t: ByteView) {
        var hash: Int?
        var i = t.firstMarked(in: Self.marks, from: 0)
        while i < t.count {
            guard t[i] == .hash else {
                self.init(destination: t.string(0, t.count))
                return
            }
            if hash == nil { hash = i }
            i = t.firstMarked(in: Self.marks, from: i + 1)
        }
        self.init(target: t.string(0, hash ?? t.count), anchor: hash.map { t.string($0 + 1, t.count) })
    }

    /// What keeps a destination from being taken as it stands; `#` divides it.
    static let marks = ByteClasses(
        """
        ................\
        ................\
        ...#.%&.........\
        ...............?\
        ................\
        ............\\...\
        ................\
        ................\
        ................\
        ................\
        ................\
        ................\
        ................\
        ................\
        ................\
        ................
        """)

    /// Reads a Markdown destination, as ``init(destination:)-(ByteView)`` does.
    init(destination: String) {
        let text = Self.resolve(destination)
        let (path, anchor) = Self.split(text)
        target = Self.hasScheme(path) ? path : Self.file(path)
        self.anchor = anchor.map(PercentEncoding.decoded)
    }

    /// Reads what stands between `[[` and `]]`, or `|`.
    init(wiki: String) {
        let (path, anchor) = Self.split(wiki)
        target = Self.trimmed(path)
        self.anchor = anchor.map(Self.trimmed)
    }

    /// Reads an address written as such.
    init(address: String) {
        let (path, anchor) = Self.split(address)
        target = path
        self.anchor = anchor.map(PercentEncoding.decoded)
    }

    private init(target: String, anchor: String?) {
        self.target = target
        self.anchor = anchor
    }

    private static func split(_ text: String) -> (String, String?) {
        guard let hash = text.utf8.firstIndex(of: .hash) else { return (text, nil) }
        return (String(text[..<hash]), String(text[text.utf8.index(after: hash)...]))
    }

    static func trimmed(_ text: String) -> String {
        let bytes = text.utf8
        guard bytes.first?.isBlank == true || bytes.last?.isBlank == true else { return text }
        let start = bytes.firstIndex { !$0.isBlank } ?? bytes.endIndex
        let end = bytes.lastIndex { !$0.isBlank }.map { bytes.index(after: $0) } ?? start
        return String(text[start..<end])
    }

    /// The file that `path`, which is no address, means. The query is cut off before decoding: an encoded question mark
    /// belongs to the name. So does an encoded colon, and `./` keeps it from being taken for the end of a scheme.
    private static func file(_ path: String) -> String {
        let end = path.utf8.firstIndex(of: .question) ?? path.utf8.endIndex
        let decoded = PercentEncoding.decoded(String(path[..<end]))
        return hasScheme(decoded) ? "./" + decoded : decoded
    }

    static func hasScheme(_ text: String) -> Bool {
        if text.utf8.starts(with: "//".utf8) { return true }
        guard let colon = text.utf8.firstIndex(of: .colon) else { return false }
        let scheme = text.utf8[..<colon]
        guard scheme.count >= 2, scheme.first?.isLetter == true else { return false }
        return scheme.allSatisfy { $0.isAlphanumeric || $0 == .plus || $0 == .dash || $0 == .dot }
    }

    /// Backslash escapes and entities resolved.
    static func resolve(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 == .backslash || $0 == .ampersand }) else { return text }
        var out: [UInt8] = []
        let bytes = Array(text.utf8)
        bytes.withUnsafeBufferPointer { buffer in
            guard let base = buffer.baseAddress else { return }
            let t = ByteView(base: base, count: buffer.count)
            var i = 0
            while i < t.count {
                if t[i] == .backslash, t[i + 1].isPunctuation {
                    out.append(t[i + 1])
                    i += 2
                } else if t[i] == .ampersand, let entity = Entity(t, i) {
                    out.append(contentsOf: entity.text.utf8)
                    i = entity.end
                } else {
                    out.append(t[i])
                    i += 1
                }
            }
        }
        return String(decoding: out, as: UTF8.self)
    }
}
