/// An item with what its place on the list follows from.
struct ChecklistPoint {
    /// A line of a note.
    struct Key: Hashable {
        var note: Int
        var line: Int
    }

    var item: Checklist.Item
    /// Index among the steps.
    var step: Int
    /// The line whose words are shown.
    var lead: Key
    /// All its lines.
    var lines: [Key]
    /// The line above the one that is shown.
    var parent: Key?
}
