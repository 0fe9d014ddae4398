import KBModel

/// Reads what the author wrote as a card.
struct WrittenCards {
    /// In the order of the note.
    private(set) var cards: [Card] = []
    /// Blocks that are part of a card: nothing else is made of them.
    private(set) var claimed: Set<Int> = []

    private let note: Note
    private let source: SourceLines
    private let isTagged: Bool

    /// A card whose end has not been seen: `Q:` and what follows.
    private struct Open {
        var front: [String]
        var back: [String] = []
        var line: Int
        var lastLine: Int
        var isAnswering = false
    }

    /// A reader for `note`.
    init(_ note: Note) {
        self.note = note
        source = SourceLines(note)
        isTagged = note.tags.contains { $0.tag.text == "flashcards" || $0.tag.text.hasPrefix("flashcards/") }
    }

    /// Reads the whole note.
    mutating func read() {
        for (index, section) in note.sections.enumerated() {
            let headings = note.headingPath(of: index)
            var open: Open?
            for place in section.blocks.clamped(to: note.blocks.indices) where note.isText(note.blocks[place]) {
                let block = note.blocks[place]
                let lines = note.lines(of: block)
                readLetters(lines, block, place, headings, &open)
                guard !claimed.contains(place) else { continue }
                readRule(lines, block, place, section, headings)
                if source.hasColons, !claimed.contains(place) { readColons(lines, block, place, headings) }
            }
            close(&open, headings)
        }
    }

    private mutating func add(
        _ kind: Anchor.Kind, _ front: String, _ back: String, line: Int, _ headings: [String]
    ) {
        guard CardText.isFit(front: front, back: back) else { return }
        let place = Source(path: note.path, line: line)
        cards.append(Card(kind, front: front, back: back, source: place, headingPath: headings))
    }

    // MARK: - Q:, A:, C:

    /// Lines of `Q:`, `A:` and `C:`, and what goes on with them.
    private mutating func readLetters(
        _ lines: [String], _ block: Block, _ place: Int, _ headings: [String], _ open: inout Open?
    ) {
        let starts = lines.contains { WrittenCards.letter($0) != nil }
        guard starts else {
            // A list right below `A:` is its answer; a paragraph after a blank line is not.
            let isNext = open.map { $0.isAnswering && block.lines.first == $0.lastLine + 1 } ?? false
            if isNext {
                open?.back += lines
                open?.lastLine = block.lines.last
                claimed.insert(place)
            } else {
                close(&open, headings)
            }
            return
        }
        claimed.insert(place)
        for (offset, text) in lines.enumerated() {
            let line = block.lines.first + offset
            switch WrittenCards.letter(text) {
            case ("Q", let rest)?:
                close(&open, headings)
                open = Open(front: [rest], line: line, lastLine: line)
            case ("A", let rest)?:
                open?.isAnswering = true
                open?.back.append(rest)
            case ("C", let rest)?:
                close(&open, headings)
                // A cloze may go on over the lines of its block.
                let others = lines[(offset + 1)...].prefix { WrittenCards.letter($0) == nil }
                addGaps(CardText.flat(([rest] + others).joined(separator: " ")), line: line, headings)
            default:
                if open?.isAnswering ?? false { open?.back.append(text) } else { open?.front.append(text) }
            }
            open?.lastLine = line
        }
    }

    private mutating func close(_ open: inout Open?, _ headings: [String]) {
        if let card = open {
            let front = CardText.flat(card.front.joined(separator: " "))
            add(.pair, front, CardText.lines(card.back), line: card.line, headings)
        }
        open = nil
    }

    /// `Q: text` and its kin; nil for other lines.
    private static func letter(_ line: String) -> (letter: Character, rest: String)? {
        let text = line.drop { $0 == " " }
        guard let letter = text.first, "QAC".contains(letter), text.dropFirst().first == ":",
            text.dropFirst(2).first.map({ $0.isWhitespace }) ?? true
        else { return nil }
        return (letter, String(text.dropFirst(2)))
    }

    /// A card for each `[gap]` of a sentence.
    private mutating func addGaps(_ text: String, line: Int, _ headings: [String]) {
        var gaps: [String] = []
        var whole = ""
        for (index, part) in text.split(separator: "[", omittingEmptySubsequences: false).enumerated() {
            guard index > 0, let end = part.firstIndex(of: "]") else {
                whole += (index > 0 ? "[" : "") + part
                continue
            }
            gaps.append(String(part[..<end]))
            whole += part[..<end] + part[end...].dropFirst()
        }
        for gap in gaps { add(.cloze, whole, CardText.flat(gap), line: line, headings) }
    }

    // MARK: - ? and ::

    /// Two sides with a line of `?` or `??` between them; the second may be a list.
    private mutating func readRule(
        _ lines: [String], _ block: Block, _ place: Int, _ section: Section, _ headings: [String]
    ) {
        var both = false
        var split: Int?
        for offset in lines.indices.dropFirst() {
            guard split == nil, let isReversed = source.rule(at: block.lines.first + offset) else { continue }
            (split, both) = (offset, isReversed)
        }
        var (front, back) = (lines, [String]())
        if let split {
            front = Array(lines[..<split])
            back = Array(lines[(split + 1)...])
        } else if let isReversed = source.rule(at: block.lines.last + 1) {
            both = isReversed
            var line = block.lines.last + 2
            for next in (place + 1)..<max(place + 1, min(section.blocks.upperBound, note.blocks.count)) {
                guard note.isText(note.blocks[next]), note.blocks[next].lines.first == line else { break }
                back += note.lines(of: note.blocks[next])
                line = note.blocks[next].lines.last + 1
                claimed.insert(next)
            }
        }
        guard !back.isEmpty else { return }
        claimed.insert(place)
        addBoth(CardText.lines(front), CardText.lines(back), both: both, line: block.lines.first, headings)
    }

    /// `front::back` and `front:::back`, each on a line of its own.
    private mutating func readColons(_ lines: [String], _ block: Block, _ place: Int, _ headings: [String]) {
        for (offset, plain) in lines.enumerated() where plain.utf8.contains(UInt8(ascii: ":")) {
            let line = block.lines.first + offset
            guard let mark = CardMark(source: source.line(line), plain: plain, isTagged: isTagged) else { continue }
            claimed.insert(place)
            addBoth(mark.front, mark.back, both: mark.isReversed, line: line, headings)
        }
    }

    private mutating func addBoth(_ front: String, _ back: String, both: Bool, line: Int, _ headings: [String]) {
        add(.pair, front, back, line: line, headings)
        if both { add(.reversed, back, front, line: line, headings) }
    }
}
