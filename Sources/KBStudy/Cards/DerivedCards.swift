import KBConcepts
import KBModel

/// Makes cards of what the author wrote for reading.
struct DerivedCards {
    /// In no particular order.
    private(set) var cards: [Card] = []

    private let note: Note
    private let claimed: Set<Int>
    private let lists: ListCard
    /// How many headings have the same words, by those words.
    private var titles: [String: Int] = [:]

    /// A maker for `note`, whose lines are `source`, that leaves the blocks in `claimed` alone.
    init(_ note: Note, _ source: SourceLines, besides claimed: Set<Int>) {
        self.note = note
        self.claimed = claimed
        lists = ListCard(note, source)
    }

    /// Makes all of them.
    mutating func read() {
        readHighlights()
        guard !isRecord else { return }
        for section in note.sections { titles[CardText.title(note.flat(section.title)), default: 0] += 1 }
        for (index, section) in note.sections.enumerated() {
            let headings = note.headingPath(of: index)
            readHeading(section, headings)
            for place in section.blocks.clamped(to: note.blocks.indices)
            where isOpen(place) && note.blocks[place].isQuestion {
                readQuestion(place, section, headings)
            }
        }
        readDefinitions()
        readAcronyms()
    }

    /// Whether the note is a change log, a licence or the like.
    private var isRecord: Bool {
        let parts = note.path.split(separator: "/")
        guard let file = parts.last else { return false }
        let name = file[..<(file.lastIndex(of: ".") ?? file.endIndex)]
        return CardJudgement.isRecord(name) || parts.dropLast().contains { CardJudgement.isRecord($0) }
    }

    private func isOpen(_ place: Int) -> Bool {
        note.blocks.indices.contains(place) && !claimed.contains(place) && note.isText(note.blocks[place])
    }

    private mutating func add(
        _ kind: Anchor.Kind, _ front: String, _ back: String, line: Int, _ headings: [String]? = nil,
        concept: String? = nil, repeats: Int = 0, hint: String? = nil
    ) {
        // What someone highlighted may well be a number.
        guard CardText.isFit(front: front, back: back), CardText.isProse(front),
            kind == .cloze || CardText.isProse(back)
        else { return }
        let path = headings ?? note.section(at: line).map { note.headingPath(of: $0) } ?? []
        cards.append(
            Card(
                kind, front: front, back: back, source: Source(path: note.path, line: line), headingPath: path,
                concept: concept, repeats: repeats, hint: hint))
    }

    // MARK: - Questions

    /// A question and what answers it: the rest of its text, the bullets below it, or what comes next.
    private mutating func readQuestion(_ place: Int, _ section: Section, _ headings: [String]) {
        let block = note.blocks[place]
        guard !note.isOnlyLinks(block.plain) else { return }
        let sentences = Sentences.ranges(in: note.plain, block.plain.clamped(to: note.plain.indices))
        guard let first = sentences.first else { return }
        let whole = note.flat(block.plain)
        if whole.hasSuffix("?") {
            addQuestion(whole, answer(after: place, section), line: block.lines.first, headings)
        } else if note.flat(first).hasSuffix("?") {
            let rest = note.text(first.upperBound..<block.plain.upperBound)
            addQuestion(note.flat(first), CardText.flat(rest), line: block.lines.first, headings)
        }
    }

    private mutating func addQuestion(_ text: String, _ answer: String, line: Int, _ headings: [String]) {
        guard CardJudgement.isClearQuestion(text), CardJudgement.isAnswer(answer) else { return }
        add(.question, text, answer, line: line, headings)
    }

    /// What follows a question: bullets below it; else, for a paragraph, the next paragraph or list.
    private func answer(after place: Int, _ section: Section) -> String {
        let places = section.blocks.clamped(to: note.blocks.indices)
        let below = places.filter { note.blocks[$0].parent == place && note.isText(note.blocks[$0]) }
        if !below.isEmpty { return lists.answer(below, isGiven: true) ?? "" }
        guard note.blocks[place].depth == 0, section.blocks.contains(place + 1), isOpen(place + 1) else { return "" }
        let next = note.blocks[place + 1]
        guard !next.isQuestion else { return "" }
        guard next.depth > 0 else { return note.flat(next.plain) }
        let items = places.filter { $0 > place }.prefix { note.blocks[$0].depth > 0 }
        return lists.answer(items.filter { note.blocks[$0].depth == next.depth }, isGiven: true) ?? ""
    }

