import KBModel
import KBParse
import KBStore

/// Brings the index of a vault up to date with its notes.
struct Indexer {
    /// Whom to wait for.
    enum Patience {
        /// For another writer to finish: the reader asked for this very work.
        case waits
        /// For nobody, unless there is no index at all.
        case answersFromOldIndex
    }

    /// An open index with what was done to bring it up to date.
    typealias Refreshed = (store: Store, report: RefreshReport)

    /// More changed notes than this share of all are faster indexed from nothing.
    private static let shareForRebuild = 5
    /// Fewer changed notes than this are never worth a rebuild.
    private static let fewestForRebuild = 500
    /// How often the index is opened anew when another process changes it underfoot. From the second time on this
    /// process holds the lock, so a third is only needed when the file turns out damaged as well.
    private static let mostAttempts = 4

    private(set) var vault: Vault
    let progress: ((Progress) -> Void)?
    /// Who watches what is looked at, and is told before that.
    var folders: WatchedFolders?
    /// Asked between notes whether to stop, which leaves the index as it was.
    var isStopping: () -> Bool = { false }
    private(set) var remarks: [Remark] = []
    /// The right to write, once it was needed: from then on nobody else changes the index.
    private var lock: WriterLock?
    /// Why the notes could not be looked for, or were not: no trouble of the index.
    private var ownError: KnowledgeBaseError?

    init(vault: Vault, progress: ((Progress) -> Void)?) {
        self.vault = vault
        self.progress = progress
    }

    /// Looks for changed notes, indexes them and opens the index.
    ///
    /// `paths` (absolute or in the vault; a folder stands for all in it) limits what is looked at, unless there is no
    /// index yet.
    mutating func refresh(
        paths: [String]? = nil, rebuilding: Bool = false, patience: Patience
    ) throws(KnowledgeBaseError) -> Refreshed {
        defer { lock = nil }
        do throws(StoreError) {
            for _ in 0..<Indexer.mostAttempts {
                if let done = try attempt(paths: paths, rebuilding: rebuilding, patience: patience) { return done }
            }
            throw .busy("other processes keep replacing it")
        } catch {
            throw ownError ?? .store(path: vault.indexFile, message: error.description)
        }
    }

    /// Nil when another process has changed the index meanwhile and it has to be looked at once more.
    private mutating func attempt(
        paths: [String]?, rebuilding: Bool, patience: Patience
    ) throws(StoreError) -> Refreshed? {
        do throws(StoreError) {
            if rebuilding {
                try waitForLock()
                return try build(because: "asked for")
            }
            return try update(try Store(path: vault.indexFile), paths: paths, patience: patience)
        } catch {
            switch error {
            case .replaced: return nil
            case .missing: return try buildFirst(because: "there was none")
            case .otherSchema: return try mend(because: "it was written by another version of kb")
            case .damaged: return try mend(because: "it was damaged")
            case .busy, .notWritable, .failed: throw error
            }
        }
    }

    // MARK: - The lock

    /// Waits for the right to write; false when another process held it until now, and may have changed the index.
    @discardableResult
    private mutating func waitForLock() throws(StoreError) -> Bool {
        if lock != nil { return true }
        lock = try WriterLock.acquire(for: vault.indexFile, waiting: false)
        if lock != nil { return true }
        lock = try WriterLock.acquire(for: vault.indexFile, waiting: true)
        return false
    }

    /// Turns to the index in the user's cache, where there is one to turn to.
    private mutating func moveIndex() -> Bool {
        guard let fallback = vault.fallbackIndexFile, fallback != vault.indexFile else { return false }
        vault.indexFile = fallback
        vault.fallbackIndexFile = nil
        vault.isIndexMoved = true
        lock = nil
        remarks.append(.indexMoved(to: fallback))
        return true
    }

    // MARK: - From nothing

    /// Builds the index in the place of one that cannot be used, and says so.
    private mutating func mend(because reason: String) throws(StoreError) -> Refreshed? {
        let done = try buildFirst(because: reason)
        if done != nil { remarks.append(.rebuilt(because: reason)) }
        return done
    }

    /// Builds the index where there is none to answer from, unless another process has just done so.
    private mutating func buildFirst(because reason: String) throws(StoreError) -> Refreshed? {
        do throws(StoreError) {
            guard try waitForLock() else { return nil }
            return try build(because: reason)
        } catch {
            if case .notWritable = error, moveIndex() { return nil }
            throw error
        }
    }

