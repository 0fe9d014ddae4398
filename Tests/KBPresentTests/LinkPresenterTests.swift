import KBModel
import KBPresent
import Testing

@Suite struct LinkPresenterTests {
    private static func use(
        _ target: LinkUse.Target, kind: Link.Kind? = .wiki, anchor: String? = nil, text: String = "there",
        path: String = "a.md", line: Int = 3
    ) -> LinkUse {
        LinkUse(
            path: path, title: "A", line: line, kind: kind, target: target, anchor: anchor, text: text,
            context: Snippet(text: "Go there now.", matches: [3..<8]))
    }

    private func render(
        _ uses: [LinkUse], _ format: LinkPresenter.Format, _ direction: LinkPresenter.Direction
    ) -> String {
        LinkPresenter(format: format, direction: direction, paths: .inVault(root: "/v")).render(uses)
    }

    @Test(
        arguments: [
            (use(.file("b.md"), anchor: "H"), "there → b.md#H  wiki"),
            (use(.external("https://x.org/a"), kind: .markdown, anchor: "b"), "there → https://x.org/a#b  markdown"),
            (use(.unresolved("b"), text: ""), "→ b  (no such note or file)  wiki"),
            (use(.ambiguous("b", ["b.md", "c/b.md"])), "there → b  (may be any of b.md, c/b.md)  wiki"),
        ])
    func `an outgoing link tells where it leads`(use: LinkUse, line: String) {
        #expect(render([use], .text, .outgoing) == "a.md: A\n  3  \(line)\n")
    }

    @Test func `incoming links stand under their notes, with the sentence`() {
        let uses = [
            Self.use(.file("b.md")), Self.use(.file("b.md"), line: 12), Self.use(.file("b.md"), path: "c.md", line: 1),
        ]
        #expect(
            render(uses, .text, .incoming) == """
                a.md: A
                   3  Go **there** now.
                  12  Go **there** now.

                c.md: A
                   1  Go **there** now.

                """)
    }

    @Test(arguments: LinkPresenter.Format.allCases)
    func `no format lets a control character through but as JSON and CSV write it`(format: LinkPresenter.Format) {
        let evil = "x\u{1B}[31m\u{7}"
        let uses = [
            LinkUse(
                path: "a.md", title: evil, line: 1, kind: .wiki, target: .unresolved(evil), anchor: evil, text: evil,
                context: Snippet(text: evil)),
            Self.use(.external(evil), anchor: evil), Self.use(.file("b.md"), anchor: evil),
        ]
        for direction in [LinkPresenter.Direction.outgoing, .incoming] where format != .csv {
            let text = render(uses, format, direction)
            #expect(!text.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{7}" })
        }
    }

    @Test func `a Markdown address keeps its anchor and loses what would end it`() {
        let text = render([Self.use(.external("https://x.org/<a>"), anchor: "b>c")], .md, .outgoing)
        #expect(text == "- [there](<https://x.org/%3Ca%3E#b%3Ec>)\n")
    }

    @Test func `links and mentions are counted`() {
        let presenter = LinkPresenter(format: .text, direction: .incoming, paths: .inVault(root: "/v"))
        #expect(presenter.count(of: []) == "nothing found")
        #expect(presenter.count(of: [Self.use(.file("b.md"))]) == "1 link in 1 note")
        #expect(
            presenter.count(of: [Self.use(.file("b.md"), kind: nil), Self.use(.file("b.md"), kind: nil, path: "c.md")])
                == "2 mentions in 2 notes")
    }
}

@Suite struct SuggestionPresenterTests {
    private let note = NoteSuggestions(
        note: "a.md",
        suggestions: [
            Suggestion(
                path: "b.md", title: "B\u{1B}", score: 1.25,
                reasons: [
                    .init(signal: .mention, value: 1, text: "mentions “B”", line: 4),
                    .init(signal: .words, value: 0.25, text: "both say “x”"),
                ])
        ])

    private func presenter(_ format: SuggestionPresenter.Format, explains: Bool = false) -> SuggestionPresenter {
        SuggestionPresenter(format: format, paths: .inVault(root: "/v"), explains: explains)
    }

    @Test func `a suggestion tells its reasons, and on demand what each adds`() {
        #expect(
            presenter(.text).render(only: note) == """
                a.md
                  1.25  b.md: B\u{FFFD}
                        mentions “B” at line 4 · both say “x”

                """)
        #expect(
            presenter(.text, explains: true).render(only: note) == """
                a.md
                  1.25  b.md: B\u{FFFD}
                        1.00  mentions “B” at line 4
                        0.25  both say “x”

                """)
    }

    @Test(arguments: SuggestionPresenter.Format.allCases)
    func `a stream of notes is what all of them at once are`(format: SuggestionPresenter.Format) {
        let presenter = presenter(format)
        let empty = NoteSuggestions(note: "z.md", suggestions: [])
        guard presenter.isStreamed else { return }
        #expect(
            presenter.head + presenter.render(note) + presenter.render(empty)
                == presenter.render(all: [note, empty]))
    }
}
