import Foundation
import KBEdit
import KBModel
import Testing

@testable import KnowledgeBase

@Suite struct AddingTests {
    private static let now = WallTime(day: Day(daysSinceEpoch: 20_000), hour: 9, minute: 5)

    private func addition(
        _ place: Addition.Place = .newNote(folder: nil, template: nil), title: String = "", _ text: String? = nil,
        tags: [String] = [], creating: Bool = false, from folder: String? = nil
    ) -> Addition {
        Addition(
            place, title: title, text: text.map { Array($0.utf8) }, tags: tags, makesMissing: creating, now: Self.now,
            workingFolder: folder)
    }

    /// Adds, and tells where.
    @discardableResult
    private func add(_ addition: Addition, to vault: EngineVault) throws -> String {
        let base = try vault.base()
        let made = try base.make(try base.planned(addition))
        return "\(made.path):\(made.line)"
    }

    private func text(_ path: String, in vault: EngineVault) throws -> String {
        try String(contentsOfFile: vault.notes.at(path), encoding: .utf8)
    }

    private func message(_ addition: Addition, in vault: EngineVault) throws -> String {
        do {
            _ = try vault.base().planned(addition)
            return "planned"
        } catch let error as KnowledgeBaseError {
            return "\(error)"
        }
    }

    // MARK: New notes

    @Test func `a new note is named after its title and is found at once`() throws {
        let vault = try EngineVault()
        #expect(try add(addition(title: "Grid search", "It tries all pairs."), to: vault) == "grid-search.md:3")
        #expect(try text("grid-search.md", in: vault) == "# Grid search\n\nIt tries all pairs.\n")
        #expect(try vault.hits("pairs", .asIndexed) == ["grid-search.md:1"])
    }

    @Test func `a name that a note has anywhere is not given again`() throws {
        let vault = try EngineVault(["a/Tea.md": "x", "b.md": "---\naliases: [coffee]\n---\n", "x/tea-2.txt": "y"])
        _ = try vault.base().refresh()
        #expect(try add(addition(title: "tea"), to: vault) == "tea-3.md:1")
        #expect(try add(addition(title: "Coffee"), to: vault) == "coffee-2.md:1")
        #expect(try add(addition(title: "tea"), to: vault) == "tea-4.md:1")
        let planned = try vault.base().planned(addition(title: "Tea"))
        #expect(planned.plan.remarks.map(\.kind) == [.namesake])
    }

    @Test(
        arguments: [
            ("../../x", "x.md"), ("CON", "con-note.md"), ("!!!", "untitled.md"), ("a/b", "a-b.md"),
            (".hidden", "hidden.md"),
            (String(repeating: "long ", count: 100), String(repeating: "long-", count: 39) + "long.md"),
        ])
    func `no title leads out of the folder or makes a name no system takes`(_ title: String, path: String) throws {
        let vault = try EngineVault()
        #expect(try add(addition(title: title), to: vault) == path + ":1")
        #expect(FileManager.default.fileExists(atPath: vault.notes.at(path)))
    }

    @Test func `a note goes where it was asked to, else where the user is, else to the first notes folder`() throws {
        let vault = try EngineVault(["kb.yml": "notes: [notes, log]", "notes/sub/a.md": "x", "log/b.md": "y"])
        let root = vault.notes.path
        func path(_ folder: String?, from: String?) throws -> String {
            try vault.base().planned(addition(.newNote(folder: folder, template: nil), title: "N", from: from)).path
        }
        #expect(try path(nil, from: root) == "notes/n.md")
        #expect(try path(nil, from: root + "/notes/sub") == "notes/sub/n.md")
        #expect(try path(nil, from: "/") == "notes/n.md")
        #expect(try path("log", from: root) == "log/n.md")
        #expect(try path("inbox/new/", from: root) == "notes/inbox/new/n.md")
        #expect(try path("new", from: root + "/notes/sub") == "notes/sub/new/n.md")
        try vault.write(["kb.yml": "notes: [notes, log]\nadd: {folder: log/in}"])
        #expect(try path(nil, from: root + "/notes/sub") == "log/in/n.md")
        for folder in ["../x", "notes/.git", "/etc", "notes/sub/a.md", "node_modules"] {
            #expect(throws: KnowledgeBaseError.self) { try path(folder, from: root) }
        }
    }

