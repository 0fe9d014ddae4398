public import KBModel

/// Reads a note of the vault again by its path; nil when it is gone.
///
/// The relations of a vault are kept as numbers. The texts behind the few that are shown are read when they are shown.
public typealias NoteReader = (_ path: String) -> Note?

/// What stands next to what in the notes of a vault, and why.
///
/// Notes may come in any order: the answers are the same.
public struct Relations {
    /// Finds the mentions again in notes that are read again.
    let finder: MentionFinder
    /// No relations yet, between the concepts of the finder's catalog.
    public init(_ finder: MentionFinder) {
        self.finder = finder
    }

    /// Takes in one more note, with the mentions that ``MentionFinder/mentions(in:)`` found.
    public mutating func add(_ note: Note, _ mentions: [ConceptMention]) {}

    /// The neighbours of `concepts` taken together, the concepts themselves left out.
    ///
    /// Only notes that mention the concepts matter, so that adding no others gives the same answer.
    ///
    /// - Parameters:
    ///   - concepts: Indexes in the catalog.
    ///   - limit: The most neighbours; nil for all.
    ///   - reasons: The most reasons for each.
    ///   - read: Reads a note that was added.
    /// - Returns: Closest first; ties by name in byte order. What the vocabulary says comes before all else.
    public func neighbours(
        of concepts: [Int], limit: Int? = nil, reasons: Int = 8, reading read: NoteReader
    ) -> [Neighbour] { [] }

    /// The shortest chain of relations from one concept to another, among equally short ones the strongest.
    ///
    /// - Returns: Its steps in order, none when the two are one; nil when no chain joins them.
    public func path(from: Int, to: Int, reading read: NoteReader) -> [Hop]? { from == to ? [] : nil }

    /// The concepts that are shown, with the most telling relations between them.
    ///
    /// - Parameters:
    ///   - concepts: Where to begin; empty for the whole vault.
    ///   - depth: How many steps away from them; ignored for the whole vault.
    ///   - limit: The most concepts, those nearest first, then the most salient; nil for all.
    public func map(around concepts: [Int], depth: Int = 1, limit: Int? = nil, reading read: NoteReader) -> ConceptMap {
        ConceptMap(concepts: [], edges: [])
    }
}
