public import KBModel

/// Finds what the notes of a vault leave open. Few gaps that are true are worth more than many that may be.
///
/// Notes may come in any order: the answers are the same.
public struct GapFinder {
    private let catalog: ConceptCatalog
    /// By concept: what was seen of it.
    private var uses: [Use]
    private var acronyms: Set<String> = []
    private var headings = HeadingTable()
    private var orphans: [Reason] = []
    private var noteCount = 0

    /// Where a concept was met.
    private struct Use {
        var notes = 0
        var lastNote = -1
        var isDefined = false
        var sources: [(rank: UInt8, reason: Reason)] = []
    }

    /// The most sources a gap names.
    private static let mostSources = 5
    /// The fewest notes that must use a concept before a missing definition is worth telling.
    private static let fewestNotes = 3

    /// Whoever keeps fewer notes than this wants to hear of every acronym.
    private static let smallVault = 50
    /// What stands out less is hardly missed.
    private static let leastSalience = 0.4

    /// Nothing seen yet.
    public init(_ catalog: ConceptCatalog) {
        self.catalog = catalog
        uses = [Use](repeating: Use(), count: catalog.concepts.count)
    }

    /// Takes in one more note, with the mentions that ``MentionFinder/mentions(in:)`` found.
    ///
    /// - Parameters:
    ///   - note: The note.
    ///   - mentions: What was found in it.
    ///   - isLinked: Whether it links to a note, or a note links to it.
    public mutating func add(_ note: Note, _ mentions: [ConceptMention], isLinked: Bool) {
        noteCount += 1
        for acronym in note.acronyms { acronyms.insert(acronym.short) }
        headings.add(note)
        let definer = DefinitionFinder(note)
        var sharesConcept = false
        for mention in mentions where uses.indices.contains(mention.concept) {
            let concept = catalog.concepts[mention.concept]
            guard concept.isShown else { continue }
            if concept.notes > 1 { sharesConcept = true }
            if uses[mention.concept].lastNote != noteCount {
                uses[mention.concept].lastNote = noteCount
                uses[mention.concept].notes += 1
                addSource(mention, in: note)
            }
            if !uses[mention.concept].isDefined, let found = definer.definition(at: mention) {
                uses[mention.concept].isDefined = found.score >= DefinitionFinder.enough
            }
        }
        if !isLinked, !sharesConcept, !note.blocks.isEmpty {
            let text = note.blocks.first.map { Snippet(of: note.plain, in: $0.plain, matches: []).text } ?? ""
            orphans.append(Reason(path: note.path, line: note.blocks.first?.lines.first ?? 1, text: text))
            orphanTitles[note.path] = note.title
        }
    }

    private var orphanTitles: [String: String] = [:]

    private mutating func addSource(_ mention: ConceptMention, in note: Note) {
        let rank = mention.role.rawValue
        let path = note.path
        var sources = uses[mention.concept].sources
        var place = sources.count
        while place > 0 {
            let before = sources[place - 1]
            let isAfter =
                before.rank == rank
                ? !path.utf8.lexicographicallyPrecedes(before.reason.path.utf8) : before.rank < rank
            if isAfter { break }
            place -= 1
        }
        guard place < GapFinder.mostSources else { return }
        let text = Snippet(of: note.plain, in: note.sentence(of: mention), matches: [mention.plain]).text
        sources.insert((rank, Reason(path: path, line: mention.line, text: text)), at: place)
        if sources.count > GapFinder.mostSources { sources.removeLast() }
        uses[mention.concept].sources = sources
    }

    /// The gaps of these kinds, in the order of ``Gap/Kind``; within a kind those in the most notes first, then by name.
    ///
    /// - Parameters:
    ///   - kinds: What to look for.
    ///   - limit: The most of each kind; nil for all that are worth telling.
    public func gaps(kinds: [Gap.Kind] = Gap.Kind.allCases, limit: Int? = nil) -> [Gap] {
        Gap.Kind.allCases.filter(kinds.contains).flatMap { kind in
            let gaps =
                switch kind {
                case .undefined: undefined()
                case .acronym: unexpanded()
                case .heading: headings.gaps()
                case .orphan: orphaned()
                }
            let ordered = gaps.sorted { a, b in
                if a.notes != b.notes { return a.notes > b.notes }
                if a.name != b.name { return a.name.utf8.lexicographicallyPrecedes(b.name.utf8) }
                return (a.sources.first.map { Source(path: $0.path, line: $0.line) } ?? Source(path: "", line: 0))
                    < (b.sources.first.map { Source(path: $0.path, line: $0.line) } ?? Source(path: "", line: 0))
            }
            return Array(ordered.prefix(max(0, limit ?? ordered.count)))
        }
    }

