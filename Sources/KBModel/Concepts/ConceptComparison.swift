/// One topic as each note treats it: what `kb compare` answers.
public struct ConceptComparison: Equatable, Sendable {
    /// What one note says.
    public struct Treatment: Equatable, Sendable {
        /// The note's path in the vault, with `/`.
        public var path: String
        /// The note's title.
        public var title: String
        /// Its passages on the topic, in the order of the note.
        public var passages: [Passage]
        /// Concepts that only this note brings together with the topic, closest first.
        public var only: [String]

        /// What the note at `path` says.
        public init(path: String, title: String, passages: [Passage], only: [String]) {
            self.path = path
            self.title = title
            self.passages = passages
            self.only = only
        }
    }

    /// A heading with its text, or the lines of a section that mention the topic.
    public struct Passage: Equatable, Sendable {
        /// The line it begins on, counted from 1.
        public var line: Int
        /// Titles from the outermost heading to the section's own.
        public var headingPath: [String]
        /// In order.
        public var pieces: [Piece]

        /// A passage; see the properties.
        public init(line: Int, headingPath: [String], pieces: [Piece]) {
            self.line = line
            self.headingPath = headingPath
            self.pieces = pieces
        }
    }

    /// A paragraph, list item or row of a passage.
    public struct Piece: Equatable, Sendable {
        /// The line it begins on, counted from 1.
        public var line: Int
        /// How many list items enclose it, its own included; 0 outside lists.
        public var depth: Int
        /// Its text without markup, one line.
        public var text: String

        /// A piece; see the properties.
        public init(line: Int, depth: Int, text: String) {
            self.line = line
            self.depth = depth
            self.text = text
        }
    }

    /// The topic.
    public var concept: Concept
    /// Concepts that two or more of the notes bring together with it, in the most notes first.
    public var shared: [String]
    /// The note that says most first; ties by path.
    public var notes: [Treatment]

    /// A comparison; see the properties.
    public init(concept: Concept, shared: [String], notes: [Treatment]) {
        self.concept = concept
        self.shared = shared
        self.notes = notes
    }
}
