public import KBModel

/// Finds what the notes of a vault leave open.
///
/// Notes may come in any order: the answers are the same.
public struct GapFinder {
    private let catalog: ConceptCatalog

    /// Nothing seen yet.
    public init(_ catalog: ConceptCatalog) { self.catalog = catalog }

    /// Takes in one more note, with the mentions that ``MentionFinder/mentions(in:)`` found.
    ///
    /// - Parameter isLinked: Whether it links to a note, or a note links to it.
    public mutating func add(_ note: Note, _ mentions: [ConceptMention], isLinked: Bool) {}

    /// The gaps of these kinds, in the order of ``Gap/Kind``; within a kind those in the most notes first, then by name.
    ///
    /// - Parameter limit: The most of each kind; nil for all that are worth telling.
    public func gaps(kinds: [Gap.Kind] = Gap.Kind.allCases, limit: Int? = nil) -> [Gap] { [] }
}
