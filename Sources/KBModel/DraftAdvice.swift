/// What a vault already says about a draft. Every list is best first, ties by path in byte order and line.
public struct DraftAdvice: Equatable, Sendable {
    /// Sections that say the same.
    public var duplicates: [Duplicate]
    /// Sections on the concepts that the draft is about; none of ``duplicates``.
    public var sections: [SectionOnConcepts]
    /// Tags of the vault that the draft may want; none it has.
    public var tags: [TagAdvice]
    /// Notes that the draft may link to; none it links to, and not the note it goes into.
    public var links: [LinkAdvice]
    /// How many UTF-8 bytes of the draft were looked at, when it is too long to look at all of it.
    public var bytesRead: Int?

    /// Advice; none without arguments.
    public init(
        duplicates: [Duplicate] = [], sections: [SectionOnConcepts] = [], tags: [TagAdvice] = [],
        links: [LinkAdvice] = [], bytesRead: Int? = nil
    ) {
        self.duplicates = duplicates
        self.sections = sections
        self.tags = tags
        self.links = links
        self.bytesRead = bytesRead
    }

    /// Whether the vault has nothing to say.
    public var isEmpty: Bool { duplicates.isEmpty && sections.isEmpty && tags.isEmpty && links.isEmpty }

    /// A section that says what the draft says, or a part of it.
    public struct Duplicate: Equatable, Sendable {
        /// The note's path in the vault.
        public var path: String
        /// The line that says the same, counted from 1.
        public var line: Int
        /// The note's title.
        public var title: String
        /// Titles from the outermost heading to the section's own; empty for text before the first heading.
        public var headingPath: [String]
        /// How much of the draft is said there, 0 to 1.
        public var share: Double
        /// Words of the section from ``line`` on, on one line.
        public var excerpt: String
        /// Whether it stands in the note that the draft goes into.
        public var isInTarget: Bool
        /// Whether its note has the title of the draft. Such a note is told even if it says nothing else that the draft says.
        public var hasSameTitle: Bool

        /// A duplicate; see the properties.
        public init(
            path: String, line: Int, title: String, headingPath: [String], share: Double, excerpt: String,
            isInTarget: Bool = false, hasSameTitle: Bool = false
        ) {
            self.path = path
            self.line = line
            self.title = title
            self.headingPath = headingPath
            self.share = share
            self.excerpt = excerpt
            self.isInTarget = isInTarget
            self.hasSameTitle = hasSameTitle
        }
    }

    /// A section of another note on concepts that the draft is about.
    public struct SectionOnConcepts: Equatable, Sendable {
        /// The note's path in the vault.
        public var path: String
        /// The line that names the concepts, counted from 1.
        public var line: Int
        /// The note's title.
        public var title: String
        /// Titles from the outermost heading to the section's own; empty for text before the first heading.
        public var headingPath: [String]
        /// The names of the concepts, those that say most first.
        public var concepts: [String]

        /// A section; see the properties.
        public init(path: String, line: Int, title: String, headingPath: [String], concepts: [String]) {
            self.path = path
            self.line = line
            self.title = title
            self.headingPath = headingPath
            self.concepts = concepts
        }
    }

    /// A tag of the vault that the draft may want.
    public struct TagAdvice: Equatable, Sendable {
        /// As the vault spells it, without `#`.
        public var tag: String
        /// Why, in words: `5 of 8 notes like it have it`.
        public var reason: String

        /// A tag; see the properties.
        public init(tag: String, reason: String) {
            self.tag = tag
            self.reason = reason
        }
    }

    /// A note that the draft may link to.
    public struct LinkAdvice: Equatable, Sendable {
        /// The note's path in the vault.
        public var path: String
        /// Its title.
        public var title: String
        /// The words of the draft that name the note, as they stand there, outside links and code; nil when none do.
        public var words: String?
        /// The line of ``Draft/text`` where ``words`` stand, counted from 1.
        public var line: Int?
        /// Why, in words: `the draft mentions “Grid search”`.
        public var reason: String

        /// A link; see the properties.
        public init(path: String, title: String, words: String? = nil, line: Int? = nil, reason: String) {
            self.path = path
            self.title = title
            self.words = words
            self.line = line
            self.reason = reason
        }
    }
}
