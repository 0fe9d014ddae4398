import KBModel
import Testing

@testable import KBParse

@Suite struct VocabularyEditorTests {
    typealias Known = VocabularyEditor.KnownName

    /// `text` after the edits of `body`.
    private func edited(_ text: String, _ body: (inout VocabularyEditor) throws -> Void) throws -> String {
        var editor = try VocabularyEditor(Array(text.utf8))
        try body(&editor)
        return String(decoding: editor.bytes, as: UTF8.self)
    }

    private func merged(_ others: [String], into concept: String, in text: String) throws -> String {
        try edited(text) { editor in
            let known = others.map { editor.known($0) ?? Known(concept: $0, spelling: $0) }
            try editor.merge(known, into: concept)
        }
    }

    @Test(arguments: [
        ("", "- name: soil\n  aliases: [earth]\n"),
        ("# Words\n", "# Words\n- name: soil\n  aliases: [earth]\n"),
        ("- name: mulch", "- name: mulch\n- name: soil\n  aliases: [earth]"),
        ("- mulch\n\n# Next\n- peat\n\n", "- mulch\n\n# Next\n- peat\n\n- name: soil\n  aliases: [earth]\n\n"),
        ("concepts:\n  - name: mulch\n", "concepts:\n  - name: mulch\n  - name: soil\n    aliases: [earth]\n"),
        ("concepts:\n", "concepts:\n  - name: soil\n    aliases: [earth]\n"),
        ("[{name: mulch}]\n", "[{name: mulch}, {name: soil, aliases: [earth]}]\n"),
        ("- mulch\r\n", "- mulch\r\n- name: soil\r\n  aliases: [earth]\r\n"),
        ("\u{FEFF}- mulch\n", "\u{FEFF}- mulch\n- name: soil\n  aliases: [earth]\n"),
        ("- soil\n", "- name: soil\n  aliases: [earth]\n"),
        ("- name: soil # ours\n  broader: garden\n", "- name: soil # ours\n  aliases: [earth]\n  broader: garden\n"),
        ("- name: soil\n  aliases: ground\n", "- name: soil\n  aliases: [ground, earth]\n"),
        ("- name: soil\n  aliases: # none yet\n", "- name: soil\n  aliases: [earth] # none yet\n"),
        ("- name: soil\n  aliases: ~\n", "- name: soil\n  aliases: [earth]\n"),
        ("- name: soil\n  aliases: []\n", "- name: soil\n  aliases: [earth]\n"),
        ("- name: soil\n  aliases: [a, b,] # x\n", "- name: soil\n  aliases: [a, b, earth,] # x\n"),
        (
            "- name: soil\n  aliases:\n    - a # first\n    # more\n  not: b\n",
            "- name: soil\n  aliases:\n    - a # first\n    - earth\n    # more\n  not: b\n"
        ),
        ("- name: soil\n  aliases:\n  - a", "- name: soil\n  aliases:\n  - a\n  - earth"),
        ("- name: soil\n  aliases: |\n    a\n\n- peat\n", "- name: soil\n  aliases: [a, earth]\n\n- peat\n"),
        ("- {name: soil, not: x}\n", "- {name: soil, aliases: [earth], not: x}\n"),
        ("- name: soil\n  not: [earth, x]\n", "- name: soil\n  aliases: [earth]\n  not: [x]\n"),
        ("- name: soil\n  not: [earth]\n", "- name: soil\n  aliases: [earth]\n"),
        ("- not: earth\n  name: soil\n", "- name: soil\n  aliases: [earth]\n"),
    ])
    func `a merge adds an alias where the file has room for it`(_ before: String, after: String) throws {
        #expect(try merged(["earth"], into: "soil", in: before) == after)
    }

    @Test(arguments: [
        ("- soil\n- earth\n- peat\n", "- name: soil\n  aliases: [earth]\n- peat\n"),
        (
            "- name: soil\n\n# On earth\n- name: earth\n  aliases: [ground]\n  related: [worm]\n\n- peat\n",
            "- name: soil\n  related: [worm]\n  aliases: [earth, ground]\n\n# On earth\n\n- peat\n"
        ),
        (
            "- name: earth # brown\n  aliases: [ground]\n  broader: [soil, garden]\n  hidden: true\n",
            "- name: soil # brown\n  aliases: [ground, earth]\n  broader: [garden]\n"
        ),
        ("- name: earth\n  not: soil\n- soil\n", "- name: soil\n  aliases: [earth]\n"),
        ("[{name: earth}, {name: soil}]", "[{name: soil, aliases: [earth]}]"),
    ])
    func `a merge moves what the file says of the other concept`(_ before: String, after: String) throws {
        #expect(try merged(["earth"], into: "soil", in: before) == after)
    }

    @Test func `merging again changes nothing and says so`() throws {
        let once = try merged(["earth", "ground"], into: "soil", in: "")
        #expect(once == "- name: soil\n  aliases: [earth, ground]\n")
        var editor = try VocabularyEditor(Array(once.utf8))
        let earth = try #require(editor.known("Earth"))
        #expect(earth == Known(concept: "soil", spelling: "earth"))
        try editor.merge([earth], into: "soil")
        #expect(editor.done == [VocabularyChange.Step(.merged, of: "soil", other: "earth")])
        #expect(String(decoding: editor.bytes, as: UTF8.self) == once)
    }

    @Test func `a list in brackets goes on below when its line is full`() throws {
        let long = String(repeating: "w", count: 80)
        let after = try merged(["earth", "ground"], into: "soil", in: "- name: soil\n  aliases: [\(long)]\n")
        #expect(after == "- name: soil\n  aliases: [\(long), earth,\n            ground]\n")
    }