    // MARK: - Headings

    /// A heading that asks, with its text; or one over a few short bullets.
    private mutating func readHeading(_ section: Section, _ headings: [String]) {
        guard section.kind != .preamble else { return }
        let title = CardText.title(note.flat(section.title))
        let places = section.blocks.clamped(to: note.blocks.indices)
        guard let first = places.first, isOpen(first) else { return }
        if title.hasSuffix("?") {
            let lead = note.blocks[first]
            let outer = places.filter { note.blocks[$0].depth == 1 && note.isText(note.blocks[$0]) }
            let back = lead.depth == 0 ? note.flat(lead.plain) : lists.answer(outer, isGiven: true) ?? ""
            addQuestion(title, back, line: section.lines.first, headings)
        } else if CardJudgement.isTitle(title), titles[title, default: 0] < DerivedCards.leastOfLabel,
            !places.contains(where: claimed.contains),
            let outer = lists.onlyList(of: section), let back = lists.answer(outer, isGiven: false)
        {
            add(.heading, title, back, line: section.lines.first, headings, concept: title)
        }
    }

    // MARK: - Gaps, terms, short forms

    /// A gap for each highlight, in its sentence.
    private mutating func readHighlights() {
        for mark in note.marks where mark.kind == .highlight {
            guard let place = note.block(ofPlain: mark.plain.lowerBound), isOpen(place) else { continue }
            let block = note.blocks[place].plain
            let sentence = Sentences.around(mark.plain, in: block, of: note.plain)
            let gap = note.flat(mark.plain)
            let before = note.flat(sentence.lowerBound..<max(sentence.lowerBound, mark.plain.lowerBound))
            let after = note.flat(mark.plain.upperBound..<max(mark.plain.upperBound, block.upperBound))
            add(
                .cloze, CardText.withoutHints(note.flat(sentence)), gap,
                line: note.line(ofPlain: mark.plain.lowerBound),
                repeats: CardText.count(of: gap, in: CardText.withoutHints(before)), hint: CardText.hint(opening: after)
            )
        }
    }

    /// So often one note explains a term, or has a heading, that is the label of a field.
    private static let leastOfLabel = 3

    private mutating func readDefinitions() {
        var uses: [String: Int] = [:]
        for definition in note.definitions { uses[note.flat(definition.term).lowercased(), default: 0] += 1 }
        for definition in note.definitions {
            let term = note.flat(definition.term)
            guard let place = note.block(ofPlain: definition.term.lowerBound), isOpen(place),
                !note.blocks[place].isQuestion, !note.isOnlyLinks(definition.text),
                uses[term.lowercased(), default: 0] < DerivedCards.leastOfLabel
            else { continue }
            let text = note.flat(definition.text)
            guard CardJudgement.isTerm(term),
                CardJudgement.isExplanation(text, of: term, inList: note.blocks[place].depth > 0),
                !lists.isOfLinkedPage(definition), !isEquation(definition, term, text)
            else { continue }
            add(.definition, term, text, line: definition.line, concept: term)
        }
    }

    private func isEquation(_ definition: Note.Definition, _ term: String, _ text: String) -> Bool {
        let sign = note.text(definition.term.upperBound..<max(definition.term.upperBound, definition.text.lowerBound))
        return sign.contains("=") && CardJudgement.isEquation(term, text)
    }

    private mutating func readAcronyms() {
        for acronym in note.acronyms {
            let (short, long) = (CardText.flat(acronym.short), CardText.flat(acronym.long))
            guard CardJudgement.isAcronym(short, of: long) else { continue }
            add(.acronym, short, long, line: acronym.line, concept: long)
            guard !CardJudgement.isSpelled(short, by: long) else { continue }
            add(.expansion, long, short, line: acronym.line, concept: long)
        }
    }
}
