import KBModel
import KBStore
import KnowledgeBase

/// Bringing an index up to date: where nothing changed, and where one note is new.
struct RefreshBenchmark: Benchmark {
    static let name = "refresh"
    static let summary = "bring the index up to date: nothing changed, one note new"

    private let runs: Int

    init(_ invocation: Invocation) { runs = invocation.runs }

    func measure(_ subject: Subject) throws -> Report {
        _ = try KnowledgeBase(vault: subject.vault).refresh(rebuilding: true)
        var idle: [Elapsed] = []
        var changed: [Elapsed] = []
        for run in 0..<runs {
            idle.append(try .of { _ = try KnowledgeBase(vault: subject.vault).refresh() })
            try forget(note: run * 7_919, in: subject)
            changed.append(try .of { _ = try KnowledgeBase(vault: subject.vault).refresh() })
        }
        var report = Report(Self.name)
        report.add("notes", .count, Double(subject.paths.count))
        report.add("nothing changed", .milliseconds, idle.map { $0.wall * 1_000 })
        report.add("nothing changed, processor", .milliseconds, idle.map { $0.processor * 1_000 })
        report.add("one note new", .milliseconds, changed.map { $0.wall * 1_000 })
        report.add("one note new, processor", .milliseconds, changed.map { $0.processor * 1_000 })
        return report
    }

    /// Takes a note out of the index, so that the next refresh finds it new; the file stays as it is.
    private func forget(note: Int, in subject: Subject) throws {
        guard let lock = try WriterLock.acquire(for: subject.vault.indexFile, waiting: true) else { return }
        let store = try Store(path: subject.vault.indexFile)
        let stamps = try store.stamps()
        guard !stamps.isEmpty else { return }
        let number = stamps[note % stamps.count].note
        try store.update(lock) { update throws(StoreError) in try update.remove(note: number) }
    }
}
