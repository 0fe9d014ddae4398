/// Blanks that are not the space of the keyboard: a name written with one is the same name.
enum Blanks {
    /// `text` with a space for every blank.
    static func folded(_ text: String) -> String {
        // All of them begin with one of three bytes, which few names have.
        guard text.utf8.contains(where: { $0 == 0xC2 || $0 == 0xE2 || $0 == 0xE3 }) else { return text }
        var folded = String.UnicodeScalarView()
        for scalar in text.unicodeScalars { folded.append(scalar.properties.isWhitespace ? " " : scalar) }
        return String(folded)
    }
}
