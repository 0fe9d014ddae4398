/// A note whose lines a checklist is made of.
public struct GatheredNote: Equatable, Sendable {
    /// Its headings and all its lines.
    public var lines: NoteLines
    /// Which lines are looked at, ascending.
    public var taken: [Int]
    /// For each of them whether it treats the topic; one that does not is a source all the same when it says the same.
    public var isInScope: [Bool]
    /// For each of them, what it is known by.
    public var ids: [StudyID]
    /// For each of them, the names of the concepts it mentions, in order.
    public var concepts: [[String]]

    /// A note; see the properties.
    public init(lines: NoteLines, taken: [Int], isInScope: [Bool], ids: [StudyID], concepts: [[String]]) {
        self.lines = lines
        self.taken = taken
        self.isInScope = isInScope
        self.ids = ids
        self.concepts = concepts
    }
}
