import Foundation
import KBEval
import KBModel
import Testing

@testable import KnowledgeBase

/// Searches this repository's own notes for the queries judged in `notes/qrels.tsv` (`docs/evaluation.md`).
///
/// The floors stand just below what was measured when they were set. A change that lowers a figure below its floor must be
/// worth it; one that raises them raises the floors too.
@Suite struct JudgedQueryTests {
    /// The kinds of queries, as the ids begin, with the least mean nDCG@10.
    private static let kinds: [(name: String, floor: Double)] = [
        ("keyword", 0.84), ("question", 0.72), ("typo", 0.79), ("misspelt-note", 0.95), ("synonym", 0.5),
        ("abbreviation", 0.8), ("phrase", 0.95), ("identifier", 0.88), ("hyphen", 0.84), ("script", 0.88),
    ]

    private static let floors: [(metric: Metric, floor: Double)] = [
        (.ndcg, 0.8), (.reciprocalRank, 0.87), (.recall, 0.92), (.success, 0.92),
    ]

    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    private static func file(_ name: String) throws -> EvaluationFile {
        try EvaluationFile(path: "notes/" + name, from: root.path)
    }

    /// The vault of this repository, indexed in `folder`.
    private func base(_ folder: TemporaryFolder) throws -> KnowledgeBase {
        let vault = try VaultLocator(
            flag: Self.root.path, environment: ["HOME": folder.path], workingFolder: folder.path,
            indexFolder: folder.at("index")
        ).locate()
        return KnowledgeBase(vault: vault)
    }

    @Test func `searches find what they should, as near the top as they did`() throws {
        let folder = try TemporaryFolder()
        let base = try base(folder)
        let queries = try Self.file("queries.jsonl").queries()
        let judged = try base.resolve(try Self.file("qrels.tsv").judgements(), of: "notes/qrels.tsv")
        let run = try base.run(
            queries, options: SearchOptions(limit: 100, isPlain: true), today: KnowledgeBase.day,
            by: { judged.units[$0.id] ?? .section })
        let evaluation = Evaluation(run, of: queries.map(\.id), by: judged.grades)
        for (metric, floor) in Self.floors {
            #expect(evaluation.mean(metric) >= floor, "\(metric.rawValue)")
        }
        for (kind, floor) in Self.kinds {
            var part = evaluation
            part.queries.removeAll { !$0.query.hasPrefix(kind + "-") }
            let worst = part.queries.sorted { $0.ndcg < $1.ndcg }.prefix(3).map { "\($0.query) \($0.ndcg)" }
            #expect(part.mean(.ndcg) >= floor, "\(kind): \(worst)")
        }
    }

    @Test func `every query is of a known kind and has an answer that stands in the notes`() throws {
        let folder = try TemporaryFolder()
        let queries = try Self.file("queries.jsonl").queries()
        let judgements = try Self.file("qrels.tsv").judgements()
        let resolved = try base(folder).resolve(judgements, of: "notes/qrels.tsv")
        #expect(queries.count >= 60)
        #expect(resolved.unknown.isEmpty)
        #expect(Set(judgements.map(\.query)) == Set(queries.map(\.id)))
        for query in queries {
            #expect(resolved.grades[query.id]?.values.contains { $0 > 0 } == true, "\(query.id)")
            #expect(resolved.units[query.id] == .section, "\(query.id)")
            #expect(Self.kinds.contains { query.id.hasPrefix($0.name + "-") }, "\(query.id)")
        }
    }
}
