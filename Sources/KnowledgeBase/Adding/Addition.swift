public import KBEdit

/// What someone wants to add to a vault, and where.
public struct Addition: Equatable, Sendable {
    /// Where it goes.
    public enum Place: Equatable, Sendable {
        /// Into a new note: in `folder` (as typed), by `template`; both nil for the usual ones.
        case newNote(folder: String?, template: String?)
        /// Into the note, at the end of it or of the section, that a reference names.
        case note(String)
        /// Into the note at a path in the vault, at the end of it, or of the section that a line belongs to.
        case at(path: String, line: Int?)
        /// Into the daily note of a day, at its end or under the headings named, each under the one before.
        case daily(WallTime, heading: [String])
    }

    /// A link to be written with it.
    public struct Link: Equatable, Sendable {
        /// The path in the vault of the note it leads to.
        public var path: String
        /// The words of the text that become the link; nil for a line of its own.
        public var words: String?
        /// The other note's title.
        public var title: String

        /// A link; see the properties.
        public init(path: String, title: String, words: String? = nil) {
            self.path = path
            self.title = title
            self.words = words
        }
    }

    /// Where it goes.
    public var place: Place
    /// The title of a new note; empty when the text is to say that.
    public var title: String
    /// The text, in Markdown; nil when there is none.
    public var text: [UInt8]?
    /// Tags, with or without `#`: in the front matter of a new note, behind a text that goes into another.
    public var tags: [String]
    /// Links to other notes.
    public var links: [Link]
    /// Whether the text is the whole of a new note, as from an editor, so that no title is put above it.
    public var isWhole: Bool
    /// Whether a note or a heading that is not there is made.
    public var makesMissing: Bool
    /// What templates take for now.
    public var now: WallTime
    /// The folder that relative paths are seen from, absolute.
    public var workingFolder: String?

    /// An addition; see the properties.
    public init(
        _ place: Place, title: String = "", text: [UInt8]? = nil, tags: [String] = [], links: [Link] = [],
        isWhole: Bool = false, makesMissing: Bool = false, now: WallTime, workingFolder: String? = nil
    ) {
        self.place = place
        self.title = title
        self.text = text
        self.tags = tags
        self.links = links
        self.isWhole = isWhole
        self.makesMissing = makesMissing
        self.now = now
        self.workingFolder = workingFolder
    }
}

/// An addition worked out and not yet made.
public struct PlannedAddition: Equatable, Sendable {
    /// What it was worked out from.
    public var addition: Addition
    /// The change of notes; empty when the note is there and no text was given.
    public var plan: ChangePlan
    /// The path in the vault of the note.
    public var path: String
    /// The line the text will begin on; without a text where a cursor belongs. Counted from 1.
    public var line: Int
    /// How many lines the text takes up in a note that is there.
    var lineCount = 1
    /// Whether the note is made by this.
    public var isNew: Bool
    /// What the note is called.
    public var title: String
    /// The path of the note that has the name this one would have got.
    public var namesake: String?
}
