public import KBConcepts
public import KBModel
import KBText

/// Gathers the lines of the notes that treat a concept or one of its narrower concepts.
///
/// A section whose heading names it, with its subsections; a list item that names it, with what stands below; a line that
/// treats it. Notes may come in any order: the answer is the same.
public struct ConceptScope {
    /// What was found so far.
    public private(set) var scope: TopicScope
    /// The concept and those narrower by name or by the vocabulary.
    private let concepts: Set<Int>
    /// Those narrower alone.
    private let narrower: Set<Int>
    /// Those the notes list as its parts.
    private let parts: Set<Int>
    /// Those of them whose own sections count.
    private let sure: Set<Int>
    private let names: TopicNames
    /// Whether headings and short items that hold one word of the topic count too.
    private let isWide: Bool

    /// Nothing yet.
    ///
    /// - Parameters:
    ///   - title: What the topic is called.
    ///   - topic: The concept, or several that are meant together: indexes in `catalog`.
    ///   - narrower: Those narrower by name or by the vocabulary.
    ///   - parts: Those the notes list below it: see ``ConceptParts``.
    ///   - isWide: Whether headings and short items that hold one word of a topic of several count too: for a topic that
    ///     the notes hardly treat under its own name.
    public init(
        title: String, of topic: [Int], narrower: [Int], parts: ConceptParts, in catalog: ConceptCatalog,
        isWide: Bool = false
    ) {
        self.isWide = isWide
        scope = TopicScope(title: title)
        concepts = Set(topic + narrower)
        self.narrower = Set(narrower).subtracting(topic)
        self.parts = Set(parts.parts).subtracting(concepts)
        sure = Set(parts.sure)
        names = TopicNames(of: topic, narrower: narrower, in: catalog)
    }

    /// Takes in one more note, with the mentions that ``KBConcepts/MentionFinder/mentions(in:)`` found.
    public mutating func add(_ note: Note, _ mentions: [ConceptMention]) {
        if names.nameNote(note.title) || isFiled(note) {
            scope.add(LineRange(1, max(1, note.lineCount)), of: note.path)
            return
        }
        let reach = BlockReach(note)
        addHeadings(of: note, mentions)
        var start = 0
        while start < mentions.count {
            let index = mentions[start].block
            var end = start
            while end < mentions.count, mentions[end].block == index { end += 1 }
            if note.blocks.indices.contains(index) { add(note, index, mentions[start..<end], reach) }
            start = end
        }
        for index in note.blocks.indices where note.blocks[index].kind == .item || note.blocks[index].kind == .task {
            let block = note.blocks[index]
            guard block.plain.count <= ConceptScope.longestName else { continue }
            let text = note.flat(block.plain)
            let last = reach.lastLine(below: index)
            if names.stand(in: text) {
                add(LineRange(block.lines.first, last), at: index, of: note)
            } else if isWide {
                let share = names.share(in: text)
                if share == .nothing { continue }
                let isNear = share == .head || last - block.lines.first <= ConceptScope.mostLinesBelow
                scope.add(isNear ? LineRange(block.lines.first, last) : block.lines, of: note.path)
            }
        }
    }

    /// Adds an item with what stands below it; of one that only uses the topic to name something larger, the item alone.
    private mutating func add(_ below: LineRange, at index: Int, of note: Note) {
        let block = note.blocks[index]
        let isLarge = below.last - below.first > ConceptScope.mostLinesOfOther
        let isOther = isLarge && !names.end(note.flat(block.plain))
        scope.add(isOther ? block.lines : below, of: note.path)
    }

    /// Below an item that shares only a modifier with the topic, more lines are about something else.
    private static let mostLinesBelow = 4
    /// Likewise below one that names something of the topic.
    private static let mostLinesOfOther = 8

    /// Items of more bytes say more than a name.
    private static let longestName = 60

    private func stand(in title: String) -> Bool {
        names.stand(in: title) || (isWide && (names.share(in: title) == .head || names.begin(title)))
    }

    /// Whether the author filed the note under the topic: in a folder of that name, or with a tag in its front matter.
    private func isFiled(_ note: Note) -> Bool {
        if note.path.split(separator: "/").dropLast().contains(where: { names.name(String($0)) }) { return true }
        return note.tags.contains { use in
            use.line < note.sections.first?.lines.first ?? 0
                && use.tag.text.split(separator: "/").contains { names.name(String($0)) }
        }
    }

    // MARK: - Headings

