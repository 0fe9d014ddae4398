import KBModel
import KBStore

/// Writes into an index what a scan found to differ, so that it holds what a new one would.
struct UpdateRun {
    private let scan: ScanResult
    private let numbers: [PathKey: Int]
    private let before: [PathKey: FileStamp]
    private let reader: NoteReader

    /// Begins to read the notes that are new or differ; `known` are those that the index holds.
    init(vault: Vault, scan: ScanResult, known: [NoteStamp], progress: ((Progress) -> Void)?) {
        self.scan = scan
        numbers = Dictionary(known.map { (PathKey($0.path), $0.note) }, uniquingKeysWith: { first, _ in first })
        before = Dictionary(
            scan.changed.map { (PathKey($0.note.path), $0.known) }, uniquingKeysWith: { first, _ in first })
        let paths = (scan.added.map(\.path) + scan.changed.map(\.note.path)).sorted {
            $0.utf8.lexicographicallyPrecedes($1.utf8)
        }
        reader = NoteReader(vault: vault, paths: paths, progress: progress)
    }

    /// Changes the index in one transaction, and adds what was done to `report`. What `step`, which is called before each
    /// note, throws leaves the index as it was.
    func apply(
        to store: Store, _ lock: WriterLock, _ report: inout RefreshReport, before step: () throws(StoreError) -> Void
    ) throws(StoreError) {
        // New files that cannot be read leave nothing to write, however often they are met.
        var first = reader.next()
        while let unread = first, unread.indexed == nil, numbers[PathKey(unread.path)] == nil { first = reader.next() }
        if first != nil || !scan.removed.isEmpty {
            var done = report
            try store.update(lock, finding: StandingFinder.standing) { update throws(StoreError) in
                for path in scan.removed {
                    if let number = numbers[PathKey(path)] { try update.remove(note: number) }
                    done.removed += 1
                    done.note(.removed, path)
                }
                var next = first
                while let note = next {
                    try step()
                    try write(note, update, &done)
                    next = reader.next()
                }
            }
            report = done
        }
        report.issues += reader.issues
    }

    private func write(
        _ read: NoteReader.Outcome, _ update: StoreUpdate, _ report: inout RefreshReport
    ) throws(StoreError) {
        let number = numbers[PathKey(read.path)]
        guard let note = read.indexed else {
            // What the index knows of it is no longer true.
            guard let number else { return }
            try update.remove(note: number)
            report.removed += 1
            report.note(.removed, read.path)
            return
        }
        guard let number else {
            try update.add(note)
            report.added += 1
            report.note(.added, read.path)
            return
        }
        if let before = before[PathKey(read.path)], before.hash == note.stamp.hash, before.size == note.stamp.size {
            try update.restamp(note: number, note.stamp, day: note.day)
        } else {
            try update.remove(note: number)
            try update.add(note)
            report.changed += 1
            report.note(.changed, read.path)
        }
    }
}
