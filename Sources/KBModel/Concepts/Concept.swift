/// An idea the notes treat: one name and any number of other spellings.
public struct Concept: Equatable, Sendable {
    /// The spelling shown.
    public var name: String
    /// The other spellings, most used first, then in byte order; each once, whatever its case.
    public var aliases: [String]
    /// How many notes mention it in any spelling.
    public var notes: Int
    /// How many sections mention it.
    public var sections: Int
    /// How much it stands out among the concepts of the vault, 0 to 1; higher is better.
    public var salience: Double
    /// Whether it is shown without `--all`.
    public var isShown: Bool
    /// Where it stands, by path and line; empty unless asked for.
    public var mentions: [Source]

    /// A concept; see the properties.
    public init(
        name: String, aliases: [String] = [], notes: Int, sections: Int, salience: Double, isShown: Bool = true,
        mentions: [Source] = []
    ) {
        self.name = name
        self.aliases = aliases
        self.notes = notes
        self.sections = sections
        self.salience = salience
        self.isShown = isShown
        self.mentions = mentions
    }
}

/// The sentence, item or heading behind a claim, with its source.
public struct Reason: Equatable, Sendable {
    /// The note's path in the vault, with `/`.
    public var path: String
    /// The line the text begins on, counted from 1.
    public var line: Int
    /// The text without markup, one line.
    public var text: String

    /// `text` stands at `line` of the note at `path`.
    public init(path: String, line: Int, text: String) {
        self.path = path
        self.line = line
        self.text = text
    }
}

/// Why two concepts belong together.
public enum RelationKind: String, Sendable, CaseIterable {
    /// The other stands above this one: its heading or the item that encloses it.
    case broader
    /// The other stands below this one.
    case narrower
    /// Both are items of one list, or named in one enumeration.
    case sibling
    /// Both stand in one line.
    case together
    /// One is explained by means of the other.
    case defines
    /// A note about one links to a note about the other.
    case link
    /// Both keep the same company, though they never meet.
    case similar
    /// The vocabulary file says so.
    case related
}

/// A concept next to another, and why.
public struct Neighbour: Equatable, Sendable {
    /// The neighbour's name.
    public var name: String
    /// How close it is; higher is closer, comparable within one answer.
    public var score: Double
    /// Every kind of relation between the two, strongest first.
    public var kinds: [RelationKind]
    /// The texts that say so, most telling first.
    public var reasons: [Reason]

    /// A neighbour; see the properties.
    public init(name: String, score: Double, kinds: [RelationKind], reasons: [Reason]) {
        self.name = name
        self.score = score
        self.kinds = kinds
        self.reasons = reasons
    }
}

/// The neighbours of a concept: what `kb related` answers.
public struct RelatedConcepts: Equatable, Sendable {
    /// The concept asked about; for several, the first.
    public var concepts: [Concept]
    /// Closest first; ties by name in byte order.
    public var related: [Neighbour]

    /// The neighbours of `concepts`.
    public init(concepts: [Concept], related: [Neighbour]) {
        self.concepts = concepts
        self.related = related
    }
}

/// A section that treats a concept.
public struct ConceptSection: Equatable, Sendable {
    /// The note's path in the vault, with `/`.
    public var path: String
    /// The line of the first mention, or of the heading when that mentions it.
    public var line: Int
    /// Titles from the outermost heading to the section's own; empty for text before the first heading.
    public var headingPath: [String]
    /// How much of the section is about the concept; higher is better, comparable within one answer.
    public var score: Double
    /// The words that mention it.
    public var snippet: Snippet

    /// A section; see the properties.
    public init(path: String, line: Int, headingPath: [String], score: Double, snippet: Snippet) {
        self.path = path
        self.line = line
        self.headingPath = headingPath
        self.score = score
        self.snippet = snippet
    }
}

/// All that the notes say about one concept: what `kb concept` answers.
public struct ConceptPage: Equatable, Sendable {
    /// The concept, with its mentions.
    public var concept: Concept
    /// Sentences that say what it is, best first.
    public var definitions: [Reason]
    /// Concepts above it, closest first.
    public var broader: [Neighbour]
    /// Concepts below it, closest first.
    public var narrower: [Neighbour]
    /// Other neighbours, closest first.
    public var related: [Neighbour]
    /// Sections that treat it, best first; ties by path, then by line.
    public var sections: [ConceptSection]

    /// A page; see the properties.
    public init(
        concept: Concept, definitions: [Reason], broader: [Neighbour], narrower: [Neighbour], related: [Neighbour],
        sections: [ConceptSection]
    ) {
        self.concept = concept
        self.definitions = definitions
        self.broader = broader
        self.narrower = narrower
        self.related = related
        self.sections = sections
    }
}

/// One step from concept to concept, with the text behind it.
public struct Hop: Equatable, Sendable {
    /// The concept it leaves.
    public var from: String
    /// The concept it reaches.
    public var to: String
    /// What ``to`` is to ``from``.
    public var kind: RelationKind
    /// The text that says so.
    public var reason: Reason

    /// A step; see the properties.
    public init(from: String, to: String, kind: RelationKind, reason: Reason) {
        self.from = from
        self.to = to
        self.kind = kind
        self.reason = reason
    }
}

/// The shortest chain of relations between two concepts: what `kb path` answers.
public struct ConceptPath: Equatable, Sendable {
    /// Where it starts.
    public var from: Concept
    /// Where it ends.
    public var to: Concept
    /// In order; nil when no chain joins the two, empty when they are one concept.
    public var hops: [Hop]?

    /// A chain; see the properties.
    public init(from: Concept, to: Concept, hops: [Hop]?) {
        self.from = from
        self.to = to
        self.hops = hops
    }
}