    private mutating func addHeadings(of note: Note, _ mentions: [ConceptMention]) {
        var named: Set<Int> = []
        for mention in mentions where note.blocks.indices.contains(mention.block) {
            guard note.blocks[mention.block].kind == .heading, note.sections.indices.contains(mention.section) else {
                continue
            }
            if concepts.contains(mention.concept) { named.insert(mention.section) }
            if sure.contains(mention.concept), WordCount.fills(note, mention.plain, note.blocks[mention.block].plain) {
                named.insert(mention.section)
            }
        }
        for (index, section) in note.sections.enumerated() where section.kind != .preamble {
            let title = note.flat(section.title)
            guard named.contains(index) || stand(in: title) else { continue }
            // The heading over a whole note that says more than the concept is about more than the concept.
            let isWhole = section.parent == nil && section.lines.first <= 12 && section.lastLine >= note.lineCount - 1
            guard !isWhole || note.sections.count == 1 || names.nameNote(title) else { continue }
            addSection(section, of: note, besides: names.otherSides(of: title))
        }
    }

    /// Adds a section with its subsections; of one headed `A and B`, not what is about A alone.
    private mutating func addSection(_ section: Section, of note: Note, besides others: Set<String>) {
        var first = section.lines.first
        let reach = BlockReach(note)
        for index in section.blocks.clamped(to: note.blocks.indices)
        where note.blocks[index].depth == 1 && note.blocks[index].parent == nil {
            let last = reach.lastLine(below: index)
            let text = note.flat(note.blocks[index].plain)
            let isApart =
                names.isOpposed(text)
                || (last > note.blocks[index].lines.last && names.isAbout(others, text))
            guard isApart else { continue }
            let start = note.blocks[index].lines.first
            if start > first { scope.add(LineRange(first, start - 1), of: note.path) }
            first = last + 1
        }
        if first <= section.lastLine { scope.add(LineRange(first, section.lastLine), of: note.path) }
    }

    // MARK: - Lines

    private mutating func add(
        _ note: Note, _ index: Int, _ mentions: ArraySlice<ConceptMention>, _ reach: BlockReach
    ) {
        let block = note.blocks[index]
        guard block.kind != .heading else { return }
        let below = LineRange(block.lines.first, reach.lastLine(below: index))
        let words = WordCount.words(note, block.plain)
        var named: Set<Int> = []
        for mention in mentions {
            if concepts.contains(mention.concept) {
                if narrower.contains(mention.concept) { addList(of: index, mention, note, reach) }
                if mention.role != .text || words <= ConceptScope.mostWordsOfHead {
                    add(below, at: index, of: note)
                } else if !isAside(mention, words, block, note),
                    words <= ConceptScope.mostWordsOfLine || block.isQuestion
                {
                    scope.add(block.lines, of: note.path)
                }
            } else if parts.contains(mention.concept) {
                named.insert(mention.concept)
                if WordCount.fills(note, mention.plain, block.plain) { scope.add(below, of: note.path) }
                let isShort = words <= ConceptScope.mostWordsOfName
                if isShort || (mention.role != .text && words <= ConceptScope.mostWordsOfPart) {
                    scope.add(block.lines, of: note.path)
                }
            }
        }
        // Two of its parts on one line are no accident.
        if named.count > 1 { scope.add(block.lines, of: note.path) }
    }

    /// Adds the list of an item that is nothing but the name of a narrower concept, with the item it hangs from: what stands
    /// beside `shadow deployment` in one short list is deployment too.
    private mutating func addList(of index: Int, _ mention: ConceptMention, _ note: Note, _ reach: BlockReach) {
        guard WordCount.fills(note, mention.plain, note.blocks[index].plain),
            let parent = note.blocks[index].parent, note.blocks.indices.contains(parent)
        else { return }
        let list = LineRange(note.blocks[parent].lines.first, reach.lastLine(below: parent))
        if list.last - list.first <= ConceptScope.mostLinesOfList { scope.add(list, of: note.path) }
    }

    /// A longer list holds more than things of one kind.
    private static let mostLinesOfList = 8

    /// Whether a long line only lists it among other things: `logs, metrics, dashboards`.
    private func isAside(_ mention: ConceptMention, _ words: Int, _ block: Block, _ note: Note) -> Bool {
        guard words > ConceptScope.mostWordsOfPart, !block.isQuestion else { return false }
        let range = block.plain.clamped(to: note.plain.indices)
        guard range.lowerBound <= mention.plain.lowerBound, mention.plain.upperBound <= range.upperBound else {
            return false
        }
        let before = note.plain[range.lowerBound..<mention.plain.lowerBound].last { $0 > UInt8(ascii: " ") }
        let after = note.plain[mention.plain.upperBound..<range.upperBound].first { $0 > UInt8(ascii: " ") }
        return before == UInt8(ascii: ",") && after == UInt8(ascii: ",")
    }

    /// Items of no more words that name the concept are about it, and so is what stands below them.
    private static let mostWordsOfHead = 8
    /// Lines of more words that name it behind their beginning mention it in passing.
    private static let mostWordsOfLine = 60
    /// A line of no more words that holds one of its parts is about it.
    private static let mostWordsOfName = 4
    /// Lines of more words that begin with one of its parts are about something else.
    private static let mostWordsOfPart = 16
}
