import Foundation
import KBEdit
import KBModel
import KBStore
import Testing

@testable import KnowledgeBase

/// Plans for places out of sight: ignored folders, the trash, what symbolic links lead to.
extension PlanTests {
    // MARK: Places where nothing is found

    @Test(
        arguments: [
            ([".gitignore": "archive/\n"], "b", "archive/", "archive/b.md", "archive/"),
            (["kb.yml": "exclude: [old/]\n"], "b", "x/old/", "x/old/b.md", "x/old/"),
            ([".kbignore": "*.txt\n"], "b", "c.txt", "c.txt", "c.txt"),
            (["x/.ignore": "deep\n"], "d", "x/deep", "x/deep/n.md", "x/deep/"),
            (["d/.gitignore": "!n.md\n", ".gitignore": "n.md\n"], "d/n.md", "x/n.md", "x/n.md", "x/n.md"),
        ] as [([String: String], String, String, String, String)])
    func `no note moves to where it would be ignored`(
        files: [String: String], old: String, new: String, path: String, ignored: String
    ) throws {
        let vault = try EngineVault(["a.md": "[[b]]", "b.md": "B", "d/n.md": "N", "x/y.md": "Y"].merging(files) { $1 })
        let base = try vault.base()
        let found = refusal { () throws(KnowledgeBaseError) in try base.plannedMove(of: old, to: new) }
        #expect(
            found
                == "kb would not find \(path): \(ignored) is ignored, by an ignore file or the setting exclude; choose another "
                + "place")
    }

    @Test func `an ignore file moves along with its folder`() throws {
        let vault = try EngineVault(["d/.gitignore": "!n.md\n", ".gitignore": "n.md\n", "d/n.md": "N"])
        let base = try vault.base()
        try base.apply(try base.plannedMove(of: "d", to: "e"))
        #expect(base.notePaths() == ["e/n.md"])
    }

    // MARK: Out of the trash

    @Test func `what comes out of the trash is read where it was`() throws {
        let vault = try EngineVault([
            "n/a/x.md": "![p](pic.png) [self](x.md#h) [y](y.md)", "n/a/y.md": "[x](x.md)", "n/a/pic.png": "p",
            "n/b/pic.png": "q", "n/z.md": "See [x](a/x.md) and [[x|it]].\n",
        ])
        let base = try vault.base()
        try base.apply(try base.plannedRemoval(of: ["x"]))
        let plan = try base.plannedMove(of: ".trash/n/a/x.md", to: "n/b/")
        #expect(
            remarks(plan) == [
                "found n/a/y.md:1: “x.md” leads to n/b/x.md again", "found n/z.md:1: “a/x.md” leads to n/b/x.md again",
                "found n/z.md:1: “x” leads to n/b/x.md again",
            ])
        try base.apply(plan)
        #expect(try text(vault, "n/b/x.md") == "![p](../a/pic.png) [self](x.md#h) [y](../a/y.md)")
        #expect(try text(vault, "n/z.md") == "See [x](b/x.md) and [[x|it]].\n")
        #expect(try text(vault, "n/a/y.md") == "[x](../b/x.md)")
        #expect(FilePath.isPresent(vault.notes.at(".trash/n/a/x.md")) == false)
        #expect(try base.issues().map(\.issue.kind) == [.missingAnchor])
    }

    @Test func `a note that comes back beside its namesake takes no links from it`() throws {
        let vault = try EngineVault(["a/x.md": "[y](y.md) [[x]]", "a/y.md": "[t](x.md)"])
        let base = try vault.base()
        try base.apply(try base.plannedRemoval(of: ["x"]))
        try vault.write(["a/x.md": "new"])
        try base.apply(try base.plannedMove(of: ".trash/a/x.md", to: "b/"))
        #expect(try text(vault, "b/x.md").hasPrefix("[y](../a/y.md)"))
        #expect(try text(vault, "a/y.md") == "[t](x.md)" && text(vault, "a/x.md") == "new")
    }

    @Test func `a folder and a picture come out of the trash, and links to them follow`() throws {
        let vault = try EngineVault([
            "d/x.md": "![p](p.png) [w](../w.md)", "d/p.png": "p", "w.md": "[x](d/x.md) ![p](d/p.png)", "q.png": "q",
            "v.md": "![q](q.png)",
        ])
        let base = try vault.base()
        try base.apply(try base.plannedRemoval(of: ["d/", "q.png"]))
        #expect(base.notePaths() == ["v.md", "w.md"])
        try base.apply(try base.plannedMove(of: [".trash/d", ".trash/q.png"], to: "e/"))
        #expect(try text(vault, "e/d/x.md") == "![p](p.png) [w](../../w.md)")
        #expect(try text(vault, "w.md") == "[x](e/d/x.md) ![p](e/d/p.png)")
        #expect(try text(vault, "v.md") == "![q](e/q.png)")
    }

    // MARK: Symbolic links and canvases

    @Test func `who moves or removes what a symbolic link leads to is told`() throws {
        let vault = try EngineVault(["a.md": "A", "c.md": "C", "d/e.md": "E"])
        try vault.folder.link("vault/link.md", to: "a.md")
        try vault.folder.link("vault/way", to: "d")
        let base = try vault.base()
        let text = "this symbolic link to a.md leads nowhere then; make it anew"
        #expect(remarks(try base.plannedMove(of: "a", to: "other")) == ["dangling link.md:0: \(text)"])
        #expect(remarks(try base.plannedRemoval(of: ["a"])) == ["dangling link.md:0: \(text)"])
        #expect(try base.plannedMove(of: "d", to: "f").remarks.map(\.path) == ["way"])
        #expect(try base.plannedMove(of: "c", to: "other").remarks.isEmpty)
    }

    @Test func `a symbolic link moves together with what it leads to`() throws {
        let vault = try EngineVault(["d/a.md": "A", "d/in/b.md": "B", "out.md": "O"])
        try vault.folder.link("vault/d/link.md", to: "a.md")
        try vault.folder.link("vault/d/in/up.md", to: "../a.md")
        try vault.folder.link("vault/d/folder", to: "in")
        let base = try vault.base()
        try base.apply(try base.plannedMove(of: "d", to: "far/away"))
        #expect(FilePath.linkText(vault.notes.at("far/away/link.md")) == "a.md")
        #expect(try text(vault, "far/away/in/up.md") == "A")
        try vault.folder.link("vault/far/away/out.md", to: "../../out.md")
        #expect(throws: KnowledgeBaseError.self) { try base.apply(try base.plannedMove(of: "far/away", to: "near")) }
        try base.apply(try base.plannedMove(of: "far/away", to: "far/off"))
        #expect(try text(vault, "far/off/out.md") == "O")
    }

    @Test func `who moves what a canvas shows is told`() throws {
        let vault = try EngineVault([
            "a.md": "A", "b.md": "B",
            "board.canvas":
                #"{"nodes":[{"id":"1","type":"file","file":"a.md"},{"id":"2","type":"text","text":"b.md"}]}"#,
            "bad.canvas": "{",
        ])
        let base = try vault.base()
        let text = "this canvas shows a.md by its path; change that in Obsidian"
        #expect(remarks(try base.plannedMove(of: "a", to: "c")) == ["dangling board.canvas:0: \(text)"])
        #expect(try base.plannedMove(of: "b", to: "c").remarks.isEmpty)
    }
}