    /// Concepts that stand out, in many notes, and none of them says what they are.
    private func undefined() -> [Gap] {
        // In a large vault a word of three notes is nobody's gap: half the root of the number of notes.
        let fewest = max(GapFinder.fewestNotes, Int(Double(noteCount).squareRoot() / 2))
        return uses.indices.compactMap { index in
            let (use, concept) = (uses[index], catalog.concepts[index])
            guard !use.isDefined, use.notes >= fewest, concept.counts[.defined] == 0, isTopic(concept) else {
                return nil
            }
            return gap(.undefined, index)
        }
    }

    /// Whether the notes treat it as a topic and do not merely use the word: it stands out, is a heading or opens lines,
    /// is set apart, and is no word of every day.
    private func isTopic(_ concept: CatalogConcept) -> Bool {
        let counts = concept.counts
        let headed = counts[.heading] + counts[.lead] + counts[.title]
        let told = headed + counts[.alone] + counts[.marked] + counts[.link]
        guard headed > 0, told >= 2, told * 4 >= counts[.mention], concept.salience >= GapFinder.leastSalience else {
            return false
        }
        guard !concept.name.utf8.contains(where: { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "-") }) else {
            return true
        }
        return Array(concept.name.lowercased().utf8).withUnsafeBytes { WordShape($0).kind == .telling }
    }

    /// Acronyms that no note spells out, in a large vault those of two notes or more, but for those that go without.
    private func unexpanded() -> [Gap] {
        uses.indices.compactMap { index in
            let (use, concept) = (uses[index], catalog.concepts[index])
            guard use.notes >= (noteCount < GapFinder.smallVault ? 1 : 2), !use.sources.isEmpty else { return nil }
            guard let short = concept.spellings.first(where: GapFinder.isAcronym), concept.name == short else {
                return nil
            }
            let isSpelledOut =
                acronyms.contains(short) || concept.counts[.acronym] > 0
                || concept.spellings.contains { $0.utf8.contains(UInt8(ascii: " ")) }
            guard !isSpelledOut, !WellKnownAcronyms.all.contains(short) else { return nil }
            return gap(.acronym, index)
        }
    }

    /// Two to six capitals, digits among them.
    private static func isAcronym(_ spelling: String) -> Bool {
        let bytes = spelling.utf8
        guard 2...6 ~= bytes.count else { return false }
        let capitals = bytes.filter { UInt8(ascii: "A")...UInt8(ascii: "Z") ~= $0 }.count
        let digits = bytes.filter { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }.count
        guard capitals >= 2, capitals + digits == bytes.count else { return false }
        // `NOTE`, `TRUE`: words that somebody wrote in capitals.
        let isWord = Array(spelling.lowercased().utf8).withUnsafeBytes { word in
            OrdinaryWord.isListed(WordTable.traits(of: word)) || EverydayWords.contains(word)
        }
        return !isWord
    }

    private func orphaned() -> [Gap] {
        // Where hardly anything is linked or shared, that is how the vault is, and no gap.
        guard noteCount > 2, orphans.count * 2 < noteCount else { return [] }
        return orphans.map { Gap(kind: .orphan, name: orphanTitles[$0.path] ?? $0.path, notes: 1, sources: [$0]) }
    }

    private func gap(_ kind: Gap.Kind, _ index: Int) -> Gap {
        let sources = uses[index].sources.map(\.reason)
            .sorted { Source(path: $0.path, line: $0.line) < Source(path: $1.path, line: $1.line) }
        return Gap(kind: kind, name: catalog.concepts[index].name, notes: uses[index].notes, sources: sources)
    }
}
