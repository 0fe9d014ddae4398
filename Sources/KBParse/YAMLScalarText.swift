internal import KBModel

/// How a text is written as a YAML scalar: plain where that means the same, else quoted.
enum YAMLScalarText {
    /// `text` for a place in brackets or not; reading it gives `text` back.
    static func written(_ text: String, inBrackets: Bool) -> String {
        isPlain(text, inBrackets: inBrackets) ? text : quoted(text)
    }

    /// Whether `text` without quotes is read as itself.
    private static func isPlain(_ text: String, inBrackets: Bool) -> Bool {
        let scalars = Array(text.unicodeScalars)
        guard let first = scalars.first, let last = scalars.last, isOpener(first), last != " ", last != ":" else {
            return false
        }
        guard CoreSchema.resolve(text).scalar == text, !["true", "false"].contains(text.lowercased()) else {
            return false
        }
        for (index, scalar) in scalars.enumerated() {
            guard scalar.isPrintableInYAML else { return false }
            if inBrackets, ",[]{}?:".unicodeScalars.contains(scalar) { return false }
            let next = index + 1 < scalars.count ? scalars[index + 1] : " "
            if scalar == ":", next == " " { return false }
            if scalar == " ", next == "#" { return false }
        }
        return true
    }

    /// Whether a plain scalar may begin with `scalar` whatever follows.
    private static func isOpener(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9", "/", ".", "(", "<", "$", "_", "+", "^": true
        default: scalar.value >= 0xA0
        }
    }

    /// `text` in double quotes, escaped.
    static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            if scalar == "\"" || scalar == "\\" {
                result += "\\"
                result.unicodeScalars.append(scalar)
            } else if scalar.isPrintableInYAML {
                result.unicodeScalars.append(scalar)
            } else {
                let digits = String(scalar.value, radix: 16, uppercase: true)
                let width = scalar.value > 0xFFFF ? 8 : 4
                result += (width == 8 ? "\\U" : "\\u") + String(repeating: "0", count: width - digits.count) + digits
            }
        }
        return result + "\""
    }
}

extension Unicode.Scalar {
    /// Whether it stands for itself in YAML on one line: no control, no line or paragraph separator, no mark of byte
    /// order, no noncharacter.
    var isPrintableInYAML: Bool {
        switch value {
        case 0x20...0x7E, 0xA0...0x2027, 0x202A...0xD7FF, 0xE000...0xFEFE, 0xFF00...0xFFFD: true
        case 0x10000...: value & 0xFFFE != 0xFFFE
        default: false
        }
    }
}
