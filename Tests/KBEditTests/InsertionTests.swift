import KBEdit
import KBModel
import KBParse
import Testing

@Suite struct InsertionTests {
    private func added(_ text: String, to note: String, _ place: SectionInsertion.Place) throws -> (String, Int) {
        let result = try SectionInsertion(text, to: Array(note.utf8), path: "n.md", at: place)
        return (String(decoding: result.bytes, as: UTF8.self), result.line)
    }

    @Test(
        arguments: [
            ("# A\n\na\n\n# B\n", 0, "x", "# A\n\na\n\nx\n\n# B\n", 5),
            ("# A\na\n# B\n", 0, "x\n", "# A\na\n\nx\n\n# B\n", 4),
            ("# A\n", 0, "x", "# A\n\nx\n", 3), ("# A", 0, "x", "# A\n\nx", 3),
            ("# A\r\n\r\na\r\n", 0, "x\ny", "# A\r\n\r\na\r\n\r\nx\r\ny\r\n", 5),
            ("# A\n\n- a\n  - b\n\n# B\n", 0, "- x", "# A\n\n- a\n  - b\n- x\n\n# B\n", 5),
            ("# A\n\n> - a\n", 0, "- x", "# A\n\n> - a\n\n- x\n", 5),
            ("# A\n\n- a\n", 0, "x", "# A\n\n- a\n\nx\n", 5), ("# A\n\nB\n---\n", 0, "x", "# A\n\nx\n\nB\n---\n", 3),
            ("\u{FEFF}# A\n\n", 0, "x", "\u{FEFF}# A\n\nx\n\n", 3),
            ("# A\na\n## B\nb\n", 0, "x", "# A\na\n\nx\n\n## B\nb\n", 4),
        ] as [(String, Int, String, String, Int)])
    func `a text goes to the end of its section`(_ note: String, section: Int, text: String, new: String, line: Int)
        throws
    {
        let (result, at) = try added(text, to: note, .section(section))
        #expect(result == new)
        #expect(at == line)
    }

    @Test(
        arguments: [
            ("", "x\n", 1), ("a", "a\n\nx", 3), ("a\n", "a\n\nx\n", 3), ("---\nt: 1\n---\n", "---\nt: 1\n---\nx\n", 4),
            ("---\nt: 1\n---", "---\nt: 1\n---\nx\n", 4),
        ])
    func `a text goes to the end of the note`(_ note: String, new: String, line: Int) throws {
        let (result, at) = try added("x", to: note, .end)
        #expect(result == new)
        #expect(at == line)
    }

    @Test(
        arguments: [
            ("", nil, "## New\n\nx\n", 3), ("# T\n\na\n", nil, "# T\n\na\n\n## New\n\nx\n", 7),
            ("# A\n\n# B\n", nil, "# A\n\n# B\n\n# New\n\nx\n", 7),
            ("# A\n\n## B\n\n# C\n", 0, "# A\n\n## B\n\n## New\n\nx\n\n# C\n", 7),
        ] as [(String, Int?, String, Int)])
    func `a heading is made at the right level`(_ note: String, parent: Int?, new: String, line: Int) throws {
        let (result, at) = try added("x", to: note, .newHeading("New", parent: parent))
        #expect(result == new)
        #expect(at == line)
    }

    @Test(arguments: ["# A\n\n```\ncode\n", "# A\n\n<!-- no end\n"])
    func `nothing is put into code or a comment that is never closed`(_ note: String) {
        #expect(throws: EditRefusal.self) { try added("x", to: note, .section(0)) }
    }

    // MARK: Links at mentions

    private func linked(
        _ words: String, in text: String, of vault: MadeUpVault, to target: String, anchor: String? = nil,
        style: MentionLink.Style = .wiki
    ) throws -> String {
        var parser = NoteParser()
        let note = parser.parse(Array(text.utf8), path: "f/a.md")
        let plain = String(decoding: note.plain, as: UTF8.self)
        let range = try #require(plain.firstRange(of: words))
        let start = plain.utf8.distance(from: plain.startIndex, to: range.lowerBound)
        var vault = vault
        vault.notes["f/a.md"] = text
        let plan = try MentionLink.plan(
            Array(text.utf8), path: "f/a.md", mention: start..<start + words.utf8.count, target: target, anchor: anchor,
            style: style, ends: vault.map())
        return vault.applying(plan).notes["f/a.md"] ?? ""
    }

    @Test(
        arguments: [
            ("The *Gradient* is.", "Gradient", "The *[[Gradient]]* is."),
            ("A gradient.", "gradient", "A [[Gradient|gradient]]."),
            ("[x](c.md) and Gradient", "Gradient", "[x](c.md) and [Gradient](../b/Gradient.md)"),
            ("| a |\n| - |\n| gradient |", "gradient", "| a |\n| - |\n| [[Gradient\\|gradient]] |"),
            ("x <!-- Gradient --> Gradient", "Gradient", "x <!-- Gradient --> [[Gradient]]"),
            ("[[x]] the gradient", "gradient", "[[x]] the [[Gradient|gradient]]"),
        ])
    func `words become a link in the note's own style`(_ text: String, words: String, new: String) throws {
        let vault = MadeUpVault(["b/Gradient.md": "", "f/c.md": ""])
        #expect(try linked(words, in: text, of: vault, to: "b/Gradient.md") == new)
    }

    @Test func `a namesake makes the link a path, a heading its anchor`() throws {
        let vault = MadeUpVault(["b/Topic.md": "", "c/Topic.md": ""])
        #expect(try linked("Topic", in: "Topic", of: vault, to: "c/Topic.md", anchor: "A b") == "[[c/Topic#A b|Topic]]")
        let markdown = try linked("Topic", in: "Topic", of: vault, to: "c/Topic.md", anchor: "A b", style: .markdown)
        #expect(markdown == "[Topic](../c/Topic.md#A%20b)")
    }
}
