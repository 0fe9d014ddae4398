import KBModel

/// Reads `Q:`, `A:` and `C:` at the beginnings of lines.
///
/// In an ordinary note a card ends with its paragraph; a list or code right below `A:`, or below an `A:` that says
/// nothing itself, belongs to it. A note that opens with `Q:` or `C:` is a deck, as hashcards has them: there everything
/// up to the next letter belongs to a card, over blank lines too.
///
/// - SeeAlso: <https://github.com/eudoxia0/hashcards#format>
struct LetteredCards {
    /// A card as it was written.
    struct Found {
        var kind: Anchor.Kind
        var front: String
        var back: String
        var line: Int
        var headings: [String]
        var repeats = 0
    }

    /// In the order of the note.
    private(set) var cards: [Found] = []
    /// Blocks that are part of a card.
    private(set) var claimed: Set<Int> = []

    private let note: Note
    private let isDeck: Bool
    private var open: Open?
    private var headings: [String] = []

    /// A card whose end has not been seen.
    private struct Open {
        var letter: Character
        var front: [String]
        var back: [String] = []
        var line: Int
        var lastLine: Int
        var isAnswering = false
        var hasCode = false
    }

    /// A reader for `note`.
    init(_ note: Note) {
        self.note = note
        let first = note.blocks.first { $0.kind != .html && $0.kind != .heading }
        let opens = first.map { note.lines(of: $0).first.flatMap(LetteredCards.letter) != nil } ?? false
        isDeck = opens && note.sections.allSatisfy { $0.kind == .preamble || LetteredCards.isField($0, of: note) }
    }

    /// Whether a heading is a line of TOML between two rules, in which hashcards keeps the name of a deck.
    private static func isField(_ section: Section, of note: Note) -> Bool {
        section.kind == .setext && note.text(section.title).contains(" = ")
    }

    /// Reads the whole note.
    mutating func read() {
        for (index, section) in note.sections.enumerated() {
            headings = isDeck ? [] : note.headingPath(of: index)
            for place in section.blocks.clamped(to: note.blocks.indices) { read(place) }
            close()
        }
    }

    private mutating func read(_ place: Int) {
        let block = note.blocks[place]
        let lines = note.lines(of: block)
        guard note.isText(block), lines.contains(where: { LetteredCards.letter($0) != nil }) else {
            guard belongs(block) else { return close() }
            add(note.cardLines(of: block), to: block.lines.last, isCode: block.kind == .code)
            claimed.insert(place)
            return
        }
        claimed.insert(place)
        for (offset, text) in lines.enumerated() {
            let line = block.lines.first + offset
            switch LetteredCards.letter(text) {
            case ("A", let rest)?:
                open?.isAnswering = true
                add([CardText.flat(rest)], to: line)
            case (let letter, let rest)?:
                close()
                open = Open(letter: letter, front: [CardText.flat(rest)], line: line, lastLine: line)
            case nil: add([CardText.flat(text)], to: line)
            }
        }
    }

    /// Whether a block without a letter goes on with the card.
    private func belongs(_ block: Block) -> Bool {
        guard let open, note.isAnswer(block) else { return false }
        if isDeck { return true }
        if open.isAnswering, open.back.allSatisfy(\.isEmpty) {
            return (block.depth > 0 || block.kind == .code) && block.lines.first <= open.lastLine + 3
        }
        return open.letter == "Q" && block.touches(open.lastLine)
    }

    private mutating func add(_ lines: [String], to last: Int, isCode: Bool = false) {
        guard var card = open else { return }
        if card.isAnswering { card.back += lines } else { card.front += lines }
        if isCode, !card.isAnswering { card.hasCode = true }
        card.lastLine = last
        open = card
    }

    private mutating func close() {
        guard let card = open else { return }
        open = nil
        let front = card.front.filter { !$0.isEmpty }.joined(separator: card.hasCode ? "\n" : " ")
        if card.letter == "C" { return addGaps(front, line: card.line) }
        let back = card.back.filter { !$0.isEmpty }.joined(separator: "\n")
        cards.append(Found(kind: .pair, front: front, back: back, line: card.line, headings: headings))
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
    private mutating func addGaps(_ text: String, line: Int) {
        var gaps: [(text: String, repeats: Int)] = []
        var whole = ""
        for (index, part) in text.split(separator: "[", omittingEmptySubsequences: false).enumerated() {
            guard index > 0, let end = part.firstIndex(of: "]") else {
                whole += (index > 0 ? "[" : "") + part
                continue
            }
            let gap = CardText.flat(part[..<end])
            gaps.append((gap, CardText.count(of: gap, in: whole)))
            whole += gap + part[end...].dropFirst()
        }
        for gap in gaps {
            cards.append(
                Found(
                    kind: .cloze, front: CardText.flat(whole), back: gap.text, line: line, headings: headings,
                    repeats: gap.repeats))
        }
    }
}

extension Block {
    /// Whether the block follows `line` without a blank line; the fence of code is a line between.
    func touches(_ line: Int) -> Bool {
        lines.first == line + 1 || (kind == .code && lines.first == line + 2)
    }
}
