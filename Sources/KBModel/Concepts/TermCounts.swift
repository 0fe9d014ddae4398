/// How often a phrase was met in each role it can play; no count passes 65,535.
public struct TermCounts: Equatable, Sendable {
    /// What a phrase can do in a note. The raw values are stored: never renumber them, only add.
    public enum Role: Int, Sendable, CaseIterable {
        /// It stands in the text, in whatever role.
        case mention = 0
        /// Sections it stands in.
        case section = 1
        /// It is the whole of a heading, item, cell, mark or piece between commas: nothing else stands beside it.
        case alone = 2
        /// It is a heading, or what a heading is about.
        case heading = 3
        /// It opens a list item or a paragraph as its subject: `Precision: …`, `Canary - …`.
        case lead = 4
        /// The author set it apart: bold, emphasis, `code`, highlight.
        case marked = 5
        /// It is the text of a link.
        case link = 6
        /// It is a tag.
        case tag = 7
        /// It is the title or an alias of its note.
        case title = 8
        /// It is an acronym or its long form, where the note says which.
        case acronym = 9
        /// The note says what it is: `X: …`, `X is …`.
        case defined = 10
        /// It is one of several named in a row: `precision, recall, F1`.
        case enumerated = 11
    }

    /// One lane a role.
    private var lanes = SIMD16<UInt16>()

    /// No use at all.
    public init() {}

    /// The count of a role; a value outside 0 to 65,535 is stored as the nearer end.
    public subscript(role: Role) -> Int {
        get { Int(lanes[role.rawValue]) }
        set { lanes[role.rawValue] = UInt16(clamping: newValue) }
    }

    /// Adds up, and stays at 65,535.
    public static func += (sum: inout TermCounts, counts: TermCounts) {
        let room = SIMD16<UInt16>(repeating: .max) &- sum.lanes
        sum.lanes &+= counts.lanes.replacing(with: room, where: counts.lanes .> room)
    }
}