    @Test func `two programs that add the same title make two notes`() throws {
        let vault = try EngineVault()
        let (first, second) = (try vault.base(), try vault.base())
        let plans = [
            try first.planned(addition(title: "Tea", "one")), try second.planned(addition(title: "Tea", "two")),
        ]
        #expect(try first.make(plans[0]).path == "tea.md")
        #expect(try second.make(plans[1]).path == "tea-2.md")
        #expect(try text("tea-2.md", in: vault) == "# Tea\n\ntwo\n")
    }

    // MARK: Notes that are there

    @Test func `a text goes under the heading that is named`() throws {
        let vault = try EngineVault(["tea.md": "# Tea\n\n## Steeping\n\n- hot\n\n## Links\n"])
        #expect(try add(addition(.note("tea#steeping"), "- long"), to: vault) == "tea.md:6")
        #expect(try text("tea.md", in: vault) == "# Tea\n\n## Steeping\n\n- hot\n- long\n\n## Links\n")
        #expect(try add(addition(.note("Tea"), "End.", tags: ["x"]), to: vault) == "tea.md:10")
        #expect(try text("tea.md", in: vault).hasSuffix("## Links\n\nEnd. #x\n"))
    }

    @Test func `two programs that add to one note lose nothing`() throws {
        let vault = try EngineVault(["tea.md": "# Tea\n"])
        let (first, second) = (try vault.base(), try vault.base())
        let plans = [
            try first.planned(addition(.note("tea"), "one")), try second.planned(addition(.note("tea"), "two")),
        ]
        _ = try first.make(plans[0])
        #expect(try second.make(plans[1]).line == 5)
        #expect(try text("tea.md", in: vault) == "# Tea\n\none\n\ntwo\n")
    }

    @Test func `a heading or note that is missing is made when that is wanted`() throws {
        let vault = try EngineVault(["tea.md": "# Tea\n\n## Steeping\n"])
        #expect(try message(addition(.note("tea#Stepping"), "x"), in: vault).contains("[\"Steeping\"]"))
        #expect(try message(addition(.note("tea#Steep"), "x"), in: vault).contains("noSuchHeading"))
        #expect(try message(addition(.note("te"), "x"), in: vault).contains("noSuchNote"))
        #expect(try message(addition(.note("milk"), "x"), in: vault).contains("noSuchNote"))
        #expect(try add(addition(.note("tea#Log"), "x", creating: true), to: vault) == "tea.md:7")
        #expect(try text("tea.md", in: vault) == "# Tea\n\n## Steeping\n\n## Log\n\nx\n")
        #expect(try add(addition(.note("tea#Steeping#Time"), "3 min", creating: true), to: vault) == "tea.md:7")
        #expect(try add(addition(.note("tea#Lo"), "x", creating: true), to: vault) == "tea.md:15")
        #expect(try add(addition(.note("te"), "x", creating: true), to: vault) == "te.md:3")
        #expect(try add(addition(.note("Green tea#Log"), "x", creating: true), to: vault) == "green-tea.md:5")
        #expect(try text("green-tea.md", in: vault) == "# Green tea\n\n## Log\n\nx\n")
        #expect(try add(addition(.note("in/Box.md"), "x", creating: true), to: vault) == "in/Box.md:3")
        #expect(try message(addition(.note("in/"), "x", creating: true), in: vault).contains("is a folder"))
    }

    @Test(arguments: ["drafts", "drafts/", "drafts#Log"])
    func `a folder does not stand for the only note in it`(_ name: String) throws {
        let vault = try EngineVault(["drafts/one.md": "# One\n", "b.md": "# B\n"])
        #expect(try message(addition(.note(name), "x"), in: vault).contains("drafts is a folder"))
        #expect(try message(addition(.note("dra"), "x"), in: vault).contains("noSuchNote"))
    }

