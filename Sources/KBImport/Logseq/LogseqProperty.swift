internal import KBParse

/// A property of Logseq: `key:: value` on a line of its own.
struct LogseqProperty: Equatable {
    /// The key, in small letters.
    var key: String
    /// The value, which may be empty.
    var value: String

    /// Reads a line; nil for any other.
    init?(_ line: some StringProtocol) {
        guard let (key, value) = line.trimmed.cut(at: "::"), !key.isEmpty, value.isEmpty || value.hasPrefix(" "),
            key.allSatisfy({ $0.isLetter || "-_.?/0123456789".contains($0) })
        else { return nil }
        self.key = key.lowercased()
        self.value = value.trimmed
    }

    /// The parts of a list: `[[a, b]], c` has two.
    var parts: [String] {
        var parts: [String] = []
        var part = ""
        var depth = 0
        for character in value {
            if character == "[" || character == "(" { depth += 1 }
            if character == "]" || character == ")" { depth -= 1 }
            if character == ",", depth <= 0 {
                parts.append(part)
                part = ""
            } else {
                part.append(character)
            }
        }
        return (parts + [part]).map(\.trimmed).filter { !$0.isEmpty }
    }

    /// A part of a list of names, without the marks of a page or tag.
    static func bare(_ part: String) -> String {
        var text = part.hasPrefix("#") ? String(part.dropFirst()) : part
        if text.hasPrefix("[["), text.hasSuffix("]]") { text = String(text.dropFirst(2).dropLast(2)) }
        return text.trimmed
    }
}
