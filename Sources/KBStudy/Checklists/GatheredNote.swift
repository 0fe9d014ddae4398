/// A note whose lines a checklist takes, all or some.
public struct GatheredNote: Equatable, Sendable {
    /// Its headings and all its lines.
    public var lines: NoteLines
    /// Which lines are taken, ascending.
    public var taken: [Int]
    /// For each line taken, what it is known by.
    public var ids: [StudyID]
    /// For each line taken, the names of the concepts it mentions, in order.
    public var concepts: [[String]]

    /// A note; see the properties.
    public init(lines: NoteLines, taken: [Int], ids: [StudyID], concepts: [[String]]) {
        self.lines = lines
        self.taken = taken
        self.ids = ids
        self.concepts = concepts
    }
}
