@preconcurrency import Glibc
import KBModel
import KnowledgeBase

/// The program `kb-bench`.
enum Program {
    /// What can be measured, in the order in which `all` does it.
    static var benchmarks: [any Benchmark.Type] {
        [
            ScanBenchmark.self, ParseBenchmark.self, TokenizeBenchmark.self, IndexBenchmark.self, RefreshBenchmark.self,
            SearchBenchmark.self, ExtractBenchmark.self, CatalogBenchmark.self, MentionsBenchmark.self,
            LatentBenchmark.self,
        ]
    }

    /// Carries out a command line; returns the exit status.
    static func run(_ words: [String]) -> Int32 {
        do {
            if words.isEmpty || words.contains("--help") || words.contains("-h") {
                print(help)
                return words.isEmpty ? 2 : 0
            }
            let invocation = try Invocation(words)
            let subject = try Subject(folder: invocation.folder)
            var reports: [Report] = []
            for benchmark in benchmarks where [benchmark.name, "all"].contains(invocation.name) {
                let report = try benchmark.init(invocation).measure(subject)
                if !invocation.isJSON { print(report.table) }
                reports.append(report)
            }
            if invocation.isJSON { print(Report.json(reports, subject)) }
            return 0
        } catch {
            let message = "kb-bench: \(error)\n"
            _ = message.withCString { write(STDERR_FILENO, $0, strlen($0)) }
            return 2
        }
    }

    private static var help: String {
        """
        usage: kb-bench BENCHMARK FOLDER [--runs N] [--json]

        Measures kb on a folder of notes. Nothing is written into the folder; indexes go to $TMPDIR.

        BENCHMARK:
        \(benchmarks.map { "  \($0.name.padded(to: 10))\($0.summary)" }.joined(separator: "\n"))
          all       every one of them

        --runs N        how often each thing is measured (5)
        --json          print JSON instead of a table

        Of search only:
        --queries FILE  one query a line; else headings of the notes, drawn with a fixed seed
        --count N       how many headings to draw (50)
        --command LINE  a program to run for every query, in turn with the others given: split at spaces, `{}` becomes
                        the query, `{index}` the folder of a fresh index; may be given several times
        """
    }
}

/// Something that can be measured.
protocol Benchmark {
    /// What it is called on the command line.
    static var name: String { get }
    /// What it measures, in a few words.
    static var summary: String { get }
    /// Takes its options.
    init(_ invocation: Invocation)
    /// Measures `subject`.
    func measure(_ subject: Subject) throws -> Report
}

/// Why a command line cannot be carried out.
struct UsageError: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) { self.description = description }
}
