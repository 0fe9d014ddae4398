/// How a mock interview went.
public struct InterviewSummary: Equatable, Sendable {
    /// How one section went.
    public struct Section: Equatable, Sendable {
        /// What the notes call the step.
        public var title: String
        /// Seconds there were for it.
        public var budget: Int
        /// Seconds the answer took; nil when it was not begun.
        public var seconds: Int?
        /// How many items should have been said.
        public var items: Int
        /// What was missed, in the order of the checklist; nil when it was not marked.
        public var missed: [Checklist.Item]?

        /// How many items were said; nil when nobody marked them.
        public var covered: Int? { missed.map { items - $0.count } }
        /// How many seconds the answer took too long; 0 when it was in time.
        public var over: Int { max(0, (seconds ?? 0) - budget) }
    }

    /// In the order in which they were asked, those that were not begun included.
    public var sections: [Section]

    /// How `session` went so far.
    public init(_ session: InterviewSession) {
        sections = session.sections.enumerated().map { index, section in
            let result = session.results.indices.contains(index) ? session.results[index] : nil
            return Section(
                title: section.title, budget: section.budget, seconds: result?.seconds, items: section.items.count,
                missed: result?.missed.map { $0.sorted().map { section.items[$0] } })
        }
    }

    /// Seconds all answers took.
    public var seconds: Int { sections.reduce(0) { $0 + ($1.seconds ?? 0) } }
    /// Seconds there were for the sections that were begun.
    public var budget: Int { sections.reduce(0) { $0 + ($1.seconds == nil ? 0 : $1.budget) } }
    /// How many items were said, of those that were marked.
    public var covered: Int { sections.reduce(0) { $0 + ($1.covered ?? 0) } }
    /// How many items were marked, said or missed.
    public var marked: Int { sections.reduce(0) { $0 + ($1.missed == nil ? 0 : $1.items) } }
    /// All that was missed, section after section.
    public var missed: [Checklist.Item] { sections.flatMap { $0.missed ?? [] } }
}
