import KBConcepts
public import KBModel
import KBParse
public import KBStudy

extension KnowledgeBase {
    /// What the notes say is to be done, asked and known about a topic, each point once; see ``scope(of:)`` for topics.
    ///
    /// - Throws: as ``scope(of:)`` does.
    public func checklist(
        of topic: [String], options: ChecklistOptions = ChecklistOptions()
    ) throws(KnowledgeBaseError) -> Checklist {
        let scope = try scope(of: topic)
        let loaded = try catalog()
        let names = loaded.catalog.concepts
        let reader = LineReader { _ in nil }
        var notes: [GatheredNote] = []
        var anchors: [Anchor] = []
        var places: [(note: Int, taken: Int)?] = []
        read(try allNotes(), loaded) { note, mentions in
            let lines = reader.lines(of: note)
            guard !lines.lines.isEmpty else { return }
            let taken = lines.lines.indices.filter { index in
                scope?.holds(Source(path: lines.path, line: lines.lines[index].line)) ?? true
            }
            let concepts = taken.map { index in
                var found: [String] = []
                for mention in mentions where lines.lines[index].holds(mention) && names[mention.concept].isShown {
                    let name = names[mention.concept].name
                    if !found.contains(name) { found.append(name) }
                }
                return found
            }
            var order: [Int: Int] = [:]
            for (place, index) in taken.enumerated() { order[index] = place }
            for index in lines.lines.indices {
                anchors.append(lines.anchor(of: index))
                places.append(order[index].map { (notes.count, $0) })
            }
            guard !taken.isEmpty else { return }
            notes.append(GatheredNote(lines: lines, taken: taken, ids: [], concepts: concepts))
        }
        let matches = IdentityMatcher([:]).match(anchors)
        for (match, place) in zip(matches.matches, places) {
            if let place { notes[place.note].ids.append(match.id) }
        }
        return ChecklistBuilder(notes, concepts: names, state: nil).checklist(topic: scope?.title, options: options)
    }
}
