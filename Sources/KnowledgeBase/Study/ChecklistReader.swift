import KBConcepts
import KBModel
import KBParse
import KBStudy

/// Reads the lines of a vault's notes for a checklist, on two threads.
struct ChecklistReader {
    let vault: Vault
    let paths: [String]
    /// What the topic covers; nil for everything.
    let scope: TopicScope?
    /// Finds the concepts to be named; nil when none are looked for.
    let finder: MentionFinder?
    /// Whether the log knows lines, so that all lines must be compared with them.
    let needsAnchors: Bool
    let progress: ((Progress) -> Void)?

    /// In a vault of more notes, what stands outside the topic's scope is only looked at in the notes that treat it.
    private static let mostNotesKept = 1_000

    /// What was made of one note.
    private struct Reading: Sendable {
        var note: Note
        var lines: NoteLines
        var isInScope: [Bool]
        var keys: [UInt64]
        /// Empty for a note that is not kept.
        var concepts: [[String]]
    }

    /// What was gathered from all of them.
    struct Gathered {
        /// Those that the checklist is made of, by path.
        var notes: [GatheredNote] = []
        /// The words of all lines.
        var words = VaultWords()
        /// By line of the vault: its key.
        fileprivate var keys: [UInt64] = []
        /// By line of the vault, when they are needed.
        fileprivate var anchors: [Anchor] = []
        /// For each of ``notes``, its first line among those of the vault.
        fileprivate var starts: [Int] = []
    }

    /// Reads them all.
    func gather() -> Gathered {
        let keepsAll = paths.count <= ChecklistReader.mostNotesKept
        let (scope, catalog, phrases) = (scope, finder?.catalog, finder?.phrases)
        let stream = NoteStream(
            vault: vault, paths: paths, progress: progress,
            maker: ChecklistReader.maker(scope, finder, keepsAll: keepsAll)
        ) {
            var finder: MentionFinder?
            if let catalog, let phrases { finder = MentionFinder(catalog, phrases: phrases) }
            return ChecklistReader.maker(scope, finder, keepsAll: keepsAll)
        }
        var gathered = Gathered()
        while let reading = stream.nextMade() {
            let lines = reading.lines
            guard !lines.lines.isEmpty else { continue }
            gathered.words.add(lines.lines, of: reading.note)
            if keepsAll || reading.isInScope.contains(true) {
                gathered.starts.append(gathered.keys.count)
                gathered.notes.append(
                    GatheredNote(
                        lines: lines, taken: Array(lines.lines.indices), isInScope: reading.isInScope, ids: [],
                        concepts: reading.concepts))
            }
            gathered.keys += reading.keys
            if needsAnchors { gathered.anchors += lines.lines.indices.map(lines.anchor(of:)) }
        }
        return gathered
    }

    private static func maker(
        _ scope: TopicScope?, _ finder: MentionFinder?, keepsAll: Bool
    ) -> NoteStream<Reading>.Maker {
        let reader = LineReader { Minutes(allottedIn: $0) }
        let keys = LineKeys()
        return { note, _ in
            let lines = reader.lines(of: note)
            let isInScope = lines.lines.map { scope?.holds(Source(path: lines.path, line: $0.line)) ?? true }
            var concepts: [[String]] = []
            if keepsAll || isInScope.contains(true) {
                concepts = lines.concepts(finder?.mentions(in: note) ?? [], in: finder?.catalog)
            }
            return Reading(
                note: note, lines: lines, isInScope: isInScope, keys: keys.keys(of: lines), concepts: concepts)
        }
    }
}

extension ChecklistReader.Gathered {
    /// Gives each line what it is known by; `known` is what the log last saw.
    mutating func identify(_ known: [StudyID: Anchor]) {
        let ids = known.isEmpty ? nil : IdentityMatcher(known).match(anchors).matches.map(\.id)
        var repeats: [UInt64: Int] = [:]
        if ids == nil {
            for (note, start) in zip(notes, starts) {
                for key in keys[start..<start + note.lines.lines.count] { repeats[key] = 0 }
            }
        }
        var next = 0
        for (index, key) in keys.enumerated() {
            while next < starts.count, index >= starts[next] + notes[next].lines.lines.count { next += 1 }
            let isKept = next < starts.count && index >= starts[next]
            if let ids {
                if isKept { notes[next].ids.append(ids[index]) }
            } else if let before = repeats[key] {
                if isKept { notes[next].ids.append(LineKeys.id(key, repeats: before)) }
                repeats[key] = before + 1
            }
        }
    }
}

extension NoteLines {
    /// For each line, the names of the concepts shown that it mentions, in order, each once.
    fileprivate func concepts(_ mentions: [ConceptMention], in catalog: ConceptCatalog?) -> [[String]] {
        var concepts = [[String]](repeating: [], count: lines.count)
        guard let catalog else { return concepts }
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
