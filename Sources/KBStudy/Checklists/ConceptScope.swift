public import KBConcepts
public import KBModel
import KBText

/// Gathers the lines of the notes that treat a concept or one of its narrower concepts.
///
/// Notes may come in any order: the answer is the same.
public struct ConceptScope {
    /// What was found so far.
    public private(set) var scope: TopicScope
    private let concepts: Set<Int>
    /// The stems of each spelling, to know a title that is one.
    private let names: Set<[String]>
    private let tokenizer = Tokenizer()

    /// Nothing yet.
    ///
    /// - Parameters:
    ///   - title: What the topic is called.
    ///   - concepts: The concept and the narrower ones: indexes in `catalog`.
    public init(title: String, of concepts: [Int], in catalog: ConceptCatalog) {
        scope = TopicScope(title: title)
        self.concepts = Set(concepts)
        var names: Set<[String]> = []
        for concept in concepts where catalog.concepts.indices.contains(concept) {
            for spelling in catalog.concepts[concept].spellings {
                names.insert(ConceptScope.stems(of: spelling, by: tokenizer))
            }
        }
        self.names = names
    }

    private static func stems(of text: String, by tokenizer: Tokenizer) -> [String] {
        tokenizer.tokens(in: text, as: .query).filter { !StopWords.contains($0.surface) }.map(\.term).sorted()
    }

    /// Takes in one more note, with the mentions that ``KBConcepts/MentionFinder/mentions(in:)`` found.
    public mutating func add(_ note: Note, _ mentions: [ConceptMention]) {
        let mine = mentions.filter { concepts.contains($0.concept) }
        if names.contains(ConceptScope.stems(of: note.title, by: tokenizer)) {
            scope.add(LineRange(1, max(1, note.lineCount)), of: note.path)
            return
        }
        guard !mine.isEmpty else { return }
        let reach = BlockReach(note)
        for mention in mine where note.blocks.indices.contains(mention.block) {
            let block = note.blocks[mention.block]
            if block.kind == .heading {
                guard note.sections.indices.contains(mention.section) else { continue }
                let section = note.sections[mention.section]
                // The title of a note that says more than the concept treats more than the concept.
                guard
                    section.parent != nil || section.level != 1 || note.sections.count == 1
                        || isOneOfMany(note, mention)
                else { continue }
                scope.add(LineRange(section.lines.first, section.lastLine), of: note.path)
                continue
            }
            let words = ConceptScope.words(note, block)
            let leads = mention.role != .text
            if leads || words <= ConceptScope.mostWordsOfHead {
                scope.add(LineRange(block.lines.first, reach.lastLine(below: mention.block)), of: note.path)
            } else if words <= ConceptScope.mostWordsOfLine || block.isQuestion {
                scope.add(block.lines, of: note.path)
            }
        }
    }

    /// Whether a heading of level 1 is one of several of the note.
    private func isOneOfMany(_ note: Note, _ mention: ConceptMention) -> Bool {
        note.sections.count { $0.level == note.sections[mention.section].level && $0.kind != .preamble } > 1
    }

    /// Items of no more words that name the concept are about it, and so is what stands below them.
    private static let mostWordsOfHead = 8
    /// Lines of more words that name it behind their beginning mention it in passing.
    private static let mostWordsOfLine = 30

    private static func words(_ note: Note, _ block: Block) -> Int {
        var count = 0
        var isInside = false
        for byte in note.plain[block.plain.clamped(to: note.plain.indices)] {
            let isBlank = byte <= UInt8(ascii: " ")
            if !isBlank, !isInside { count += 1 }
            isInside = !isBlank
        }
        return count
    }
}

/// How far what stands below each block of a note reaches.
struct BlockReach {
    private var lastLines: [Int]

    init(_ note: Note) {
        lastLines = note.blocks.map(\.lines.last)
        for index in note.blocks.indices.reversed() {
            guard let parent = note.blocks[index].parent, lastLines.indices.contains(parent) else { continue }
            lastLines[parent] = max(lastLines[parent], lastLines[index])
        }
    }

    /// The last line of what stands below block `index`, itself included.
    func lastLine(below index: Int) -> Int { lastLines.indices.contains(index) ? lastLines[index] : 0 }
}
