public import KBModel

/// How much of a topic's checklist is done.
public struct ChecklistProgress: Equatable, Sendable {
    /// How much of one group is done.
    public struct Group: Equatable, Sendable {
        /// What the notes call the step.
        public var title: String
        /// The time the notes give it.
        public var minutes: Minutes?
        /// How many of its items are done.
        public var done: Int
        /// How many items it has; at least 1.
        public var total: Int
    }

    /// What it is about, as kb understood it; nil for the whole vault.
    public var topic: String?
    /// In the order of the checklist.
    public var groups: [Group]
    /// How many items are done; one that stands in several groups counts once.
    public var done: Int
    /// How many items there are.
    public var total: Int

    /// How much of `checklist` is done.
    public init(_ checklist: Checklist) {
        topic = checklist.topic
        groups = checklist.groups.map { group in
            Group(
                title: group.title, minutes: group.minutes, done: group.items.count(where: \.isDone),
                total: group.items.count)
        }
        (done, total) = ChecklistProgress.sum(of: [checklist])
    }

    /// How many items of several checklists are done and how many there are; one that is on two of them counts once.
    public static func sum(of checklists: [Checklist]) -> (done: Int, total: Int) {
        var isDone: [StudyID: Bool] = [:]
        for item in checklists.flatMap(\.items) {
            isDone[item.id] = item.isDone || isDone[item.id] == true
        }
        return (isDone.values.count { $0 }, isDone.count)
    }
}
