public import KBModel

/// Sets side by side what each note says about one concept.
///
/// Notes may come in any order: the answer is the same.
public struct ConceptComparer {
    private let concept: Int
    private let catalog: ConceptCatalog
    private var treatments: [Treated] = []

    private struct Treated {
        var treatment: ConceptComparison.Treatment
        /// How many bytes its passages have.
        var size: Int
        /// The concepts in its passages, with how many pieces hold each.
        var company: [Int: Int]
    }

    /// The most pieces of one note: what a reader takes in on one screen.
    private static let mostPieces = 40
    /// The most concepts named as shared or as one note's own.
    private static let mostNamed = 10

    /// Nothing yet about `concept`, an index in `catalog`.
    public init(of concept: Int, in catalog: ConceptCatalog) {
        self.concept = concept
        self.catalog = catalog
    }

    /// Takes in one more note, with the mentions that ``MentionFinder/mentions(in:)`` found.
    public mutating func add(_ note: Note, _ mentions: [ConceptMention]) {
        let mine = mentions.filter { $0.concept == concept }
        guard !mine.isEmpty else { return }
        let blocks = blocks(of: note, about: mine)
        var passages: [ConceptComparison.Passage] = []
        let sections = note.sectionsOfBlocks
        var (section, size) = (-1, 0)
        var chosen: Set<Int> = []
        for index in blocks.prefix(ConceptComparer.mostPieces) {
            let block = note.blocks[index]
            chosen.insert(index)
            if sections[index] != section {
                section = sections[index]
                passages.append(
                    ConceptComparison.Passage(
                        line: block.kind == .heading ? block.lines.first : note.sections[section].lines.first,
                        headingPath: note.headingPath(of: section), pieces: []))
            }
            guard block.kind != .heading else { continue }
            let text = Snippet(of: note.plain, in: block.plain, matches: [], length: 400).text
            guard !text.isEmpty else { continue }
            size += text.utf8.count
            passages[passages.count - 1].pieces.append(
                ConceptComparison.Piece(line: block.lines.first, depth: block.depth, text: text))
        }
        var company: [Int: Int] = [:]
        for mention in mentions where chosen.contains(mention.block) && mention.concept != concept {
            if catalog.concepts[mention.concept].isShown { company[mention.concept, default: 0] += 1 }
        }
        let treatment = ConceptComparison.Treatment(path: note.path, title: note.title, passages: passages, only: [])
        treatments.append(Treated(treatment: treatment, size: size, company: company))
    }

    /// The blocks to show: all under a heading about the concept, else those that mention it with the items under them.
    private func blocks(of note: Note, about mine: [ConceptMention]) -> [Int] {
        var chosen: Set<Int> = []
        for mention in mine {
            let section = mention.section
            if mention.role == .heading, note.sections.indices.contains(section) {
                chosen.insert(mention.block)
                let last = note.sections[section].lastLine
                for index in note.blocks.indices.dropFirst(mention.block + 1) {
                    guard note.blocks[index].lines.first <= last else { break }
                    chosen.insert(index)
                }
            } else {
                chosen.insert(mention.block)
                for index in note.blocks.indices.dropFirst(mention.block + 1) {
                    guard let parent = note.blocks[index].parent, parent >= mention.block else { break }
                    chosen.insert(index)
                }
            }
        }
        return chosen.sorted()
    }

    /// The topic as each note treats it.
    ///
    /// - Parameter limit: The most notes, those that say most first; nil for all.
    public func comparison(limit: Int? = nil) -> ConceptComparison {
        var notes: [Int: Int] = [:]
        var pieces: [Int: Int] = [:]
        for treated in treatments {
            for (other, count) in treated.company {
                notes[other, default: 0] += 1
                pieces[other, default: 0] += count
            }
        }
        let shared = notes.filter { $0.value > 1 }.map(\.key)
            .sorted { ($1.rank(notes, pieces), $0) < ($0.rank(notes, pieces), $1) }
        let ordered = treatments.sorted { a, b in
            a.size == b.size
                ? a.treatment.path.utf8.lexicographicallyPrecedes(b.treatment.path.utf8) : a.size > b.size
        }
        let shown = ordered.prefix(max(0, limit ?? ordered.count)).map { treated in
            var treatment = treated.treatment
            // What is said more often here, and what stands out more in the vault, says more about the note.
            treatment.only = treated.company.filter { notes[$0.key] == 1 }
                .sorted { ($1.value, $0.key) < ($0.value, $1.key) }
                .prefix(ConceptComparer.mostNamed).map { catalog.concepts[$0.key].name }
            return treatment
        }
        return ConceptComparison(
            concept: catalog.concepts[concept].concept,
            shared: shared.prefix(ConceptComparer.mostNamed).map { catalog.concepts[$0].name }, notes: shown)
    }
}

extension Int {
    /// In how many notes, then in how many pieces, the concept with this index stands.
    fileprivate func rank(_ notes: [Int: Int], _ pieces: [Int: Int]) -> Double {
        Double(notes[self] ?? 0) + Double(Swift.min(pieces[self] ?? 0, 999)) / 1_000
    }
}
