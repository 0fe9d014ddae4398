import KBModel
import Testing

@testable import KnowledgeBase

@Suite struct LinkQueryTests {
    let vault: EngineVault

    static let files = [
        "serving.md": """
        ---
        title: Model serving
        aliases: [inference]
        ---
        # Serving

        Latency first. See [[drift#Alerts]] and the [plan](<ops/roll out.md>). Nobody reads on.

        ## Batching

        - [[nowhere]], [[twin]], ![](img/queue.png), [a paper](https://example.org/p#x)
        - [[#Serving]]
        """,
        "drift.md": """
        # Drift

        It is what the model saw. Model serving shows it first, says `model serving`, and so does Inference.

        ## Alerts

        Page a person. [[serving|Serving]] tells whom. ^who
        """,
        "ops/roll out.md": "Go slow: [[drift]] comes late, [[drift#^who]] later.\n\nModels serving as examples.\n",
        "a/twin.md": "One. [back](../serving.md#batching)\n",
        "b/twin.md": "Other.\n",
        "img/queue.png": "no picture",
    ]

    init() throws { vault = try EngineVault(LinkQueryTests.files) }

    @Test func `the links of a note come in its order with where they lead`() throws {
        let links = try vault.base().links(of: "serving")
        #expect(links.map(\.line) == [7, 7, 11, 11, 11, 12])
        #expect(
            links.map(\.target) == [
                .file("drift.md"), .file("ops/roll out.md"), .unresolved("nowhere"),
                .ambiguous("twin", ["a/twin.md", "b/twin.md"]), .file("img/queue.png"), .file("serving.md"),
            ])
        #expect(links.map(\.anchor) == ["Alerts", nil, nil, nil, nil, "Serving"])
        #expect(links[0].context.text == "See drift#Alerts and the plan.")
    }

    @Test func `addresses outside the vault are left out unless they are asked for`() throws {
        let links = try vault.base().links(of: "serving", includingExternal: true)
        #expect(links.first { $0.target == .external("https://example.org/p") }?.anchor == "x")
        #expect(links.count == 7)
    }

    @Test func `a heading limits the links to those under it`() throws {
        #expect(try vault.base().links(of: "serving#Batching").map(\.line) == [11, 11, 11, 12])
    }

    @Test func `backlinks come by path with the sentence around, the link marked`() throws {
        let links = try vault.base().backlinks(to: "serving")
        #expect(links.map { "\($0.path):\($0.line)" } == ["a/twin.md:1", "drift.md:7"])
        #expect(
            links.map(\.context) == [
                Snippet(text: "One. back", matches: [5..<9]),
                Snippet(text: "Serving tells whom.", matches: [0..<7]),
            ])
    }

    @Test(arguments: [
        ("drift", 2), ("drift#Alerts", 2), ("drift#^who", 1), ("serving#Batching", 1), ("serving#Serving", 0),
    ])
    func `a heading or a block limits the links to those that name it`(reference: String, count: Int) throws {
        let base = try vault.base()
        let paths = Set(try base.backlinks(to: reference).map(\.path))
        #expect(paths.count == count, "\(paths)")
    }

    @Test func `mentions that are no links are found in other notes, outside links and code`() throws {
        let mentions = try vault.base().unlinkedMentions(of: "serving")
        #expect(
            mentions.map { "\($0.path):\($0.line) \($0.text)" } == [
                "drift.md:3 Model serving", "drift.md:3 Inference", "ops/roll out.md:3 serving",
            ])
        #expect(mentions.allSatisfy { $0.kind == nil && $0.target == .file("serving.md") })
        #expect(mentions.first?.context.matches == [0..<13])
    }

    @Test func `an ambiguous link counts for the note that wins`() throws {
        #expect(try vault.base().backlinks(to: "a/twin").map(\.path) == ["serving.md"])
        #expect(try vault.base().backlinks(to: "b/twin").isEmpty)
    }

    @Test func `a note has no suggestion that it links to already`() throws {
        let found = try vault.base().suggestions(for: "serving", limit: 10)
        #expect(found.note == "serving.md")
        let linked: Set = ["serving.md", "drift.md", "ops/roll out.md", "a/twin.md"]
        #expect(linked.isDisjoint(with: found.suggestions.map(\.path)))
    }

    @Test func `suggestions for all notes are those for each`() throws {
        let base = try vault.base()
        var all: [NoteSuggestions] = []
        try base.suggestions(limit: 3) { note in
            all.append(note)
            return true
        }
        #expect(all.map(\.note) == ["a/twin.md", "b/twin.md", "drift.md", "ops/roll out.md", "serving.md"])
        for note in all { #expect(try base.suggestions(for: note.note, limit: 3) == note) }
    }

    @Test func `suggestions do not depend on the order in which notes were indexed`() throws {
        let fresh = try vault.base().suggestions(for: "drift", limit: 10)
        try vault.write(["serving.md": "Other words.\n"])
        _ = try vault.base().refresh()
        try vault.write(LinkQueryTests.files.filter { $0.key == "serving.md" })
        #expect(try vault.base().suggestions(for: "drift", limit: 10) == fresh)
    }
}
