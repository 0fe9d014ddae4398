/// What became of the cards and lines that the log knows.
public struct IdentityMatches: Equatable, Sendable {
    /// One card or line of now.
    public struct Match: Equatable, Sendable {
        /// What it is known by.
        public var id: StudyID
        /// Whether the log knows nothing like it.
        public var isNew: Bool
        /// Whether it is known, and its meaning may have changed since it was last seen.
        public var isChanged: Bool
        /// Whether the log should be told: it is new, or stands elsewhere or reads otherwise than it was last seen.
        public var isMoved: Bool

        /// A match; see the properties.
        public init(id: StudyID, isNew: Bool, isChanged: Bool, isMoved: Bool) {
            self.id = id
            self.isNew = isNew
            self.isChanged = isChanged
            self.isMoved = isMoved
        }
    }

    /// One for each that was asked about, in the same order.
    public var matches: [Match]
    /// Known ones that nothing of now is like, by id.
    public var lost: [StudyID]

    /// Matches; see the properties.
    public init(matches: [Match], lost: [StudyID]) {
        self.matches = matches
        self.lost = lost
    }
}
