import KBConcepts
public import KBModel
import KBStore

extension KnowledgeBase {
    // MARK: - Links

    /// The links of the note `reference`, in its order; those under one heading when it names one. Addresses outside the
    /// vault are left out unless `isExternal`.
    ///
    /// `reference` is read as ``note(_:from:)`` reads it.
    public func links(
        of reference: String, from workingFolder: String? = nil, includingExternal isExternal: Bool = false
    ) throws(KnowledgeBaseError) -> [LinkUse] {
        let (note, section, line) = try note(reference, from: workingFolder)
        let links = try asking { store throws(StoreError) in try VaultLinks(store) }
        var lines = 1...Int.max
        if let section = section ?? line.flatMap(note.section(at:)) {
            let chosen = note.sections[section]
            lines = chosen.lines.first...max(chosen.lines.first, chosen.lastLine)
        }
        return LinkFinder(links: links, vault: vault).links(of: note, on: lines, includingExternal: isExternal)
    }

    /// The links of other notes to the note `reference`, or to the heading or block in it that it names, by path in byte
    /// order, then in the order of each note.
    ///
    /// `reference` is read as ``note(_:from:)`` reads it.
    public func backlinks(
        to reference: String, from workingFolder: String? = nil
    ) throws(KnowledgeBaseError) -> [LinkUse] {
        let (note, found, line) = try note(reference, from: workingFolder)
        let section = found ?? line.flatMap(note.section(at:))
        let links = try asking { store throws(StoreError) in try VaultLinks(store) }
        guard let number = links.number(of: note.path) else { return [] }
        let finder = LinkFinder(links: links, vault: vault)
        // A line stands for its section: links name blocks, not lines.
        var block: Int?
        if case .block = NoteReference(reference).place { block = line }
        let place = section.map { (section: $0, block: block) }
        return links.sources(of: number).filter { $0 != number }.flatMap { source in
            library.note(at: links.records[source].path).map { finder.links(from: $0.note, to: note, place: place) }
                ?? []
        }
    }

    /// Where other notes name the note `reference`, or the heading in it that it names, without a link: its title, its
    /// file name and its aliases outside links and code, by path in byte order, then by position. The target is the note.
    ///
    /// `reference` is read as ``note(_:from:)`` reads it.
    public func unlinkedMentions(
        of reference: String, from workingFolder: String? = nil
    ) throws(KnowledgeBaseError) -> [LinkUse] {
        let (note, section, _) = try note(reference, from: workingFolder)
        let names =
            section.map { [note.text(note.sections[$0].title)] }
            ?? [note.title, LinkResolver.name(of: note.path)] + note.aliases
        let finder = UnlinkedMentionFinder(names: names)
        let paths = try asking { store throws(StoreError) in try finder.candidates(in: store) }
        return paths.filter { $0 != note.path }.flatMap { path in
            library.note(at: path).map { finder.uses(of: note, in: $0.note) } ?? []
        }
    }

    /// The links that the note `reference` may want, best first; at most `limit`. Reads every note.
    ///
    /// `reference` is read as ``note(_:from:)`` reads it; a place in it makes no difference.
    public func suggestions(
        for reference: String, from workingFolder: String? = nil, limit: Int
    ) throws(KnowledgeBaseError) -> NoteSuggestions {
        let path = try note(reference, from: workingFolder).note.path
        let links = try asking { store throws(StoreError) in try VaultLinks(store) }
        guard let number = links.number(of: path) else { return NoteSuggestions(note: path, suggestions: []) }
        return SuggestionReader(vault: vault, progress: progress).suggester(links).suggestions(
            for: number, limit: limit)
    }

    /// Hands the links that each note may want to `visit`, by path in byte order, until it returns false; at most `limit`
    /// a note. Reads every note.
    public func suggestions(
        limit: Int, _ visit: (NoteSuggestions) -> Bool
    ) throws(KnowledgeBaseError) {
        let links = try asking { store throws(StoreError) in try VaultLinks(store) }
        let suggester = SuggestionReader(vault: vault, progress: progress).suggester(links)
        var meter = ProgressMeter(phase: "suggesting", total: links.records.count, progress: progress)
        for number in links.records.indices {
            guard visit(suggester.suggestions(for: number, limit: limit)) else { return }
            meter.advance()
        }
    }
}
