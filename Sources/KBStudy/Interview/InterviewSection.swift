import KBModel

/// One step of a mock interview: a group of a checklist with the time there is for it.
public struct InterviewSection: Equatable, Sendable {
    /// What the notes call the step.
    public var title: String
    /// Seconds, at least a minute.
    public var budget: Int
    /// Whether the notes give the time; else it is a share of what the others leave.
    public var isBudgetFromNotes: Bool
    /// What should be said, hidden until it is asked for; at least one.
    public var items: [Checklist.Item]

    /// A section; see the properties.
    public init(title: String, budget: Int, isBudgetFromNotes: Bool, items: [Checklist.Item]) {
        self.title = title
        self.budget = budget
        self.isBudgetFromNotes = isBudgetFromNotes
        self.items = items
    }

    /// How long an interview takes when nobody says otherwise, in minutes.
    public static let usualMinutes = 45
    /// Nothing can be said in less, in seconds.
    private static let least = 60
    /// So many minutes of an interview are needed for one more section, or nothing is treated in depth.
    private static let minutesPerSection = 3

    /// The sections of an interview about `checklist`, in its order; groups without an item are left out.
    ///
    /// Of more groups than `minutes` have room for, those whose time the notes give are taken first, then those with
    /// most items; ties by order.
    ///
    /// A group whose time the notes give gets the most they say. The others share what is left of `minutes` by their
    /// items, in whole minutes and at least one each, so that the sum may be more than `minutes`.
    public static func sections(of checklist: Checklist, minutes: Int = usualMinutes) -> [InterviewSection] {
        let groups = chosen(checklist.groups.filter { !$0.items.isEmpty }, minutes: minutes)
        // A note may say anything; a day is longer than any interview.
        let given = groups.map { group in group.minutes.map { min(max($0.max, 1), 24 * 60) * 60 } }
        var left = max(0, min(max(minutes, 0), 24 * 60) * 60 - given.reduce(0) { $0 + ($1 ?? 0) })
        var items = zip(groups, given).reduce(0) { $0 + ($1.1 == nil ? $1.0.items.count : 0) }
        return zip(groups, given).map { group, given in
            if let given {
                return InterviewSection(
                    title: group.title, budget: given, isBudgetFromNotes: true, items: group.items)
            }
            // Shared from the first to the last, so that what rounding takes from one is given to those that follow.
            let share = left * group.items.count / max(1, items) / least * least
            left -= share
            items -= group.items.count
            return InterviewSection(
                title: group.title, budget: max(least, share), isBudgetFromNotes: false, items: group.items)
        }
    }

    private static func chosen(_ groups: [Checklist.Group], minutes: Int) -> [Checklist.Group] {
        let room = max(1, minutes / minutesPerSection)
        guard groups.count > room else { return groups }
        let ranked = groups.indices.sorted { a, b in
            let (one, other) = (groups[a], groups[b])
            if (one.minutes == nil) != (other.minutes == nil) { return one.minutes != nil }
            return one.items.count == other.items.count ? a < b : one.items.count > other.items.count
        }
        return ranked.prefix(room).sorted().map { groups[$0] }
    }
}
