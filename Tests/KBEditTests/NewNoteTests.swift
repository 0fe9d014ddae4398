import KBEdit
import KBModel
import Testing

@Suite struct NewNoteTests {
    private static let now = WallTime(day: Day(daysSinceEpoch: 20_000), hour: 9, minute: 5)

    private func written(
        _ text: String? = nil, title: String = "", template: String? = nil, tags: [String] = [], isWhole: Bool = false
    ) throws -> (text: String, line: Int, name: String?) {
        let given = try text.map { try AddedText(Array($0.utf8)) }
        let name = NewNote(title: title, text: given).name ?? ""
        let filled = template.map { Template($0).filled(with: .init(title: name, now: Self.now)) }
        let note = NewNote(title: title, text: given, template: filled, tags: tags, isWhole: isWhole)
        let result = try note.written(path: "n.md")
        return (String(decoding: result.bytes, as: UTF8.self), result.line, note.name)
    }

    // MARK: Titles

    @Test(
        arguments: [
            ("# Tea\n\nHot.", "Tea"), ("Tea\n===\n\nHot.", "Tea"), ("## Tea\n\nHot.", "Tea"),
            ("Hot.\n\n# Tea\n", "Tea"), ("Hot.\n\n## Tea\n", "Hot."),
            ("---\ntitle: Green tea\n---\n# Tea\n", "Green tea"),
            ("---\ntags: [a]\n---\nTea\n", "Tea"), ("- buy *tea*\n- drink it", "buy tea"), ("\n\n\n  Tea  \n", "Tea"),
            ("**Tea** is hot.", "Tea is hot."), ("\u{FEFF}# Tea", "Tea"), ("#\n\nTea", "Tea"),
            (String(repeating: "word ", count: 40), String(repeating: "word ", count: 15) + "word"),
        ] as [(String, String)])
    func `a text tells its title by its front matter, its first heading or its first line`(
        _ text: String, title: String
    ) throws {
        #expect(try AddedText(Array(text.utf8)).title == title)
    }

    @Test(arguments: ["", " \n\t\n", "---\ntags: [a]\n---\n", "\u{FEFF}"])
    func `a text without words has no title`(_ text: String) throws {
        #expect(try AddedText(Array(text.utf8)).title == nil)
    }

    @Test(arguments: [[0xFF, 0xFE, 0x41, 0x00], [0x41, 0x00, 0x42], [0xC3, 0x28], [0xE9]] as [[UInt8]])
    func `what is no UTF-8 text is refused`(_ bytes: [UInt8]) {
        #expect(throws: EditRefusal.self) { try AddedText(bytes) }
    }

    // MARK: Without a template

    @Test(
        arguments: [
            (nil, "Tea", "# Tea\n", 1), ("Hot.", "Tea", "# Tea\n\nHot.\n", 3),
            ("Hot.\n\n", "Tea", "# Tea\n\nHot.\n", 3),
            ("# Tea\n\nHot.", "", "# Tea\n\nHot.\n", 1), ("# tea\n\nHot.", "Tea", "# tea\n\nHot.\n", 1),
            ("Tea\n\nHot.", "", "# Tea\n\nHot.\n", 3), ("Tea", "", "# Tea\n", 1), ("Tea", "tea", "# Tea\n", 1),
            ("Hot.", "", "Hot.\n", 1), ("- a\n- b", "", "- a\n- b\n", 1),
            ("- a\r\n- b", "T", "# T\r\n\r\n- a\r\n- b\r\n", 3),
            ("## Tea\n\nHot.", "", "## Tea\n\nHot.\n", 1),
            ("## Tea\n\nHot.", "Drinks", "# Drinks\n\n## Tea\n\nHot.\n", 3),
            ("---\nk: v\n---\n\nHot.", "Tea", "---\nk: v\n---\n# Tea\n\nHot.\n", 6),
            ("---\nk: v\n---", "Tea", "---\nk: v\n---\n# Tea\n", 4),
            ("---\ntitle: Tea\n---\nHot.", "", "---\ntitle: Tea\n---\nHot.\n", 4),
            ("    code", "Tea", "# Tea\n\n    code\n", 3), (nil, " two\n lines ", "# two lines\n", 1),
        ] as [(String?, String, String, Int)])
    func `a title becomes the heading unless the text has one`(
        _ text: String?, title: String, note: String, line: Int
    ) throws {
        let result = try written(text, title: title)
        #expect(result.text == note)
        #expect(result.line == line)
    }

    @Test func `a title besides that of the text becomes an alias`() throws {
        let result = try written("# Attention\n\nAll you need.", title: "The paper")
        #expect(result.text == "---\naliases:\n  - The paper\n---\n# Attention\n\nAll you need.\n")
        #expect(result.line == 5)
        #expect(result.name == "The paper")
    }

