import KBModel
import KBParse
import Testing

/// Notes made to be slow or to run deep: each must be read in time that grows with its length only.
@Suite(.timeLimit(.minutes(1))) struct HostileTests {
    @Test(arguments: [
        ">", "> ", "- ", "[", "![", "[[", "]", "*", "**a ", "`", "`` ` ", "~~a", "==a", "$a", "%%", "%%a\n", "<",
        "<!--", "<a b='", "<a href=x>", "<?",
        "<!X", "<h1>", "x<h1>a</h1>", "[a](", "[a](b \"", "[a](<b", "[a]: b\n", "[^a", "![[", "http://a(", "a@", "::",
        "$$a\n", "```\n", "|a", "a|b\n-|-\n",
        "(AB) ", "AB (a", "# a\n", "- -\n", "*a_ ", "\t", "\r", "---\na: b\n", "[a](b)c](d)", "X is a ", "1 min ",
        "&#1;",
    ])
    func `a mark repeated twenty thousand times is read`(_ mark: String) {
        var parser = NoteParser()
        let bytes = Array(String(repeating: mark, count: 20_000).utf8)
        let note = parser.parse(bytes, path: "n.md")
        #expect(note.utf8 == bytes)
        #expect(note.blocks.allSatisfy { $0.depth <= 100 && $0.quoteDepth <= 100 })
    }

    @Test(arguments: [
        ("![", "a", "](b)"), ("![", "", "[a](b)"), ("[![", "http://a.b ", "](c)"), ("", "", "Area Under Curve (AUC)\n"),
    ])
    func `marks that pair up forty thousand times are read`(_ opening: String, inner: String, closing: String) {
        var parser = NoteParser()
        let count = 40_000
        let text = String(repeating: opening, count: count) + inner + String(repeating: closing, count: count)
        let note = parser.parse(Array(text.utf8), path: "n.md")
        #expect(note.utf8.count == text.utf8.count)
        #expect(!note.sections.isEmpty)
    }

    @Test func `containers nest a hundred deep and no deeper, which is reported once`() {
        var parser = NoteParser()
        let text = (0..<500).map { String(repeating: "  ", count: $0) + "- a\n" }.joined()
        let note = parser.parse(Array(text.utf8), path: "n.md")
        #expect(note.blocks.map(\.depth).max() == 100)
        #expect(note.issues.map(\.kind) == [.tooDeep])
        #expect(note.issues.map(\.line) == [101])
    }

    @Test func `a line of a megabyte is read`() {
        var parser = NoteParser()
        let note = parser.parse(Array(String(repeating: "word *and* ", count: 100_000).utf8), path: "n.md")
        #expect(note.blocks.count == 1)
        #expect(note.marks.count == 100_000)
    }
}