    /// Indexes every note into a new file that takes the old one's place.
    private mutating func build(because reason: String) throws(StoreError) -> Refreshed {
        guard let lock else { throw .busy("another process writes it") }
        let scan = try scan(KnownNotes())
        var report = RefreshReport(issues: scan.issues)
        report.rebuilt = reason
        let builder = try IndexBuilder(lock, holdsTerms: vault.settings.concepts)
        let reader = NoteReader(vault: vault, paths: scan.added.map(\.path), progress: progress)
        while let note = reader.next() {
            try stopIfAsked()
            guard let indexed = note.indexed else { continue }
            try builder.add(indexed)
            report.added += 1
        }
        report.issues += reader.issues
        try builder.finish(
            starting: { task in Worker.start(task).map { worker in worker.join } }, finding: StandingFinder.standing)
        let store = try Store(path: vault.indexFile)
        return (store, try counted(report, in: store))
    }

    // MARK: - What changed

    private mutating func update(
        _ store: Store, paths: [String]?, patience: Patience
    ) throws(StoreError) -> Refreshed? {
        let generation = try store.generation()
        let known = try KnownNotes(in: store)
        let scan = try scan(known, only: paths)
        var report = RefreshReport(issues: scan.issues)
        // Notes with terms beside notes without would give wrong answers about concepts.
        let isToggled = try store.holdsTerms() != vault.settings.concepts
        guard !scan.isUnchanged || isToggled && store.isWritable else {
            // Whoever asks for the index to be in order gets rid of what a killed run left.
            if patience == .waits, store.isWritable {
                _ = try? WriterLock.acquire(for: vault.indexFile, waiting: false)
            }
            return (store, try counted(report, in: store))
        }
        guard store.isWritable else {
            remarks.append(.staleAndReadOnly(notes: scan.differing))
            return (store, try counted(report, in: store))
        }
        do throws(StoreError) {
            if lock == nil { lock = try WriterLock.acquire(for: vault.indexFile, waiting: patience == .waits) }
        } catch {
            // The folder can be written but not the lock, which another user's kb has made.
            guard case .notWritable = error else { throw error }
            remarks.append(.staleAndReadOnly(notes: scan.differing))
            return (store, try counted(report, in: store))
        }
        guard let lock else {
            remarks.append(.refreshedElsewhere)
            return (store, try counted(report, in: store))
        }
        // Another writer may have been faster between the first look and the lock.
        guard try store.generation() == generation else { return nil }
        if isToggled { return try build(because: "concepts were turned \(vault.settings.concepts ? "on" : "off")") }
        if paths == nil, scan.differing > max(Indexer.fewestForRebuild, known.count / Indexer.shareForRebuild) {
            return try build(because: "much has changed")
        }
        let stamps = try store.stamps()
        let run = UpdateRun(vault: vault, scan: scan, known: stamps, progress: progress)
        try run.apply(to: store, lock, &report, before: { () throws(StoreError) in try stopIfAsked() })
        if paths == nil, try store.isRebuildDue() {
            var rebuilt = try build(because: "much has changed")
            rebuilt.report.touched = report.touched
            return rebuilt
        }
        return (store, try counted(report, in: store))
    }

    // MARK: - Both

    private mutating func stopIfAsked() throws(StoreError) {
        guard isStopping() else { return }
        ownError = .interrupted
        throw .failed(code: 0, "interrupted")
    }

    private mutating func scan(_ known: KnownNotes, only paths: [String]? = nil) throws(StoreError) -> ScanResult {
        do throws(KnowledgeBaseError) {
            var scanner = VaultScanner(vault: vault)
            scanner.watch = folders
            guard let paths else { return try scanner.scan(known: known) }
            return try scanner.scan(known: known, only: paths)
        } catch {
            ownError = error
            throw .failed(code: 0, "cannot look for notes")
        }
    }

    private func counted(_ report: RefreshReport, in store: Store) throws(StoreError) -> RefreshReport {
        var report = report
        let size = try store.size()
        report.notes = size.notes
        report.sections = size.sections
        report.issues.sort(by: LocatedIssue.isBefore)
        return report
    }
}

extension ScanResult {
    /// How many notes are not as the index knows them.
    var differing: Int { added.count + changed.count + removed.count }
}
