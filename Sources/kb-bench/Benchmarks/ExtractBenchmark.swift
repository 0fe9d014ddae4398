import KBConcepts
import KBModel
import KBParse
import KnowledgeBase

/// Finding the terms of notes, from memory, on one thread.
struct ExtractBenchmark: Benchmark {
    static let name = "extract"
    static let summary = "find the terms of notes, from memory"

    private let runs: Int

    init(_ invocation: Invocation) { runs = invocation.runs }

    func measure(_ subject: Subject) throws -> Report {
        var parser = NoteParser()
        let notes = subject.read().map { parser.parse($0.bytes, path: $0.path) }
        let bytes = Double(notes.reduce(0) { $0 + $1.utf8.count })
        var uses = 0
        var spellings: Set<String> = []
        var keys: Set<UInt64> = []
        var elapsed: [Elapsed] = []
        for run in 0..<runs {
            let extractor = TermExtractor()
            uses = 0
            elapsed.append(.of { for note in notes { uses += extractor.terms(of: note).count } })
            guard run == 0 else { continue }
            for note in notes {
                for term in extractor.terms(of: note) {
                    spellings.insert(term.spelling)
                    keys.insert(term.key)
                }
            }
        }
        var report = Report(Self.name)
        report.add("notes", .megabytes, bytes / 1e6)
        report.add("terms of all notes", .count, Double(uses))
        report.add("distinct spellings", .count, Double(spellings.count))
        report.add("distinct terms", .count, Double(keys.count))
        report.add("extract, processor", .milliseconds, elapsed.map { $0.processor * 1_000 })
        report.add("extract", .megabytesPerSecond, elapsed.map { bytes / 1e6 / $0.processor })
        return report
    }
}
