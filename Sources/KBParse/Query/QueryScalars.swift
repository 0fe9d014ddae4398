/// What the characters of a query mean to its reader.
extension Unicode.Scalar {
    /// Whether it separates words.
    var isQuerySpace: Bool {
        isASCII ? value <= 0x20 || value == 0x7F : properties.isWhitespace
    }

    /// Whether it can be looked up: a letter, a figure, an accent or a pictograph, not mere punctuation.
    var isQueryContent: Bool {
        if isASCII {
            return 0x30...0x39 ~= value || 0x41...0x5A ~= value || 0x61...0x7A ~= value
        }
        switch properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark,
            .spacingMark, .enclosingMark, .decimalNumber, .letterNumber, .otherNumber, .otherSymbol:
            return true
        default:
            return false
        }
    }

    /// Whether it is one of the ten ASCII figures.
    var isQueryDigit: Bool { 0x30...0x39 ~= value }

    /// Whether it opens a phrase when a word could begin here: `"`, `“` or `„`.
    var opensPhrase: Bool { self == "\"" || self == "\u{201C}" || self == "\u{201E}" }

    /// Whether a tag may hold it: as Obsidian, letters, figures, `_`, `-`, `/` and emoji with their joiners.
    var isTagCharacter: Bool {
        isQueryContent || self == "_" || self == "-" || self == "/" || self == "\u{200D}" || self == "\u{FE0F}"
    }

    /// Whether the key of a `key:value` may hold it past its first character.
    var isKeyCharacter: Bool { isQueryContent || self == "_" || self == "-" }
}
