import KBConcepts
import KBModel
import KBParse
import KnowledgeBase

/// Finding where the concepts of the whole vault stand in its notes, from memory, on one thread.
struct MentionsBenchmark: Benchmark {
    static let name = "mentions"
    static let summary = "find the concepts in the notes, from memory"

    private let runs: Int

    init(_ invocation: Invocation) { runs = invocation.runs }

    func measure(_ subject: Subject) throws -> Report {
        let count = try KnowledgeBase(vault: subject.vault).refresh(rebuilding: true).notes
        let catalog = try CatalogInputs(subject).catalog(notes: count)
        var parser = NoteParser()
        let notes = subject.read().map { parser.parse($0.bytes, path: $0.path) }
        let bytes = Double(notes.reduce(0) { $0 + $1.utf8.count })
        var mentions = 0
        var (preparing, finding): ([Elapsed], [Elapsed]) = ([], [])
        for _ in 0..<runs {
            var finder: MentionFinder?
            preparing.append(.of { finder = MentionFinder(catalog) })
            guard let finder else { continue }
            mentions = 0
            finding.append(.of { for note in notes { mentions += finder.mentions(in: note).count } })
        }
        var report = Report(Self.name)
        report.add("notes", .megabytes, bytes / 1e6)
        report.add("concepts", .count, Double(catalog.concepts.count))
        report.add("mentions", .count, Double(mentions))
        report.add("prepare, processor", .milliseconds, preparing.map { $0.processor * 1_000 })
        report.add("find, processor", .milliseconds, finding.map { $0.processor * 1_000 })
        report.add("find", .megabytesPerSecond, finding.map { bytes / 1e6 / $0.processor })
        return report
    }
}
