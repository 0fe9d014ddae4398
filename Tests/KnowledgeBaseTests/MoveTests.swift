import Glibc
import KBEdit
import KBModel
import Testing

@testable import KnowledgeBase

@Suite struct MoveTests {
    static let files = [
        "home.md": "See [tea](drinks/hot/tea.md#steep), [[coffee]] and ![](drinks/hot/cup.png).\n",
        "drinks/hot/tea.md": "# Tea\n\n## Steep\n\n![cup](cup.png), [home](../../home.md)\n",
        "drinks/hot/coffee.md": "---\naliases: [Joe]\n---\n# Coffee\n\nNot [[tea]].\n",
        "drinks/hot/cup.png": "picture", "drinks/list.md": "[[Joe]] and [[hot/tea|a cup]]\n",
    ]

    private func text(_ vault: EngineVault, _ name: String) throws -> String {
        String(decoding: try FileBytes.read(vault.notes.at(name)), as: UTF8.self)
    }

    private func refusal(_ vault: EngineVault, _ old: String, _ new: String) throws -> String? {
        let base = try vault.base()
        do throws(KnowledgeBaseError) {
            _ = try base.plannedMove(of: old, to: new)
            return nil
        } catch {
            guard case .refused(let message) = error else { return "\(error)" }
            return message
        }
    }

