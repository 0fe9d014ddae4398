/// What notes and sections are called in runs and judgements.
public enum DocumentName {
    /// The path of a note without its extension; `a/b.md` is `a/b`.
    public static func ofNote(_ path: String) -> String {
        let name = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { path.utf8.index(after: $0) } ?? path.utf8.startIndex
        guard let dot = path.utf8[name...].lastIndex(of: UInt8(ascii: ".")), dot > name else { return path }
        return String(path[..<dot])
    }

    /// `name` as one word, since a run is split at white space: white space and control characters percent-encoded, and
    /// a percent sign where two hexadecimal digits follow, so that no two names are written alike.
    public static func encoded(_ name: String) -> String {
        guard name.unicodeScalars.contains(where: { isSplitting($0) || $0 == "%" }) else { return name }
        var result = ""
        let scalars = Array(name.unicodeScalars)
        for (index, scalar) in scalars.enumerated() {
            let following = scalars[min(index + 1, scalars.count)..<min(index + 3, scalars.count)]
            let isEscape = scalar == "%" && following.count == 2 && following.allSatisfy(\.properties.isASCIIHexDigit)
            if isSplitting(scalar) || isEscape {
                for byte in String(scalar).utf8 { result += "%" + (byte < 16 ? "0" : "") + hexadecimal(byte) }
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    private static func isSplitting(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isWhitespace || scalar.value < 0x20 || scalar.value == 0x7F
    }

    private static func hexadecimal(_ byte: UInt8) -> String { String(byte, radix: 16, uppercase: true) }
}
