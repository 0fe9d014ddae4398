internal import KBParse

/// Addresses and titles of links and pictures, as Markdown writes them.
enum MarkdownAddress {
    /// An address that ends where it should: what Markdown would read otherwise is percent-encoded.
    static func written(_ address: String, isInCell: Bool = false) -> [UInt8] {
        let bytes = Array(address.utf8)
        let isBalanced = hasBalancedBrackets(bytes)
        var out: [UInt8] = []
        for (i, byte) in bytes.enumerated() {
            switch byte {
            case 0...0x20, 0x7F, UInt8.less, UInt8.greater, UInt8.backslash: append(encoded: byte, to: &out)
            case UInt8.parenOpen, UInt8.parenClose:
                if isBalanced { out.append(byte) } else { append(encoded: byte, to: &out) }
            case UInt8.pipe where isInCell: append(encoded: byte, to: &out)
            case UInt8.ampersand where startsEntity(bytes, i): out += Array("&amp;".utf8)
            default: out.append(byte)
            }
        }
        return out
    }

    /// A title with the space before it; nothing for an empty one.
    static func title(_ title: String) -> [UInt8] {
        let words = title.collapsed
        guard !words.isEmpty else { return [] }
        var out = Array(" \"".utf8)
        for byte in words.utf8 {
            if byte == UInt8.quote || byte == UInt8.backslash || byte == UInt8.pipe { out.append(UInt8.backslash) }
            out.append(byte)
        }
        out.append(UInt8.quote)
        return out
    }

    private static func append(encoded byte: UInt8, to out: inout [UInt8]) {
        let digits = Array("0123456789ABCDEF".utf8)
        out.append(UInt8.percent)
        out.append(digits[Int(byte >> 4)])
        out.append(digits[Int(byte & 15)])
    }

    private static func hasBalancedBrackets(_ bytes: [UInt8]) -> Bool {
        var depth = 0
        for byte in bytes {
            if byte == UInt8.parenOpen { depth += 1 }
            if byte == UInt8.parenClose { depth -= 1 }
            // CommonMark counts 32 levels.
            if depth < 0 || depth > 16 { return false }
        }
        return depth == 0
    }

    private static func startsEntity(_ bytes: [UInt8], _ start: Int) -> Bool {
        let rest = bytes[(start + 1)...].prefix(33)
        guard let end = rest.firstIndex(of: UInt8.semicolon), end > start + 1 else { return false }
        return rest[..<end].allSatisfy { $0.isAlphanumeric || $0 == UInt8.hash }
    }
}
