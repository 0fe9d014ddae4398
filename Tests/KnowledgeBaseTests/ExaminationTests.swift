import KBModel
import Testing

@testable import KnowledgeBase

@Suite struct ExaminationTests {
    /// What `kb doctor` has to say of a note with `text` in a small vault, as `kind line`.
    private func issues(of text: String, at path: String = "projects/Tested.md") throws -> [String] {
        let vault = try EngineVault([
            "projects/Project Alpha.md": """
            ---
            aliases: [The Plan]
            ---
            # Project Alpha

            ## Q&A: what, why?

            Text. ^para-1

            ## <a id="explicit"></a>Roll-out (5 min)

            <span NAME='spot'></span>

            - item ^item1
            """,
            "Beta.md": "# Beta\n", "a/Same.md": "One.\n", "b/Same.md": "Two.\n", "docs/index.md": "# Docs\n",
            "attachments/diagram.png": "x", "attachments/deep/paper.pdf": "x", "Board.canvas": "x", "src/main.py": "x",
            ".hidden/secret.png": "x", path: text,
        ])
        return try vault.base().issues().filter { $0.path == path }.map { "\($0.issue.kind.rawValue) \($0.issue.line)" }
    }

    @Test(
        arguments: [
            "[[Beta]]", "[[beta.md]]", "[[BETA|shown]]", "[[/Beta]]", "[[../Beta]]", "[[./Project Alpha]]",
            "[[projects/Project Alpha]]", "[[Project Alpha#Q&A: what, why?]]", "[[Project Alpha#Q&A what, why]]",
            "[[Project Alpha#Project Alpha#Roll-out (5 min)]]", "[[Project Alpha#^para-1]]", "[[The plan#^item1]]",
            "![[diagram.png]]", "![[diagram.png|100x20]]", "![[attachments/diagram.png]]", "![[deep/paper.pdf#page=3]]",
            "[[Board.canvas]]", "[b](../Beta.md)", "[b](/Beta.md)", "[b](Beta.md)",
            "[b](Project%20Alpha.md#qa-what-why)",
            "[b](<Project Alpha.md#explicit>)", "[b](Project%20Alpha.md#spot)", "![](diagram.png)",
            "![](../attachments/diagram.png)", "[d](../docs)", "[d](../docs/)", "[d](../docs/index.html)",
            "[c](../src/main.py)",
            "[c](../src)", "[own](#here)\n\n# Here", "<a name=\"x\"></a> [own](#x)", "[u](https://example.org/x.md)",
            "[m](mailto:a@b.c)", "`[[Nothing]]`", "[out](../../elsewhere.md)",
        ])
    func `nothing is said of links that lead somewhere, in Obsidian or on the web`(text: String) throws {
        #expect(try issues(of: text + "\n").isEmpty)
    }

    @Test(
        arguments: [
            ("[[Nothing]]", "unresolved-link 1"), ("x\n\n[b](nothing.md)", "unresolved-link 3"),
            ("![[nothing.png]]", "unresolved-link 1"), ("![[secret.png]]", "unresolved-link 1"),
            ("[s](Same.md)", "unresolved-link 1"), ("[[../nothing]]", "unresolved-link 1"),
            ("[[Same]]", "ambiguous-link 1"), ("[[Beta#Nothing]]", "missing-anchor 1"),
            ("[[Project Alpha#^none]]", "missing-anchor 1"), ("[own](#nothing)", "missing-anchor 1"),
            ("[b](../Beta.md#nothing)", "missing-anchor 1"), ("```\nopen", "unclosed-fence 1"),
        ])
    func `what leads nowhere or to several notes is said with its line`(text: String, issue: String) throws {
        #expect(try issues(of: text + "\n") == [issue])
    }

    @Test func `issues come by path in byte order, then by line`() throws {
        let vault = try EngineVault([
            "b.md": "[[x]]\n\n[[y]]\n", "B.md": "[[x]]\n", "é.md": "[[x]]\n", "a/z.md": "[[x]]\n", "a.md": "[[x]]\n",
        ])
        let issues = try vault.base().issues().map { "\($0.path):\($0.issue.line)" }
        #expect(issues == ["B.md:1", "a.md:1", "a/z.md:1", "b.md:1", "b.md:3", "é.md:1"])
    }
}

@Suite struct ListingTests {
    let vault: EngineVault

    init() throws {
        vault = try EngineVault([
            "hub.md": "---\ndate: 2026-02-01\nstatus: draft\ntags: [Area/ML, inbox]\n---\n# Hub\n\n[[leaf]] #area/ml\n",
            "leaf.md": "# Leaf\n\n- [ ] open\n- [x] done\n- [-] cancelled\n",
            "lonely.md": "# Lonely\n\nOnly [[lonely]] and [[unwritten]]. #Inbox\n",
            "sub/moved.md": "See [hub](../hub.md).\n", "sub/byName.md": "x\n", "linker.md": "[n](byName.md)\n",
        ])
    }

    private func paths(_ filter: NoteFilter, by order: NoteOrder = .path) throws -> [String] {
        try vault.base().notes(passing: filter, by: order).map(\.path)
    }

    @Test func `orphans are those that neither link nor are linked to`() throws {
        #expect(try paths(NoteFilter(isOrphan: true)) == ["lonely.md"])
    }

    @Test func `filters all have to hold`() throws {
        let tag = try #require(Tag("area"))
        #expect(try paths(NoteFilter(filters: [.tag(tag)])) == ["hub.md"])
        #expect(try paths(NoteFilter(filters: [.property(key: "Status", value: "DRAFT")])) == ["hub.md"])
        #expect(try paths(NoteFilter(filters: [.holds(.open)])) == ["leaf.md"])
        #expect(try paths(NoteFilter(filters: [.path("sub/")])) == ["sub/byName.md", "sub/moved.md"])
        #expect(try paths(NoteFilter(filters: [.tag(tag), .holds(.open)])).isEmpty)
        #expect(try paths(NoteFilter(maximumWords: 1)) == ["linker.md", "sub/byName.md"])
    }

    @Test func `tags are counted case-blind, shown as first written`() throws {
        let tags = try vault.base().tags()
        #expect(
            tags == [TagCount(spelling: "Area/ML", notes: 1, uses: 2), TagCount(spelling: "inbox", notes: 2, uses: 2)])
    }

    @Test func `a listing counts tasks, words and sections`() throws {
        let leaf = try #require(try vault.base().notes(passing: NoteFilter(), by: .path).first { $0.path == "leaf.md" })
        #expect(
            leaf.openTasks == 1 && leaf.doneTasks == 2 && leaf.words == 4 && leaf.sections == 1 && leaf.title == "Leaf")
        #expect(try paths(NoteFilter(), by: .date).first != "hub.md")
        #expect(try paths(NoteFilter(), by: .title).last == "sub/moved.md")
    }
}
