import KBModel

/// What a card may hold: limits on its texts, and the texts themselves.
enum CardText {
    /// A front is a question, not a paragraph.
    static let longestFront = 300
    /// What can be said aloud in a minute.
    static let longestBack = 900
    /// A bullet of a list to be remembered is a phrase.
    static let longestBullet = 160
    /// Lists of more than nine are not learnt as one card, and one bullet is no list.
    static let bullets = 2...9

    /// The text on one line, with single blanks between words.
    static func flat(_ text: some StringProtocol) -> String { flat(text.utf8) }

    /// As ``flat(_:)``, from UTF-8.
    static func flat(_ bytes: some Sequence<UInt8>) -> String {
        var flat: [UInt8] = []
        var hasGap = false
        for byte in bytes {
            guard byte > UInt8(ascii: " ") else {
                hasGap = true
                continue
            }
            if hasGap, !flat.isEmpty { flat.append(UInt8(ascii: " ")) }
            hasGap = false
            flat.append(byte)
        }
        return String(decoding: flat, as: UTF8.self)
    }

    /// Lines joined by `\n`, each flat, empty ones left out.
    static func lines(_ lines: [some StringProtocol]) -> String {
        lines.map { flat($0) }.filter { !$0.isEmpty }.joined(separator: "\n")
    }

    /// Whether a text says something in words: at least three letters, and more letters than digits.
    static func isProse(_ text: String) -> Bool {
        var (letters, digits) = (0, 0)
        for scalar in text.unicodeScalars {
            if scalar.properties.isAlphabetic { letters += 1 }
            if ("0"..."9").contains(scalar) { digits += 1 }
        }
        return letters >= 2 && letters > digits
    }

    /// Whether a front and back can be a card.
    static func isFit(front: String, back: String) -> Bool {
        1...longestFront ~= front.utf8.count && 1...longestBack ~= back.utf8.count && front != back
    }
}

extension Note {
    /// Whether a block's words are running text that the author wrote.
    func isText(_ block: Block) -> Bool {
        switch block.kind {
        case .paragraph, .item, .task, .callout, .footnote: true
        case .heading, .code, .tableRow, .html, .math: false
        }
    }

    /// Whether a range of the words is nothing but links.
    func isOnlyLinks(_ range: Range<Int>) -> Bool {
        var linked = 0
        for mark in marks where mark.kind == .link && range.lowerBound <= mark.plain.lowerBound {
            if mark.plain.upperBound <= range.upperBound { linked += mark.plain.count }
        }
        let words = plain[range.clamped(to: plain.indices)].count { $0 > UInt8(ascii: "@") }
        return linked > 0 && linked >= words
    }

    /// The words at `range` on one line.
    func flat(_ range: Range<Int>) -> String { CardText.flat(plain[range.clamped(to: plain.indices)]) }

    /// The words of a block, line by line of the file.
    func lines(of block: Block) -> [String] {
        plain[block.plain.clamped(to: plain.indices)]
            .split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
            .map { String(decoding: $0, as: UTF8.self) }
    }

    /// The list items directly below a block.
    func bullets(below index: Int, in section: Section) -> [Block] {
        section.blocks.clamped(to: blocks.indices).map { blocks[$0] }.filter { $0.parent == index && isText($0) }
    }
}
