import KBModel

/// What a card may hold: limits on its texts, and the texts themselves.
enum CardText {
    /// A front is a question, not a paragraph.
    static let longestFront = 300
    /// What can be said aloud in a minute.
    static let longestBack = 900
    /// What someone wrote as a card may be longer, but a screen has to hold it.
    static let longestWritten = 4000
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

    /// Lines, each flat, empty ones left out.
    static func flat(lines: some Sequence<String>) -> [String] { lines.map { flat($0) }.filter { !$0.isEmpty } }

    /// A line without the tags it opens with, which say where a card belongs.
    static func withoutTags(_ line: String) -> String {
        var rest = line[...].drop { $0.isWhitespace }
        while rest.first == "#", let next = rest.dropFirst().first, next.isLetter || next.isNumber || next == "_" {
            rest = rest.drop { !$0.isWhitespace }.drop { $0.isWhitespace }
        }
        return String(rest)
    }

    /// The words of a heading without its number, its time budget and its final colon.
    static func title(_ heading: String) -> String {
        var title = heading[...]
        while let last = title.last, last == ":" || last.isWhitespace { title.removeLast() }
        if title.hasSuffix("min)"), let open = title.lastIndex(of: "(") { title = title[..<open] }
        while let last = title.last, last == ":" || last.isWhitespace { title.removeLast() }
        let number = title.prefix { $0.isNumber || $0 == "." || $0 == ")" }
        if number.count < title.count, number.contains(where: { $0 == "." || $0 == ")" }) {
            title = title.dropFirst(number.count).drop { $0.isWhitespace }
        }
        return String(title)
    }

    /// The hint behind a gap, `^[hint]`, when a text opens with one.
    static func hint(opening text: String) -> String? {
        guard text.hasPrefix("^["), let end = text.firstIndex(of: "]") else { return nil }
        let hint = flat(text[..<end].dropFirst(2))
        return hint.isEmpty ? nil : hint
    }

    /// A text without the hints, `^[hint]`, and the numbers of groups, `[^1]`, behind its gaps.
    static func withoutHints(_ text: String) -> String {
        guard text.contains("^") else { return text }
        var (rest, kept) = (text[...], "")
        while let mark = rest.firstIndex(of: "^") {
            let isNumber = rest[..<mark].last == "["
            let isHint = rest[mark...].dropFirst().first == "["
            guard isNumber || isHint, let end = rest[mark...].firstIndex(of: "]") else {
                kept += rest[...mark]
                rest = rest[mark...].dropFirst()
                continue
            }
            kept += isNumber ? rest[..<mark].dropLast() : rest[..<mark]
            rest = rest[end...].dropFirst()
        }
        return kept + rest
    }

    /// Whether a text says something in words: at least two letters, and more letters than digits.
    static func isProse(_ text: String) -> Bool {
        var (letters, digits) = (0, 0)
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x30...0x39: digits += 1
            case 0x41...0x5A, 0x61...0x7A: letters += 1
            case ..<0x80: break
            // Looking properties up takes longer than all the rest.
            default: if scalar.properties.isAlphabetic { letters += 1 }
            }
        }
        return letters >= 2 && letters > digits
    }

    /// How often `part` stands in `text`; places do not overlap.
    static func count(of part: String, in text: String) -> Int { places(of: part, in: text).count }

    /// Where `part` stands in `text`, as ranges of its UTF-8, ascending, not overlapping.
    static func places(of part: String, in text: String) -> [Range<Int>] {
        let (text, part) = (Array(text.utf8), Array(part.utf8))
        guard let first = part.first else { return [] }
        var places: [Range<Int>] = []
        var start = 0
        while let place = text[start...].firstIndex(of: first), place + part.count <= text.count {
            let isHere = text[place..<place + part.count].elementsEqual(part)
            if isHere { places.append(place..<place + part.count) }
            start = isHere ? place + part.count : place + 1
        }
        return places
    }

    /// Whether a front and back can be a card.
    static func isFit(front: String, back: String, isWritten: Bool = false) -> Bool {
        let (mostFront, mostBack) = isWritten ? (longestWritten, longestWritten) : (longestFront, longestBack)
        return 1...mostFront ~= front.utf8.count && 1...mostBack ~= back.utf8.count && front != back
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

    /// Whether a block can be part of an answer that someone wrote: text, code, a formula, a row of a table.
    func isAnswer(_ block: Block) -> Bool { block.kind != .heading && block.kind != .html }

    /// The lines of a block as an answer holds them: flat, but code as it is indented.
    func cardLines(of block: Block) -> [String] {
        guard block.kind == .code else { return CardText.flat(lines: lines(of: block)) }
        return lines(of: block).map { line in
            var line = line[...]
            while let last = line.last, last.isWhitespace { line.removeLast() }
            return String(line)
        }.filter { !$0.isEmpty }
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
}
