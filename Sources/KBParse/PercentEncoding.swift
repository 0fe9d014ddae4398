/// Bytes written as `%20`, in addresses and in paths of links.
package enum PercentEncoding {
    /// `%20` and the like decoded; the text as it is when the bytes would be no UTF-8.
    package static func decoded(_ text: String) -> String {
        guard text.utf8.contains(.percent) else { return text }
        let bytes = Array(text.utf8)
        var out: [UInt8] = []
        var i = 0
        while i < bytes.count {
            if bytes[i] == .percent, i + 2 < bytes.count, let high = hexValue(bytes[i + 1]),
                let low = hexValue(bytes[i + 2])
            {
                out.append(high << 4 | low)
                i += 3
            } else {
                out.append(bytes[i])
                i += 1
            }
        }
        return String(validating: out, as: UTF8.self) ?? text
    }

    private static func hexValue(_ byte: UInt8) -> UInt8? {
        guard byte.isHexDigit else { return nil }
        return byte.isDigit ? byte - 0x30 : (byte | 0x20) - 0x61 + 10
    }
}
