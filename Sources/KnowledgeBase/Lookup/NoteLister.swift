import KBModel
import KBStore

/// Lists notes and tags out of the index.
struct NoteLister {
    let store: Store

    /// The notes that pass `filter`, in `order`.
    func notes(passing filter: NoteFilter, by order: NoteOrder) throws(StoreError) -> [NoteListing] {
        var lists: NoteRecord.Lists = [.tags, .properties]
        if filter.isOrphan { lists.insert(.linkTargets) }
        let records = try store.notes(with: lists)
        let names = try store.names()
        let matchers = filter.filters.map { NoteMatcher($0, names: names) }
        let linked = filter.isOrphan ? linkedNotes(records, names: names) : []
        let kept = records.filter { note in
            note.words >= filter.minimumWords ?? 0 && note.words <= filter.maximumWords ?? .max
                && !linked.contains(note.path) && matchers.allSatisfy { $0.matches(note) }
        }
        return sorted(kept.map(listing), by: order)
    }

    /// Paths of the notes that link to another one, or that another one links to.
    func linkedNotes() throws(StoreError) -> Set<String> {
        linkedNotes(try store.notes(with: .linkTargets), names: try store.names())
    }

    private func linkedNotes(_ notes: [NoteRecord], names: [NoteName]) -> Set<String> {
        let paths = Dictionary(notes.map { ($0.id, $0.path) }, uniquingKeysWith: { first, _ in first })
        let aliases = names.filter { $0.kind == .alias }.compactMap { name in
            paths[name.note].map { (name: name.text, path: $0) }
        }
        let resolver = LinkResolver(paths: notes.map(\.path), aliases: aliases)
        var linked: Set<String> = []
        for note in notes {
            for target in note.linkTargets {
                let reached: [String] =
                    switch resolver.destination(of: LinkTarget(stored: target), from: note.path) {
                    case .note(let path): [path]
                    case .ambiguous(let paths): Array(paths.prefix(1))
                    case .missing: []
                    }
                for path in reached where path != note.path {
                    linked.insert(path)
                    linked.insert(note.path)
                }
            }
        }
        return linked
    }

    private func listing(_ note: NoteRecord) -> NoteListing {
        var tags: [String: String] = [:]
        for use in note.tags {
            guard let tag = Tag(use.spelling) else { continue }
            if tags[tag.text] == nil { tags[tag.text] = use.spelling }
        }
        return NoteListing(
            path: note.path, title: note.title, day: Day(daysSinceEpoch: note.day), modified: note.modified,
            words: note.words, sections: note.sections, openTasks: note.openTasks, doneTasks: note.doneTasks,
            tags: tags.sorted { $0.key < $1.key }.map(\.value))
    }

    private func sorted(_ notes: [NoteListing], by order: NoteOrder) -> [NoteListing] {
        let byPath = notes.sorted { ByteOrder.precedes($0.path, $1.path) }
        // Swift's sort is stable, so ties stay in the order of their paths.
        switch order {
        case .path: return byPath
        case .title:
            let keyed = byPath.map { ($0.title.lowercased(), $0) }
            return keyed.sorted { $0.0 < $1.0 }.map(\.1)
        case .date: return byPath.sorted { $0.day > $1.day }
        case .modified: return byPath.sorted { $0.modified > $1.modified }
        case .words: return byPath.sorted { $0.words > $1.words }
        }
    }

    /// All tags, by name. The first spelling in the order of the notes is the one shown.
    func tags() throws(StoreError) -> [TagCount] {
        var counts: [String: TagCount] = [:]
        let notes = try store.notes(with: .tags).sorted { ByteOrder.precedes($0.path, $1.path) }
        for note in notes {
            var seen: Set<String> = []
            for use in note.tags {
                guard let tag = Tag(use.spelling) else { continue }
                var count = counts[tag.text] ?? TagCount(spelling: use.spelling, notes: 0, uses: 0)
                count.uses += 1
                if seen.insert(tag.text).inserted { count.notes += 1 }
                counts[tag.text] = count
            }
        }
        return counts.sorted { $0.key < $1.key }.map(\.value)
    }
}
