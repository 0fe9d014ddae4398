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

    /// The vault that is asked. Its index moves to the user's cache when its own cannot be written and is of no use.
    public private(set) var vault: Vault
    /// What the reader should know about the answers so far, in the order it happened.
    public internal(set) var remarks: [Remark] = []

    private let freshness: Freshness
    let progress: ((Progress) -> Void)?
    private var store: Store?
    let library: NoteLibrary
    /// The concepts of the vault, once they were asked for.
    var knownCatalog: LoadedCatalog?
    /// The log of what a person did, as it was last read or written.
    var knownLog: StudyLogFile.Snapshot?
    /// What tells the notes from which a change was planned last from others, in this process.
    private(set) var plannedFrom: Int?
    /// The folders that could not be read when a change was planned last, each ending in `/`.
    private(set) var unreadFolders: [String] = []
    /// What tells the events that this value writes from those of others.
    let logOrigin = StudyLogAppender.drawnOrigin()

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
    /// With `rebuilding`, everything is read anew. Waits for another indexer of the same vault to finish. A path where
    /// something stands that is no note is an issue of the report.
    /// - Throws: ``KnowledgeBaseError/noSuchNote(_:nearest:)`` for a path where no note is or was.
    public func refresh(
        paths: [String]? = nil, rebuilding: Bool = false
    ) throws(KnowledgeBaseError) -> RefreshReport {
        for path in paths ?? [] { try requireNote(at: path) }
        return try index(paths: paths, rebuilding: rebuilding, patience: .waits).report
    }

    /// Refuses a path that is a slip of the keyboard: nothing is there, and nothing was.
    private func requireNote(at path: String) throws(KnowledgeBaseError) {
        let inVault = try library.pathInVault(path)
        guard !FilePath.isPresent(FilePath.join(vault.root, inVault)), NoteFileName.couldBeNote(inVault) else { return }
        let known = notePaths()
        let folder = inVault + "/"
        guard !known.contains(where: { $0 == inVault || $0.hasPrefix(folder) }) else { return }
        throw .noSuchNote(path, nearest: NearestName.nearest(to: inVault, among: known))
    }

    @discardableResult
    private func index(
        paths: [String]? = nil, rebuilding: Bool = false, patience: Indexer.Patience
    ) throws(KnowledgeBaseError) -> Indexer.Refreshed {
        store = nil
        knownCatalog = nil
        var indexer = Indexer(vault: vault, progress: progress)
        let done = try indexer.refresh(paths: paths, rebuilding: rebuilding, patience: patience)
        remarks += indexer.remarks
        vault = indexer.vault
        store = done.store
        return done
    }

    /// The index, brought up to date first unless that was forbidden.
    private func opened() throws(KnowledgeBaseError) -> Store {
        if let store { return store }
        if freshness == .upToDate { return try index(patience: .answersFromOldIndex).store }
        do throws(StoreError) {
            let found = try Store(path: vault.indexFile, isReadOnly: true)
            store = found
            return found
        } catch {
            throw failure(error)
        }
    }

    /// Whether the index was opened, and so brought up to date if that is allowed.
    var isOpened: Bool { store != nil }

    /// Drops what is known of the notes, which were changed, and brings the index up to date if that is allowed, unless
    /// that is left to the next question. What then stands in the way of the index shows with the next question.
    func forgetNotes(refreshing: Bool = true) {
        library.forget()
        store = nil
        knownCatalog = nil
        if refreshing, freshness == .upToDate { _ = try? index(patience: .answersFromOldIndex) }
    }

    /// Brings the index up to date, waiting for another indexer, before a change of notes is worked out: a link that the index
    /// does not know of would break. Whatever plans a change begins with it.
    ///
    /// - Throws: ``KnowledgeBaseError/refused(_:)`` where refreshing was forbidden, or the index cannot be written.
    public func prepareToPlan() throws(KnowledgeBaseError) {
        guard freshness == .upToDate else {
            throw .refused("notes are changed only when all their links are known; leave out --no-refresh")
        }
        library.forget()
        let told = remarks.count
        let report = try index(patience: .waits).report
        unreadFolders = report.issues.filter { $0.issue.kind == .unreadable }.map(\.path).filter { $0.hasSuffix("/") }
        let isStale = remarks[told...].contains { if case .staleAndReadOnly = $0 { true } else { false } }
        guard !isStale else {
            remarks.removeSubrange(told...)
            throw .refused(
                "notes are changed only when all their links are known, and the index \(vault.indexFile), which is older than "
                    + "the notes, cannot be written; name another folder with --index-dir")
        }
        var state = Hasher()
        for stamp in try asking({ store throws(StoreError) in try store.stamps() }) {
            state.combine(stamp.note)
            state.combine(PathKey(stamp.path))
            state.combine(stamp.stamp.size)
            state.combine(stamp.stamp.modified)
            state.combine(stamp.stamp.hash)
        }
        plannedFrom = state.finalize()
    }

    private func failure(_ error: StoreError) -> KnowledgeBaseError {
        error.isMendedByRebuilding
            ? .noIndex(error.description) : .store(path: vault.indexFile, message: error.description)
    }

    /// Asks the index, all from one state of it. Damage that shows only now is mended, unless that was forbidden.
    func asking<Answer>(
        _ body: (Store) throws(StoreError) -> Answer
    ) throws(KnowledgeBaseError) -> Answer {
        let store = try opened()
        do throws(StoreError) {
            return try store.reading { () throws(StoreError) in try body(store) }
        } catch {
            guard case .damaged = error, freshness == .upToDate else { throw failure(error) }
        }
        let mended = try index(rebuilding: true, patience: .waits).store
        remarks.append(.rebuilt(because: "it was damaged"))
        do throws(StoreError) {
            return try mended.reading { () throws(StoreError) in try body(mended) }
        } catch {
            throw failure(error)
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
            query = try options.isPlain ? Query(plain: text) : Query(parsing: text, today: today)
        } catch {
            throw .query(error, text: text)
        }
        let (library, options, vocabulary) = (library, options, vocabulary())
        let findsConcepts = vault.settings.concepts
        var changed: [String] = []
        var catalog = knownCatalog
        let answer = try asking { store throws(StoreError) in
            let concept = { (name: String) throws(StoreError) in
                guard findsConcepts else { return NamedConcept(typed: name, spellings: []) }
                let current = try LoadedCatalog.current(catalog, store, vocabulary: vocabulary)
                catalog = current
                return NamedConcept(name, in: current.catalog)
            }
            return try Searcher(store: store, options: options, vocabulary: vocabulary, concept: concept) {
                location, sections in
                guard options.readsNotes else { return nil }
                let read = library.note(at: location.path, sections: sections, ifContentIs: location.hash)
                if read?.hash != location.hash, !changed.contains(location.path) { changed.append(location.path) }
                return read?.note
            }.answer(query)
        }
        knownCatalog = catalog
        remarks += changed.map { .changedMeanwhile(path: $0) }
        return answer
    }

    /// The notes that pass `filter`, in `order`.
    public func notes(
        passing filter: NoteFilter, by order: NoteOrder
    ) throws(KnowledgeBaseError) -> [NoteListing] {
        try asking { store throws(StoreError) in try NoteLister(store: store).notes(passing: filter, by: order) }
    }

    /// All tags, by name.
    public func tags() throws(KnowledgeBaseError) -> [TagCount] {
        try asking { store throws(StoreError) in try NoteLister(store: store).tags() }
    }

    /// The issues of all notes, by path and line: what parsing found, links that lead nowhere or to several notes, and
    /// what could not be read. Reads every note.
    public func issues() throws(KnowledgeBaseError) -> [LocatedIssue] {
        try Examination(vault: vault, library: library, progress: progress).issues()
    }

    /// What is known of the vault and its index. Never refreshes.
    public func status() throws(KnowledgeBaseError) -> VaultStatus {
        var status = try StatusReader(vault: vault).status()
        status.pendingChange = ChangeFolder.pendingChange(ChangeFiles(root: vault.root))
        return status
    }

    /// Paths of all notes, in byte order, for completion. Never refreshes; empty when there is no index.
    public func notePaths() -> [String] {
        let paths = (try? asIndexed?.stamps().map(\.path)) ?? []
        return paths.sorted(by: ByteOrder.precedes)
    }

    /// The index as it is, never refreshed; nil when there is none.
    var asIndexed: Store? { store ?? (try? Store(path: vault.indexFile, isReadOnly: true)) }
}