    @Test func `a note takes its links along, and the index knows at once`() throws {
        let vault = try EngineVault(MoveTests.files)
        let base = try vault.base()
        try base.apply(try base.plannedMove(of: "tea", to: "leaves/green"))
        #expect(
            try text(vault, "home.md") == "See [tea](leaves/green.md#steep), [[coffee]] and ![](drinks/hot/cup.png).\n")
        #expect(
            try text(vault, "leaves/green.md")
                == "# Tea\n\n## Steep\n\n![cup](../drinks/hot/cup.png), [home](../home.md)\n")
        #expect(try text(vault, "drinks/hot/coffee.md").hasSuffix("Not [[green]].\n"))
        #expect(try text(vault, "drinks/list.md") == "[[Joe]] and [[leaves/green|a cup]]\n")
        #expect(base.notePaths() == ["drinks/hot/coffee.md", "drinks/list.md", "home.md", "leaves/green.md"])
    }

    @Test func `links to a note with a colon in its name follow`() throws {
        let vault = try EngineVault([
            "Note: one.md": "# C\n", "other.md": "[[Note: one]] and [it](Note%3A%20one.md)\n",
        ])
        let base = try vault.base()
        try base.apply(try base.plannedMove(of: "Note: one.md", to: "two"))
        #expect(try text(vault, "other.md") == "[[two]] and [it](./two.md)\n")
    }

    @Test func `links to a note with a question mark in its name follow`() throws {
        let vault = try EngineVault([
            "What is drift?.md": "# Q\n",
            "other.md": "[[What is drift?]] [[What is drift?#Q]] [a](What%20is%20drift%3F.md)\n",
        ])
        let base = try vault.base()
        try base.apply(try base.plannedMove(of: "What is drift?.md", to: "drift"))
        #expect(try text(vault, "other.md") == "[[drift]] [[drift#Q]] [a](drift.md)\n")
    }

    @Test func `a folder takes everything in it along`() throws {
        let vault = try EngineVault(MoveTests.files)
        let base = try vault.base()
        try base.apply(try base.plannedMove(of: "drinks/hot", to: "warm/"))
        #expect(
            try text(vault, "home.md") == "See [tea](warm/hot/tea.md#steep), [[coffee]] and ![](warm/hot/cup.png).\n")
        #expect(try text(vault, "warm/hot/tea.md").contains("![cup](cup.png), [home](../../home.md)"))
        #expect(try text(vault, "warm/hot/cup.png") == "picture")
        #expect(FilePath.isFolder(vault.notes.at("drinks")) && !FilePath.isPresent(vault.notes.at("drinks/hot")))
        #expect(try base.issues().isEmpty)
    }

    @Test func `a folder without notes moves too, and what is empty in a folder goes along`() throws {
        let vault = try EngineVault(MoveTests.files)
        for name in ["blank", "drinks/hot/later"] { mkdir(vault.notes.at(name), 0o777) }
        let base = try vault.base()
        let plan = try base.plannedMove(of: "blank", to: "void")
        #expect(!plan.isEmpty && plan.changes.isEmpty)
        try base.apply(plan)
        try base.apply(try base.plannedMove(of: "drinks/hot", to: "warm"))
        #expect(FilePath.isFolder(vault.notes.at("void")) && !FilePath.isPresent(vault.notes.at("blank")))
        #expect(FilePath.isFolder(vault.notes.at("warm/later")) && !FilePath.isPresent(vault.notes.at("drinks/hot")))
    }

    @Test(arguments: [
        ("tea", "drinks/", "drinks/tea.md"), ("tea", "drinks", "drinks/tea.md"), ("tea", "new/", "new/tea.md"),
        ("tea", "a.txt", "drinks/hot/a.txt"), ("tea", "./v1.2", "v1.2.md"), ("tea.md", "v1.2", "drinks/hot/v1.2.md"),
        ("drinks/hot/tea.md", "x", "x.md"), ("Joe", "./drinks/../y", "y.md"),
        ("drinks/hot/cup.png", "mug.png", "mug.png"), ("drinks/hot/", "drinks/cold", "drinks/cold/coffee.md"),
    ])
    func `the new path is a name, a folder, or a path in one`(_ old: String, _ new: String, _ path: String) throws {
        let vault = try EngineVault(MoveTests.files)
        let plan = try vault.base().plannedMove(of: old, to: new)
        #expect(plan.changes.contains { $0.newPath == path && $0.path != path })
    }

    @Test(arguments: [
        ("tea", "coffee.md/x", nil), ("tea", "./home", "home.md is there already, and nothing is overwritten"),
        ("tea", "tea", "drinks/hot/tea.md has that path already"), ("tea", "../x", "../x is not in the vault"),
        ("drinks", "drinks/hot/deeper", "drinks cannot be moved into itself"),
        ("tea", ".hidden/x", "kb would not find .hidden/x.md: nothing in .hidden is indexed; choose another place"),
        ("tea", ".trash/", "kb would not find .trash/tea.md: nothing in .trash is indexed; use kb rm"),
        ("tea#Steep", "x", "“tea#Steep” is a part of drinks/hot/tea.md; only whole notes are moved"),
    ])
    func `a move that makes no sense is refused`(_ old: String, _ new: String, _ message: String?) throws {
        let vault = try EngineVault(MoveTests.files)
        let found = try refusal(vault, old, new)
        if let message { #expect(found == message) }
    }

    @Test func `what lies beside the vault is told to be there`() throws {
        let vault = try EngineVault(MoveTests.files)
        try vault.folder.write(["outside.md": "# Outside\n"])
        for name in ["../outside.md", vault.folder.at("outside.md")] {
            #expect(try refusal(vault, name, "x") == "\(name) is not in the vault; kb import takes it in")
        }
        #expect(try refusal(vault, "../nothing.md", "x")?.contains("not in the vault") == false)
    }

    @Test func `a name of a folder and of a note is no name of one`() throws {
        let vault = try EngineVault(["a.md": "A", "a/b.md": "B"])
        #expect(try refusal(vault, "a", "x") == "“a” is a folder and a note; write a/ or a.md")
        #expect(try refusal(vault, "a/", "x") == nil)
        #expect(try refusal(vault, "a.md", "x") == nil)
    }

    @Test func `notes stay where the vault looks for them`() throws {
        let vault = try EngineVault(["kb.yml": "notes: [notes]\n", "notes/a.md": "A", "other/x.txt": ""])
        #expect(try refusal(vault, "a", "other/")?.hasPrefix("kb would not find other/a.md") == true)
        #expect(try refusal(vault, "notes", "texts")?.hasPrefix("notes holds") == true)
    }

    @Test func `what is in the trash comes back by a move`() throws {
        let vault = try EngineVault(MoveTests.files)
        let base = try vault.base()
        try base.apply(try base.plannedRemoval(of: ["tea", "coffee"]))
        #expect(base.notePaths() == ["drinks/list.md", "home.md"])
        try base.apply(try base.plannedMove(of: ".trash/drinks/hot/tea.md", to: "drinks/hot/"))
        #expect(try text(vault, "drinks/hot/tea.md") == MoveTests.files["drinks/hot/tea.md"])
        #expect(base.notePaths() == ["drinks/hot/tea.md", "drinks/list.md", "home.md"])
    }

    @Test func `who removes notes is told which links lead nowhere or elsewhere then`() throws {
        var files = MoveTests.files
        files["older/longer/coffee.md"] = "# Another\n"
        let vault = try EngineVault(files)
        let plan = try vault.base().plannedRemoval(of: ["drinks/hot/coffee.md"])
        #expect(plan.changes.map(\.newPath) == [".trash/drinks/hot/coffee.md"])
        #expect(
            plan.remarks.map { "\($0.path):\($0.line ?? 0): \($0.text)" } == [
                "drinks/list.md:1: the link to “Joe” leads nowhere then",
                "home.md:1: the link to “coffee” leads to older/longer/coffee.md then",
            ])
    }

    @Test func `links that can only mean one note or file are repaired, and others stay`() throws {
        let vault = try EngineVault([
            "a/tea.md": "T", "a/cup.png": "", "b/twin.md": "1", "c/twin.md": "2", "d/README.md": "R",
            "x/links.md": """
            [t](../gone/tea.md#x), [[gone/tea|words]], [e](../a/tea.markdown), ![](img/cup.png "cup")
            [[new note]], [w](twin.md), [r](../e/README.md), [[a/tea]] [h](https://a.b/tea.md)

            """,
        ])
        let base = try vault.base()
        let plan = try base.plannedRepair()
        #expect(plan.changes.map(\.path) == ["x/links.md"])
        #expect(
            plan.changes.first?.newBytes.map { String(decoding: $0, as: UTF8.self) } == """
                [t](../a/tea.md#x), [[a/tea|words]], [e](../a/tea.md), ![](../a/cup.png "cup")
                [[new note]], [w](twin.md), [r](../e/README.md), [[a/tea]] [h](https://a.b/tea.md)

                """)
        #expect(plan.remarks.map(\.text) == ["“twin.md” may mean b/twin.md or c/twin.md"])
        try base.apply(plan)
        #expect(try base.plannedRepair().isEmpty)
    }
}
