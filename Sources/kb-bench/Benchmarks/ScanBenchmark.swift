import KBModel
import KnowledgeBase

/// Looking for changed notes where nothing changed.
struct ScanBenchmark: Benchmark {
    static let name = "scan"
    static let summary = "look for changed notes"

    private let runs: Int

    init(_ invocation: Invocation) { runs = invocation.runs }

    func measure(_ subject: Subject) throws -> Report {
        let scanner = VaultScanner(vault: subject.vault)
        var known = KnownNotes()
        for note in try scanner.scan().added { known.append(path: note.path, stamp: note.stamp) }
        var elapsed: [Elapsed] = []
        for _ in 0..<runs { elapsed.append(try .of { _ = try scanner.scan(known: known) }) }
        var report = Report(Self.name)
        report.add("notes", .count, Double(subject.paths.count))
        report.add("scan", .milliseconds, elapsed.map { $0.wall * 1_000 })
        report.add("scan, processor", .milliseconds, elapsed.map { $0.processor * 1_000 })
        return report
    }
}
