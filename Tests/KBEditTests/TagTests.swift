import KBEdit
import KBModel
import Testing

@Suite struct TagTests {
    private func renamed(_ text: String, _ old: String, _ new: String) throws -> String {
        var planner = try TagPlanner(old: try #require(Tag(old)), new: new)
        planner.add(Array(text.utf8), path: "a.md")
        return MadeUpVault(["a.md": text]).applying(planner.plan()).notes["a.md"] ?? ""
    }

    @Test(
        arguments: [
            ("#old, #Old/sub and #older.", "#New, #New/sub and #older."),
            ("(#old) `#old` [x](#old) https://a.b/#old", "(#New) `#old` [x](#old) https://a.b/#old"),
            ("# old\n#old\n", "# old\n#New\n"),
            ("---\ntags: [old, '#old/a', \"b\"]\n---\n", "---\ntags: [New, '#New/a', \"b\"]\n---\n"),
            ("---\ntags:\n  - old # c\n  - b\n---\n", "---\ntags:\n  - New # c\n  - b\n---\n"),
            ("---\r\ntags: a old b\r\n---\r\n", "---\r\ntags: a New b\r\n---\r\n"),
            ("---\ntag: \"#old\"\n---\n", "---\ntag: \"#New\"\n---\n"),
            ("---\ntags: [old, new, c]\n---\n", "---\ntags: [New, c]\n---\n"),
            ("---\ntags:\n- new\n- old\n- c\n---\n", "---\ntags:\n- new\n- c\n---\n"),
            ("---\ntags: new, old\n---\n", "---\ntags: new\n---\n"),
            ("---\ntags: [\"\\x6fld\"]\n---\n", "---\ntags: [\"New\"]\n---\n"),
            ("---\ntags: [b, b]\n---\n#b", "---\ntags: [b, b]\n---\n#b"),
        ])
    func `a tag is renamed wherever it is one`(_ old: String, _ new: String) throws {
        #expect(try renamed(old, "old", "New") == new)
    }

    @Test func `links to headings that hold the tag follow, whatever tags stand around them`() throws {
        let vault = MadeUpVault([
            "n.md": "# A #old b\n\n## Sub\n",
            "a.md": "#old [[n#A old b]] [[n#A old b#Sub]] [[n#Sub]] [t](n.md#a-old-b)\n",
        ])
        var planner = try TagPlanner(old: try #require(Tag("old")), new: "new")
        for (path, text) in vault.notes { planner.add(Array(text.utf8), path: path) }
        #expect(planner.notesWithOtherHeadings == ["n.md"])
        for (path, text) in vault.notes { planner.addLinks(Array(text.utf8), path: path, ends: vault.map()) }
        let plan = planner.plan()
        #expect(plan.changes.map(\.path) == ["a.md", "n.md"])
        #expect(
            vault.applying(plan).notes["a.md"]
                == "#new [[n#A new b]] [[n#A new b#Sub]] [[n#Sub]] [t](n.md#a-new-b)\n")
        #expect(plan.remarks == [])
    }

    @Test func `levels may come and go`() throws {
        #expect(try renamed("#a/b/c #a/b #a", "a/b", "x") == "#x/c #x #a")
        #expect(try renamed("#a", "A", "#b/c") == "#b/c")
    }

    @Test(arguments: ["", "a b", "12", "a#b", "a,b", "#", "a//b", "a/", "/a"])
    func `a name that is no tag is refused`(_ name: String) throws {
        let old = try #require(Tag("old"))
        #expect(throws: EditRefusal.self) { _ = try TagPlanner(old: old, new: name) }
    }

    @Test(
        arguments: [
            ("#ml", "ml"), ("ml/ops", "ml/ops"), ("Größe-2", "Größe-2"), ("", nil), ("#", nil),
            ("##a", nil), ("a b", nil), ("12", nil), ("a,b", nil), ("a//b", nil), ("/a", nil), ("a/", nil),
        ] as [(String, String?)])
    func `a tag that was typed is written without its mark, or is none`(_ typed: String, bare: String?) {
        #expect(TagSpelling.bare(typed) == bare)
    }

    @Test func `a tag that is there already is told`() throws {
        let planner = try TagPlanner(old: try #require(Tag("old")), new: "new", isTaken: true)
        #expect(planner.plan().remarks.map(\.kind) == [.merged])
    }
}
