import KBImport
import Testing

@Suite struct FactsTests {
    @Test(arguments: [
        ("<title>Page</title>", "Page"), ("<title> A\n B </title>", "A B"), ("<h1>Head</h1>", "Head"),
        ("<title>Head - Site</title><h1>Head</h1>", "Head"),
        ("<title>Page | Site</title><meta property=og:site_name content=Site>", "Page"),
        ("<title>Site: Page</title><meta property=og:site_name content=Site>", "Page"),
        ("<meta property=og:title content='From meta'>", "From meta"),
        ("<title>Page</title><svg><title>Icon</title></svg>", "Page"),
    ])
    func `the title is that of the page, without its site`(_ html: String, _ expected: String) {
        #expect(note(html).title == expected)
    }

    @Test func `a page without title and heading has none`() {
        #expect(note("<p>a").title == nil)
    }

    @Test(arguments: [
        "<link rel=canonical href='https://example.org/a'>", "<meta property='og:url' content='https://example.org/a'>",
        "<!-- saved from url=(0021)https://example.org/a -->",
        "<!--\n Page saved with SingleFile \n url: https://example.org/a \n saved date: today\n-->",
    ])
    func `a page may tell where it lives`(_ html: String) {
        #expect(note(html).address == "https://example.org/a")
    }

    @Test(arguments: [
        ("b.html", "https://example.org/x/b.html"), ("../b", "https://example.org/b"), ("/b", "https://example.org/b"),
        ("//other.org/b", "https://other.org/b"), ("?b=1", "https://example.org/x/a?b=1"), ("#b", "#b"),
        ("mailto:a@example.org", "mailto:a@example.org"), ("./../../../b/./c/..", "https://example.org/b/"),
    ])
    func `links are absolute when the page's address is known`(_ link: String, _ expected: String) {
        let html = "<link rel=canonical href='https://example.org/x/a'><p><a href='\(link)'>t</a>"
        #expect(markdown(html) == "[t](\(expected))")
    }

    @Test func `the base of a page goes before its address`() {
        let html = "<base href='https://base.org/b/'><link rel=canonical href='https://example.org/'><p><a href=c>t</a>"
        #expect(markdown(html) == "[t](https://base.org/b/c)")
    }

    @Test func `links stay as they are when nobody knows the address`() {
        #expect(markdown("<p><a href='Page%20b.html'>t</a>") == "[t](Page%20b.html)")
    }

    @Test func `the caller may know the address`() {
        let note = HTMLNote(Array("<p><a href=b>t</a>".utf8), address: "https://example.org/a")
        #expect(note.markdown == "[t](https://example.org/b)\n")
        #expect(note.address == "https://example.org/a")
    }

    @Test func `author, day, language, summary and keywords come from the head`() {
        let note = note(
            """
            <html lang=en-GB><meta name=author content="Ada B."><meta name=description content="About it">
            <meta property="article:published_time" content="2024-03-01T10:00:00Z"><meta name=keywords content="a b, c,,">
            """)
        #expect(note.author == "Ada B.")
        #expect(note.date == "2024-03-01")
        #expect(note.language == "en-GB")
        #expect(note.summary == "About it")
        #expect(note.keywords == ["a b", "c"])
    }

    @Test(
        arguments: [
            ("2024-03-01", "2024-03-01"), ("2024/3/1", "2024-03-01"), ("20240301", "2024-03-01"), ("March 1", nil),
            ("2024-13-01", nil),
            ("2024-03", nil), ("", nil),
        ] as [(String, String?)])
    func `a day is read when it is written as one`(_ text: String, _ expected: String?) {
        #expect(note("<meta name=date content='\(text)'>").date == expected)
    }

    @Test func `the note with its title has one heading of level 1`() {
        #expect(note("<title>T</title><p>a").titledMarkdown == "# T\n\na\n")
        #expect(note("<title>T</title><h1>T</h1><p>a").titledMarkdown == "# T\n\na\n")
        #expect(note("<title>T</title>").titledMarkdown == "# T\n")
    }

    // MARK: Encodings

    private static let text = "<p>Grüße – €"

    @Test(
        arguments: [
            [0xEF, 0xBB, 0xBF] + Array(text.utf8), Array(text.utf8),
            [0xFF, 0xFE] + text.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] },
            [0xFE, 0xFF] + text.utf16.flatMap { [UInt8($0 >> 8), UInt8(truncatingIfNeeded: $0)] },
            text.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] },
            Array("<meta charset=windows-1252><p>Gr".utf8) + [0xFC, 0xDF] + Array("e ".utf8) + [0x96, 0x20, 0x80],
            Array("<p>Gr".utf8) + [0xFC, 0xDF] + Array("e ".utf8) + [0x96, 0x20, 0x80],
        ] as [[UInt8]])
    func `the encoding is found out`(_ bytes: [UInt8]) {
        let note = HTMLNote(bytes)
        #expect(note.markdown == "Grüße – €\n")
        #expect(note.remarks.isEmpty)
    }

    @Test func `an encoding kb does not read is told`() {
        let note = HTMLNote(Array("<meta charset='Shift_JIS'><p>a ".utf8) + [0x93, 0xFA])
        #expect(note.remarks.map(\.kind) == [.unknownEncoding("shift_jis")])
    }

    @Test func `damaged bytes in a text are told`() {
        let note = HTMLNote(Array("<meta charset=utf-8><p>é".utf8) + [0xFF] + Array("b".utf8))
        #expect(note.markdown == "é\u{FFFD}b\n")
        #expect(note.remarks.map(\.kind) == [.damagedText])
    }
}