    @Test(arguments: ["---\nk: v\n---\n", "---\nk: v\n---", ""])
    func `a note without text takes one`(_ note: String) throws {
        let vault = try EngineVault(["n.md": note])
        try add(addition(.note("n"), "x"), to: vault)
        #expect(try text("n.md", in: vault).hasSuffix("x\n"))
        #expect(try text("n.md", in: vault).hasPrefix(note.trimmingCharacters(in: .newlines)))
    }

    @Test func `a note that is not UTF-8 is left alone`() throws {
        let vault = try EngineVault()
        try vault.write("n.md", bytes: [0x41, 0xE9, 0x0A])
        #expect(try message(addition(.note("n"), "x"), in: vault).contains("UTF-8"))
    }

    // MARK: Links

    @Test func `links are written where their words stand, else on a line of their own`() throws {
        let vault = try EngineVault(["drift.md": "# Drift\n", "ops/alerts.md": "# Alerts\n\nSee [[drift]].\n"])
        var new = addition(title: "Window", "When drift is wide, page someone.")
        new.links = [
            .init(path: "drift.md", title: "Drift", words: "drift"), .init(path: "ops/alerts.md", title: "Alerts"),
        ]
        try add(new, to: vault)
        #expect(
            try text("window.md", in: vault)
                == "# Window\n\nWhen [[drift]] is wide, page someone.\n\nSee also: [[alerts|Alerts]]\n")
        var more = addition(.note("window"), "- [ ] measure drift")
        more.links = [.init(path: "drift.md", title: "Drift", words: "drift")]
        #expect(try add(more, to: vault) == "window.md:7")
        #expect(try text("window.md", in: vault).hasSuffix("\n\n- [ ] measure [[drift]]\n"))
    }

    // MARK: Templates

    @Test func `a note is made by the template named, else by the usual one`() throws {
        let vault = try EngineVault([
            "kb.yml": "notes: .\nadd: {template: plain}", "templates/plain.md": "# {{title}}\n\n{{mood}}\n",
            "templates/paper/Review.md": "# Review: {{title}}\n\n{{date:YYYY}} {{cursor}}\n",
        ])
        let plain = try vault.base().planned(addition(title: "T", "x"))
        #expect(plain.plan.changes.first?.newBytes == Array("# T\n\n{{mood}}\n\nx\n".utf8))
        #expect(plain.plan.remarks.map(\.kind) == [.unmapped])
        let review = try vault.base().planned(addition(.newNote(folder: nil, template: "review"), title: "T", "x"))
        #expect(review.plan.changes.first?.newBytes == Array("# Review: T\n\n2024 x\n".utf8))
        #expect(
            try message(addition(.newNote(folder: nil, template: "revew"), title: "T"), in: vault).contains("Review"))
        #expect(
            try message(addition(.newNote(folder: nil, template: "../../etc/passwd"), title: "T"), in: vault)
                != "planned")
    }

    @Test func `templates are no notes, unless they are taken back`() throws {
        let vault = try EngineVault([
            "templates/plain.md": "# Zebra\n", "a.md": "zebra\n", "b/templates/c.md": "zebra\n",
        ])
        #expect(Set(try vault.hits("zebra")) == ["a.md:1", "b/templates/c.md:1"])
        try vault.write(["kb.yml": "notes: .\nexclude: ['!/templates/']"])
        #expect(try vault.hits("zebra").count == 3)
    }

    // MARK: Daily notes

    @Test func `the note of a day is made once and added to`() throws {
        let vault = try EngineVault([
            "kb.yml": "daily: {folder: notes/log, format: YYYY/MM-DD, template: day}", "notes/a.md": "x",
            "templates/day.md": "# {{date:D MMM}}\n\n## Log\n\n## Ideas\n",
        ])
        let path = "notes/log/2024/10-04.md"
        #expect(try add(addition(.daily(Self.now, heading: [])), to: vault) == path + ":5")
        #expect(try add(addition(.daily(Self.now, heading: ["Log"]), "- a"), to: vault) == path + ":5")
        #expect(try add(addition(.daily(Self.now, heading: ["log"]), "- b"), to: vault) == path + ":6")
        #expect(try text(path, in: vault) == "# 4 Oct\n\n## Log\n\n- a\n- b\n\n## Ideas\n")
        #expect(try message(addition(.daily(Self.now, heading: ["Lo"]), "x"), in: vault).contains("noSuchHeading"))
        #expect(try message(addition(.daily(Self.now, heading: ["Nope"]), "x"), in: vault).contains("noSuchHeading"))
        let before = try vault.snapshot()
        #expect(try add(addition(.daily(Self.now, heading: [])), to: vault) == path + ":8")
        #expect(try vault.snapshot().filter { $0.key.hasSuffix(".md") } == before.filter { $0.key.hasSuffix(".md") })
    }

    @Test func `links to a note elsewhere that has the name of the day still mean it`() throws {
        let vault = try EngineVault([
            "kb.yml": "notes: .\ndaily: {folder: daily}", "journal/2024-10-04.md": "# Old\n",
            "a.md": "[[2024-10-04]]\n",
        ])
        let planned = try vault.base().planned(addition(.daily(Self.now, heading: []), "x"))
        #expect(planned.path == "daily/2024-10-04.md")
        #expect(planned.plan.changes.map(\.path) == ["a.md", "daily/2024-10-04.md"])
        #expect(planned.plan.remarks.map(\.kind) == [.namesake])
        #expect(try add(addition(.daily(Self.now, heading: []), "x"), to: vault) == "daily/2024-10-04.md:3")
        #expect(try text("a.md", in: vault) == "[[journal/2024-10-04]]\n")
    }

    @Test func `days of other years may share a file name`() throws {
        let vault = try EngineVault([
            "kb.yml": "notes: .\ndaily: {format: YYYY/MM-DD}", "2023/10-04.md": "# Old\n", "a.md": "A\n",
        ])
        let planned = try vault.base().planned(addition(.daily(Self.now, heading: []), "x"))
        #expect(planned.path == "2024/10-04.md")
        #expect(planned.plan.remarks.isEmpty)
    }

    @Test func `an Obsidian vault says itself where its daily notes and templates are`() throws {
        let vault = try EngineVault([
            ".obsidian/daily-notes.json": #"{"folder": "/Journal", "format": "DD.MM.YYYY", "template": "Meta/Day"}"#,
            ".obsidian/templates.json": #"{"folder": "Meta"}"#, "Meta/Day.md": "**{{title}}**\n",
            ".obsidian/app.json": #"{"newFileLocation": "folder", "newFileFolderPath": "In"}"#, "a.md": "Day",
        ])
        #expect(try add(addition(.daily(Self.now, heading: []), "x"), to: vault) == "Journal/04.10.2024.md:3")
        #expect(try text("Journal/04.10.2024.md", in: vault) == "**04.10.2024**\n\nx\n")
        #expect(try add(addition(title: "Grid search: how?"), to: vault) == "In/Grid search how.md:1")
        #expect(try vault.hits("title").isEmpty)
        let reports = try vault.located().reports
        #expect(
            reports.first { $0.key == "daily.format" }?.origin
                == .vaultFile(vault.notes.at(".obsidian/daily-notes.json")))
    }

    @Test(arguments: [#"{"folder": "../out"}"#, #"{"folder": 3}"#, "{", #"{"folder": "/"}"#])
    func `what leads out of an Obsidian vault or makes no sense does not count`(_ json: String) throws {
        let vault = try EngineVault([".obsidian/daily-notes.json": json])
        #expect(try vault.base().planned(addition(.daily(Self.now, heading: []), "x")).path == "2024-10-04.md")
    }

    @Test(arguments: ["../YYYY", ".YYYY", "YYYY/[..]/MM", "[a:b]", "[ ]"])
    func `a pattern that makes no name is refused`(_ format: String) throws {
        let vault = try EngineVault(["kb.yml": "daily:\n  format: \"\(format)\"", "notes/a.md": "x"])
        #expect(try message(addition(.daily(Self.now, heading: []), "x"), in: vault).contains("daily.format"))
    }
}
