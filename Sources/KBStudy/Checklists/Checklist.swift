public import KBModel

/// What to do, ask and know about a topic, gathered from many notes: each point once, with all its sources.
public struct Checklist: Equatable, Sendable {
    /// One point of a checklist.
    public struct Item: Equatable, Sendable {
        /// What it is ticked by. One that stands in several notes has the id of its first source, or of the one that was
        /// ticked.
        public var id: StudyID
        /// Its words without markup, on one line.
        public var text: String
        /// The words of the list items above it, outermost first, that it needs to be understood; empty at the top of a
        /// list. Items that are printed above it are among them.
        public var context: [String]
        /// Where it stands: the source whose words are shown first, then by path and line. Never empty.
        public var sources: [Source]
        /// Names of the concepts it mentions, in order of their first mention.
        public var concepts: [String]
        /// The time its author gives it.
        public var minutes: Minutes?
        /// Whether it is ticked: in the log, or as a task in each of its notes.
        public var isDone: Bool
        /// Whether it is known to the log, and its meaning may have changed since it was ticked.
        public var isChanged: Bool
        /// Whether it asks something.
        public var isQuestion: Bool
        /// 0 for a point of its own; one more than that of the item above it that it belongs to.
        public var level: Int
        /// What the notes say below it, lines separated by `\n`; empty when nothing, or when nobody asked for answers.
        public var answer: String

        /// An item; see the properties.
        public init(
            id: StudyID, text: String, context: [String] = [], sources: [Source], concepts: [String] = [],
            minutes: Minutes? = nil, isDone: Bool = false, isChanged: Bool = false, isQuestion: Bool = false,
            level: Int = 0, answer: String = ""
        ) {
            self.id = id
            self.text = text
            self.context = context
            self.sources = sources
            self.concepts = concepts
            self.minutes = minutes
            self.isDone = isDone
            self.isChanged = isChanged
            self.isQuestion = isQuestion
            self.level = level
            self.answer = answer
        }
    }

    /// Points that belong to one step of the work.
    public struct Group: Equatable, Sendable {
        /// What the notes call the step.
        public var title: String
        /// The time the notes give it.
        public var minutes: Minutes?
        /// In the order in which they are taken up; an item stands right below the one it belongs to.
        public var items: [Item]

        /// A group; see the properties.
        public init(title: String, minutes: Minutes? = nil, items: [Item]) {
            self.title = title
            self.minutes = minutes
            self.items = items
        }
    }

    /// What it is about, as kb understood it; nil for the whole vault.
    public var topic: String?
    /// In the order in which a designer works; none is empty.
    public var groups: [Group]
    /// How many items a limit left out.
    public var hidden: Int

    /// A checklist; see the properties.
    public init(topic: String?, groups: [Group], hidden: Int = 0) {
        self.topic = topic
        self.groups = groups
        self.hidden = hidden
    }

    /// All items, group after group.
    public var items: [Item] { groups.flatMap(\.items) }
}
