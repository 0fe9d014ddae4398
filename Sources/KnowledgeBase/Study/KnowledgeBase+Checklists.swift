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
        let words = VaultWords()
        let state = try studyState()
        var notes: [GatheredNote] = []
        var anchors: [Anchor] = []
        var places: [(note: Int, taken: Int)?] = []
        let all = try allNotes()
        let keepsAll = all.count <= KnowledgeBase.mostNotesKept
        read(all, loaded) { note, mentions in
            let lines = reader.lines(of: note)
            guard !lines.lines.isEmpty else { return }
            words.add(lines.lines, of: note)
            let isInScope = lines.lines.map { line in
                scope?.holds(Source(path: lines.path, line: line.line)) ?? true
            }
            let isKept = keepsAll || isInScope.contains(true)
            for index in lines.lines.indices {
                anchors.append(lines.anchor(of: index))
                places.append(isKept ? (notes.count, index) : nil)
            }
            guard isKept else { return }
            let concepts = lines.concepts(mentions, in: loaded.catalog)
            notes.append(
                GatheredNote(
                    lines: lines, taken: Array(lines.lines.indices), isInScope: isInScope, ids: [],
                    concepts: concepts))
        }
        let matches = IdentityMatcher(state.anchors.filter { $0.value.kind == .checklist }).match(anchors)
        for (match, place) in zip(matches.matches, places) {
            if let place { notes[place.note].ids.append(match.id) }
        }
        return ChecklistBuilder(notes, concepts: names, words: words, state: state)
            .checklist(topic: scope?.title, options: options)
    }

    /// In a vault of more notes, what stands outside the topic's scope is only looked at in the notes that treat it.
    private static let mostNotesKept = 1_000
}

extension NoteLines {
    /// For each line, the names of the concepts shown that it mentions, in order, each once.
    fileprivate func concepts(_ mentions: [ConceptMention], in catalog: ConceptCatalog) -> [[String]] {
        var concepts = [[String]](repeating: [], count: lines.count)
        for mention in mentions where catalog.concepts[mention.concept].isShown {
            // Lines come by position.
            var (low, high) = (0, lines.count)
            while low < high {
                let middle = (low + high) / 2
                if lines[middle].begins(after: mention) { high = middle } else { low = middle + 1 }
            }
            guard low > 0, lines[low - 1].holds(mention) else { continue }
            let name = catalog.concepts[mention.concept].name
            if !concepts[low - 1].contains(name) { concepts[low - 1].append(name) }
        }
        return concepts
    }
}
