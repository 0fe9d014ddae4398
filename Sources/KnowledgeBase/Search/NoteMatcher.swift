import KBModel
import KBStore

/// Decides whether a note satisfies one condition on notes.
struct NoteMatcher {
    private let filter: Query.Filter
    private let wanted: String
    private let glob: PathGlob?
    private let named: Set<Int>

    /// A matcher for `filter`; `names` are the aliases of all notes.
    init(_ filter: Query.Filter, names: [NoteName]) {
        self.filter = filter
        var wanted = ""
        var glob: PathGlob?
        var named: Set<Int> = []
        switch filter {
        case .path(let text):
            wanted = text.lowercased()
            glob = PathGlob(wanted)
        case .note(let name):
            wanted = name.lowercased()
            let text = wanted
            named = Set(names.filter { $0.kind == .alias && $0.text.lowercased().hasPrefix(text) }.map(\.note))
        case .property(_, let value):
            // The index keeps the first bytes of long values.
            wanted = NoteRecord.Property.kept(of: value).lowercased()
        case .tag, .concept, .holds, .before, .after: break
        }
        self.wanted = wanted
        self.glob = glob
        self.named = named
    }

    /// Whether `note` satisfies the condition. Conditions on single sections hold when one section satisfies them.
    func matches(_ note: NoteRecord) -> Bool {
        switch filter {
        case .path:
            let path = note.path.lowercased()
            return glob.map { $0.matches(path) } ?? path.contains(wanted)
        case .note:
            return note.title.lowercased().hasPrefix(wanted) || named.contains(note.id)
                || LinkResolver.name(of: note.path).lowercased().hasPrefix(wanted)
        case .property(let key, _):
            let key = key.lowercased()
            return note.properties.contains { property in
                property.key.lowercased() == key && (wanted == "*" || property.value.lowercased() == wanted)
            }
        case .tag(let tag): return note.tags.contains { Tag($0.spelling)?.isWithin(tag) == true }
        case .before(let day): return note.day < day.daysSinceEpoch
        case .after(let day): return note.day >= day.daysSinceEpoch
        case .holds(let feature):
            switch feature {
            case .task: return note.openTasks + note.doneTasks > 0
            case .open: return note.openTasks > 0
            case .done: return note.doneTasks > 0
            case .question, .definition, .code, .table: return true
            }
        case .concept: return true
        }
    }
}
