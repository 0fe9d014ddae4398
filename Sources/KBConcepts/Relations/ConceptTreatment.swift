public import KBModel

/// What the notes say about one concept: where it stands, where it is defined, which sections treat it.
///
/// Notes may come in any order: the answers are the same.
public struct ConceptTreatment {
    /// The concept: an index in the catalog.
    public let concept: Int
    private var found: [(score: Double, reason: Reason)] = []
    private var treated: [ConceptSection] = []
    private var places: [Source] = []

    /// What each kind of mention in a section counts, and how many of a kind count at most.
    private enum Worth {
        /// The heading is the concept.
        static let heading = 4.0
        /// The heading holds it.
        static let inHeading = 2.5
        /// The heading above is the concept.
        static let above = 1.0
        static let definition = 1.5
        static let lead = (value: 1.0, most: 2)
        static let marked = (value: 0.5, most: 2)
        static let text = (value: 0.3, most: 5)
    }

    /// Nothing yet about `concept`, an index in `catalog`.
    public init(of concept: Int, in catalog: ConceptCatalog) { self.concept = concept }

    /// Takes in one more note, with the mentions that ``MentionFinder/mentions(in:)`` found.
    public mutating func add(_ note: Note, _ mentions: [ConceptMention]) {
        let mine = mentions.filter { $0.concept == concept }
        guard !mine.isEmpty else { return }
        let definer = DefinitionFinder(note)
        var definitions: [Int: Double] = [:]
        var lines: Set<Int> = []
        for mention in mine {
            if lines.insert(mention.line).inserted { places.append(Source(path: note.path, line: mention.line)) }
            guard let definition = definer.definition(at: mention) else { continue }
            definitions[mention.section] = max(definitions[mention.section] ?? 0, definition.score)
            let text = Snippet(of: note.plain, in: definition.range, matches: [definition.words]).text
            found.append((definition.score, Reason(path: note.path, line: definition.line, text: text)))
        }
        addSections(of: note, mine, definitions)
    }

    private mutating func addSections(of note: Note, _ mine: [ConceptMention], _ definitions: [Int: Double]) {
        var headed: Set<Int> = []
        var start = 0
        while start < mine.count {
            let section = mine[start].section
            var end = start
            while end < mine.count, mine[end].section == section { end += 1 }
            defer { start = end }
            guard note.sections.indices.contains(section) else { continue }
            let here = mine[start..<end]
            let title = note.sections[section].title
            let heading = here.first { $0.role == .heading }
            let isHeading = heading.map { TextShape.fills(note.plain, $0.plain, title) } ?? false
            if isHeading { headed.insert(section) }
            var score = isHeading ? Worth.heading : heading == nil ? 0 : Worth.inHeading
            if let parent = note.sections[section].parent, headed.contains(parent) { score += Worth.above }
            score += Worth.definition * (definitions[section] ?? 0)
            score += ConceptTreatment.worth(of: here)
            treated.append(
                ConceptSection(
                    path: note.path, title: note.title, line: heading?.line ?? here.first?.line ?? 1,
                    headingPath: note.headingPath(of: section), score: score,
                    snippet: ConceptTreatment.snippet(of: note, section, here)))
        }
    }

    private static func worth(of mentions: ArraySlice<ConceptMention>) -> Double {
        var (leads, marked, texts) = (0, 0, 0)
        for mention in mentions {
            switch mention.role {
            case .heading: break
            case .lead, .definitionTerm: leads += 1
            case .marked, .linkText: marked += 1
            case .text: texts += 1
            }
        }
        return Worth.lead.value * Double(min(leads, Worth.lead.most))
            + Worth.marked.value * Double(min(marked, Worth.marked.most))
            + Worth.text.value * Double(min(texts, Worth.text.most))
    }

    /// The sentence around the most telling mention under the heading; without one the beginning of the text.
    private static func snippet(of note: Note, _ section: Int, _ mentions: ArraySlice<ConceptMention>) -> Snippet {
        let under = mentions.filter { $0.role != .heading }
        guard
            let best = under.min(by: {
                ($0.role.rawValue, $0.plain.lowerBound) < ($1.role.rawValue, $1.plain.lowerBound)
            })
        else {
            let body = note.sections[section].body
            let range =
                TextShape.words(note.plain, body.clamped(to: 0..<note.plain.count)) > 0
                ? body : note.sections[section].title
            return Snippet(of: note.plain, in: range, matches: mentions.map(\.plain))
        }
        return Snippet(of: note.plain, in: note.sentence(of: best), matches: under.map(\.plain))
    }

    /// Where it stands, by path and line, each line once.
    public var mentions: [Source] { places.sorted() }

    /// How many sections mention it.
    public var sectionCount: Int { treated.count }

    /// Sentences that say what it is, best first; ties by path, then by line. No text twice.
    ///
    /// - Parameter limit: The most sentences; nil for all.
    public func definitions(limit: Int? = nil) -> [Reason] {
        let ordered = found.sorted { a, b in
            if a.score != b.score { return a.score > b.score }
            let (first, second) = (a.reason, b.reason)
            return Source(path: first.path, line: first.line) < Source(path: second.path, line: second.line)
        }
        return Array(Reason.eachOnce(ordered.map(\.reason)).prefix(max(0, limit ?? ordered.count)))
    }

    /// Sections that treat it, best first; ties by path, then by line.
    ///
    /// - Parameter limit: The most sections; nil for all.
    public func sections(limit: Int? = nil) -> [ConceptSection] {
        let ordered = treated.sorted { a, b in
            if a.score != b.score { return a.score > b.score }
            return Source(path: a.path, line: a.line) < Source(path: b.path, line: b.line)
        }
        return Array(ordered.prefix(max(0, limit ?? ordered.count)))
    }
}
