public import KBModel

/// A note with all that the index needs to know of it.
public struct IndexedNote: Sendable {
    /// The note, read.
    public var note: Note
    /// The file it was read from.
    public var stamp: FileStamp
    /// The note's day, in days since 1970-01-01.
    public var day: Int
    /// What the note's links point at, in the caller's normal form; kept once, however often it is named.
    public var linkTargets: [String]
    /// What the note is called: its title, its file's name and its aliases, each as a ``KBText/NameKey``.
    public var names: [UInt64]
    /// What it calls others.
    public var linkTexts: [LinkText]
    /// The terms that the note uses, each spelling once; empty for an index without concepts.
    public var terms: [TermUse]

    /// A note to index; see the properties.
    public init(
        note: Note, stamp: FileStamp, day: Int, linkTargets: [String] = [], names: [UInt64] = [],
        linkTexts: [LinkText] = [], terms: [TermUse] = []
    ) {
        self.note = note
        self.stamp = stamp
        self.day = day
        self.linkTargets = linkTargets
        self.names = names
        self.linkTexts = linkTexts
        self.terms = terms
    }
}
