internal import KBParse

/// How the destination of a Markdown link, or an attribute of HTML, is written.
struct Destination {
    /// What encloses it: `<`, a quotation mark, or nothing.
    var mark: UInt8?
    /// Whether bytes outside ASCII are percent-encoded.
    var encodesAll = false
    /// Whether a `%` in a name is encoded, as it is where anything is.
    var encodesPercent = false
    /// What may end a destination, a tag, a span of code or a cell of a table, whatever encloses it.
    private static let always: Set<UInt8> = Set("\"<>\\`|".utf8)
    private static let hexDigits = Array("0123456789ABCDEF".utf8)

    /// The way `raw` is written.
    init(like raw: String, mark: UInt8?) {
        self.mark = mark
        let bytes = Array(raw.utf8)
        for (k, byte) in bytes.enumerated() where byte == UInt8(ascii: "%") {
            guard k + 2 < bytes.count, bytes[k + 1].isHexDigit, bytes[k + 2].isHexDigit else { continue }
            encodesPercent = true
            if bytes[k + 1] >= UInt8(ascii: "8") { encodesAll = true }
        }
    }

    /// The plain way.
    init() {}

    /// `text` as a destination that reads as it: a path, or an anchor, in which `#` divides headings and `?` begins no
    /// query.
    func written(_ text: String, isAnchor: Bool = false) -> String {
        let bytes = Array(text.utf8)
        let isBalanced = Self.isBalanced(bytes)
        var result: [UInt8] = []
        for (k, byte) in bytes.enumerated() {
            let isPlain = isAnchor && (byte == UInt8.hash || byte == UInt8(ascii: "?"))
            if !isPlain, needsEncoding(byte, at: k, in: bytes, isBalanced: isBalanced) {
                result += [UInt8(ascii: "%"), Self.hexDigits[Int(byte >> 4)], Self.hexDigits[Int(byte & 15)]]
            } else {
                result.append(byte)
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    private func needsEncoding(_ byte: UInt8, at k: Int, in bytes: [UInt8], isBalanced: Bool) -> Bool {
        switch byte {
        case 0x80...: return encodesAll
        case ..<UInt8.space, 0x7F, UInt8.hash, UInt8(ascii: "?"): return true
        case UInt8.space: return mark == nil || encodesPercent
        case UInt8(ascii: "("), UInt8(ascii: ")"): return mark == nil && !isBalanced
        case UInt8(ascii: "'"): return mark == byte
        case UInt8(ascii: "&"): return bytes[(k + 1)...].prefix(12).contains(UInt8(ascii: ";"))
        case UInt8(ascii: "%"):
            let next = bytes[(k + 1)...].prefix(2)
            return encodesPercent || next.count == 2 && next.allSatisfy(\.isHexDigit)
        default: return Self.always.contains(byte)
        }
    }

    private static func isBalanced(_ bytes: [UInt8]) -> Bool {
        var depth = 0
        for byte in bytes {
            if byte == UInt8(ascii: "(") { depth += 1 }
            if byte == UInt8(ascii: ")") { depth -= 1 }
            if depth < 0 { return false }
        }
        return depth == 0
    }
}
