import KBEdit
import KBModel
import KBParse
import Testing

@Suite struct HeadingTests {
    /// The notes of `vault` with the heading `old` of `n.md` called `new`, and the remarks.
    private func renamed(
        _ old: String, _ new: String, in vault: MadeUpVault
    ) throws -> (notes: [String: String], remarks: [ChangeRemark]) {
        var parser = NoteParser()
        let bytes = Array((vault.notes["n.md"] ?? "").utf8)
        let note = parser.parse(bytes, path: "n.md")
        let section = note.sections.firstIndex { note.text($0.title) == old }
        var planner = try HeadingPlanner(
            bytes, path: "n.md", section: try #require(section), title: new, ends: vault.map())
        for (path, text) in vault.notes.sorted(by: { $0.key < $1.key }) { planner.add(Array(text.utf8), path: path) }
        let plan = planner.plan()
        return (vault.applying(plan).notes, plan.remarks)
    }

    @Test(
        arguments: [
            ("## Old ##\n", "## New words ##\n"), ("- # Old {#id}\n", "- # New words {#id}\n"),
            ("Old\n===\n\nx", "New words\n=========\n\nx"), ("> Old\n> -----\n", "> New words\n> -----\n"),
            ("**Old:**\n- a\n", "**New words:**\n- a\n"), ("Old:\n- a\n", "New words:\n- a\n"),
            ("<h2 class=x>Old</h2>\n", "<h2 class=x>New words</h2>\n"),
            ("\u{FEFF}# Old ^b1\r\n", "\u{FEFF}# New words ^b1\r\n"),
        ])
    func `a heading keeps its marks`(_ old: String, _ new: String) throws {
        let title = old.contains("Old:") ? "Old:" : "Old"
        #expect(try renamed(title, "New words", in: MadeUpVault(["n.md": old])).notes["n.md"] == new)
    }

    @Test(
        arguments: [
            (
                "[[n#Old part]] [[n#old part|x]] [[n#Old part#Sub]]",
                "[[n#New: part]] [[n#New: part|x]] [[n#New: part#Sub]]"
            ),
            ("[t](n.md#old-part) [t](n.md#Old%20part)", "[t](n.md#new-part) [t](n.md#New:%20part)"),
            (
                "[[n#Sub]] [[n#^b]] [[n]] [[n#Gone]] `[[n#Old part]]`",
                "[[n#Sub]] [[n#^b]] [[n]] [[n#Gone]] `[[n#Old part]]`"
            ),
            ("[t][r]\n\n[r]: <n.md#old-part>\n", "[t][r]\n\n[r]: <n.md#new-part>\n"),
            ("---\nup: \"[[n#Old part]]\"\n---\n", "---\nup: \"[[n#New: part]]\"\n---\n"),
        ])
    func `links to a heading follow its words`(_ old: String, _ new: String) throws {
        let vault = MadeUpVault(["n.md": "# T\n\n## Old part\n\n### Sub\n\nx ^b\n", "a.md": old])
        #expect(try renamed("Old part", "New: part", in: vault).notes["a.md"] == new)
    }

    @Test func `a link that led to no heading and now does is told`() throws {
        let vault = MadeUpVault(["n.md": "# Old\n\n[[#New]]\n", "a.md": "x\n[[n#New]] [[n#Other]]"])
        let (notes, remarks) = try renamed("Old", "New", in: vault)
        #expect(notes["a.md"] == "x\n[[n#New]] [[n#Other]]")
        #expect(remarks.map { "\($0.kind) \($0.path):\($0.line ?? 0)" } == ["found a.md:2", "found n.md:3"])
    }

    @Test func `links in the note itself follow`() throws {
        let vault = MadeUpVault(["n.md": "# A\n\n[[#A]] [t](#a) [[n#A]]\n"])
        #expect(try renamed("A", "B", in: vault).notes["n.md"] == "# B\n\n[[#B]] [t](#b) [[n#B]]\n")
    }

    @Test func `slugs of repeats that shift follow`() throws {
        let vault = MadeUpVault(["n.md": "# A\n# A\n# A\n", "a.md": "[t](n.md#a) [t](n.md#a-1) [t](n.md#a-2) [[n#A]]"])
        let (notes, remarks) = try renamed("A", "B", in: vault)
        #expect(notes["a.md"] == "[t](n.md#b) [t](n.md#a) [t](n.md#a-1) [[n#B]]")
        #expect(remarks == [])
    }

    @Test func `a name that is taken is told, and links to the other stay with it`() throws {
        let vault = MadeUpVault(["n.md": "# A\n\n# P\n\n## B\n", "a.md": "[[n#B]] [t](n.md#b)"])
        let (notes, remarks) = try renamed("A", "B", in: vault)
        #expect(notes["a.md"] == "[[n#P#B]] [t](n.md#b-1)")
        #expect(remarks.map(\.kind) == [.merged])
    }

    @Test(arguments: [
        ("Old\n---\n", "- x"), ("# Old\n", " "), ("# Old\n", "a\nb"), ("Old:\n- a\n", "this is a sentence."),
        ("# Old\n", "x ^block"), ("# Old\n", "x {#id}"), ("Old\n===\n", "a <b> c"), ("# Old\n", "\\"),
    ])
    func `words that would be no heading are refused`(_ text: String, _ title: String) {
        let old = text.hasPrefix("Old:") ? "Old:" : "Old"
        #expect(throws: EditRefusal.self) { try renamed(old, title, in: MadeUpVault(["n.md": text])) }
    }

    @Test(arguments: ["a < b", "a &lt; b", "the `<b>` tag", "a \\<b>", "2^8"])
    func `words that only look like markup stay`(_ title: String) throws {
        #expect(try renamed("Old", title, in: MadeUpVault(["n.md": "# Old\n"])).notes["n.md"] == "# \(title)\n")
    }

    @Test func `a mark at the end of the new words is no closing mark`() throws {
        #expect(try renamed("Old", "In C #", in: MadeUpVault(["n.md": "# Old\n"])).notes["n.md"] == "# In C \\#\n")
    }
}
