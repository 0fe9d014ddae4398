/// How text for people is dressed: colours, links, and the width it has to fit.
public struct Style: Equatable, Sendable {
    /// Whether colours and other attributes may be used.
    public var isColoured: Bool
    /// What stands before an absolute path in a terminal's hyperlinks, such as `file://host`; nil for no links.
    public var linkPrefix: String?
    /// The columns of a line.
    public var width: Int

    /// A style; the default is plain text as it goes into a pipe.
    public init(isColoured: Bool = false, linkPrefix: String? = nil, width: Int = 80) {
        self.isColoured = isColoured
        self.linkPrefix = linkPrefix
        self.width = width
    }

    /// A part of a line that stands out in its own way; the raw value is its "select graphic rendition" sequence.
    ///
    /// The colours of path, line and match are those of grep and ripgrep.
    enum Role: String {
        case path = "35"
        case line = "32"
        case match = "1;31"
        case heading = "1"
        case faint = "2"
        case error = "1;91"
        case warning = "1;33"
        case added = "92"
        case removed = "31"
    }

    /// `text` as `role` looks, its control characters made harmless.
    func dress(_ text: String, as role: Role) -> String {
        isColoured && !text.isEmpty ? "\u{1B}[\(role.rawValue)m\(text.harmless)\u{1B}[m" : text.harmless
    }

    /// `text` as a hyperlink to the file at `absolutePath` (OSC 8) where links are wanted.
    func link(_ text: String, to absolutePath: String?) -> String {
        guard let linkPrefix, let absolutePath else { return text }
        return "\u{1B}]8;;\(linkPrefix)\(absolutePath.percentEncodedPath)\u{1B}\\\(text)\u{1B}]8;;\u{1B}\\"
    }
}

extension String {
    /// The text on one line: control characters, which could drive a reader's terminal, replaced.
    ///
    /// Tabs and line breaks become spaces, all others U+FFFD.
    public var harmless: String {
        // Control characters beyond ASCII begin with C2.
        let isSuspect = utf8.contains { $0 < 0x20 || $0 == 0x7F || $0 == 0xC2 }
        guard isSuspect, unicodeScalars.contains(where: \.isControl) else { return self }
        var result = ""
        for scalar in unicodeScalars { result.unicodeScalars.append(scalar.harmless) }
        return result
    }

    /// The path for an address: every byte percent-encoded but unreserved ones and `/`.
    ///
    /// - SeeAlso: RFC 3986, section 2.3.
    var percentEncodedPath: String {
        var result = ""
        for byte in utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
                UInt8(ascii: "~"), UInt8(ascii: "/"):
                result.unicodeScalars.append(Unicode.Scalar(byte))
            default:
                result += (byte < 0x10 ? "%0" : "%") + String(byte, radix: 16, uppercase: true)
            }
        }
        return result
    }
}

extension Unicode.Scalar {
    var isControl: Bool { value < 0x20 || 0x7F...0x9F ~= value }

    /// Itself, or what stands for it on a line of its own.
    var harmless: Unicode.Scalar {
        guard isControl else { return self }
        return value == 0x09 || value == 0x0A || value == 0x0D ? " " : "\u{FFFD}"
    }
}
