import KBModel
import KBParse
import Testing

@testable import KBConcepts

@Suite struct LinkSuggesterTests {
    /// A suggester that has read `notes`, which come by path; `links` are by path.
    static func suggester(
        _ notes: [(path: String, text: String)], links: [String: [String]] = [:]
    ) -> LinkSuggester {
        var parser = NoteParser()
        let parsed = notes.map { parser.parse(Array($0.text.utf8), path: $0.path) }
        let numbers = Dictionary(uniqueKeysWithValues: notes.enumerated().map { ($1.path, $0) })
        let suggester = LinkSuggester(
            parsed.map { note in
                LinkedNote(
                    path: note.path, title: note.title, aliases: note.aliases,
                    links: (links[note.path] ?? []).compactMap { numbers[$0] })
            })
        for (number, note) in parsed.enumerated() { suggester.read(note, as: number) }
        return suggester
    }

    static let garden: [(path: String, text: String)] = [
        ("bread.md", "# Bread\n\nFlour, water and yeast rise in a warm oven.\n"),
        ("compost.md", "# Compost\n\nPeelings and straw rot into humus for tomatoes.\n"),
        ("soil.md", "# Soil\n\nHumus holds water; straw keeps it moist.\n"),
        ("tomatoes.md", "# Tomatoes\n\nThey want humus, straw below and sun above.\n"),
        ("zebra.md", "# Zebra\n\nStripes confuse flies.\n"),
    ]

    static func paths(_ suggestions: NoteSuggestions) -> [String] { suggestions.suggestions.map(\.path) }

    static func grounds(_ suggestions: NoteSuggestions, _ path: String) -> [Suggestion.Signal] {
        suggestions.suggestions.first { $0.path == path }?.reasons.map(\.signal) ?? []
    }

    @Test func `a note is suggested the notes it shares rare words with and names`() {
        let found = Self.suggester(Self.garden).suggestions(for: 1, limit: 10)
        #expect(found.note == "compost.md")
        #expect(Self.paths(found).first == "tomatoes.md")
        #expect(Self.paths(found).contains("soil.md"))
        #expect(!Self.paths(found).contains("zebra.md"))
    }

    @Test func `a mention says the name and the line it stands at`() throws {
        let found = Self.suggester(Self.garden).suggestions(for: 1, limit: 10)
        let first = try #require(found.suggestions.first)
        let mention = try #require(first.reasons.first { $0.signal == .mention })
        #expect(mention.text == "mentions “Tomatoes”")
        #expect(mention.line == 3)
    }

    @Test func `an alias counts as a name`() {
        var notes = Self.garden
        notes[4].text = "---\naliases: [striped horse]\n---\n# Zebra\n\nStripes confuse flies.\n"
        notes[0].text += "\nA striped horse eats no bread.\n"
        let found = Self.suggester(notes).suggestions(for: 0, limit: 10)
        #expect(Self.grounds(found, "zebra.md").contains(.mention))
    }

    @Test func `a name with capitals or symbols inside counts as a whole`() {
        let notes = [
            (path: "C++.md", text: "Old.\n"), (path: "a.md", text: "The C compiler and a soft error, no more.\n"),
            (path: "b.md", text: "Some C++ here raises SoftError at times.\n"), (path: "softerror.md", text: "New.\n"),
        ]
        let suggester = Self.suggester(notes)
        #expect(!Self.grounds(suggester.suggestions(for: 1, limit: 10), "C++.md").contains(.mention))
        let found = suggester.suggestions(for: 2, limit: 10)
        #expect(Self.grounds(found, "C++.md").contains(.mention))
        #expect(Self.grounds(found, "softerror.md").contains(.mention))
    }

    @Test func `what is linked already and the note itself are left out`() {
        let found = Self.suggester(Self.garden, links: ["compost.md": ["tomatoes.md"]]).suggestions(for: 1, limit: 10)
        #expect(!Self.paths(found).contains("tomatoes.md"))
        #expect(!Self.paths(found).contains("compost.md"))
        #expect(Self.paths(found).contains("soil.md"))
    }

