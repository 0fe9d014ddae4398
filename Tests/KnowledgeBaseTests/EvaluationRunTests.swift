import KBEval
import KBModel
import Testing

@testable import KnowledgeBase

@Suite struct EvaluationRunTests {
    private let vault: EngineVault

    init() throws { vault = try EngineVault(Self.notes) }

    private static let notes = [
        "kb.yml": "notes: [notes]\n",
        "notes/rye.md": """
        # Rye

        A sour dough.

        ## Baking

        Hot oven, dense crumb.

        ## Faults

        A dense crumb, a flat loaf.
        """,
        "notes/my bread.md": "# Bread\n\nDough of wheat.\n",
        "notes/oven.md": "# Oven\n\nAn oven is hot.\n",
        "notes/oven.txt": "An oven of stone.\n",
    ]

    private func run(
        _ text: String, by unit: DocumentUnit = .note, isPlain: Bool = true
    ) throws -> [String] {
        let run = try vault.base().run(
            [EvaluationQuery(id: "1", text: text)], options: SearchOptions(limit: 100, isPlain: isPlain),
            today: KnowledgeBase.day, by: { _ in unit })
        return run.rankings.flatMap { $0.documents.map(\.id) }
    }

    private func resolve(_ documents: [(String, Int)]) throws -> ResolvedJudgements {
        try vault.base().resolve(
            documents.enumerated().map {
                Judgement(query: "1", document: $1.0, grade: $1.1, line: $0 + 1)
            }, of: "qrels.tsv")
    }

    @Test func `a run names notes by their path without extension, each once`() throws {
        #expect(try run("dense crumb") == ["notes/rye"])
        #expect(Set(try run("dough")) == ["notes/rye", "notes/my%20bread"])
    }

    @Test func `notes that differ in the extension alone keep it`() throws {
        #expect(Set(try run("oven")) == ["notes/oven.md", "notes/oven.txt", "notes/rye"])
    }

    @Test func `a run by section names the section's first line`() throws {
        #expect(Set(try run("dense crumb", by: .section)) == ["notes/rye:5", "notes/rye:9"])
    }

    @Test(arguments: ["", " \n"])
    func `a query that asks nothing finds nothing`(_ text: String) throws {
        #expect(try run(text).isEmpty)
    }

    @Test func `text is plain words unless the language is asked for`() throws {
        #expect(try run("dough -wheat").count == 2)
        #expect(try run("dough -wheat", isPlain: false) == ["notes/rye"])
        #expect(throws: KnowledgeBaseError.self) { try run("\"dough", isPlain: false) }
    }

    @Test(arguments: ["notes/my bread", "notes/my%20bread", "notes/my bread.md"])
    func `a judged note may be named as in the run or by its path`(_ name: String) throws {
        let resolved = try resolve([(name, 2)])
        #expect(resolved.grades == ["1": ["notes/my%20bread": 2]])
        #expect(resolved.units == ["1": .note])
        #expect(resolved.unknown.isEmpty)
    }

    @Test(arguments: ["notes/rye:5", "notes/rye:7", "notes/rye.md:8", "notes/rye#Baking", "notes/rye#rye#baking"])
    func `a judged line or heading stands for its section`(_ name: String) throws {
        let resolved = try resolve([(name, 1)])
        #expect(resolved.grades == ["1": ["notes/rye:5": 1]])
        #expect(resolved.units == ["1": .section])
    }

    @Test func `several judgements of one section count once with the highest grade`() throws {
        let resolved = try resolve([("notes/rye:6", 1), ("notes/rye#Baking", 3), ("notes/rye:7", 0)])
        #expect(resolved.grades == ["1": ["notes/rye:5": 3]])
    }

    @Test(arguments: ["notes/spelt", "notes/rye:900", "notes/rye#Proofing", "notes/spelt#Baking"])
    func `an answer that is not in the vault is said and counts as missed`(_ name: String) throws {
        let resolved = try resolve([(name, 1)])
        #expect(resolved.unknown.map(\.document) == [name])
        #expect(resolved.grades["1"]?.count == 1)
        #expect(resolved.grades["1"]?["notes/rye:5"] == nil)
    }

    @Test func `a query judged by note and by section is refused`() throws {
        let error = #expect(throws: KnowledgeBaseError.self) {
            try resolve([("notes/rye", 1), ("notes/rye#Baking", 1)])
        }
        guard case .malformed("qrels.tsv", line: 2, _) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }
}
