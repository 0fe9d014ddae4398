public import KBModel

/// A line of a note that stands on checklists, with what the log says about it.
public struct StudyLine: Equatable, Sendable {
    /// What it is known by.
    public var id: StudyID
    /// What it says and where it stands, as it is now.
    public var anchor: Anchor
    /// The line it begins on, counted from 1.
    public var line: Int
    /// Whether it is ticked in the log.
    public var isTicked: Bool
    /// Whether the note itself has a ticked box before it.
    public var isTickedInNote: Bool
    /// Whether its meaning may have changed since it was last seen.
    public var isChanged: Bool
    /// Whether the log must be told where and how it stands now before anything else is written about it.
    public var isMoved: Bool

    /// A line; see the properties.
    public init(
        id: StudyID, anchor: Anchor, line: Int, isTicked: Bool = false, isTickedInNote: Bool = false,
        isChanged: Bool = false, isMoved: Bool = false
    ) {
        self.id = id
        self.anchor = anchor
        self.line = line
        self.isTicked = isTicked
        self.isTickedInNote = isTickedInNote
        self.isChanged = isChanged
        self.isMoved = isMoved
    }

    /// Where it stands.
    public var source: Source { Source(path: anchor.path, line: line) }

    /// `action` about it, behind what the log must be told first.
    public func events(_ action: StudyEvent.Action) -> [StudyEvent.Action] {
        isMoved ? [.anchor(id, anchor, isChanged: isChanged), action] : [action]
    }
}
