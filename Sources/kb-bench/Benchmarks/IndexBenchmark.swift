import KBModel
import KBParse
import KnowledgeBase

/// Indexing everything from nothing.
struct IndexBenchmark: Benchmark {
    static let name = "index"
    static let summary = "index everything from nothing: time, size, memory"

    private let runs: Int

    init(_ invocation: Invocation) { runs = invocation.runs }

    func measure(_ subject: Subject) throws -> Report {
        var whole: [Elapsed] = []
        var sections = 0
        for _ in 0..<runs {
            whole.append(
                try .of {
                    sections = try KnowledgeBase(vault: subject.vault).refresh(rebuilding: true).sections
                })
        }
        // Before anything else of this benchmark holds memory.
        let memory = peakMemory
        var report = Report(Self.name)
        report.add("notes", .count, Double(subject.paths.count))
        report.add("sections", .count, Double(sections))
        report.add("index", .milliseconds, whole.map { $0.wall * 1_000 })
        report.add("index, processor", .milliseconds, whole.map { $0.processor * 1_000 })
        try addPhases(to: &report, subject, whole: whole)
        let bytes = subject.read().reduce(0) { $0 + $1.bytes.count }
        report.add("size", .megabytes, Double(subject.indexSize) / 1e6)
        report.add("size, share of the notes", .percent, Double(subject.indexSize) / Double(max(1, bytes)) * 100)
        report.add("peak memory", .megabytes, Double(memory) / 1e6)
        return report
    }

    /// The processor time of each step by itself; what is left is the store's.
    private func addPhases(to report: inout Report, _ subject: Subject, whole: [Elapsed]) throws {
        var (scans, reads, parses): ([Double], [Double], [Double]) = ([], [], [])
        for _ in 0..<runs {
            scans.append(try Elapsed.of { _ = try VaultScanner(vault: subject.vault).scan() }.processor * 1_000)
            var parser = NoteParser()
            var parsing = 0.0
            let reading = Elapsed.of {
                let reader = FileReader(vault: subject.vault, paths: subject.paths)
                while let file = reader.next() {
                    guard case .success(let content) = file.content else { continue }
                    parsing += Elapsed.ofThread { _ = parser.parse(content.bytes, path: file.path) }
                }
            }
            reads.append((reading.processor - parsing) * 1_000)
            parses.append(parsing * 1_000)
        }
        report.add("- scan, processor", .milliseconds, scans)
        report.add("- read and hash, processor", .milliseconds, reads)
        report.add("- parse, processor", .milliseconds, parses)
        let steps = zip(scans, zip(reads, parses)).map { $0 + $1.0 + $1.1 }
        report.add("- store, processor", .milliseconds, zip(whole, steps).map { $0.processor * 1_000 - $1 })
    }
}
