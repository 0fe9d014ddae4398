import KBConcepts
import KBModel

/// The reading of one note's lines.
struct LineReading {
    let note: Note
    let budget: (String) -> Minutes?
    let words: (String) -> [String]
    /// Blocks of cards that the author wrote.
    private let claimed: Set<Int>
    var found = NoteLines(path: "", title: "", headings: [], lines: [])
    /// For each block the line that was made of it; -1 for none.
    var lineOfBlock: [Int]
    /// Blocks that are examples, and so is what stands below them.
    private var isExample: [Bool]
    /// The paragraph that the list at hand hangs from: it ends in a colon.
    private var leadIn: Int?
    /// The block that a following paragraph or list answers: a question.
    private var open: Int?
    /// Whether the note is kept in points: what stands in short paragraphs of their own are points too.
    private let isTerse: Bool

    init(_ note: Note, budget: @escaping (String) -> Minutes?, words: @escaping (String) -> [String]) {
        self.note = note
        self.budget = budget
        self.words = words
        var written = WrittenCards(note, SourceLines(note))
        written.read()
        claimed = written.claimed
        isTerse = LineReading.isTerse(note)
        lineOfBlock = Array(repeating: -1, count: note.blocks.count)
        isExample = Array(repeating: false, count: note.blocks.count)
    }

    /// Whether most of a note's blocks are list items or short paragraphs.
    private static func isTerse(_ note: Note) -> Bool {
        var (points, long, items) = (0, 0, 0)
        for block in note.blocks {
            switch block.kind {
            case .item, .task:
                items += 1
                points += 1
            case .paragraph where block.parent == nil:
                if ProsePieces.isShort(block) { points += 1 } else { long += 1 }
            default: break
            }
        }
        return items > 0 && 2 * items >= long && points >= 4 * long
    }

    mutating func read() -> NoteLines {
        found.path = note.path
        found.title = note.title
        found.headings = note.sections.map { section in
            let text = section.kind == .preamble ? "" : note.flat(section.title)
            return NoteLines.Heading(
                title: HeadingTitle.clean(text, hasMinutes: section.minutes != nil), text: text,
                parent: section.parent, minutes: section.minutes, lines: section.lines)
        }
        let isGlossary = LineWords.isGlossary(words(note.title))
        var isLeftOut = [Bool](repeating: false, count: note.sections.count)
        for (index, section) in note.sections.enumerated() {
            let title = words(found.headings[index].title)
            let isUnder = section.parent.map { isLeftOut.indices.contains($0) && isLeftOut[$0] } ?? false
            isLeftOut[index] = isUnder || LineWords.isReference(title) || LineWords.isGlossary(title)
            guard !isGlossary, !isLeftOut[index] else { continue }
            readHeading(index, section, title)
            (leadIn, open) = (nil, nil)
            for place in section.blocks.clamped(to: note.blocks.indices) { readBlock(place, index) }
        }
        closeRanges()
        return found
    }

    // MARK: - Headings

    /// A heading that asks; or one that demands, with nothing below it.
    private mutating func readHeading(_ index: Int, _ section: Section, _ title: [String]) {
        guard section.kind != .preamble else { return }
        let text = found.headings[index].title
        let asks = text.hasSuffix("?")
        let isBare = section.blocks.isEmpty && section.lastLine == section.lines.last
        guard asks || (isBare && (text.hasSuffix("!") || LineWords.demands(title))), CardText.isProse(text) else {
            return
        }
        let block = section.blocks.lowerBound - 1
        add(
            ChecklistLine(
                text: text, line: section.lines.first, lastLine: section.lines.first, kind: .heading, section: index,
                parents: [], parent: nil, depth: 0, isQuestion: asks, minutes: section.minutes, isTicked: nil,
                answer: "", block: block, plain: section.title))
    }

    // MARK: - Blocks

    private mutating func readBlock(_ place: Int, _ section: Int) {
        let block = note.blocks[place]
        switch block.kind {
        case .item, .task:
            readItem(place, block, section)
        case .paragraph:
            if let parent = block.parent { return addAnswer(place, to: parent) }
            readParagraph(place, block, section)
        case .code, .tableRow, .math, .html, .callout, .footnote:
            if let parent = block.parent { addAnswer(place, to: parent) } else { answerOpen(place) }
        case .heading: break
        }
    }

    /// Adds a line, and takes note of which block it came from.
    @discardableResult
    mutating func add(_ line: ChecklistLine) -> Int {
        found.lines.append(line)
        let index = found.lines.count - 1
        if lineOfBlock.indices.contains(line.block), lineOfBlock[line.block] < 0 { lineOfBlock[line.block] = index }
        return index
    }

    // MARK: - Items