    @Test func `a note that links here speaks for a link back`() {
        let found = Self.suggester(Self.garden, links: ["zebra.md": ["bread.md"]]).suggestions(for: 0, limit: 10)
        let reasons = found.suggestions.first { $0.path == "zebra.md" }?.reasons ?? []
        #expect(reasons.first?.signal == .graph)
        #expect(reasons.first?.text == "links to this note")
    }

    @Test func `what similar notes link to is suggested with the similar note`() {
        let links = ["soil.md": ["zebra.md"], "tomatoes.md": ["zebra.md"]]
        let found = Self.suggester(Self.garden, links: links).suggestions(for: 1, limit: 10)
        let reasons = found.suggestions.first { $0.path == "zebra.md" }?.reasons ?? []
        #expect(reasons.contains { $0.signal == .neighbours && $0.text.hasSuffix("is like this note and links there") })
        #expect(reasons.contains { $0.signal == .popular && $0.text == "2 notes link there" })
    }

    @Test func `the score is the sum of the reasons`() {
        let links = ["soil.md": ["zebra.md"], "tomatoes.md": ["zebra.md"]]
        for suggestion in Self.suggester(Self.garden, links: links).suggestions(for: 1, limit: 10).suggestions {
            let sum = suggestion.reasons.reduce(0) { $0 + $1.value }
            #expect(abs(sum - suggestion.score) < 1e-5)
            #expect(suggestion.reasons.map(\.value) == suggestion.reasons.map(\.value).sorted(by: >))
        }
    }

    @Test func `equal candidates come by path`() {
        let notes = ["a.md", "b.md", "c.md", "d.md"].map { (path: $0, text: "straw and humus\n") }
        #expect(Self.paths(Self.suggester(notes).suggestions(for: 2, limit: 10)) == ["a.md", "b.md", "d.md"])
    }

    @Test(arguments: [0, 1, 2]) func `no more than the limit are given, the best ones`(limit: Int) {
        let suggester = Self.suggester(Self.garden)
        let all = Self.paths(suggester.suggestions(for: 1, limit: 10))
        #expect(Self.paths(suggester.suggestions(for: 1, limit: limit)) == Array(all.prefix(limit)))
    }

    @Test func `asking for other notes first changes nothing`() {
        let fresh = Self.suggester(Self.garden).suggestions(for: 1, limit: 10)
        let used = Self.suggester(Self.garden)
        for number in [4, 0, 3, 2, 1] { _ = used.suggestions(for: number, limit: 3) }
        #expect(used.suggestions(for: 1, limit: 10) == fresh)
    }

    @Test func `a vault without notes, a note without text and a number out of range are no trouble`() {
        #expect(LinkSuggester([]).suggestions(for: 0, limit: 10).suggestions.isEmpty)
        let empty = Self.suggester([("a.md", ""), ("b.md", "")])
        #expect(empty.suggestions(for: 0, limit: 10).suggestions.isEmpty)
        #expect(empty.suggestions(for: -1, limit: 10).suggestions.isEmpty)
        #expect(empty.suggestions(for: 0, limit: -1).suggestions.isEmpty)
    }
}

@Suite struct FolderTreeTests {
    @Test func `the deeper the folder two notes share, and the fewer notes it holds, the closer they are`() {
        let tree = FolderTree(paths: ["a/b/x.md", "a/b/y.md", "a/z.md", "q.md", "a/c/w.md"])
        #expect(tree.closeness(0, 1) > tree.closeness(0, 2))
        #expect(tree.closeness(0, 2) == tree.closeness(0, 4))
        #expect(tree.closeness(0, 2) > 0)
        #expect(tree.closeness(0, 3) == 0)
    }
}
