internal import KBParse

/// The address of a page, for links that are written as seen from it.
///
/// - SeeAlso: <https://www.rfc-editor.org/rfc/rfc3986#section-5.2>
struct WebAddress: Equatable {
    /// `https`, in small letters.
    let scheme: String
    /// `example.org:8080`; nil when there is none, as in `mailto:`.
    let host: String?
    /// Starts with `/` when there is a host.
    let path: String
    /// With its `?`; empty when there is none.
    let query: String

    /// An absolute address of the web, `http:` or `https:` and a host; nil for anything else.
    init?(_ text: String) {
        let bytes = ByteText(text.utf8.filter { !$0.isHTMLSpace })
        guard let scheme = Self.scheme(of: bytes), scheme == "http" || scheme == "https" else { return nil }
        let start = scheme.utf8.count + 3
        guard bytes[start - 2] == UInt8.slash, bytes[start - 1] == UInt8.slash else { return nil }
        var end = start
        while end < bytes.count, !Self.endsHost(bytes[end]) { end += 1 }
        guard end > start else { return nil }
        var pathEnd = end
        while pathEnd < bytes.count, bytes[pathEnd] != UInt8.question, bytes[pathEnd] != UInt8.hash { pathEnd += 1 }
        let queryEnd = bytes.first(UInt8.hash, from: pathEnd, to: bytes.count)
        self.scheme = scheme
        host = bytes.string(start..<end)
        path = pathEnd > end ? bytes.string(end..<pathEnd) : "/"
        query = bytes[pathEnd] == UInt8.question ? bytes.string(pathEnd..<queryEnd) : ""
    }

    /// The whole, without a fragment.
    var text: String { "\(scheme)://\(host ?? "")\(path)\(query)" }

    /// What a link on this page means, as an absolute address; links that are absolute, or lead to a place on the page
    /// itself, stay as they are.
    func resolving(_ link: String) -> String {
        let bytes = ByteText(link)
        if bytes.count == 0 || bytes[0] == UInt8.hash || Self.scheme(of: bytes) != nil { return link }
        let origin = "\(scheme)://\(host ?? "")"
        if bytes[0] == UInt8.slash {
            return bytes[1] == UInt8.slash ? "\(scheme):\(link)" : origin + Self.normalised(link)
        }
        if bytes[0] == UInt8.question { return origin + path + link }
        let folder = path.utf8.lastIndex(of: UInt8.slash).map { String(path[...$0]) } ?? "/"
        return origin + Self.normalised(folder + link)
    }

    /// The scheme an address starts with, in small letters; a single letter is a drive, not a scheme.
    static func scheme(of bytes: ByteText) -> String? {
        var i = 0
        while bytes[i].isAlphanumeric || bytes[i] == UInt8.plus || bytes[i] == UInt8.dash || bytes[i] == UInt8.dot {
            i += 1
        }
        guard i > 1, bytes[0].isLetter, bytes[i] == UInt8.colon else { return nil }
        return bytes.string(0..<i).lowercased()
    }

    private static func endsHost(_ byte: UInt8) -> Bool {
        byte == UInt8.slash || byte == UInt8.question || byte == UInt8.hash
    }

    /// A path without `.` and `..`; what follows `?` or `#` stays.
    private static func normalised(_ path: String) -> String {
        let bytes = ByteText(path)
        var end = 0
        while end < bytes.count, bytes[end] != UInt8.question, bytes[end] != UInt8.hash { end += 1 }
        var parts: [Substring] = []
        let written = bytes.string(0..<end)
        let pieces = written.split(separator: "/", omittingEmptySubsequences: false).dropFirst()
        for (k, piece) in pieces.enumerated() {
            let isLast = k == pieces.count - 1
            switch piece {
            case ".": if isLast { parts.append("") }
            case "..":
                if !parts.isEmpty { parts.removeLast() }
                if isLast { parts.append("") }
            default: parts.append(piece)
            }
        }
        return "/" + parts.joined(separator: "/") + bytes.string(end..<bytes.count)
    }
}
