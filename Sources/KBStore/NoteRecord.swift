public import KBModel

/// A note's file, for telling what changed.
public struct NoteStamp: Equatable, Sendable {
    /// The note's number.
    public var note: Int
    /// The path in the vault, with `/`.
    public var path: String
    /// The file as it was when the note was indexed.
    public var stamp: FileStamp
}

/// A note as the index knows it.
public struct NoteRecord: Equatable, Sendable {
    /// A tag's use.
    public struct TagUse: Equatable, Sendable {
        /// As the author spelled it, without `#`.
        public var spelling: String
        /// The section it stands in, counted from 0; nil in front matter, where it is the whole note's.
        public var section: Int?
    }

    /// A front-matter entry with one scalar of its value.
    public struct Property: Hashable, Sendable {
        /// The key as written.
        public var key: String
        /// The value, as ``kept(of:)``.
        public var value: String

        /// The longest value that is kept, in bytes: enough for filters, short of whole texts.
        public static let longestValue = 64

        /// What the index keeps of `value`: whole characters that take at most ``longestValue`` bytes.
        public static func kept(of value: String) -> String {
            guard value.utf8.count > longestValue else { return value }
            var result = ""
            var length = 0
            for scalar in value.unicodeScalars {
                length += UTF8.width(scalar)
                if length > longestValue { break }
                result.unicodeScalars.append(scalar)
            }
            return result
        }
    }

    /// Which lists are read; the others stay empty.
    public struct Lists: OptionSet, Sendable {
        /// The bits.
        public let rawValue: Int
        /// The lists of these bits.
        public init(rawValue: Int) { self.rawValue = rawValue }
        /// ``NoteRecord/tags``
        public static let tags = Lists(rawValue: 1)
        /// ``NoteRecord/properties``
        public static let properties = Lists(rawValue: 2)
        /// ``NoteRecord/linkTargets``
        public static let linkTargets = Lists(rawValue: 4)
    }

    /// The note's number: that of its first section.
    public var id: Int
    /// The path in the vault, with `/`.
    public var path: String
    /// The title.
    public var title: String
    /// How many sections it has; their numbers follow ``id``.
    public var sections: Int
    /// The note's day, in days since 1970-01-01.
    public var day: Int
    /// When the file last changed, in nanoseconds since 1970.
    public var modified: Int64
    /// Words of text.
    public var words: Int
    /// Tasks not yet done.
    public var openTasks: Int
    /// Tasks done or cancelled.
    public var doneTasks: Int
    /// In the order of the note.
    public var tags: [TagUse] = []
    /// In the order of the front matter.
    public var properties: [Property] = []
    /// What its links point at, each once, as the caller of the indexing put it.
    public var linkTargets: [String] = []
}

/// An alias of a note or an acronym that it spells out.
public struct NoteName: Equatable, Sendable {
    /// What kind of name.
    public enum Kind: Int, Sendable {
        /// Another name of the note.
        case alias = 0
        /// An abbreviation that the note spells out.
        case acronym = 1
    }

    /// What kind of name.
    public var kind: Kind
    /// The alias, or the short form.
    public var text: String
    /// What the short form stands for; for an alias, the note's title.
    public var long: String
    /// The line it stands on; 1 for an alias.
    public var line: Int
    /// The number of the note.
    public var note = 0
}

/// How much a database holds.
public struct StoreCounts: Equatable, Sendable {
    /// Notes.
    public var notes = 0
    /// Sections that a search can find.
    public var sections = 0
    /// Words of all notes.
    public var words = 0
    /// Distinct tags, case-blind.
    public var tags = 0
    /// Links, each target once a note.
    public var links = 0
    /// Issues.
    public var issues = 0
    /// The size of the notes' files, in bytes.
    public var noteBytes: Int64 = 0
    /// The size of the database, in bytes, its log included.
    public var indexBytes: Int64 = 0
}
