public import KBConcepts
public import KBModel

/// Finds what the notes list as the parts of a topic: the pieces behind its name and a colon, the items right below it, the
/// headings under its heading.
///
/// Notes may come in any order: the answer is the same.
public struct ConceptParts {
    private let heads: Set<Int>
    private let catalog: ConceptCatalog
    /// By concept: in how many notes it is listed below the topic.
    private var found: [Int: Int] = [:]

    /// Nothing yet of `heads`: the topic and what is narrower by name.
    public init(of heads: [Int], in catalog: ConceptCatalog) {
        self.heads = Set(heads)
        self.catalog = catalog
    }

    /// What was found, ascending. What stands in far more places than below the topic is no part of it.
    public var parts: [Int] {
        found.filter { Double($0.value) >= ConceptParts.leastShare * Double(catalog.concepts[$0.key].notes) }
            .map(\.key).sorted()
    }

    /// Those of ``parts`` that several notes list so, ascending.
    public var sure: [Int] { parts.filter { found[$0] ?? 0 > 1 } }

    /// The share of the notes that mention it in which it must be listed below the topic.
    private static let leastShare = 0.3

    /// Takes in one more note.
    public mutating func add(_ note: Note, _ mentions: [ConceptMention]) {
        // By block: whether its words name the topic and nothing else.
        var isHead = [Bool](repeating: false, count: note.blocks.count)
        var isHeadSection = [Bool](repeating: false, count: note.sections.count)
        for mention in mentions where heads.contains(mention.concept) && isHead.indices.contains(mention.block) {
            let block = note.blocks[mention.block]
            let title = block.plain.lowerBound..<label(of: block, in: note)
            guard WordCount.fills(note, mention.plain, title) || isNumbered(note, mention.plain, title) else {
                continue
            }
            isHead[mention.block] = true
            if block.kind == .heading, isHeadSection.indices.contains(mention.section) {
                isHeadSection[mention.section] = true
            }
        }
        var seen: Set<Int> = []
        for mention in mentions where !heads.contains(mention.concept) && isHead.indices.contains(mention.block) {
            guard catalog.concepts[mention.concept].isShown, !seen.contains(mention.concept) else { continue }
            let block = note.blocks[mention.block]
            if isHead[mention.block], isPiece(note, mention.plain, block) {
                seen.insert(mention.concept)
                continue
            }
            guard isBelow(note, mention, isHead, isHeadSection) else { continue }
            let title = block.plain.lowerBound..<label(of: block, in: note)
            if isPiece(note, mention.plain, block) || WordCount.fills(note, mention.plain, title) {
                seen.insert(mention.concept)
            }
        }
        for concept in seen { found[concept, default: 0] += 1 }
    }

    private func isBelow(
        _ note: Note, _ mention: ConceptMention, _ isHead: [Bool], _ isHeadSection: [Bool]
    ) -> Bool {
        let block = note.blocks[mention.block]
        if let parent = block.parent { return isHead.indices.contains(parent) && isHead[parent] }
        guard isHeadSection.indices.contains(mention.section) else { return false }
        if block.kind == .heading {
            return note.sections[mention.section].parent.map { isHeadSection[$0] } ?? false
        }
        return block.depth == 1 && isHeadSection[mention.section]
    }

    /// Where the label of a block ends: at its colon, or else at its end.
    private func label(of block: Block, in note: Note) -> Int {
        let range = block.plain.clamped(to: note.plain.indices)
        let colon = note.plain[range].firstIndex(of: UInt8(ascii: ":")) ?? range.upperBound
        return colon
    }

    /// A heading with its number and its time: `5. Serving (5 min)`.
    private func isNumbered(_ note: Note, _ words: Range<Int>, _ title: Range<Int>) -> Bool {
        let range = title.clamped(to: note.plain.indices)
        guard range.lowerBound <= words.lowerBound, words.upperBound <= range.upperBound else { return false }
        let before = note.plain[range.lowerBound..<words.lowerBound].count { WordCount.isLetter($0) }
        let after = note.plain[words.upperBound..<range.upperBound].count { WordCount.isLetter($0) }
        // `Offline evaluation metrics`, `Metrics definition`: little more than the name.
        return before + after <= 12 && !note.flat(range).contains(" and ") && !note.flat(range).contains("&")
    }

    /// Whether words stand behind the colon of a line that lists: few words between commas.
    private func isPiece(_ note: Note, _ words: Range<Int>, _ block: Block) -> Bool {
        let range = block.plain.clamped(to: note.plain.indices)
        let label = label(of: block, in: note)
        guard label < range.upperBound, words.lowerBound > label else { return false }
        let rest = label..<range.upperBound
        let commas = note.plain[rest].count { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "/") }
        return WordCount.words(note, rest) <= (commas + 1) * ConceptParts.mostWordsOfPiece + 1
    }

    private static let mostWordsOfPiece = 3
}