    @Test(arguments: [
        ("", "- name: soil\n  not: [earth, ground]\n- name: earth\n  aliases: [ground]\n"),
        (
            "- name: soil\n  aliases: [dirt, earth]\n",
            "- name: soil\n  not: [earth, ground]\n  aliases: [dirt]\n- name: earth\n  aliases: [ground]\n"
        ),
        (
            "- name: soil\n  aliases:\n  - earth\n  # end\n",
            "- name: soil\n  not: [earth, ground]\n  # end\n- name: earth\n  aliases: [ground]\n"
        ),
    ])
    func `a split says what the concept is not and names another`(_ before: String, after: String) throws {
        let text = try edited(before) { editor in
            try editor.split(
                [Known(concept: "soil", spelling: "earth"), Known(concept: "soil", spelling: "ground")], from: "soil")
        }
        #expect(text == after)
    }

    @Test func `a concept cannot be split from its own name`() throws {
        var editor = try VocabularyEditor([])
        #expect(throws: VocabularyEditor.Refusal.self) {
            try editor.split([Known(concept: "soil", spelling: "Soil")], from: "soil")
        }
    }

    @Test func `what is apart already stays as it is`() throws {
        var editor = try VocabularyEditor([])
        try editor.split([Known(concept: "earth", spelling: "earth")], from: "soil")
        #expect(editor.bytes.isEmpty)
        #expect(editor.done.map(\.line) == [nil])
    }

    @Test(arguments: [
        "", "- mulch\n", "- name: mulch", "# Words\r\n- mulch\r\n", "- name: soil\n  aliases: [earth] # x\n",
        "- {name: soil, not: [sole]}\n", "- not: [sole]\n  name: soil\n\n- mulch\n",
    ])
    func `hiding and showing again leave the file as it was`(_ before: String) throws {
        let hidden = try edited(before) { try $0.setHidden(true, "soil") }
        let entry = VocabularyReader.read(Array(hidden.utf8)).vocabulary.entries.first { $0.name == "soil" }
        #expect(entry?.isHidden == true)
        #expect(try edited(hidden) { try $0.setHidden(true, "soil") } == hidden)
        #expect(try edited(hidden) { try $0.setHidden(false, "soil") } == before)
    }

    @Test(arguments: [
        ("", "- name: humus\n  aliases: [soil]\n"),
        ("- soil\n", "- name: humus\n  aliases: [soil]\n"),
        ("- name: 'soil' # x\n  aliases: [humus, dirt]\n", "- name: humus # x\n  aliases: [dirt, soil]\n"),
        ("- name: soil\n  not:\n    - humus\n", "- name: humus\n  aliases: [soil]\n"),
    ])
    func `a rename keeps the old name as an alias`(_ before: String, after: String) throws {
        #expect(try edited(before) { try $0.rename("soil", to: " humus ") } == after)
        #expect(try edited(after) { try $0.rename("humus", to: "humus") } == after)
    }

    @Test func `a rename to another case needs no alias`() throws {
        #expect(try edited("- soil\n") { try $0.rename("soil", to: "SOIL") } == "- SOIL\n")
    }

    @Test(arguments: ["peat", "Turf"])
    func `a rename to the name of another concept is refused`(_ name: String) throws {
        var editor = try VocabularyEditor(Array("- soil\n- name: peat\n  aliases: [turf]\n".utf8))
        let refusal = #expect(throws: VocabularyEditor.Refusal.self) { try editor.rename("soil", to: name) }
        #expect(refusal?.message.contains("kb concept merge 'peat' 'soil'") == true)
    }

    @Test func `every step tells its line in the changed file`() throws {
        var editor = try VocabularyEditor(Array("# Words\n- mulch\n".utf8))
        try editor.merge([Known(concept: "earth", spelling: "earth")], into: "soil")
        try editor.setHidden(true, "mulch")
        #expect(editor.done.map(\.line) == [4, 2])
    }

    @Test(arguments: [
        ("- [a", 1), ("- name: soil\n- *x\n", 2), ("soil: [earth]\n", 1), ("words\n", 1), ("- &a soil\n", 1),
        ("- a\n---\n- b", 2),
    ])
    func `a file that is broken or no list is refused with its line`(_ text: String, line: Int) {
        let refusal = #expect(throws: VocabularyEditor.Refusal.self) { try VocabularyEditor(Array(text.utf8)) }
        #expect(refusal?.line == line)
    }

    @Test(arguments: [
        "c++", "c#", "a: b", "a:b", "# a", "a #b", "- a", "-", "?", "[a]", "a, b", "{a}", "it's", "\"q\"", "\\", "@a",
        "`a`",
        "%a", "&a", "*a", "!a", "|", ">", "404", "1e3", "true", "False", "null", "~", "...", "---", "a:", "日本語", "ä",
        "f1@k", "a/b", "a\u{2028}b", "a\u{85}b", "\u{7F}", "\u{FEFF}a", "😀", "=", "<<", "a\u{0}b", "\u{1F}", "=a", "a]",
        ",a",
    ])
    func `any name is written so that it is read again`(_ name: String) throws {
        for text in ["", "[]", "- name: soil\n  aliases: [a]\n", "- name: soil\n  aliases:\n  - a\n"] {
            let after = try merged([name], into: "soil", in: text)
            let entry = VocabularyReader.read(Array(after.utf8)).vocabulary.entries.first
            #expect(entry?.name == "soil")
            #expect(entry?.aliases.last == VocabularyReader.tidied(name), "\(after)")
        }
    }
}
