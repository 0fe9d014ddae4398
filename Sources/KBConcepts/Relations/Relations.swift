public import KBModel

/// Reads a note of the vault again by its path; nil when it is gone.
///
/// The relations of a vault are kept as numbers. The texts behind the few that are shown are read when they are shown.
public typealias NoteReader = (_ path: String) -> Note?

/// What stands next to what in the notes of a vault, and why.
///
/// Notes may come in any order: the answers are the same. A note is kept as the tree of its blocks with its mentions, a
/// few bytes each; relations are worked out when they are asked for.
public struct Relations {
    /// Finds the mentions again in notes that are read again.
    let finder: MentionFinder
    var rules = RelationRules()
    /// Notes of the vault as they were added.
    private(set) var notes: [OutlinedNote] = []
    private(set) var units: [OutlineUnit] = []
    private(set) var entries: [OutlineEntry] = []
    /// Links between notes that are each about one concept.
    private(set) var links: [NoteLink] = []
    /// By concept: whether it is kept.
    private let isKept: [Bool]

    var catalog: ConceptCatalog { finder.catalog }

    /// Where a note's parts stand in the arrays of all.
    struct OutlinedNote {
        var path: String
        var units: Range<Int>
        var entries: Range<Int>
    }

    /// A link from a note about one concept to a note about another.
    struct NoteLink {
        var from: Int32
        var to: Int32
        var note: Int32
        var line: Int32
    }

    /// No relations yet, between the concepts of the finder's catalog that are shown.
    ///
    /// - Parameters:
    ///   - finder: What found the mentions that will be added.
    ///   - concepts: Those asked about, which are kept whether they are shown or not: indexes in the catalog.
    public init(_ finder: MentionFinder, around concepts: [Int]) {
        self.finder = finder
        var isKept = finder.catalog.concepts.map(\.isShown)
        for concept in concepts where isKept.indices.contains(concept) { isKept[concept] = true }
        self.isKept = isKept
    }

    /// Takes in one more note, with the mentions that ``MentionFinder/mentions(in:)`` found.
    public mutating func add(_ note: Note, _ mentions: [ConceptMention]) {
        let outline = NoteOutline(note, kept(mentions))
        let number = Int32(truncatingIfNeeded: notes.count)
        notes.append(
            OutlinedNote(
                path: note.path, units: units.count..<units.count + outline.units.count,
                entries: entries.count..<entries.count + outline.entries.count))
        units += outline.units
        entries += outline.entries
        addLinks(of: note, number)
    }

    /// Those of `mentions` that are kept, in order.
    func kept(_ mentions: [ConceptMention]) -> [ConceptMention] {
        mentions.filter { isKept.indices.contains($0.concept) && isKept[$0.concept] }
    }

    private mutating func addLinks(of note: Note, _ number: Int32) {
        let inside = note.links.filter { !$0.isExternal && !$0.target.isEmpty }
        guard !inside.isEmpty, let subject = finder.names.concept(named: note.title) else { return }
        for link in inside {
            guard let target = finder.names.concept(named: Relations.name(ofTarget: link.target)), target != subject
            else {
                continue
            }
            links.append(
                NoteLink(
                    from: Int32(subject), to: Int32(target), note: number,
                    line: Int32(truncatingIfNeeded: min(link.line, Int(Int32.max)))))
        }
    }

    /// The last part of a path without its extension.
    private static func name(ofTarget target: String) -> String {
        let file = target.utf8.split(separator: UInt8(ascii: "/")).last ?? Substring(target).utf8[...]
        guard let dot = file.lastIndex(of: UInt8(ascii: ".")), dot > file.startIndex,
            file.distance(from: dot, to: file.endIndex) <= 9
        else { return String(Substring(file)) }
        return String(Substring(file[..<dot]))
    }

    /// The notes added, by path: sums taken in this order do not depend on the order of files.
    var notesByPath: [Int] {
        notes.indices.sorted { a, b in
            let (first, second) = (notes[a].path, notes[b].path)
            return first == second ? a < b : first.utf8.lexicographicallyPrecedes(second.utf8)
        }
    }
}
