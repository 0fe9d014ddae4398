internal import KBParse

/// The bytes of a page turned into UTF-8.
struct PageEncoding {
    let utf8: [UInt8]
    /// What was odd about them.
    let remark: HTMLRemark.Kind?

    /// Reads the byte order mark, else the page's own `charset`, else UTF-8, else Windows-1252.
    ///
    /// - SeeAlso: <https://html.spec.whatwg.org/#determining-the-character-encoding>
    init(_ bytes: [UInt8]) {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
            self.init(repairing: Array(bytes.dropFirst(3)))
        } else if bytes.starts(with: [0xFF, 0xFE]) {
            self.init(utf16: bytes.dropFirst(2), isLittleEndian: true)
        } else if bytes.starts(with: [0xFE, 0xFF]) {
            self.init(utf16: bytes.dropFirst(2), isLittleEndian: false)
        } else if bytes.count > 3, bytes[0] == UInt8.less, bytes[1] == 0 {
            self.init(utf16: bytes[...], isLittleEndian: true)
        } else if bytes.count > 3, bytes[0] == 0, bytes[1] == UInt8.less {
            self.init(utf16: bytes[...], isLittleEndian: false)
        } else if Self.isUTF8(bytes) {
            // Whatever the page says: text in another encoding is hardly ever well-formed UTF-8.
            self.init(utf8: bytes, remark: nil)
        } else {
            self.init(bytes, named: Self.declared(in: bytes))
        }
    }

    private init(utf8: [UInt8], remark: HTMLRemark.Kind?) {
        self.utf8 = utf8
        self.remark = remark
    }

    private init(repairing bytes: [UInt8]) {
        let isClean = Self.isUTF8(bytes)
        self.init(utf8: isClean ? bytes : Self.repaired(bytes), remark: isClean ? nil : .damagedText)
    }

    private init(utf16 bytes: ArraySlice<UInt8>, isLittleEndian: Bool) {
        var units: [UInt16] = []
        units.reserveCapacity(bytes.count / 2)
        var low: UInt8?
        for byte in bytes {
            guard let first = low else {
                low = byte
                continue
            }
            units.append(isLittleEndian ? UInt16(byte) << 8 | UInt16(first) : UInt16(first) << 8 | UInt16(byte))
            low = nil
        }
        self.init(utf8: Array(String(decoding: units, as: UTF16.self).utf8), remark: nil)
    }

    private init(_ bytes: [UInt8], named name: String?) {
        switch name {
        case "utf-8"?, "utf8"?: self.init(utf8: Self.repaired(bytes), remark: .damagedText)
        case nil where Self.isMostlyUTF8(bytes): self.init(utf8: Self.repaired(bytes), remark: .damagedText)
        case nil, "windows-1252"?, "iso-8859-1"?, "latin1"?, "us-ascii"?, "ascii"?, "cp1252"?, "iso8859-1"?,
            "x-cp1252"?:
            self.init(utf8: Self.utf8(windows1252: bytes), remark: nil)
        case let other?: self.init(utf8: Self.utf8(windows1252: bytes), remark: .unknownEncoding(other))
        }
    }

    private static func isUTF8(_ bytes: [UInt8]) -> Bool { String(validating: bytes, as: UTF8.self) != nil }

    private static func repaired(_ bytes: [UInt8]) -> [UInt8] { Array(String(decoding: bytes, as: UTF8.self).utf8) }

    /// Whether more characters beyond ASCII are well-formed than not: a text in UTF-8 with a few damaged bytes.
    private static func isMostlyUTF8(_ bytes: [UInt8]) -> Bool {
        var (good, bad) = (0, 0)
        for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars where !scalar.isASCII {
            if scalar == "\u{FFFD}" { bad += 1 } else { good += 1 }
        }
        return good > bad
    }

    private static func utf8(windows1252 bytes: [UInt8]) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(bytes.count + bytes.count / 8)
        for byte in bytes {
            if byte < 0x80 {
                out.append(byte)
                continue
            }
            let code = byte < 0xA0 ? HTMLEntity.windows1252[Int(byte) - 0x80] : UInt32(byte)
            if let scalar = Unicode.Scalar(code) { out.append(contentsOf: String(scalar).utf8) }
        }
        return out
    }

    /// What follows the first `charset=` or `encoding=` near the start, in small letters.
    private static func declared(in bytes: [UInt8]) -> String? {
        let start = ByteText(Array(bytes.prefix(longestPrologue)))
        for i in 0..<start.count {
            let length = start.hasWord("charset=", at: i) ? 8 : start.hasWord("encoding=", at: i) ? 9 : 0
            guard length > 0 else { continue }
            var first = i + length
            while start[first] == UInt8.quote || start[first] == UInt8.apostrophe || start[first].isHTMLSpace {
                first += 1
            }
            var end = first
            while start[end].isAlphanumeric || start[end] == UInt8.dash || start[end] == UInt8.underscore { end += 1 }
            if end > first { return start.string(first..<end).lowercased() }
        }
        return nil
    }

    /// The standard has 1,024; pages that open with long scripts need more.
    private static let longestPrologue = 8_192
}
