/// What the links between the notes of an index come to.
public struct NoteStanding: Equatable, Sendable {
    /// How many notes link to one.
    public struct Backlinks: Equatable, Sendable {
        /// The note's number.
        public var note: Int
        /// How many other notes link to it, more than 0.
        public var count: Int

        /// `count` notes link to `note`.
        public init(note: Int, count: Int) {
            self.note = note
            self.count = count
        }
    }

    /// The notes that others link to, ascending.
    public var backlinks: [Backlinks]
    /// The notes that links with these words alone lead to, by the ``KBText/NameKey`` of the words.
    public var linkTexts: [UInt64: Int]

    /// A standing; see the properties.
    public init(backlinks: [Backlinks] = [], linkTexts: [UInt64: Int] = [:]) {
        self.backlinks = backlinks
        self.linkTexts = linkTexts
    }

    /// Finds out where links lead.
    public typealias Finder = (LinkedNotes) -> NoteStanding
}
