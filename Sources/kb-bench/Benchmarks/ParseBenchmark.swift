import KBModel
import KBParse
import KnowledgeBase

/// Reading notes into values, from memory, on one thread.
struct ParseBenchmark: Benchmark {
    static let name = "parse"
    static let summary = "read notes into values, from memory"

    private let runs: Int

    init(_ invocation: Invocation) { runs = invocation.runs }

    func measure(_ subject: Subject) throws -> Report {
        let files = subject.read()
        let bytes = Double(files.reduce(0) { $0 + $1.bytes.count })
        var parser = NoteParser()
        var sections = 0
        var elapsed: [Elapsed] = []
        for _ in 0..<runs {
            sections = 0
            elapsed.append(
                .of { for file in files { sections += parser.parse(file.bytes, path: file.path).sections.count } })
        }
        var report = Report(Self.name)
        report.add("notes", .megabytes, bytes / 1e6)
        report.add("sections", .count, Double(sections))
        report.add("parse, processor", .milliseconds, elapsed.map { $0.processor * 1_000 })
        report.add("parse", .megabytesPerSecond, elapsed.map { bytes / 1e6 / $0.processor })
        return report
    }
}
