public import KBModel
import KBParse
import KBStore

/// A vault that answers questions: the one engine behind every front end.
///
/// Opening reads nothing. The first question looks for changed notes and brings the index up to date, unless that
/// was forbidden; later questions to the same value answer from the same index. Not to be shared between threads.
public final class KnowledgeBase {
    /// Whether the index is brought up to date before the first answer.
    public enum Freshness: Sendable {
        /// Look for changes and index them first.
        case upToDate
        /// Answer from the index as it is; fail when there is none.
        case asIndexed
    }

    /// The vault that is asked.
    public let vault: Vault
    /// What the reader should know about the answers so far, in the order it happened.
    public private(set) var remarks: [Remark] = []

    private let freshness: Freshness
    private let progress: ((Progress) -> Void)?
    private var store: Store?
    private let library: NoteLibrary

    /// Prepares to answer questions about `vault`; `progress` is told how far long work has come, at most every 1 %.
    public init(vault: Vault, freshness: Freshness = .upToDate, progress: ((Progress) -> Void)? = nil) {
        self.vault = vault
        self.freshness = freshness
        self.progress = progress
        library = NoteLibrary(vault: vault)
        if vault.isIndexMoved { remarks.append(.indexMoved(to: vault.indexFile)) }
    }

    // MARK: - The index

    /// Brings the index up to date: all notes, or only `paths` (files or folders, absolute or in the vault).
    ///
    /// With `rebuilding`, everything is read anew. Waits for another indexer of the same vault to finish.
    /// - Throws: ``KnowledgeBaseError/noSuchNote(_:nearest:)`` for a path where no note is or was.
    public func refresh(
        paths: [String]? = nil, rebuilding: Bool = false
    ) throws(KnowledgeBaseError) -> RefreshReport {
        var indexer = Indexer(vault: vault, progress: progress)
        var inVault: [String]?
        if let paths {
            inVault = []
            for path in paths { inVault?.append(try library.pathInVault(path)) }
        }
        let (store, report) = try indexer.refresh(paths: inVault, rebuilding: rebuilding, patience: .waits)
        remarks += indexer.remarks
        self.store = store
        return report
    }

    /// The index, brought up to date first unless that was forbidden.
    private func opened() throws(KnowledgeBaseError) -> Store {
        if let store { return store }
        switch freshness {
        case .upToDate:
            var indexer = Indexer(vault: vault, progress: progress)
            let (fresh, _) = try indexer.refresh(patience: .answersFromOldIndex)
            remarks += indexer.remarks
            store = fresh
            return fresh
        case .asIndexed:
            let found = try asking { () throws(StoreError) in try Store(path: vault.indexFile, isReadOnly: true) }
            store = found
            return found
        }
    }

    /// Runs a question to the store, whose errors it makes those of the engine.
    private func asking<Answer>(_ body: () throws(StoreError) -> Answer) throws(KnowledgeBaseError) -> Answer {
        do throws(StoreError) {
            return try body()
        } catch {
            if error.isMendedByRebuilding { throw .noIndex(error.description) }
            throw .store(path: vault.indexFile, message: error.description)
        }
    }

    // MARK: - Questions

    /// Ranks the sections that satisfy the query `text`, best first; ties by path in byte order, then by line.
    ///
    /// `today` resolves relative days such as `after:7d`.
    public func search(
        _ text: String, options: SearchOptions, today: Day
    ) throws(KnowledgeBaseError) -> SearchAnswer {
        let query: Query
        do throws(QueryError) {
            query = try Query(parsing: text, today: today)
        } catch {
            throw .query(error, text: text)
        }
        let store = try opened()
        let library = library
        let answer = try asking { () throws(StoreError) in
            try store.reading { () throws(StoreError) in
                try Searcher(store: store, options: options, read: { library.note(at: $0) }).answer(query)
            }
        }
        remarkChanges(answer.hits)
        return answer
    }

    /// Says which notes among the hits are no longer as they were indexed.
    private func remarkChanges(_ hits: [Hit]) {
        var seen: Set<String> = []
        for hit in hits where hit.headingPath.isEmpty && hit.snippet.text.isEmpty && seen.insert(hit.path).inserted {
            remarks.append(.changedMeanwhile(path: hit.path))
        }
    }

    /// The note that `reference` names, with the index of the section and the line that an anchor in it names.
    ///
    /// `NOTE` is a path (in the vault, or of the file system), a file name, a title or an alias, case-blind, or the
    /// beginning of one; `#HEADING` a heading's words or slug, `#H1#H2` one under the other, `#^id` a block, `:LINE` a
    /// line.
    public func note(_ reference: String) throws(KnowledgeBaseError) -> (note: Note, section: Int?, line: Int?) {
        let store = try opened()
        let parts = NoteReference(reference)
        let (notes, names) = try asking { () throws(StoreError) in (try store.notes(), try store.names()) }
        var aliases: [Int: [String]] = [:]
        for name in names where name.kind == .alias { aliases[name.note, default: []].append(name.text) }
        let lookup = NoteLookup(
            notes.map { NoteLookup.Entry(path: $0.path, title: $0.title, aliases: aliases[$0.id] ?? []) })
        let typed = parts.name.hasPrefix("/") ? (try? library.pathInVault(parts.name)) ?? parts.name : parts.name
        let path = try lookup.path(of: typed)
        let note = try library.readNote(at: path)
        guard let place = parts.place else { return (note, nil, nil) }
        let (section, line) = try HeadingLookup.find(place, in: note)
        return (note, section, line)
    }

    /// The notes that pass `filter`, in `order`.
    public func notes(
        passing filter: NoteFilter, by order: NoteOrder
    ) throws(KnowledgeBaseError) -> [NoteListing] {
        let store = try opened()
        return try asking { () throws(StoreError) in try NoteLister(store: store).notes(passing: filter, by: order) }
    }

    /// All tags, by name.
    public func tags() throws(KnowledgeBaseError) -> [TagCount] {
        let store = try opened()
        return try asking { () throws(StoreError) in try NoteLister(store: store).tags() }
    }

    /// The issues of all notes, by path and line: what parsing found, links that lead nowhere or to several notes, and
    /// what could not be read. Reads every note.
    public func issues() throws(KnowledgeBaseError) -> [LocatedIssue] {
        try Examination(vault: vault, library: library, progress: progress).issues()
    }

    /// What is known of the vault and its index. Never refreshes.
    public func status() throws(KnowledgeBaseError) -> VaultStatus {
        try StatusReader(vault: vault).status()
    }

    /// Paths of all notes, in byte order, for completion. Never refreshes; empty when there is no index.
    public func notePaths() -> [String] {
        guard let store = store ?? (try? Store(path: vault.indexFile, isReadOnly: true)) else { return [] }
        let paths = (try? store.stamps().map(\.path)) ?? []
        return paths.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }
}