    private mutating func readItem(_ place: Int, _ block: Block, _ section: Int) {
        let isBelowExample = block.parent.map { isExample.indices.contains($0) && isExample[$0] } ?? false
        guard !isBelowExample else {
            isExample[place] = true
            return answerUp(from: place, block)
        }
        let text = LineText.item(note.flat(block.plain))
        let first = words(text)
        if !first.isEmpty, LineWords.isExample(first, text) {
            isExample[place] = true
            return answerUp(from: place, block)
        }
        let chain = chain(of: block)
        guard !claimed.contains(place), CardText.isProse(text), !LineText.isReference(text, first),
            !isReference(block, first), !isLabel(text, first, place)
        else { return }
        let (short, rest) = LineText.cut(text)
        add(
            ChecklistLine(
                text: short, line: block.lines.first, lastLine: block.lines.last,
                kind: block.kind == .task ? .task : .item, section: section, parents: chain.parents,
                parent: chain.line, depth: block.depth, isQuestion: block.isQuestion, minutes: budget(text),
                isTicked: block.kind == .task ? block.taskState.map { $0 != " " } : nil, answer: rest, block: place,
                plain: block.plain))
        if block.isQuestion { open = nil }
    }

    /// Whether an item only says what the items below it are: `Questions:`.
    private func isLabel(_ text: String, _ first: [String], _ place: Int) -> Bool {
        text.hasSuffix(":") && note.blocks.indices.contains(place + 1) && note.blocks[place + 1].parent == place
            && !(first.count > 2 && LineWords.demands(first))
    }

    /// Whether a text is made of links and of what leads to them: `See also …`, `Related: …`.
    private func isReference(_ block: Block, _ first: [String]) -> Bool {
        if note.isOnlyLinks(block.plain) { return true }
        guard let word = first.first, LineWords.pointers.contains(word) else { return false }
        let linked = note.marks.reduce(0) { sum, mark in
            mark.kind == .link && block.plain.contains(mark.plain.lowerBound) ? sum + mark.plain.count : sum
        }
        return linked * 2 >= block.plain.count
    }

    /// The items and the lead-in above a block: their words, and the nearest that is a line.
    private func chain(of block: Block) -> (parents: [String], line: Int?) {
        var parents: [String] = []
        var line: Int?
        var current = block.parent
        while let place = current, note.blocks.indices.contains(place) {
            let text = LineText.item(note.flat(note.blocks[place].plain))
            if CardText.isProse(text) { parents.append(text) }
            if line == nil, lineOfBlock[place] >= 0 { line = lineOfBlock[place] }
            current = note.blocks[place].parent
        }
        if block.depth > 0, let leadIn {
            parents.append(LineText.item(note.flat(note.blocks[leadIn].plain)))
            if line == nil, lineOfBlock[leadIn] >= 0 { line = lineOfBlock[leadIn] }
        }
        return (parents.reversed(), line)
    }

    /// What stands below an item and is no line of its own answers it.
    private mutating func addAnswer(_ place: Int, to parent: Int) {
        var current: Int? = parent
        while let above = current, note.blocks.indices.contains(above) {
            if lineOfBlock[above] >= 0 { return append(place, to: lineOfBlock[above]) }
            current = note.blocks[above].parent
        }
        answerOpen(place)
    }

    private mutating func answerUp(from place: Int, _ block: Block) {
        if let parent = block.parent { addAnswer(place, to: parent) } else { answerOpen(place) }
    }

    private mutating func answerOpen(_ place: Int) {
        if let open { append(place, to: open) }
    }

    private mutating func append(_ place: Int, to line: Int) {
        let text = CardText.lines(note.lines(of: note.blocks[place]))
        guard !text.isEmpty, found.lines.indices.contains(line) else { return }
        found.lines[line].answer += (found.lines[line].answer.isEmpty ? "" : "\n") + text
        found.lines[line].lastLine = max(found.lines[line].lastLine, note.blocks[place].lines.last)
    }

    // MARK: - Running text

    private mutating func readParagraph(_ place: Int, _ block: Block, _ section: Int) {
        leadIn = nil
        let text = note.flat(block.plain)
        guard block.quoteDepth == 0, !claimed.contains(place), !isReference(block, words(text)) else { return }
        let pieces = ProsePieces(note, block, takesPoints: isTerse && open == nil, words: words).pieces
        var last: Int?
        for piece in pieces {
            let (short, rest) = LineText.cut(piece.text)
            last = add(
                ChecklistLine(
                    text: short, line: piece.line, lastLine: piece.line, kind: piece.kind, section: section,
                    parents: [], parent: nil, depth: 0, isQuestion: piece.isQuestion, minutes: budget(piece.text),
                    isTicked: nil, answer: rest, block: place, plain: piece.plain))
        }
        if let last {
            open = last
            lineOfBlock[place] = last
        } else {
            answerOpen(place)
            // One paragraph answers a question; the next one is about something else.
            open = nil
        }
        if text.hasSuffix(":") { leadIn = place }
    }

    /// A line reaches to the end of the lines below it.
    private mutating func closeRanges() {
        for index in found.lines.indices.reversed() {
            guard let parent = found.lines[index].parent else { continue }
            found.lines[parent].lastLine = max(found.lines[parent].lastLine, found.lines[index].lastLine)
        }
    }
}
