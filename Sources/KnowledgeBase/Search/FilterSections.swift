import KBModel
import KBRank
import KBStore
import KBText

/// Finds the sections that satisfy conditions which rank nothing: tags, paths, front matter, days.
///
/// The notes are read once, with the lists that the query's filters need.
struct FilterSections {
    private let notes: [NoteRecord]
    private let names: [NoteName]
    private let features: [UInt8]
    private let capacity: Int

    /// Reads what `filters` need to be decided; `features` are the ``SectionFeatures`` of every section.
    init(_ filters: [Query.Filter], store: Store, features: [UInt8]) throws(StoreError) {
        self.features = features
        capacity = features.count
        var lists: NoteRecord.Lists = []
        var needsNotes = false
        var needsNames = false
        for filter in filters {
            switch filter {
            case .tag: lists.insert(.tags)
            case .property: lists.insert(.properties)
            case .concept:
                lists.insert(.tags)
                needsNames = true
            case .note: needsNames = true
            case .path, .before, .after, .holds: break
            }
            if case .holds = filter { continue }
            needsNotes = true
        }
        notes = needsNotes ? try store.notes(with: lists) : []
        names = needsNames ? try store.names() : []
    }

    /// The sections where `filter` holds. A note's title, tags in front matter, path, day and front matter hold for all
    /// its sections.
    func sections(where filter: Query.Filter) -> SectionSet {
        switch filter {
        case .holds(let feature): return holding(SectionFeatures(feature))
        case .tag(let tag): return tagged(tag)
        case .concept(let name): return named(concept: name)
        case .path, .note, .property, .before, .after:
            let matcher = NoteMatcher(filter, names: names)
            return SectionSet(ranges: notes.filter(matcher.matches).map(\.numbers), capacity: capacity)
        }
    }

    private func holding(_ feature: SectionFeatures) -> SectionSet {
        var found = SectionSet(capacity: capacity)
        for (number, byte) in features.enumerated() where byte & feature.rawValue != 0 { found.insert(number) }
        return found
    }

    private func tagged(_ tag: Tag) -> SectionSet {
        var found = SectionSet(capacity: capacity)
        for note in notes {
            for use in note.tags where Tag(use.spelling)?.isWithin(tag) == true {
                if let section = use.section {
                    found.insert(note.id + section)
                } else {
                    found.insert(note.numbers)
                }
            }
        }
        return found
    }

    /// Sections whose note has the alias or title `concept`, and those tagged with it; its mentions are words, and
    /// looked up as such.
    private func named(concept: String) -> SectionSet {
        let wanted = concept.lowercased()
        var found =
            Tag(concept.split(separator: " ").joined(separator: "-")).map(tagged) ?? SectionSet(capacity: capacity)
        let titled = notes.filter { $0.title.lowercased() == wanted }
        found.formUnion(SectionSet(ranges: titled.map(\.numbers), capacity: capacity))
        let named = Set(names.filter { $0.kind == .alias && $0.text.lowercased() == wanted }.map(\.note))
        found.formUnion(
            SectionSet(ranges: notes.filter { named.contains($0.id) }.map(\.numbers), capacity: capacity))
        return found
    }
}

extension NoteRecord {
    /// The numbers of its sections.
    var numbers: Range<Int> { id..<id + sections }
}
