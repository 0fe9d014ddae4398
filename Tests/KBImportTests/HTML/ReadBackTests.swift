import KBImport
import KBModel
import KBParse
import Testing

/// What a page says and what kb reads in the note that comes of it.
@Suite struct ReadBackTests {
    /// Signs that mean something in Markdown, and words between them.
    private static let pieces = [
        "*", "**", "_", "`", "[", "]", "(", ")", "#", "##", "-", "+", "1.", "2)", ">", "|", "~", "~~", "==", "$", "%%",
        "^", "!", "\\",
        ":", "&", "&amp;", "<", "<b>", "</i>", "[x]", "[[", "]]", "[^1]", "---", "a", "word", "snake_case", "5", ".",
        "https", "é",
        "#tag", "^id", "\"", "'", "{", "}", "/",
    ]

    private static func text(_ seed: UInt32) -> String {
        var state = seed &* 2_654_435_761 &+ 1
        var text = ""
        for _ in 0..<8 {
            state = state &* 1_664_525 &+ 1_013_904_223
            text += pieces[Int(state >> 16) % pieces.count]
            if state >> 31 == 1 { text += " " }
        }
        // Two colons are the mark of a flash card, which kb never shows.
        let single = text.split(separator: "::").joined(separator: ":")
        return single.split(separator: " ").joined(separator: " ")
    }

    private static func escaped(_ text: String) -> String {
        text.map { $0 == "&" ? "&amp;" : $0 == "<" ? "&lt;" : String($0) }.joined()
    }

    private static func words(_ markdown: String) -> [String] {
        var parser = NoteParser()
        let note = parser.parse(Array(markdown.utf8), path: "a.md")
        return note.blocks.map { note.text($0.plain) }
    }

    @Test func `words of a paragraph are read back as they were`() {
        for seed in 0..<2_000 as Range<UInt32> {
            let text = Self.text(seed)
            let page = "<p>\(Self.escaped(text))</p>"
            #expect(Self.words(markdown(page)) == [text], "\(markdown(page))")
        }
    }

    @Test func `words of a heading are read back as they were`() {
        for seed in 0..<500 as Range<UInt32> {
            let text = Self.text(seed)
            let page = "<h2>\(Self.escaped(text))</h2>"
            #expect(Self.words(markdown(page)).first == text, "\(markdown(page))")
        }
    }

    @Test func `words of a cell are read back as they were`() {
        for seed in 0..<500 as Range<UInt32> {
            let text = Self.text(seed)
            let page =
                "<table><tr><th>Head</th><th>b</th></tr><tr><td>\(Self.escaped(text))</td><td>b</td></tr></table>"
            #expect(Self.words(markdown(page)).last == text + " b", "\(markdown(page))")
        }
    }
}
