import Glibc
import KBModel
import KBParse
import KnowledgeBase

/// Answering queries: in this process with a store opened anew each time, and by other programs in processes of their
/// own, in turn.
struct SearchBenchmark: Benchmark {
    static let name = "search"
    static let summary = "answer queries, and compare with other programs"

    private let runs: Int
    private let file: String?
    private let count: Int
    private let commands: [String]

    init(_ invocation: Invocation) {
        runs = invocation.runs
        file = invocation.queries
        count = invocation.count
        commands = invocation.commands
    }

    func measure(_ subject: Subject) throws -> Report {
        _ = try KnowledgeBase(vault: subject.vault).refresh(rebuilding: true)
        let queries = try file.map(QueryList.read) ?? QueryList.headings(of: subject, count: count)
        guard !queries.isEmpty else { throw UsageError("there is no query to ask") }
        var inside: [Elapsed] = []
        var found = 0
        let programs = commands.map { Command($0, indexFolder: subject.indexFolder) }
        var outside = [[Elapsed]](repeating: [], count: programs.count)
        for _ in 0..<runs {
            found = 0
            for query in queries {
                inside.append(
                    try .of {
                        let base = KnowledgeBase(vault: subject.vault, freshness: .asIndexed)
                        let today = Day(daysSinceEpoch: 20_000)
                        let answer = try base.search(query, options: SearchOptions(), today: today)
                        found += answer.hits.isEmpty ? 0 : 1
                    })
                for (place, program) in programs.enumerated() {
                    outside[place].append(try program.run(query))
                }
            }
        }
        var report = Report(Self.name)
        report.add("queries", .count, Double(queries.count))
        report.add("queries that find something", .count, Double(found))
        report.add("in one process", .milliseconds, inside.map { $0.wall * 1_000 })
        report.add("in one process, processor", .milliseconds, inside.map { $0.processor * 1_000 })
        for (program, elapsed) in zip(programs, outside) {
            report.add(program.name, .milliseconds, elapsed.map { $0.wall * 1_000 })
            report.add("\(program.name), processor", .milliseconds, elapsed.map { $0.processor * 1_000 })
        }
        return report
    }
}
