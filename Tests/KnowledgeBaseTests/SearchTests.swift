import KBModel
import Testing

@testable import KnowledgeBase

/// What a search makes of the words it is given.
@Suite struct SearchTests {
    private let vault: EngineVault

    init() throws {
        vault = try EngineVault([
            "a.md": """
            # Metrics
            Area Under Curve (AUC) ranks pairs. SLAs say how fast.

            ## Serving in real time
            Real-time answers, set up with C++ and getUserName().

            - [ ] ask for the budget
            - Is a cache allowed?

            ## Imbalance
            Imbalanced classes: weigh them.
            """,
            "b.md": "---\nstatus: draft\ntags: [ops]\naliases: [lag]\n---\n# Latency\nShadow mode first. 機械学習の評価。\n",
        ])
    }

    @Test(
        arguments: [
            ("AUC", ["a.md:1"]), ("area under the curve", ["a.md:1"]), ("SLA", ["a.md:1"]),
            ("realtime", ["a.md:4"]), ("c++", ["a.md:4"]), ("user name", ["a.md:4"]), ("getusername", ["a.md:4"]),
            ("unbalanced", ["a.md:10"]), ("imbalence", ["a.md:10"]), ("lag", ["b.md:6"]), ("ops", ["b.md:6"]),
            ("評価", ["b.md:6"]), ("status:draft", ["b.md:6"]), ("STATUS:Draft latency", ["b.md:6"]),
            ("localhost:8080", []), ("(shadow", ["b.md:6"]), (":-)", []), ("is:open", ["a.md:4"]),
            ("is:question budget", ["a.md:4"]), ("concept:imbalance", ["a.md:10"]), ("tag:ops", ["b.md:6"]),
            ("heading:serving", ["a.md:4"]), ("mdoe", ["b.md:6"]), ("MDOE", []), ("zebra", []),
        ] as [(String, [String])])
    func `words find what they mean`(query: String, places: [String]) throws {
        #expect(try vault.hits(query) == places)
    }

    @Test(
        arguments: [
            ("real -budget", []), ("real -zebra", ["a.md:4"]), ("shadow OR real -mode", ["a.md:4", "b.md:6"]),
            ("time -\"area under\"", ["a.md:4"]), ("ask -bud*", []), ("classes -heading:imbalance", []),
            ("classes -(weigh budget)", []), ("mode NOT real", ["b.md:6"]), ("real -budgte", ["a.md:4"]),
        ] as [(String, [String])])
    func `what is excluded is left out as it is spelled, and nothing else`(query: String, places: [String]) throws {
        #expect(try vault.hits(query).sorted() == places)
    }

    @Test func `with exact, nothing is corrected, expanded or relaxed`() throws {
        let base = try vault.base()
        let options = SearchOptions(isExact: true)
        for query in ["shadwo", "realtime", "area under the curve zebra", "auc latency"] {
            let answer = try base.search(query, options: options, today: KnowledgeBase.day)
            #expect(answer.hits.isEmpty && answer.corrections.isEmpty && answer.expansions.isEmpty, "\(query)")
        }
    }

    @Test func `what was done to a query is said`() throws {
        let base = try vault.base()
        let answer = try base.search("shadwo zebra auc", options: SearchOptions(), today: KnowledgeBase.day)
        #expect(answer.corrections == [SearchAnswer.Correction(typed: "shadwo", corrected: "shadow")])
        #expect(answer.relaxed.first == .dropped(["zebra"]))
        #expect(answer.expansions.contains { $0.typed == "auc" && $0.reason == .acronym })
    }

    @Test func `the passage is the task or question that was asked for`() throws {
        let base = try vault.base()
        func passages(_ query: String) throws -> [LineRange] {
            try base.search(query, options: SearchOptions(), today: KnowledgeBase.day).hits.map(\.passage)
        }
        #expect(try passages("is:open") == [LineRange(7, 7)])
        #expect(try passages("is:question") == [LineRange(8, 8)])
    }

    @Test func `each score is the sum of its explanation`() throws {
        let base = try vault.base()
        let options = SearchOptions(explains: true)
        for query in ["real time answers", "area under curve", "imbalanced classes"] {
            for hit in try base.search(query, options: options, today: KnowledgeBase.day).hits {
                #expect(hit.explanation.map(\.value).reduce(0, +) == hit.score)
            }
        }
    }

    @Test(
        arguments: [
            ("lag", "Latency", ["b.md:6", "c.md:1"]), ("latency", "lag", ["b.md:6", "c.md:1", "d.md:1"]),
            ("overview", nil, ["e.md:4", "f.md:4"]),
        ] as [(String, String?, [String])])
    func `an alias stands for its note's title and the title for it`(
        query: String, also: String?, places: [String]
    ) throws {
        try vault.write([
            "c.md": "Low latency.\n", "d.md": "A lag.\n",
            "e.md": "---\naliases: [overview]\n---\n# East\n", "f.md": "---\naliases: overview\n---\n# West\n",
        ])
        let answer = try vault.base().search(query, options: SearchOptions(), today: KnowledgeBase.day)
        let expansions = answer.expansions.filter { $0.reason == .alias }
        #expect(expansions == (also.map { [SearchAnswer.Expansion(typed: query, also: [$0], reason: .alias)] } ?? []))
        #expect(Set(answer.hits.map { "\($0.path):\($0.lines.first)" }).isSuperset(of: places))
    }

    @Test(
        arguments: [
            ("concept:imbalance", ["a.md:10"]), ("concept:latency", ["b.md:6"]), ("concept:LAG", ["b.md:6"]),
            ("concept:ops", ["b.md:6"]), ("-concept:auc real time", ["a.md:4"]), ("concept:zebra", []),
            ("concept:\"shadow mode\" OR concept:imbalance", ["a.md:10", "b.md:6"]),
        ] as [(String, [String])])
    func `a concept is found by its words, its tag, its title and its alias`(query: String, places: [String]) throws {
        #expect(try vault.hits(query).sorted() == places)
    }
}
