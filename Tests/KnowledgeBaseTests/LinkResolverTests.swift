import KBModel
import Testing

@testable import KnowledgeBase

@Suite struct LinkResolverTests {
    let resolver = LinkResolver(
        paths: [
            "serving.md", "old/serving.md", "metrics/Recall.md", "metrics/index.md", "plain.txt", "a/b/deep.md",
            "c/b/deep.md",
        ],
        aliases: [("hit rate", "metrics/Recall.md"), ("both", "serving.md"), ("both", "plain.txt")])

    @Test(
        arguments: [
            ("serving", .note("serving.md")),
            ("serving.md", .note("serving.md")),
            ("Old/Serving", .note("old/serving.md")),
            ("recall", .note("metrics/Recall.md")),
            ("plain", .note("plain.txt")),
            ("b/deep", .ambiguous(["a/b/deep.md", "c/b/deep.md"])),
            ("c/b/deep", .note("c/b/deep.md")),
            ("Hit Rate", .note("metrics/Recall.md")),
            ("both", .ambiguous(["plain.txt", "serving.md"])),
            ("nothing", .missing),
            ("", .missing),
            ("x/recall", .missing),
        ] as [(String, LinkResolver.Destination)])
    func `a wikilink finds a path, then a file name, then an alias`(
        name: String, destination: LinkResolver.Destination
    ) {
        #expect(resolver.destination(named: name) == destination)
    }

    @Test(
        arguments: [
            ("Recall.md", "metrics/index.md", .note("metrics/Recall.md")),
            ("../serving.md", "metrics/index.md", .note("serving.md")),
            ("./Recall", "metrics/index.md", .note("metrics/Recall.md")),
            ("/plain.txt", "metrics/index.md", .note("plain.txt")),
            ("metrics", "serving.md", .note("metrics/index.md")),
            ("metrics/recall.html", "serving.md", .note("metrics/Recall.md")),
            ("gone.md", "serving.md", .missing),
        ] as [(String, String, LinkResolver.Destination)])
    func `a Markdown link is read from the folder of its note`(
        target: String, note: String, destination: LinkResolver.Destination
    ) throws {
        let link = Link(kind: .markdown, target: target, text: "t", line: 1)
        let found = try #require(LinkTarget(of: link, in: note))
        #expect(resolver.destination(of: found) == destination)
        #expect(LinkTarget(stored: found.stored) == found)
    }

    @Test(arguments: [
        ("a", "a.md"), ("A", "A.md"), ("a.MD", "A.md"), ("B", "b.md"), ("./a", "a.md"), ("./A.md", "A.md"),
        ("x", "d/x.md"), ("X", "e/X.md"),
    ])
    func `of notes that differ in case alone the one written just so is meant`(target: String, path: String) throws {
        let resolver = LinkResolver(paths: ["A.md", "a.md", "b.md", "d/x.md", "e/X.md"], aliases: [])
        let link = Link(kind: .wiki, target: target, text: "t", line: 1)
        let found = try #require(LinkTarget(of: link, in: "b.md"))
        #expect(resolver.destination(of: found) == .note(path))
    }

    @Test(
        arguments: [
            ("/docs/a/b/deep", .note("a/b/deep.md")), ("/site/docs/metrics/recall.md", .note("metrics/Recall.md")),
            ("/docs/b/deep", .missing), ("/docs/recall", .missing), ("/metrics/b/recall", .missing),
        ] as [(String, LinkResolver.Destination)])
    func `an address on the site of the notes means the one note whose path ends so`(
        target: String, destination: LinkResolver.Destination
    ) throws {
        let link = Link(kind: .markdown, target: target, text: "t", line: 1)
        let found = try #require(LinkTarget(of: link, in: "serving.md"))
        #expect(resolver.destination(of: found, from: "serving.md") == destination)
    }

    @Test func `a wikilink has no scheme, but may hold an address`() {
        func target(_ text: String) -> LinkTarget? {
            LinkTarget(of: Link(kind: .wiki, target: text, text: "t", line: 1), in: "a/b.md")
        }
        #expect(target("Note: one") == .name("Note: one"))
        #expect(target("mailto:a") == .name("mailto:a"))
        #expect(target("https://example.org") == nil)
    }

    @Test(arguments: ["https://example.org", "mailto:a@b.c", "", "../../up.md", "//host/x"])
    func `links out of the vault have no target in it`(target: String) {
        #expect(LinkTarget(of: Link(kind: .markdown, target: target, text: "t", line: 1), in: "a/b.md") == nil)
    }
}

@Suite struct NoteReferenceTests {
    @Test(
        arguments: [
            ("serving", "serving", nil),
            ("a/serving.md#Roll out", "a/serving.md", .headings(["Roll out"])),
            ("serving#A#B", "serving", .headings(["A", "B"])),
            ("serving#^id-1", "serving", .block("id-1")),
            ("serving.md:12", "serving.md", .line(12)),
            ("10:x", "10:x", nil),
            ("[[serving#A|shown]]", "serving", .headings(["A"])),
            ("serving#", "serving", nil),
            ("#", "#", nil),
            ("", "", nil),
        ] as [(String, String, NoteReference.Place?)])
    func `a reference is a name with a place`(typed: String, name: String, place: NoteReference.Place?) {
        let reference = NoteReference(typed)
        #expect(reference.name == name)
        #expect(reference.place == place)
    }
}

@Suite struct NoteDayTests {
    @Test(
        arguments: [
            ("x.md", "2026-03-01", "2026-03-01"),
            ("2025-12-31 retro.md", "not a day", "2025-12-31"),
            ("daily/2025-12-31.md", nil, "2025-12-31"),
            ("log-12025-12-31.md", nil, "1970-01-02"),
            ("2025-13-01.md", nil, "1970-01-02"),
        ] as [(String, String?, String)])
    func `a note's day comes from front matter, its name, then its file`(path: String, date: String?, day: String) {
        var note = Note(path: path, title: "x")
        if let date {
            note.frontMatter.entries = [FrontMatter.Entry(key: "date", value: .string(date), line: 2)]
        }
        #expect(NoteDay.day(of: note, modified: 36 * 3_600_000_000_000).description == day)
    }
}
