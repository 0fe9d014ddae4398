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
        /// The lines looked at: all of a small vault, else those in the scope.
        var taken: [Int]
        /// For each of ``taken``; empty for a note that is not kept.
        var concepts: [[String]]
    }

    /// What was gathered from all of them.
    struct Gathered {
        /// Those that the checklist is made of, by path.
        var notes: [GatheredNote] = []
        /// How many lines were left out, since there is no room for all.
        var hidden = 0
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
        let shared = scope == nil && !keepsAll ? sharedHeadings() : nil
        let (scope, catalog, phrases) = (scope, finder?.catalog, finder?.phrases)
        let stream = NoteStream(
            vault: vault, paths: paths, progress: progress,
            maker: ChecklistReader.maker(scope, shared, finder, keepsAll: keepsAll)
        ) {
            var finder: MentionFinder?
            if let catalog, let phrases { finder = MentionFinder(catalog, phrases: phrases) }
            return ChecklistReader.maker(scope, shared, finder, keepsAll: keepsAll)
        }
        var gathered = Gathered()
        gathered.hidden = shared?.hidden ?? 0
        while let reading = stream.nextMade() {
            let lines = reading.lines
            guard !lines.lines.isEmpty else { continue }
            gathered.words.add(lines.lines, of: reading.note)
            if keepsAll || reading.isInScope.contains(true) {
                gathered.starts.append(gathered.keys.count)
                gathered.notes.append(
                    GatheredNote(
                        lines: lines, taken: reading.taken, isInScope: reading.taken.map { reading.isInScope[$0] },
                        ids: [], concepts: reading.concepts))
            }
            gathered.keys += reading.keys
            if needsAnchors { gathered.anchors += lines.lines.indices.map(lines.anchor(of:)) }
        }
        return gathered
    }

    /// The headings whose lines are taken of a vault too large to take all.
    private func sharedHeadings() -> SharedHeadings {
        typealias Stream = NoteStream<[SharedHeadings.Use]>
        @Sendable func maker() -> Stream.Maker {
            let reader = LineReader()
            return { note, _ in SharedHeadings.uses(in: reader.lines(of: note)) }
        }
        let stream = Stream(vault: vault, paths: paths, progress: progress, maker: maker(), otherMaker: maker)
        var shared = SharedHeadings()
        while let uses = stream.nextMade() { shared.add(uses) }
        shared.choose()
        return shared
    }

    private static func maker(
        _ scope: TopicScope?, _ shared: SharedHeadings?, _ finder: MentionFinder?, keepsAll: Bool
    ) -> NoteStream<Reading>.Maker {
        let reader = LineReader { Minutes(allottedIn: $0) }
        let keys = LineKeys()
        return { note, _ in
            let lines = reader.lines(of: note)
            let isInScope = lines.lines.map { line in
                shared?.holds(lines.headings, line.section)
                    ?? scope?.holds(Source(path: lines.path, line: line.line)) ?? true
            }
            let taken = lines.lines.indices.filter { keepsAll || isInScope[$0] }
            var concepts: [[String]] = []
            if !taken.isEmpty {
                let all = lines.concepts(finder?.mentions(in: note) ?? [], in: finder?.catalog)
                concepts = taken.map { all[$0] }
            }
            return Reading(
                note: note, lines: lines, isInScope: isInScope, keys: keys.keys(of: lines), taken: taken,
                concepts: concepts)
        }
    }
}

extension ChecklistReader.Gathered {
    /// Gives each line what it is known by; `known` is what the log last saw.
    mutating func identify(_ known: [StudyID: Anchor]) {
        guard known.isEmpty else {
            let matches = IdentityMatcher(known).match(anchors).matches
            for (note, start) in starts.enumerated() {
                notes[note].ids = notes[note].taken.map { line in
                    matches.indices.contains(start + line)
                        ? matches[start + line].id : LineKeys.id(0, repeats: start + line)
                }
            }
            return
        }
        // Of lines that read the same, those of earlier notes come first, whether they are on the list or not.
        var repeats: [UInt64: Int] = [:]
        for (note, start) in zip(notes, starts) { for line in note.taken { repeats[keys[start + line]] = 0 } }
        var before = [Int](repeating: 0, count: keys.count)
        for (index, key) in keys.enumerated() {
            guard let count = repeats[key] else { continue }
            before[index] = count
            repeats[key] = count + 1
        }
        for (note, start) in starts.enumerated() {
            notes[note].ids = notes[note].taken.map { LineKeys.id(keys[start + $0], repeats: before[start + $0]) }
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
