import KBConcepts
import KBModel

/// Makes cards of what the author wrote for reading.
struct DerivedCards {
    /// In no particular order.
    private(set) var cards: [Card] = []

    private let note: Note
    private let claimed: Set<Int>

    /// A maker for `note` that leaves the blocks in `claimed` alone.
    init(_ note: Note, besides claimed: Set<Int>) {
        self.note = note
        self.claimed = claimed
    }

    /// Makes all of them.
    mutating func read() {
        for (index, section) in note.sections.enumerated() {
            let headings = note.headingPath(of: index)
            readHeading(section, headings)
            for place in section.blocks.clamped(to: note.blocks.indices)
            where isOpen(place) && note.blocks[place].isQuestion {
                readQuestion(place, section, headings)
            }
        }
        readHighlights()
        readDefinitions()
        readAcronyms()
    }

    private func isOpen(_ place: Int) -> Bool {
        note.blocks.indices.contains(place) && !claimed.contains(place) && note.isText(note.blocks[place])
    }

    private mutating func add(
        _ kind: Anchor.Kind, _ front: String, _ back: String, line: Int, _ headings: [String]? = nil,
        concept: String? = nil
    ) {
        guard CardText.isFit(front: front, back: back), CardText.isProse(front), CardText.isProse(back) else { return }
        let path = headings ?? note.section(at: line).map { note.headingPath(of: $0) } ?? []
        cards.append(
            Card(
                kind, front: front, back: back, source: Source(path: note.path, line: line), headingPath: path,
                concept: concept))
    }

    // MARK: - Questions

    /// A question and what answers it: the rest of its text, the bullets below it, or what comes next.
    private mutating func readQuestion(_ place: Int, _ section: Section, _ headings: [String]) {
        let block = note.blocks[place]
        let sentences = Sentences.ranges(in: note.plain, block.plain.clamped(to: note.plain.indices))
        guard let first = sentences.first else { return }
        let whole = note.flat(block.plain)
        if whole.hasSuffix("?") {
            add(.question, whole, answer(after: place, section), line: block.lines.first, headings)
        } else if note.flat(first).hasSuffix("?") {
            let rest = note.text(first.upperBound..<block.plain.upperBound)
            add(.question, note.flat(first), CardText.flat(rest), line: block.lines.first, headings)
        }
    }

    /// What follows a question: bullets below it; else, for a paragraph, the next paragraph or list.
    private func answer(after place: Int, _ section: Section) -> String {
        let below = note.bullets(below: place, in: section)
        if !below.isEmpty { return list(below) ?? "" }
        guard note.blocks[place].depth == 0, section.blocks.contains(place + 1), isOpen(place + 1) else { return "" }
        let next = note.blocks[place + 1]
        guard !next.isQuestion else { return "" }
        guard next.depth > 0 else { return note.flat(next.plain) }
        let items = section.blocks.clamped(to: note.blocks.indices).filter { $0 > place }.map { note.blocks[$0] }
        return list(items.prefix { $0.depth > 0 }.filter { $0.depth == next.depth }) ?? ""
    }

    // MARK: - Headings

    /// A heading that asks, with its text; or one over a few short bullets.
    private mutating func readHeading(_ section: Section, _ headings: [String]) {
        guard section.kind != .preamble else { return }
        let title = title(of: section)
        let places = section.blocks.clamped(to: note.blocks.indices)
        guard let first = places.first, isOpen(first) else { return }
        let outer = places.map { note.blocks[$0] }.filter { $0.depth == 1 && note.isText($0) }
        if title.hasSuffix("?") {
            let lead = note.blocks[first]
            let back = lead.depth == 0 ? note.flat(lead.plain) : list(outer) ?? ""
            add(.question, title, back, line: section.lines.first, headings)
        } else if !places.contains(where: claimed.contains), let back = list(outer) {
            add(.heading, title, back, line: section.lines.first, headings, concept: title)
        }
    }

    /// The words of a heading without its number, its time budget and its final colon.
    private func title(of section: Section) -> String {
        var title = note.flat(section.title)[...]
        if section.minutes != nil, title.hasSuffix(")"), let open = title.lastIndex(of: "(") { title = title[..<open] }
        while let last = title.last, last == ":" || last.isWhitespace { title.removeLast() }
        let number = title.prefix { $0.isNumber || $0 == "." || $0 == ")" }
        if number.count < title.count, number.contains(where: { $0 == "." || $0 == ")" }) {
            title = title.dropFirst(number.count).drop { $0.isWhitespace }
        }
        return String(title)
    }

    // MARK: - Lists

    /// Bullets as the lines of an answer; nil when they are too many, too few, too long, or not for remembering.
    private func list(_ bullets: [Block]) -> String? {
        guard CardText.bullets ~= bullets.count else { return nil }
        var lines: [String] = []
        for bullet in bullets {
            if bullet.kind == .task || bullet.isQuestion || note.isOnlyLinks(bullet.plain) { return nil }
            let line = lead(of: bullet)
            guard line.utf8.count <= CardText.longestBullet, CardText.isProse(line) else { return nil }
            lines.append(line)
        }
        return CardText.lines(lines)
    }

    /// A bullet's text; of one that defines a term or runs long, what comes before the explanation.
    private func lead(of bullet: Block) -> String {
        if let definition = note.definitions.first(where: { bullet.plain.contains($0.term.lowerBound) }) {
            return note.flat(definition.term)
        }
        var text = note.flat(bullet.plain)
        // "Questions to ask:" over bullets of its own.
        if text.hasSuffix(":") { text.removeLast() }
        guard text.utf8.count > CardText.longestBullet else { return text }
        let sentence = Sentences.ranges(in: note.plain, bullet.plain.clamped(to: note.plain.indices)).first
        return sentence.map { note.flat($0) } ?? text
    }

    // MARK: - Gaps, terms, short forms

    /// A gap for each highlight, in its sentence.
    private mutating func readHighlights() {
        for mark in note.marks where mark.kind == .highlight {
            guard let place = note.block(ofPlain: mark.plain.lowerBound), isOpen(place) else { continue }
            let sentence = Sentences.around(mark.plain, in: note.blocks[place].plain, of: note.plain)
            let gap = note.flat(mark.plain)
            add(.cloze, note.flat(sentence), gap, line: note.line(ofPlain: mark.plain.lowerBound))
        }
    }

    private mutating func readDefinitions() {
        for definition in note.definitions {
            guard let place = note.block(ofPlain: definition.term.lowerBound), isOpen(place),
                !note.blocks[place].isQuestion, !note.isOnlyLinks(definition.text)
            else { continue }
            let term = note.flat(definition.term)
            let text = note.flat(definition.text)
            add(.definition, term, text, line: definition.line, concept: term)
        }
    }

    private mutating func readAcronyms() {
        for acronym in note.acronyms {
            let (short, long) = (CardText.flat(acronym.short), CardText.flat(acronym.long))
            add(.acronym, short, long, line: acronym.line, concept: long)
            add(.expansion, long, short, line: acronym.line, concept: long)
        }
    }
}
