public import KBConcepts
public import KBModel

/// One line of a note that asks something or is to be done, known or mentioned: what a checklist is gathered from.
public struct ChecklistLine: Equatable, Sendable {
    /// What makes it one.
    public enum Kind: UInt8, Sendable, CaseIterable {
        /// A list item.
        case item
        /// A list item with a check box.
        case task
        /// A sentence of running text that asks.
        case question
        /// A sentence of running text that demands.
        case demand
        /// `Term: explanation` on a line of its own.
        case term
        /// A heading that asks or demands, and has nothing below it that could be done instead.
        case heading
    }

    /// Its words without markup, on one line.
    public var text: String
    /// The line it begins on, counted from 1.
    public var line: Int
    /// The last line of what stands below it; never before ``line``.
    public var lastLine: Int
    /// What makes it one.
    public var kind: Kind
    /// Index in ``NoteLines/headings`` of the section it stands in.
    public var section: Int
    /// The words of the list items and lead-ins above it, outermost first.
    public var parents: [String]
    /// Index in ``NoteLines/lines`` of the nearest line above it that it belongs to.
    public var parent: Int?
    /// How many list items enclose it, its own included; 0 outside lists.
    public var depth: Int
    /// Whether it asks something.
    public var isQuestion: Bool
    /// The time its own words give.
    public var minutes: Minutes?
    /// Whether its box is ticked; nil without a box.
    public var isTicked: Bool?
    /// What the note says below it and nowhere else on the list, lines separated by `\n`.
    public var answer: String
    /// The blocks it is made of: a range of ``KBModel/Note/blocks``, one unless something was joined.
    var block: Int
    /// Its words in ``KBModel/Note/plain``.
    var plain: Range<Int>

    /// Whether a mention stands in it.
    public func holds(_ mention: ConceptMention) -> Bool { plain.contains(mention.plain.lowerBound) }

    /// Whether it begins behind the beginning of a mention.
    public func begins(after mention: ConceptMention) -> Bool { plain.lowerBound > mention.plain.lowerBound }
}
