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

    /// More changed notes than this share of all are faster indexed from nothing.
    private static let shareForRebuild = 5
    /// Fewer changed notes than this are never worth a rebuild.
    private static let fewestForRebuild = 500

    let vault: Vault
    let progress: ((Progress) -> Void)?
    private(set) var remarks: [Remark] = []

    init(vault: Vault, progress: ((Progress) -> Void)?) {
        self.vault = vault
        self.progress = progress
    }

    /// Looks for changed notes, indexes them and opens the index.
    ///
    /// `paths` (in the vault; a folder stands for all in it) limits what is looked at, unless there is no index yet.
    mutating func refresh(
        paths: [String]? = nil, rebuilding: Bool = false, patience: Patience
    ) throws(KnowledgeBaseError) -> (store: Store, report: RefreshReport) {
        // An index that another process replaces while it is updated is opened and looked at once more.
        for _ in 0..<3 {
            do throws(StoreError) {
                if rebuilding { return try build(because: "asked for") }
                let store = try Store(path: vault.indexFile)
                if let done = try update(store, paths: paths, patience: patience) { return done }
                return try build(because: "much has changed")
            } catch {
                switch error {
                case .replaced: continue
                case .missing: return try building(because: "there was none", unless: .missing(path: vault.indexFile))
                case .otherSchema:
                    return try building(because: "it was written by another version of kb", unless: error)
                case .damaged: return try building(because: "it was damaged", unless: error)
                case .busy, .notWritable, .failed: throw failure(error)
                }
            }
        }
        throw failure(.busy("other processes keep replacing it"))
    }

    private func failure(_ error: StoreError) -> KnowledgeBaseError {
        .store(path: vault.indexFile, message: error.description)
    }

    // MARK: - From nothing

    private mutating func building(
        because reason: String, unless trouble: StoreError
    ) throws(KnowledgeBaseError) -> (store: Store, report: RefreshReport) {
        do throws(StoreError) {
            return try build(because: reason)
        } catch {
            throw failure(error)
        }
    }

    /// Indexes every note into a new file that takes the old one's place.
    private func build(because reason: String) throws(StoreError) -> (store: Store, report: RefreshReport) {
        guard let lock = try WriterLock.acquire(for: vault.indexFile, waiting: true) else {
            throw .busy("another process writes it")
        }
        let scan = try scan(KnownNotes())
        var report = RefreshReport(issues: scan.issues)
        report.rebuilt = reason
        let builder = try IndexBuilder(lock)
        report.issues += try forEachNote(at: scan.added.map(\.path)) { note throws(StoreError) in
            try builder.add(note)
            report.added += 1
        }
        try builder.finish()
        let store = try Store(path: vault.indexFile)
        return (store, try counted(report, in: store))
    }

    // MARK: - What changed

    /// Indexes what changed since; nil when so much did that the index is better built anew.
    private mutating func update(
        _ store: Store, paths: [String]?, patience: Patience
    ) throws(StoreError) -> (store: Store, report: RefreshReport)? {
        let stamps = try store.stamps()
        var known = KnownNotes(reserving: stamps.count)
        for stamp in stamps { known.append(path: stamp.path, stamp: stamp.stamp) }
        let scan = try scan(known).limited(to: paths)
        var report = RefreshReport(issues: scan.issues)
        guard !scan.isUnchanged else { return (store, try counted(report, in: store)) }
        let differing = scan.added.count + scan.changed.count + scan.removed.count
        guard store.isWritable else {
            remarks.append(.staleAndReadOnly(notes: differing))
            return (store, try counted(report, in: store))
        }
        if paths == nil, differing > max(Indexer.fewestForRebuild, stamps.count / Indexer.shareForRebuild) {
            return nil
        }
        guard let lock = try WriterLock.acquire(for: vault.indexFile, waiting: patience == .waits) else {
            remarks.append(.refreshedElsewhere)
            return (store, try counted(report, in: store))
        }
        // Another writer may have been faster between the first look and the lock.
        guard try store.stamps() == stamps else { throw .replaced }
        let numbers = Dictionary(stamps.map { ($0.path, $0.note) }, uniquingKeysWith: { first, _ in first })
        try apply(scan, to: store, lock, numbers: numbers, report: &report)
        if paths == nil, try store.isRebuildDue() { return nil }
        return (store, try counted(report, in: store))
    }

    private func apply(
        _ scan: ScanResult, to store: Store, _ lock: WriterLock, numbers: [String: Int], report: inout RefreshReport
    ) throws(StoreError) {
        let known = Dictionary(scan.changed.map { ($0.note.path, $0.known) }, uniquingKeysWith: { first, _ in first })
        let paths = (scan.added.map(\.path) + scan.changed.map(\.note.path)).sorted()
        try store.update(lock) { update throws(StoreError) in
            for path in scan.removed {
                if let number = numbers[path] { try update.remove(note: number) }
                report.removed += 1
            }
            report.issues += try forEachNote(at: paths) { note throws(StoreError) in
                guard let number = numbers[note.note.path] else {
                    try update.add(note)
                    report.added += 1
                    return
                }
                if let before = known[note.note.path], before.hash == note.stamp.hash, before.size == note.stamp.size {
                    try update.restamp(note: number, note.stamp)
                } else {
                    try update.remove(note: number)
                    try update.add(note)
                    report.changed += 1
                }
            }
        }
    }

    // MARK: - Both

    /// Reads and parses the notes at `paths`, in order, and returns their issues; what cannot be read is one.
    private func forEachNote(
        at paths: [String], _ body: (IndexedNote) throws(StoreError) -> Void
    ) throws(StoreError) -> [LocatedIssue] {
        let reader = FileReader(vault: vault, paths: paths)
        var parser = NoteParser()
        var meter = ProgressMeter(phase: "indexing", total: paths.count, progress: progress)
        var issues: [LocatedIssue] = []
        while let file = reader.next() {
            switch file.content {
            case .failure(let error):
                if !error.isMissing { issues.append(LocatedIssue(path: file.path, issue: error.issue)) }
            case .success(let content):
                let note = parser.parse(content.bytes, path: file.path)
                for issue in note.issues { issues.append(LocatedIssue(path: file.path, issue: issue)) }
                try body(IndexedNote(reading: note, stamp: content.stamp))
            }
            meter.advance()
        }
        return issues
    }

    private func scan(_ known: KnownNotes) throws(StoreError) -> ScanResult {
        do throws(KnowledgeBaseError) {
            return try VaultScanner(vault: vault).scan(known: known)
        } catch {
            if case .unreadable(let path, let message) = error {
                throw .failed(code: 0, "cannot look for notes in \(path): \(message)")
            }
            throw .failed(code: 0, "cannot look for notes")
        }
    }

    private func counted(_ report: RefreshReport, in store: Store) throws(StoreError) -> RefreshReport {
        var report = report
        let size = try store.size()
        report.notes = size.notes
        report.sections = size.sections
        report.issues.sort {
            ($0.path, $0.issue.line, $0.issue.message) < ($1.path, $1.issue.line, $1.issue.message)
        }
        return report
    }
}

extension IndexedNote {
    /// `note` with what the index keeps beside it: its day and what its links point at.
    init(reading note: Note, stamp: FileStamp) {
        var seen: Set<String> = []
        let targets = note.links.compactMap { LinkTarget(of: $0, in: note.path)?.stored }
        self.init(
            note: note, stamp: stamp, day: NoteDay.day(of: note, modified: stamp.modified).daysSinceEpoch,
            linkTargets: targets.filter { seen.insert($0).inserted })
    }
}

extension FileBytes.ReadError {
    /// The trouble as an issue of the note that could not be read.
    var issue: Issue {
        let kind: Issue.Kind = if case .tooLarge = self { .tooLarge } else { .unreadable }
        return Issue(kind, .error, line: 1, "not indexed: \(message)")
    }
}
