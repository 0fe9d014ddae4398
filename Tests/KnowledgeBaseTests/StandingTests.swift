import KBModel
import Testing

@testable import KnowledgeBase

/// What links between notes do for a search.
@Suite struct StandingTests {
    private func answer(_ query: String, _ vault: EngineVault, isExact: Bool = false) throws -> SearchAnswer {
        try vault.base().search(
            query, options: SearchOptions(isExact: isExact, explains: true), today: KnowledgeBase.day)
    }

    private func paths(_ query: String, _ vault: EngineVault, isExact: Bool = false) throws -> [String] {
        try answer(query, vault, isExact: isExact).hits.map(\.path)
    }

    @Test func `of two notes that say the same the one that others link to comes first`() throws {
        let vault = try EngineVault([
            "a.md": "# Kettle\nboils water\n", "b.md": "# Kettle\nboils water\n", "c.md": "See [[b]].\n",
        ])
        #expect(try paths("kettle", vault) == ["b.md", "a.md"])
        let hit = try #require(try answer("kettle", vault).hits.first)
        #expect(hit.explanation.last?.part == "links")
        #expect(hit.explanation.last?.arithmetic.hasPrefix("1 note links here, of 1 at most") == true)
        #expect(hit.explanation.reduce(0) { $0 + $1.value } == hit.score)
    }

    @Test func `links of a note to itself and repeated links count no more`() throws {
        let vault = try EngineVault([
            "a.md": "# Kettle\nboils [[a]] water\n", "b.md": "# Kettle\nboils water\n",
            "c.md": "[[b]] and [again](b.md) and [[a]]\n", "d.md": "[[b]]\n",
        ])
        let hits = try answer("kettle", vault).hits
        #expect(hits.map(\.path) == ["b.md", "a.md"])
        #expect(hits.first?.explanation.last?.arithmetic.hasPrefix("2 notes link here, of 2 at most") == true)
    }

    @Test func `a note is found by the words of the links to it, which is said`() throws {
        let vault = try EngineVault([
            "rollback.md": "# Undoing a release\nPress the red button.\n",
            "diary.md": "We practised [the big red way out](rollback.md) again.\n", "out.md": "A way out of the red.\n",
        ])
        let answer = try answer("The big red WAY out", vault)
        #expect(answer.hits.map(\.path).contains("rollback.md"))
        #expect(
            answer.expansions == [
                .init(typed: "The big red WAY out", also: ["Undoing a release"], reason: .linkText)
            ])
        for hit in answer.hits { #expect(hit.explanation.reduce(0) { $0 + $1.value } == hit.score) }
    }

    @Test func `words that no note but the link holds find the note alone`() throws {
        let vault = try EngineVault([
            "rollback.md": "# Undoing a release\nPress it.\n\n## Later\nSleep.\n",
            "diary.md": "[[rollback|zeppelin]] is at work.\n",
        ])
        #expect(try paths("zeppelin", vault) == ["diary.md", "rollback.md"])
        #expect(try answer("zeppelin", vault).total == 2)
        #expect(try paths("zeppelin", vault, isExact: true) == ["diary.md"])
        #expect(try paths("zeppelin -tag:x", vault) == ["diary.md"])
    }

    @Test(
        arguments: [
            ("here", "Look [here](a.md).\n", "Or [here](b.md).\n"),
            ("beta", "Look at [beta](a.md).\n", "Nothing.\n"),
            ("alpha", "Look at [alpha](a.md).\n", "Nothing.\n"),
            ("nowhere", "Look at [nowhere](none.md).\n", "Nothing.\n"),
        ])
    func `words that lead to several notes, to none or are a name already are no new name`(
        query: String, one: String, other: String
    ) throws {
        let vault = try EngineVault([
            "a.md": "# Alpha\nfirst\n", "b.md": "# Beta\nsecond\n", "c.md": one, "d.md": other,
        ])
        #expect(try answer(query, vault).expansions.isEmpty)
    }

    @Test func `a link that comes or goes counts at once`() throws {
        let vault = try EngineVault([
            "a.md": "# Kettle\nboils water\n", "b.md": "# Kettle\nboils water\n", "c.md": "See [[b|zeppelin]].\n",
        ])
        #expect(try paths("kettle", vault) == ["b.md", "a.md"])
        try vault.write(["c.md": "See [[a|zeppelin]].\n"])
        #expect(try paths("kettle", vault) == ["a.md", "b.md"])
        #expect(try paths("zeppelin", vault) == ["c.md", "a.md"])
        try vault.write(["a.md": "# Kettle\nboils more water\n"])
        #expect(try paths("zeppelin", vault) == ["c.md", "a.md"])
        try vault.remove("c.md")
        #expect(try paths("zeppelin", vault).isEmpty)
    }

    @Test func `a name that two notes have leads to the one with the shorter path`() throws {
        let vault = try EngineVault([
            "one/kettle.md": "# Kettle\nboils\n", "kettle.md": "# Kettle\nboils\n", "c.md": "See [[kettle]].\n",
            "d.md": "[path](one/kettle.md)\n", "e.md": "[[kettle]]\n",
        ])
        let hits = try answer("kettle boils", vault).hits.filter { $0.path.hasSuffix("kettle.md") }
        #expect(hits.map { $0.explanation.last?.arithmetic.prefix(1) } == ["2", "1"])
        #expect(hits.map(\.path) == ["kettle.md", "one/kettle.md"])
    }
}
