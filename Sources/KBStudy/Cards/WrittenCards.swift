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

    /// A reader for `note`, whose lines are `source`; nil for lines that are not split yet.
    init(_ note: Note, _ source: SourceLines? = nil) {
        self.note = note
        self.source = source ?? SourceLines(note)
        isTagged = note.tags.contains { WrittenCards.isDeck($0.tag.text) }
    }

    /// Whether a tag collects cards: `flashcards`, `flashcards/biology`.
    static func isDeck(_ tag: String) -> Bool {
        ["flashcards", "flashcard"].contains { tag == $0 || tag.hasPrefix($0 + "/") }
    }

    /// Reads the whole note.
    mutating func read() {
        var letters = LetteredCards(note)
        letters.read()
        claimed = letters.claimed
        for card in letters.cards {
            add(card.kind, card.front, card.back, line: card.line, card.headings, card.repeats)
        }
        guard source.hasColons || source.hasRules else { return }
        for (index, section) in note.sections.enumerated() {
            let headings = note.headingPath(of: index)
            for place in section.blocks.clamped(to: note.blocks.indices) where note.isText(note.blocks[place]) {
                guard !claimed.contains(place) else { continue }
                let block = note.blocks[place]
                let lines = note.lines(of: block)
                readRule(lines, block, place, section, headings)
                if source.hasColons, !claimed.contains(place) { readColons(lines, block, place, headings) }
            }
        }
    }

    private mutating func add(
        _ kind: Anchor.Kind, _ front: String, _ back: String, line: Int, _ headings: [String], _ repeats: Int = 0
    ) {
        guard CardText.isFit(front: front, back: back, isWritten: true) else { return }
        let place = Source(path: note.path, line: line)
        cards.append(Card(kind, front: front, back: back, source: place, headingPath: headings, repeats: repeats))
    }

    private mutating func addBoth(_ front: String, _ back: String, both: Bool, line: Int, _ headings: [String]) {
        add(.pair, front, back, line: line, headings)
        if both { add(.reversed, back, front, line: line, headings) }
    }

    // MARK: - ? and ??

    /// Two sides with a line of `?` or `??` between them; the second may be a list, a table or code.
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
        var last = block.lines.last
        if let split {
            front = Array(lines[..<split])
            back = CardText.flat(lines: lines[(split + 1)...])
        } else if let isReversed = source.rule(at: block.lines.last + 1) {
            both = isReversed
            last += 1
        } else {
            return
        }
        for next in (place + 1)..<max(place + 1, min(section.blocks.upperBound, note.blocks.count)) {
            guard note.isAnswer(note.blocks[next]), note.blocks[next].touches(last) else { break }
            back += note.cardLines(of: note.blocks[next])
            last = note.blocks[next].lines.last
            claimed.insert(next)
        }
        guard !back.isEmpty else { return }
        claimed.insert(place)
        let first = front.firstIndex { !CardText.withoutTags($0).isEmpty } ?? 0
        let text = CardText.lines(front.map { CardText.withoutTags($0) })
        addBoth(text, back.joined(separator: "\n"), both: both, line: block.lines.first + first, headings)
    }

    // MARK: - :: and :::

    /// `front::back` and `front:::back`, each on a line of its own.
    private mutating func readColons(_ lines: [String], _ block: Block, _ place: Int, _ headings: [String]) {
        for (offset, plain) in lines.enumerated() where plain.utf8.contains(UInt8(ascii: ":")) {
            let line = block.lines.first + offset
            guard let mark = CardMark(source: source.line(line), plain: plain, isTagged: isTagged) else { continue }
            claimed.insert(place)
            addBoth(
                CardText.withoutTags(mark.front), mark.back, both: mark.isReversed, line: line, headings)
        }
    }
}
