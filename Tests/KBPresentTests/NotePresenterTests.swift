import KBModel
import KBPresent
import Testing

@Suite struct NotePresenterTests {
    /// Lines 1 to 7, with all three kinds of line ends.
    private let source = "Before\n# One\r\ntext **a**\r## Two (5 min)\n\ttabbed\n# Three\nend"

    private var note: Note {
        var note = Note(path: "n.md", title: "One")
        note.utf8 = Array(source.utf8)
        note.plain = Array("Before\nOne\ntext a\nTwo (5 min)\ntabbed\nThree\nend\n".utf8)
        note.lineCount = 7
        note.sections = [
            Section(
                kind: .preamble, level: 0, lines: LineRange(1, 1), lastLine: 1, title: 0..<0, body: 0..<6,
                blocks: 0..<1, bytes: 0..<7),
            Section(
                kind: .atx, level: 1, lines: LineRange(2, 3), lastLine: 5, title: 7..<10, body: 11..<17,
                blocks: 2..<3, bytes: 7..<25, anchor: "one"),
            Section(
                kind: .atx, level: 2, parent: 1, lines: LineRange(4, 5), lastLine: 5, title: 18..<29, body: 30..<36,
                blocks: 4..<5, bytes: 25..<48, minutes: Minutes(5, 5), anchor: "two-5-min"),
            Section(
                kind: .pseudo, level: 1, lines: LineRange(6, 7), lastLine: 7, title: 37..<42, body: 43..<46,
                blocks: 6..<7, bytes: 48..<59, anchor: "three"),
        ]
        note.blocks = [
            Block(kind: .paragraph, lines: LineRange(1, 1), plain: 0..<6),
            Block(kind: .heading, lines: LineRange(2, 2), plain: 7..<10),
            Block(kind: .paragraph, lines: LineRange(3, 3), plain: 11..<17),
            Block(kind: .heading, lines: LineRange(4, 4), plain: 18..<29),
            Block(kind: .paragraph, lines: LineRange(5, 5), plain: 30..<36),
            Block(kind: .heading, lines: LineRange(6, 6), plain: 37..<42),
            Block(kind: .paragraph, lines: LineRange(7, 7), plain: 43..<46),
        ]
        note.frontMatter = FrontMatter(entries: [
            .init(key: "title", value: .string("One"), line: 1),
            .init(key: "rank", value: .number("007"), line: 1),
            .init(key: "tags", value: .list([.string("a/b"), .number("1.50"), .null]), line: 1),
            .init(key: "more", value: .map([("x", .bool(true))]), line: 1),
            .init(key: "title", value: .string("again"), line: 1),
        ])
        note.tags = Tag("a/b").map { [TagUse(tag: $0, spelling: "a/b", line: 1)] } ?? []
        note.links = [Link(kind: .wiki, target: "other", anchor: "x", text: "Other", line: 5)]
        return note
    }

    private func shown(
        _ format: NotePresenter.Format, section: Int? = nil, plain: Bool = false, numbered: Bool = false,
        style: Style = Style()
    ) -> String {
        let presenter = NotePresenter(
            format: format, style: style, paths: .inVault(root: "/v"), isPlain: plain, isNumbered: numbered)
        return String(decoding: presenter.render(note, section: section), as: UTF8.self)
    }

    @Test func `md is the source byte by byte`() {
        #expect(shown(.md) == source)
        #expect(shown(.md, section: 3) == "# Three\nend")
    }

    @Test func `a section is shown with all that stands under it`() {
        #expect(shown(.md, section: 1) == "# One\r\ntext **a**\r## Two (5 min)\n\ttabbed\n")
        #expect(shown(.text, section: 2) == "## Two (5 min)\n\ttabbed\n")
    }

    @Test func `line numbers are those of the file whatever ends its lines`() {
        #expect(
            shown(.text, section: 1, numbered: true) == "2  # One\n3  text **a**\n4  ## Two (5 min)\n5  \ttabbed\n")
    }

    @Test func `plain text has no markup and keeps its line numbers`() {
        #expect(shown(.text, plain: true) == "Before\nOne\ntext a\nTwo (5 min)\ntabbed\nThree\nend\n")
        #expect(shown(.text, section: 2, plain: true, numbered: true) == "4  Two (5 min)\n5  tabbed\n")
    }

    @Test func `a section number that does not exist shows the whole note`() {
        #expect(shown(.md, section: 99) == source)
        #expect(shown(.md, section: -1) == source)
    }

    @Test func `headings stand out in colour and escape sequences do no harm`() {
        var hostile = Note(path: "h.md", title: "h")
        hostile.utf8 = Array("a\u{1B}]0;title\u{7}\tb\n".utf8)
        hostile.lineCount = 1
        let presenter = NotePresenter(format: .text, style: Style(isColoured: true), paths: .inVault(root: "/v"))
        #expect(presenter.render(hostile) == Array("a\u{FFFD}]0;title\u{FFFD}\tb\n".utf8))
        #expect(shown(.text, section: 3, style: Style(isColoured: true)) == "\u{1B}[1m# Three\u{1B}[m\nend\n")
    }

    @Test func `JSON has the text and what can be said about it`() {
        #expect(
            shown(.json, section: 2) == """
                {
                  "version": 1,
                  "path": "n.md",
                  "title": "One",
                  "line": 4,
                  "endLine": 5,
                  "headingPath": ["One", "Two (5 min)"],
                  "aliases": [],
                  "tags": [],
                  "links": [
                    {
                      "kind": "wiki",
                      "target": "other",
                      "anchor": "x",
                      "text": "Other",
                      "line": 5
                    }
                  ],
                  "frontMatter": {
                    "title": "One",
                    "rank": "007",
                    "tags": ["a/b", 1.50, null],
                    "more": {"x": true}
                  },
                  "text": "## Two (5 min)\\n\\ttabbed\\n"
                }

                """)
    }

    @Test func `an outline is a tree with lines and minutes`() {
        let presenter = OutlinePresenter(format: .text, paths: .inVault(root: "/v"))
        #expect(
            presenter.render(note) == """
                n.md: One
                  1         (before the first heading)
                  2         One
                  4  5 min    Two (5 min)
                  6         Three

                """)
        #expect(presenter.render(note, from: 2) == "n.md: One\n  4  5 min  Two (5 min)\n")
    }

    @Test func `an outline can be cut at a depth`() {
        let presenter = OutlinePresenter(format: .text, paths: .inVault(root: "/v"), depth: 1)
        #expect(presenter.render(note) == "n.md: One\n  1  (before the first heading)\n  2  One\n  6  Three\n")
    }

    @Test func `an outline in JSON ends each section where its subsections end`() {
        let presenter = OutlinePresenter(format: .json, paths: .inVault(root: "/v"))
        #expect(
            presenter.render(note, from: 1) == """
                {
                  "version": 1,
                  "path": "n.md",
                  "title": "One",
                  "frontMatter": {
                    "title": "One",
                    "rank": "007",
                    "tags": ["a/b", 1.50, null],
                    "more": {"x": true}
                  },
                  "sections": [
                    {
                      "line": 2,
                      "endLine": 5,
                      "level": 1,
                      "title": "One",
                      "headingPath": ["One"],
                      "minutes": null,
                      "kind": "atx"
                    },
                    {
                      "line": 4,
                      "endLine": 5,
                      "level": 2,
                      "title": "Two (5 min)",
                      "headingPath": ["One", "Two (5 min)"],
                      "minutes": {"min": 5, "max": 5},
                      "kind": "atx"
                    }
                  ]
                }

                """)
    }
}
