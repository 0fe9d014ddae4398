/// A note as `kb list` shows it.
public struct NoteListing: Equatable, Sendable {
    /// The path in the vault, with `/`.
    public var path: String
    /// The title.
    public var title: String
    /// The note's day: front matter `date` or `created`, else a day in the file's name, else the file's own.
    public var day: Day
    /// When the file last changed, in nanoseconds since 1970.
    public var modified: Int64
    /// Words of text, markup and front matter left out.
    public var words: Int
    /// Sections, the preamble included.
    public var sections: Int
    /// Tasks not yet done.
    public var openTasks: Int
    /// Tasks done or cancelled.
    public var doneTasks: Int
    /// The tags of the note and its sections, as first spelled, by name.
    public var tags: [String]

    /// A listing; see the properties.
    public init(
        path: String, title: String, day: Day, modified: Int64, words: Int, sections: Int, openTasks: Int,
        doneTasks: Int, tags: [String]
    ) {
        self.path = path
        self.title = title
        self.day = day
        self.modified = modified
        self.words = words
        self.sections = sections
        self.openTasks = openTasks
        self.doneTasks = doneTasks
        self.tags = tags
    }
}

/// Which notes `kb list` shows; every condition given must hold.
public struct NoteFilter: Equatable, Sendable {
    /// Conditions in the language of queries: tags, paths, front matter, days, tasks.
    public var filters: [Query.Filter]
    /// Only notes that no note links to and that link to none.
    public var isOrphan: Bool
    /// At least so many words.
    public var minimumWords: Int?
    /// At most so many words.
    public var maximumWords: Int?

    /// A filter; the default lets every note pass.
    public init(
        filters: [Query.Filter] = [], isOrphan: Bool = false, minimumWords: Int? = nil, maximumWords: Int? = nil
    ) {
        self.filters = filters
        self.isOrphan = isOrphan
        self.minimumWords = minimumWords
        self.maximumWords = maximumWords
    }
}

/// The order of a list of notes; ties by path in byte order.
public enum NoteOrder: String, Sendable, CaseIterable {
    /// By path in byte order.
    case path
    /// By title, case-blind.
    case title
    /// Latest day first.
    case date
    /// Latest change first.
    case modified
    /// Longest first.
    case words
}

/// A tag with how often it is used.
public struct TagCount: Equatable, Sendable {
    /// The tag as first spelled.
    public var spelling: String
    /// How many notes use it, those that use only a tag below it not counted.
    public var notes: Int
    /// How many places it stands in.
    public var uses: Int

    /// `spelling` stands in `notes` notes, `uses` times.
    public init(spelling: String, notes: Int, uses: Int) {
        self.spelling = spelling
        self.notes = notes
        self.uses = uses
    }
}