    @Test func `tags join those of the text`() throws {
        let result = try written("---\ntags: [a]\n---\nHot.", title: "Tea", tags: ["a", "b/c"])
        #expect(result.text == "---\ntags: [a, b/c]\n---\n# Tea\n\nHot.\n")
        #expect(try written(title: "Tea", tags: ["x"]).text == "---\ntags:\n  - x\n---\n# Tea\n")
        #expect(try written("Hot.", title: "Tea", tags: ["x"]).line == 7)
    }

    @Test func `a whole note stays as it was written`() throws {
        #expect(try written("Hot.", title: "Tea", isWhole: true).text == "Hot.\n")
        #expect(try written("Hot.", title: "Tea", isWhole: true).name == "Tea")
        #expect(try written("# Coffee\n\nHot.", title: "Tea", isWhole: true).text == "# Coffee\n\nHot.\n")
        #expect(try written("# Coffee\n\nHot.", title: "Tea", isWhole: true).name == "Coffee")
    }

    // MARK: By a template

    @Test(
        arguments: [
            ("# {{title}}\n\n{{cursor}}\n\n## Links\n", "Hot.", "# Tea\n\nHot.\n\n## Links\n", 3),
            ("# {{title}}\n", "Hot.", "# Tea\n\nHot.\n", 3), ("", "Hot.", "Hot.\n", 1),
            ("{{date}} {{time}}", "Hot.", "2024-10-04 09:05\n\nHot.\n", 3),
            ("# {{title}}\n- {{cursor}}\n", "a\n- b", "# Tea\n- a\n- b\n", 2),
            ("# {{title}}\r\n\r\n", "a\nb", "# Tea\r\n\r\na\r\nb\r\n", 3),
            ("# {{title}}\n\n{{cursor}}\n", nil, "# Tea\n\n\n", 3),
            ("# {{title}}\n", "# Tea\n\nHot.", "# Tea\n\nHot.\n", 3),
            ("x\n", "# Tea\n\nHot.", "x\n\n# Tea\n\nHot.\n", 3),
        ] as [(String, String?, String, Int)])
    func `a text stands at the cursor of a template, else at its end`(
        _ template: String, text: String?, note: String, line: Int
    ) throws {
        let result = try written(text, title: "Tea", template: template)
        #expect(result.text == note)
        #expect(result.line == line)
    }

    @Test func `front matter of a text joins that of the template`() throws {
        let template = "---\ntags: [a]\nstatus: draft # later\nkind: note\n---\n# {{title}}\n"
        let text = "---\nstatus: done\ntags: [b]\nsource: x\naliases: [T]\n---\nHot."
        let result = try written(text, title: "Tea", template: template, tags: ["c"])
        #expect(
            result.text
                == "---\ntags: [a, b, c]\nstatus: done\nkind: note\nsource: x\naliases:\n  - T\n---\n# Tea\n\nHot.\n")
        #expect(result.line == 11)
    }

    @Test func `front matter of a text is taken whole where the template has none`() throws {
        let result = try written("---\nk: v\n---\nHot.", title: "Tea", template: "# {{title}}\n")
        #expect(result.text == "---\nk: v\n---\n# Tea\n\nHot.\n")
        #expect(result.line == 6)
    }

    // MARK: Into another note

    @Test(
        arguments: [
            ("a", [], "a"), ("a", ["x"], "a #x"), ("- [ ] a", ["#x", "y/z"], "- [ ] a #x #y/z"),
            ("a #X", ["x"], "a #X"),
            ("```\na\n```", ["x"], "```\na\n```\n\n#x"), ("---\ntags: [t]\n---\na", ["x"], "a #t #x"),
        ] as [(String, [String], String)])
    func `tags stand behind a text that goes into a note`(_ text: String, tags: [String], result: String) throws {
        #expect(try NoteInsertion.text(AddedText(Array(text.utf8)), tags: tags).text == result)
    }

    @Test(arguments: ["1984", "a b", "x!"])
    func `a tag that cannot stand in a text is refused`(_ tag: String) throws {
        let text = try AddedText(Array("a".utf8))
        #expect(throws: EditRefusal.self) { try NoteInsertion.text(text, tags: [tag]) }
    }

    @Test func `front matter that cannot go into a note is told`() throws {
        let text = try AddedText(Array("---\nsource: x\n---\na".utf8))
        #expect(try NoteInsertion.text(text, tags: []).remarks == ["front matter of the text is left out: source"])
    }

    @Test(
        arguments: [
            ("a", "a\n\nSee also: b"), ("- a", "- a\n  See also: b"), ("- a\n  - c", "- a\n  - c\n    See also: b"),
        ])
    func `a line for links stays with the last item`(_ text: String, result: String) throws {
        let added = try AddedText(Array(text.utf8)).followed(by: "See also: b")
        #expect(String(decoding: added.bytes, as: UTF8.self) == result)
    }

    @Test func `a tag has no mark in the front matter`() throws {
        #expect(
            try written(title: "T", tags: ["#x", "two words"]).text.hasPrefix("---\ntags:\n  - x\n  - two words\n"))
    }
}
