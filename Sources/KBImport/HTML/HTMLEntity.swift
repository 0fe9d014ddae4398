internal import KBParse

/// Characters written as `&name;`, `&#number;` or `&#xhex;`.
enum HTMLEntity {
    /// Appends `source[range]` to `text` with its characters decoded, CR and CRLF as LF, and NUL left out.
    ///
    /// In an attribute a name without `;` before a letter, a digit or `=` is text, as in `?a=1&copy=2`.
    ///
    /// - SeeAlso: <https://html.spec.whatwg.org/#character-reference-state>
    static func decode(_ source: ByteText, _ range: Range<Int>, isAttribute: Bool, into text: inout [UInt8]) {
        var i = range.lowerBound
        while i < range.upperBound {
            let byte = source[i]
            switch byte {
            case UInt8.ampersand:
                guard let found = read(source, i, range.upperBound, isAttribute) else { fallthrough }
                text.append(contentsOf: found.text)
                i = found.end
                continue
            case 1...0x7F where byte != UInt8.cr: text.append(byte)
            case 0: break
            case UInt8.cr: if source[i + 1] != UInt8.lf { text.append(UInt8.lf) }
            default: text.append(byte)
            }
            i += 1
        }
    }

    private static func read(
        _ source: ByteText, _ start: Int, _ limit: Int, _ isAttribute: Bool
    ) -> (text: [UInt8], end: Int)? {
        if source[start + 1] == UInt8.hash { return readNumber(source, start + 2, limit) }
        var end = start + 1
        while end < limit, end - start <= longestName, source[end].isAlphanumeric { end += 1 }
        guard end > start + 1 else { return nil }
        if end < limit, source[end] == UInt8.semicolon, let known = named[source.string(start + 1..<end)] {
            return (known, end + 1)
        }
        if isAttribute, end < limit, source[end] == UInt8.equals { return nil }
        // The longest name that may go without a semicolon and starts what stands there: `&notit;` is `¬it;`.
        var stop = min(end, start + 1 + longestLegacyName)
        while stop > start + 2 {
            let name = source.string(start + 1..<stop)
            if legacy.contains(name), let known = named[name] {
                return isAttribute && stop < end ? nil : (known, stop)
            }
            stop -= 1
        }
        return nil
    }

    private static func readNumber(_ source: ByteText, _ start: Int, _ limit: Int) -> (text: [UInt8], end: Int)? {
        let isHex = source[start].lowered == UInt8(ascii: "x")
        var i = isHex ? start + 1 : start
        let first = i
        var value: UInt32 = 0
        while i < limit {
            let byte = source[i]
            let isHexLetter = isHex && byte.lowered >= UInt8(ascii: "a") && byte.lowered <= UInt8(ascii: "f")
            guard byte.isDigit || isHexLetter else { break }
            let digit = UInt32(byte.isDigit ? byte - 0x30 : byte.lowered - 0x57)
            // Beyond the last code point the number stays there, however many digits follow.
            value = min(value * (isHex ? 16 : 10) + digit, 0x11_0000)
            i += 1
        }
        guard i > first else { return nil }
        if i < limit, source[i] == UInt8.semicolon { i += 1 }
        if value >= 0x80, value < 0xA0 { value = windows1252[Int(value) - 0x80] }
        let scalar = value == 0 ? nil : Unicode.Scalar(value)
        return (Array(String(scalar ?? "\u{FFFD}").utf8), i)
    }

    /// `CounterClockwiseContourIntegral` has 31 letters.
    private static let longestName = 32
    /// `frac12` and `middot` have six.
    private static let longestLegacyName = 6

    /// What numbers from 128 to 159 mean on pages: the characters Windows has there.
    static let windows1252: [UInt32] = [
        0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D,
        0x017D,
        0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153,
        0x9D,
        0x017E, 0x0178,
    ]

    private static let named: [String: [UInt8]] = {
        var known: [String: [UInt8]] = [:]
        for entry in HTMLEntityNames.all.split(separator: " ") {
            let parts = entry.split(separator: "=")
            guard parts.count == 2, let name = parts.first, let codes = parts.last else { continue }
            let scalars = codes.split(separator: "+").compactMap { UInt32($0, radix: 16).flatMap(Unicode.Scalar.init) }
            known[String(name)] = scalars.flatMap { Array(String($0).utf8) }
        }
        return known
    }()

    private static let legacy = Set(HTMLEntityNames.legacy.split(separator: " ").map(String.init))
}
