/// A reference the author marked up.
public struct Link: Equatable, Sendable {
    /// How it was written.
    public enum Kind: String, Sendable, CaseIterable {
        /// `[[target]]`
        case wiki
        /// `[text](target)`, or `[text][label]` through its definition.
        case markdown
        /// `<https://…>` or a bare address.
        case auto
        /// `![text](target)`
        case image
        /// `![[target]]`
        case embed
    }

    /// How it was written.
    public var kind: Kind
    /// What it points at, without the anchor: a note's name or path, a file, or an address. A path has no query and is
    /// percent-decoded; an address with a scheme is as written, since decoding would change what it means.
    /// Empty when it points into its own note (`[[#Heading]]`, `[t](#x)`).
    public var target: String
    /// What follows `#`, percent-decoded: a heading, `H1#H2`, or `^block`; nil when there is none.
    public var anchor: String?
    /// The words shown, without markup.
    public var text: String
    /// The line it starts on, counted from 1.
    public var line: Int

    /// A link of `kind` to `target`, written at `line`.
    public init(kind: Kind, target: String, anchor: String? = nil, text: String, line: Int) {
        self.kind = kind
        self.target = target
        self.anchor = anchor
        self.text = text
        self.line = line
    }

    /// Whether the target is an address with a scheme (`https:`, `mailto:`), not a file of the vault. `[[Note: one]]`
    /// is a note; in double brackets only what goes on with `//` is an address.
    public var isExternal: Bool {
        var target = target
        let isName = kind == .wiki || kind == .embed
        return target.withUTF8 { bytes in
            guard let first = bytes.first, UInt8(ascii: "a")...UInt8(ascii: "z") ~= first | 0x20 else { return false }
            for (place, byte) in bytes.enumerated() {
                switch byte {
                case UInt8(ascii: ":"):
                    return place >= 2 && (!isName || bytes.dropFirst(place + 1).starts(with: "//".utf8))
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."):
                    continue
                default: return false
                }
            }
            return false
        }
    }
}
