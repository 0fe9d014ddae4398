import KBEval
import Testing

@Suite struct DocumentNameTests {
    @Test(arguments: [
        ("a/b.md", "a/b"), ("b.tar.md", "b.tar"), ("a.b/c", "a.b/c"), (".md", ".md"), ("a/.md", "a/.md"),
        ("é.txt", "é"),
        ("", ""),
    ])
    func `a note is called by its path without the extension`(_ path: String, name: String) {
        #expect(DocumentName.ofNote(path) == name)
    }

    @Test(arguments: [
        ("plain/name-1", "plain/name-1"), ("two words", "two%20words"), ("a\tb\nc", "a%09b%0Ac"), ("100 %", "100%20%"),
        ("é\u{A0}x", "é%C2%A0x"), ("a%20b", "a%2520b"), ("a%zz", "a%zz"), ("%", "%"), ("%4", "%4"),
    ])
    func `a name in a run is one word, and no two names are written alike`(_ name: String, encoded: String) {
        #expect(DocumentName.encoded(name) == encoded)
        #expect(encoded.allSatisfy { !$0.isWhitespace })
    }
}
