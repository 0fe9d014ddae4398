import Foundation
import KBEdit
import KBModel
import KBStore
import Testing

@testable import KnowledgeBase

/// What plans are made from, and what they see besides notes.
@Suite struct PlanTests {
    func text(_ vault: EngineVault, _ name: String) throws -> String {
        String(decoding: try FileBytes.read(vault.notes.at(name)), as: UTF8.self)
    }

    func refusal(_ planning: () throws(KnowledgeBaseError) -> ChangePlan) -> String? {
        do throws(KnowledgeBaseError) {
            _ = try planning()
            return nil
        } catch {
            guard case .refused(let message) = error else { return "\(error)" }
            return message
        }
    }

    func remarks(_ plan: ChangePlan) -> [String] {
        plan.remarks.map { "\($0.kind) \($0.path):\($0.line ?? 0): \($0.text)" }
    }

    // MARK: Fresh knowledge

    @Test func `no plan is made from an index that may be old`() throws {
        let vault = try EngineVault(["a.md": "[[b]]", "b.md": "# B\n#t"])
        _ = try vault.base().refresh()
        let base = try vault.base(.asIndexed)
        let wanted = "notes are changed only when all their links are known; leave out --no-refresh"
        #expect(refusal { () throws(KnowledgeBaseError) in try base.plannedMove(of: "b", to: "c") } == wanted)
        #expect(refusal { () throws(KnowledgeBaseError) in try base.plannedRemoval(of: ["b"]) } == wanted)
        #expect(refusal { () throws(KnowledgeBaseError) in try base.plannedRename(ofTag: "t", to: "u") } == wanted)
        #expect(
            refusal { () throws(KnowledgeBaseError) in try base.plannedRename(ofHeading: "b#B", to: "C") } == wanted)
        #expect(refusal { () throws(KnowledgeBaseError) in try base.plannedLink(in: "a", to: "b") } == wanted)
        #expect(refusal { () throws(KnowledgeBaseError) in try base.plannedRepair() } == wanted)
    }

    @Test(.disabled(if: geteuid() == 0, "the superuser can read everything"))
    func `a folder that cannot be read is told`() throws {
        let vault = try EngineVault(["s/a.md": "[[b]] #t", "b.md": "# B\n#t"])
        let base = try vault.base()
        _ = try base.refresh()
        chmod(vault.notes.at("s"), 0)
        defer { chmod(vault.notes.at("s"), 0o700) }
        let wanted = ["skipped s/:0: the folder cannot be read; its notes stay as they are"]
        #expect(try remarks(base.plannedMove(of: "b", to: "c")) == wanted)
        #expect(try remarks(base.plannedRename(ofTag: "t", to: "u")) == wanted)
        #expect(try remarks(base.plannedRename(ofHeading: "b#B", to: "C")) == wanted)
        #expect(try remarks(base.plannedRemoval(of: ["b"])) == wanted)
    }

    @Test func `a plan waits for another process that writes the index`() throws {
        let vault = try EngineVault(["a.md": "[[b]]", "b.md": "B"])
        _ = try vault.base().refresh()
        try vault.write(["late.md": "[[b]]"])
        let holder = Monitor(try WriterLock.acquire(for: try vault.located().indexFile, waiting: false))
        let worker = Worker.start {
            usleep(300_000)
            holder.use { $0 = nil }
        }
        let plan = try vault.base().plannedMove(of: "b", to: "c")
        worker?.join()
        #expect(plan.changes.map(\.path) == ["a.md", "b.md", "late.md"])
    }

    @Test func `an index that is old and cannot be written makes no plan`() throws {
        let vault = try EngineVault(["kb.yml": "", "a.md": "[[b]]", "b.md": "B"])
        _ = try vault.base().refresh()
        try vault.write(["late.md": "[[b]]"])
        let folder = (try vault.located().indexFile as NSString).deletingLastPathComponent
        guard try ReadOnly.make(folder) else {
            print("skipped: nothing here makes a folder read-only for this user")
            return
        }
        defer { ReadOnly.undo(folder) }
        let base = try vault.base()
        let found = refusal { () throws(KnowledgeBaseError) in try base.plannedMove(of: "b", to: "c") }
        #expect(found?.hasSuffix("cannot be written; name another folder with --index-dir") == true)
    }

    @Test func `a link written after a plan was made changes the plan, not the notes`() throws {
        let vault = try EngineVault(["a.md": "[[b]]", "b.md": "B"])
        let base = try vault.base()
        let planning = { (base: KnowledgeBase) throws(KnowledgeBaseError) in try base.plannedMove(of: "b", to: "c") }
        let plan = try planning(base)
        try vault.write(["late.md": "[[b]]"])
        let other = try #require(try base.apply(plan, ifStill: planning))
        #expect(other.changes.map(\.path) == ["a.md", "b.md", "late.md"])
        #expect(try text(vault, "a.md") == "[[b]]")
        #expect(try base.apply(other, ifStill: planning) == nil)
        #expect(try text(vault, "late.md") == "[[c]]")
        #expect(try base.issues().isEmpty)
    }

    // MARK: Names

    @Test func `what is changed is named in full, and a beginning shows what may be meant`() throws {
        let vault = try EngineVault(["serving.md": "# Serving\n\n## Batching\n\n## Batch size\n", "d/x.md": "X"])
        let base = try vault.base()
        #expect(throws: KnowledgeBaseError.noSuchNote("serv", nearest: ["serving"])) {
            try base.plannedRemoval(of: ["serv"])
        }
        #expect(throws: KnowledgeBaseError.refused("d is a folder; write d/ to remove it with all that is in it")) {
            try base.plannedRemoval(of: ["d"])
        }
        #expect(throws: KnowledgeBaseError.noSuchNote("serv", nearest: ["serving"])) {
            try base.plannedMove(of: "serv", to: "x")
        }
        #expect(throws: KnowledgeBaseError.noSuchNote("serv", nearest: ["serving"])) {
            try base.plannedLink(in: "serv", to: "x")
        }
        #expect(
            throws: KnowledgeBaseError.noSuchHeading("Bat", note: "serving.md", nearest: ["Batch size", "Batching"])
        ) {
            try base.plannedRename(ofHeading: "serving#Bat", to: "Zap")
        }
        #expect(try base.plannedRename(ofHeading: "SERVING#batching", to: "Zap").changes.count == 1)
    }

    @Test func `names that differ in their bytes alone are two names`() throws {
        let (one, other) = ("caf\u{E9}", "cafe\u{301}")
        let vault = try EngineVault(["a.md": "[[\(one)]] [[\(other)]] [t](\(other).md)"])
        // To a dictionary of names both are one.
        try vault.write(["\(one).md": "1"])
        try vault.write(["\(other).md": "2"])
        let base = try vault.base()
        let removal = try base.plannedRemoval(of: ["\(one).md", "\(other).md"])
        #expect(removal.changes.count == 2)
        try base.apply(try base.plannedMove(of: "\(one).md", to: "tea"))
        #expect(Array(try text(vault, "a.md").utf8) == Array("[[tea]] [[\(other)]] [t](\(other).md)".utf8))
        #expect(try text(vault, "tea.md") == "1" && text(vault, "\(other).md") == "2")
    }

    // MARK: Headings

    @Test func `links to a heading follow a tag in it`() throws {
        let vault = try EngineVault([
            "n.md": "# Ops #t\n\n[[#Ops t]]\n", "a.md": "[[n#Ops t]] [x](n.md#ops-t) #t\n", "b.md": "![[n#Ops t]]\n",
        ])
        let base = try vault.base()
        #expect(try base.issues().isEmpty)
        try base.apply(try base.plannedRename(ofTag: "t", to: "u"))
        #expect(try text(vault, "n.md") == "# Ops #u\n\n[[#Ops u]]\n")
        #expect(try text(vault, "a.md") == "[[n#Ops u]] [x](n.md#ops-u) #u\n")
        #expect(try text(vault, "b.md") == "![[n#Ops u]]\n")
        #expect(try base.issues().isEmpty)
    }

    // MARK: Several things

    @Test func `several notes and files go into a folder`() throws {
        let vault = try EngineVault([
            "a.md": "[[b]] ![](p.png)", "b.md": "[a](a.md)", "p.png": "p", "c/d.md": "[a](../a.md)",
        ])
        let base = try vault.base()
        let plan = try base.plannedMove(of: ["a", "b", "p.png", "a.md"], to: "e/")
        #expect(plan.title == "move 3 notes to e")
        try base.apply(plan)
        #expect(try text(vault, "e/a.md") == "[[b]] ![](p.png)" && text(vault, "e/b.md") == "[a](a.md)")
        #expect(try text(vault, "c/d.md") == "[a](../e/a.md)")
    }

    @Test(arguments: [
        (["a", "b"], "new", "new is no folder, and several notes go into one; write new/ to have it made"),
        (["c/", "c/d.md"], "e/", "c and c/d.md cannot be moved together; move one after the other"),
        (["a", "c/a.md"], "e/", "a.md and c/a.md cannot be moved together; move one after the other"),
    ])
    func `several things that cannot go together are refused`(_ old: [String], _ new: String, _ message: String) throws
    {
        let vault = try EngineVault(["a.md": "", "b.md": "", "c/d.md": "", "c/a.md": ""])
        let base = try vault.base()
        #expect(refusal { () throws(KnowledgeBaseError) in try base.plannedMove(of: old, to: new) } == message)
    }

    @Test func `a folder and a picture go to the trash, and lost links are told`() throws {
        let vault = try EngineVault([
            "d/x.md": "[y](y.md)", "d/y.md": "", "d/p.png": "p", "q.png": "q",
            "w.md": "[x](d/x.md)\n![q](q.png) [d](d/)\n",
            ".trash/d/old.md": "old",
        ])
        let base = try vault.base()
        let plan = try base.plannedRemoval(of: ["d/", "q.png", "d/x.md"])
        #expect(
            plan.changes.map(\.newPath) == [".trash/d 2/p.png", ".trash/d 2/x.md", ".trash/d 2/y.md", ".trash/q.png"])
        #expect(
            remarks(plan) == [
                "dangling w.md:1: the link to “d/x.md” leads nowhere then",
                "dangling w.md:2: the link to “q.png” leads nowhere then",
                "dangling w.md:2: the link to “d/” leads nowhere then",
            ])
        try base.apply(plan)
        #expect(base.notePaths() == ["w.md"])
    }

    @Test(arguments: [
        (".trash/x.md", ".trash/x.md is in the trash, which kb never empties"),
        (".obsidian/", ".obsidian is none of kb's notes: nothing in .obsidian is; remove it by hand"),
        ("kb.yml", "kb.yml is a file of the vault's own; remove it by hand"), ("./", "the vault itself is not removed"),
        (".trash/", ".trash is the trash, which stays; name what is in it"),
    ])
    func `what is no note of the vault is not removed`(_ name: String, _ message: String) throws {
        let vault = try EngineVault(["kb.yml": "", "a.md": "", ".trash/x.md": "", ".obsidian/app.json": ""])
        let base = try vault.base()
        #expect(refusal { () throws(KnowledgeBaseError) in try base.plannedRemoval(of: [name]) } == message)
    }

    @Test func `a note may keep its old name as an alias`() throws {
        let vault = try EngineVault(["a.md": "A\n", "b.md": "[[a]]"])
        let base = try vault.base()
        try base.apply(try base.plannedMove(of: ["a"], to: "c", keepingOldNames: true))
        #expect(try text(vault, "c.md") == "---\naliases:\n  - a\n---\nA\n")
        #expect(try base.note("a").note.path == "c.md")
    }

    @Test func `a date is no name by which a link is repaired`() throws {
        let vault = try EngineVault([
            "projects/x/2023.md": "", "daily/2024/2024-05-01.md": "",
            "a.md": "[n](archive/other/2023.md) [l](https/2023.md) [d](old/daily/2024-05-01.md)",
        ])
        let plan = try vault.base().plannedRepair()
        #expect(
            plan.changes.first?.newBytes.map { String(decoding: $0, as: UTF8.self) }
                == "[n](archive/other/2023.md) [l](https/2023.md) [d](daily/2024/2024-05-01.md)")
    }

    // MARK: Cost

    @Test(.timeLimit(.minutes(1)))
    func `many mentions on two lines cost no more than one reading of the note`() throws {
        let mentions = String(repeating: "the hot\ntea is. ", count: 3000)
        let vault = try EngineVault(["a.md": mentions + "\n\nA hot tea.\n", "hot tea.md": "T"])
        let plan = try vault.base().plannedLink(in: "a", to: "hot tea")
        #expect(plan.replacements.map(\.new) == ["[[hot tea]]"])
    }

    @Test(.timeLimit(.minutes(1)))
    func `many definitions are moved in reasonable time`() throws {
        let links = (0..<4000).map { "[l\($0)]: d/n.md\n\nsee [l\($0)]\n\n" }.joined()
        let vault = try EngineVault(["a.md": links, "d/n.md": "N"])
        let plan = try vault.base().plannedMove(of: "d/n.md", to: "e/n.md")
        #expect(plan.replacements.count == 4000)
        #expect(plan.replacements.last?.line == 15_997)
    }
}
