import KBModel
import Testing

@testable import KnowledgeBase

/// Searches in words that the notes do not use.
@Suite struct RelatedWordTests {
    private let vault: EngineVault

    init() throws {
        vault = try EngineVault([
            "a.md": "# Compression\nPruning and smaller weights.\n",
            "b.md": "# Purchase\nOrders are paid later.\n",
            "c.md": "# Payment\nShrinking is not spoken of; buying is.\n",
            "d.md": "# Weather\nNothing else.\n",
        ])
    }

    private func answer(_ query: String, isExact: Bool = false) throws -> SearchAnswer {
        try vault.base().search(query, options: SearchOptions(isExact: isExact), today: KnowledgeBase.day)
    }

    @Test func `a section is found by a word of like meaning, behind those that hold the word`() throws {
        #expect(try vault.hits("buy") == ["c.md:1", "b.md:1"])
    }

    @Test func `what found a section is said`() throws {
        let expansions = try answer("buy").expansions
        #expect(expansions == [SearchAnswer.Expansion(typed: "buy", also: ["purchase", "order"], reason: .related)])
    }

    @Test func `what found nothing is not said`() throws {
        #expect(try answer("weather").expansions.isEmpty)
    }

    @Test func `a word that stands nowhere is called left out, unless a like word found something`() throws {
        #expect(try answer("purchase climate zebra").relaxed.first == .dropped(["climate", "zebra"]))
        #expect(try answer("purchase atmosphere").relaxed.first == .dropped(["atmosphere"]))
    }

    @Test(arguments: ["+acquire weather", "\"acquire\"", "heading:acquire", "weather -purchase"])
    func `a required, quoted or excluded word is taken as it stands`(query: String) throws {
        #expect(try answer(query).expansions.isEmpty)
        #expect(try !vault.hits(query).contains("b.md:1"))
    }

    @Test func `with exact, no like word is looked for`() throws {
        #expect(try answer("buy", isExact: true).hits.map(\.path) == ["c.md"])
    }

    @Test func `nothing is looked for beside words that enough sections hold together`() throws {
        try vault.write((1...5).reduce(into: [:]) { $0["e\($1).md"] = "# Note \($1)\nBuying.\n" })
        let answer = try answer("buy")
        #expect(answer.expansions.isEmpty && !answer.hits.contains { $0.path == "b.md" })
    }

    @Test func `nothing is looked for beside a long question`() throws {
        let question = "buy weather pruning weights paid later spoken nothing orders"
        #expect(try answer(question).expansions.isEmpty)
    }
}
