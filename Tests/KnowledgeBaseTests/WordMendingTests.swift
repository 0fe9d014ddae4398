import KBModel
import Testing

@testable import KnowledgeBase

/// Slips in a query and in the notes, and other names, as a whole search sees them.
@Suite struct WordMendingTests {
    private let vault: EngineVault

    init() throws {
        var notes = ["slip.md": "Nothing but precison here.\n"]
        for number in 1...40 { notes["many\(number).md"] = "Precision matters in state number \(number).\n" }
        notes["art.md"] = "The SOTA of batch jobs.\n"
        notes["shock.md"] = "A shock, then a wave.\n"
        vault = try EngineVault(notes)
    }

    private func answer(_ query: String, isExact: Bool = false) throws -> SearchAnswer {
        try vault.base().search(
            query, options: SearchOptions(limit: 100, isExact: isExact), today: KnowledgeBase.day)
    }

    @Test func `a misspelling in the notes is found by the word that was meant, and said`() throws {
        let found = try answer("precision")
        #expect(found.hits.contains { $0.path == "slip.md" })
        #expect(
            found.expansions.contains(
                SearchAnswer.Expansion(typed: "precision", also: ["precison"], reason: .spelling)))
        #expect(try !answer("precision", isExact: true).hits.contains { $0.path == "slip.md" })
    }

    @Test func `a misspelling in a note written since the last rebuild is found too`() throws {
        _ = try answer("precision")
        try vault.write(["late.md": "Late precisoin.\n"])
        #expect(try answer("precision").hits.contains { $0.path == "late.md" })
    }

    @Test func `a misspelling that has become common is a word`() throws {
        _ = try answer("precision")
        try vault.write(["late1.md": "A precison.\n", "late2.md": "A precison.\n"])
        #expect(try !answer("precision").expansions.contains { $0.also.contains("precison") })
    }

    @Test(
        arguments: [
            ("rpecision", "precision"), ("recision", "precision"), ("xrecision", "precision"),
            ("pprecision", "precision"),
            ("presicion", "precision"), ("jbos", "jobs"),
        ] as [(String, String)])
    func `a slip is mended wherever it is in the word`(typed: String, meant: String) throws {
        let found = try answer(typed)
        #expect(found.corrections == [SearchAnswer.Correction(typed: typed, corrected: meant)])
        #expect(!found.hits.isEmpty)
    }

    @Test func `a name with function words stands for its abbreviation, and none of its words is corrected`() throws {
        let found = try answer("stote of the art")
        #expect(found.corrections.map(\.corrected) == ["state"])
        let named = try answer("state of the art")
        #expect(named.hits.first?.path == "art.md")
        #expect(named.expansions.map(\.typed) == ["state of the art"])
        #expect(found.hits.first?.path == "art.md")
    }

    @Test func `words joined by a mark count one by one where the notes never join them`() throws {
        #expect(try answer("shock-wave").hits.map(\.path) == ["shock.md"])
        #expect(try answer("shock-wvae").hits.first?.path == "shock.md")
        #expect(try answer("shock-wave", isExact: true).hits.isEmpty)
    }
}
