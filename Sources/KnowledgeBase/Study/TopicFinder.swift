import KBConcepts
public import KBModel
public import KBStudy

extension KnowledgeBase {
    /// The lines that treat a topic; nil for the whole vault, when no word is given.
    ///
    /// `topic` is what was typed; commas divide several topics. Each is, in this order: a note or a section of one, when it is
    /// written as such (`note.md`, `folder/note`, `note#Heading`); a concept in any of its spellings, with its narrower
    /// concepts; a note's title; a heading; a concept spelled otherwise; a query.
    ///
    /// - Throws: ``KnowledgeBaseError/noSuchConcept(_:nearest:)`` when nothing treats it.
    public func scope(of topic: [String]) throws(KnowledgeBaseError) -> TopicScope? {
        let typed = topic.joined(separator: " ").split(separator: ",")
            .map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }.filter { !$0.isEmpty }
        guard !typed.isEmpty else { return nil }
        var found: [TopicScope] = []
        for name in typed { found.append(try TopicFinder(self, name).scope()) }
        guard let first = found.first, found.count > 1 else { return found.first }
        var scope = TopicScope(title: found.map(\.title).joined(separator: ", "))
        for (path, ranges) in first.lines { for range in ranges { scope.add(range, of: path) } }
        for other in found.dropFirst() {
            for (path, ranges) in other.lines { for range in ranges { scope.add(range, of: path) } }
        }
        return scope
    }
}

/// Finds what treats one topic.
struct TopicFinder {
    private let base: KnowledgeBase
    private let typed: String

    init(_ base: KnowledgeBase, _ typed: String) {
        self.base = base
        self.typed = typed
    }

    /// The lines that treat it.
    func scope() throws(KnowledgeBaseError) -> TopicScope {
        if isReference { return try reference() }
        var corrected: TopicScope?
        var nearest: [String] = []
        if base.vault.settings.concepts {
            let loaded = try base.catalog()
            switch loaded.catalog.resolve(typed) {
            case .concept(let index, nil):
                let scope = try concept([index], loaded, title: typed)
                if !scope.lines.isEmpty { return scope }
            case .concept(let index, let readAs?):
                corrected = try concept([index], loaded, title: readAs)
            case .ambiguous(let choices):
                let names = choices.map { loaded.catalog.concepts[$0] }
                // What the beginning of a name leaves open is all meant; an acronym of two things is not.
                guard names.allSatisfy({ $0.spellings.contains(where: holdsTyped) }) else {
                    throw .ambiguousConcept(typed, choices: names.map(\.name))
                }
                corrected = try concept(choices, loaded, title: typed)
            case .unknown(let names): nearest = names
            }
        }
        if let scope = try titled() { return scope }
        if let corrected, !corrected.lines.isEmpty { return corrected }
        if let scope = try queried() { return scope }
        throw .noSuchConcept(typed, nearest: nearest)
    }

    private func holdsTyped(_ spelling: String) -> Bool { spelling.lowercased().contains(typed.lowercased()) }

    // MARK: - Notes

    /// Whether it is written as the name of a file or of a place in one.
    private var isReference: Bool {
        let endings = [".md", ".markdown", ".mdx", ".txt", ".text"]
        if typed.hasPrefix("[[") || typed.contains("#") { return !typed.hasSuffix("#") && !typed.hasPrefix("#") }
        return endings.contains { typed.lowercased().hasSuffix($0) }
            || (typed.contains("/") && base.notePaths().contains(where: isPath))
    }

    /// Whether a note's path ends in what was typed but for its extension.
    private func isPath(_ path: String) -> Bool {
        let name = path.lastIndex(of: ".").map { path[..<$0] } ?? path[...]
        return name == typed || name.hasSuffix("/" + typed)
    }

    private func reference() throws(KnowledgeBaseError) -> TopicScope {
        let (note, section, _) = try base.note(typed)
        guard let section, note.sections.indices.contains(section) else {
            var scope = TopicScope(title: note.title)
            scope.add(LineRange(1, max(1, note.lineCount)), of: note.path)
            return scope
        }
        let found = note.sections[section]
        var scope = TopicScope(title: note.text(found.title))
        scope.add(LineRange(found.lines.first, found.lastLine), of: note.path)
        return scope
    }

    /// The notes with this title, or else the sections with this heading.
    private func titled() throws(KnowledgeBaseError) -> TopicScope? {
        let wanted = typed.lowercased()
        var scope = TopicScope(title: typed)
        let listings = try base.notes(passing: NoteFilter(), by: .path)
        for listing in listings where listing.title.lowercased() == wanted {
            scope.add(LineRange(1, .max), of: listing.path)
        }
        return scope.lines.isEmpty ? nil : scope
    }

    // MARK: - Concepts

    private func concept(
        _ indexes: [Int], _ loaded: LoadedCatalog, title: String
    ) throws(KnowledgeBaseError) -> TopicScope {
        let narrower = NarrowerConcepts(loaded.catalog).all(of: indexes)
        let heads = indexes + narrower
        var parts = ConceptParts(of: heads, in: loaded.catalog)
        base.read(try base.holders(of: heads, in: loaded.catalog), loaded) { note, mentions in
            parts.add(note, mentions)
        }
        let exact = ConceptScope(
            title: title, of: indexes, narrower: narrower, parts: parts, in: loaded.catalog)
        let scope = gathered(exact, from: try holders(of: heads + parts.parts, loaded), loaded)
        guard scope.size < TopicFinder.fewLines, loaded.notes <= KnowledgeBase.mostNotesForCounting else {
            return scope
        }
        let wide = ConceptScope(
            title: title, of: indexes, narrower: narrower, parts: parts, in: loaded.catalog, isWide: true)
        return gathered(wide, from: try base.allNotes(), loaded)
    }

    /// A topic that fewer lines treat is looked for under parts of its name too.
    private static let fewLines = 60

    private func gathered(
        _ empty: ConceptScope, from notes: [ConceptPlaces.Holder], _ loaded: LoadedCatalog
    ) -> TopicScope {
        var found = empty
        base.read(notes, loaded) { note, mentions in found.add(note, mentions) }
        return found.scope
    }

    /// The notes to look at: those that hold one of `concepts`; all of a small vault, where a folder or a heading may say
    /// what a note is about.
    private func holders(
        of concepts: [Int], _ loaded: LoadedCatalog
    ) throws(KnowledgeBaseError) -> [ConceptPlaces.Holder] {
        loaded.notes <= KnowledgeBase.mostNotesForCounting
            ? try base.allNotes() : try base.holders(of: concepts, in: loaded.catalog)
    }

    // MARK: - Queries

    /// The sections that hold the words best.
    private func queried() throws(KnowledgeBaseError) -> TopicScope? {
        let options = SearchOptions(limit: TopicFinder.mostHits)
        let answer = try base.search(typed, options: options, today: Day(daysSinceEpoch: 0))
        guard let best = answer.hits.first?.score else { return nil }
        var scope = TopicScope(title: typed)
        for hit in answer.hits where hit.score >= best * TopicFinder.leastShare {
            scope.add(hit.lines, of: hit.path)
        }
        return scope
    }

    private static let mostHits = 40
    /// Sections that score less against the best one only mention the words.
    private static let leastShare = 0.5
}
