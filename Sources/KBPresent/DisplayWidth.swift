extension String {
    /// How many columns of a terminal the text takes.
    ///
    /// - SeeAlso: Unicode Standard Annex 11, East Asian Width.
    public var displayWidth: Int {
        if utf8.allSatisfy({ $0 < 0x80 }) { return utf8.count }
        return reduce(0) { $0 + $1.displayWidth }
    }

    /// The text with spaces behind it, or before it, to fill `width` columns.
    func padded(to width: Int, isRightAligned: Bool = false) -> String {
        let padding = String(repeating: " ", count: Swift.max(0, width - displayWidth))
        return isRightAligned ? padding + self : self + padding
    }
}

extension Character {
    /// How many columns of a terminal the character takes: 0, 1 or 2.
    var displayWidth: Int {
        guard let first = unicodeScalars.first else { return 0 }
        if first.value < 0x300 { return first.value < 0x20 || 0x7F...0x9F ~= first.value ? 0 : 1 }
        let asksForPicture = unicodeScalars.contains { $0.value == 0xFE0F }
        if first.properties.isEmojiPresentation || (asksForPicture && first.properties.isEmoji) { return 2 }
        switch first.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format: return 0
        default: return Character.isWide(first.value) ? 2 : 1
        }
    }

    /// Wide and full-width characters outside emoji. A switch, because a table would have to be made first.
    ///
    /// - SeeAlso: <https://www.unicode.org/Public/UCD/latest/ucd/EastAsianWidth.txt>, classes W and F.
    private static func isWide(_ value: UInt32) -> Bool {
        switch value {
        case 0..<0x1100: false
        case 0x1100...0x115F, 0x2329...0x232A, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0xA4CF,
            0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF01...0xFF60,
            0xFFE0...0xFFE6, 0x16FE0...0x16FFF, 0x17000...0x18CFF, 0x1AFF0...0x1B2FF, 0x1F200...0x1F2FF,
            0x20000...0x2FFFD, 0x30000...0x3FFFD:
            true
        default: false
        }
    }
}
