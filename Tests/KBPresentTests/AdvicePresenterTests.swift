import KBModel
import KBPresent
import Testing

@Suite struct AdvicePresenterTests {
    private let presenter = AdvicePresenter(style: Style(width: 100), paths: .inVault(root: "/v"))

    private static func duplicate(
        share: Double = 0.826, excerpt: String = "Feed the starter", isInTarget: Bool = false,
        hasSameTitle: Bool = false
    ) -> DraftAdvice.Duplicate {
        DraftAdvice.Duplicate(
            path: "a.md", line: 7, title: "A", headingPath: ["A", "B"], share: share, excerpt: excerpt,
            isInTarget: isInTarget, hasSameTitle: hasSameTitle)
    }

    @Test(
        arguments: [
            (duplicate(), "says 82 % of it: “Feed the starter”"),
            (duplicate(share: 1), "says all of it: “Feed the starter”"),
            (duplicate(share: 0.999), "says 99 % of it: “Feed the starter”"),
            (duplicate(share: 0), "says 1 % of it: “Feed the starter”"),
            (duplicate(share: 1, isInTarget: true), "this note says all of it: “Feed the starter”"),
            (duplicate(share: 0, excerpt: "", hasSameTitle: true), "has the same title"),
            (duplicate(share: 1, hasSameTitle: true), "has the same title, and says all of it: “Feed the starter”"),
        ])
    func `a duplicate tells where and how much`(duplicate: DraftAdvice.Duplicate, text: String) {
        #expect(presenter.render(DraftAdvice(duplicates: [duplicate])) == "a.md:7: \(text)\n")
    }

    @Test func `sections, links and tags tell why`() {
        let advice = DraftAdvice(
            sections: [
                .init(path: "b.md", line: 3, title: "B", headingPath: ["B", "Dough"], concepts: ["gluten", "rye"])
            ],
            tags: [.init(tag: "food/bread", reason: "2 notes have it")],
            links: [
                .init(path: "c.md", title: "Oven", words: "oven", line: 4, reason: "the draft says “oven”"),
                .init(path: "d.md", title: "Yeast", reason: "both say “sugar”"),
            ])
        #expect(
            presenter.render(advice) == """
                b.md:3: on gluten, rye (B › Dough)
                c.md:1: link to “Oven”? the draft says “oven”, line 4
                d.md:1: link to “Yeast”? both say “sugar”
                #food/bread: 2 notes have it

                """)
    }

    @Test func `no more is told than is read at a glance, and no line is longer than the terminal`() {
        let long = DraftAdvice(
            duplicates: (0..<9).map { _ in Self.duplicate(excerpt: String(repeating: "word ", count: 60)) },
            sections: (0..<9).map {
                .init(path: "b.md", line: $0, title: "B", headingPath: [], concepts: (0..<30).map { "concept \($0)" })
            },
            tags: (0..<9).map { .init(tag: "t\($0)", reason: String(repeating: "why ", count: 60)) },
            links: (0..<9).map { _ in .init(path: "c.md", title: String(repeating: "x", count: 200), reason: "") })
        let lines = presenter.render(long).split(separator: "\n")
        #expect(lines.count == 12)
        #expect(lines.allSatisfy { $0.count <= 100 })
    }

    @Test func `nothing to say is said with nothing`() {
        #expect(presenter.render(DraftAdvice()).isEmpty)
    }

    @Test func `a draft that was too long to look at all of it is told`() {
        #expect(
            presenter.render(DraftAdvice(bytesRead: 65_536))
                == "only the first 65,536 bytes of the text were looked at\n")
    }

    @Test func `control characters of a note do not reach the terminal`() {
        let text = presenter.render(DraftAdvice(duplicates: [Self.duplicate(excerpt: "a\u{1B}[2Jb\nc")]))
        #expect(text == "a.md:7: says 82 % of it: “a\u{FFFD}[2Jb c”\n")
    }

    @Test func `programs get all of it`() {
        let advice = DraftAdvice(
            duplicates: [Self.duplicate()],
            links: [.init(path: "c.md", title: "Oven", words: "oven", line: 4, reason: "the draft says “oven”")])
        #expect(
            presenter.json(advice).compact == """
                {"duplicates":[{"path":"a.md","line":7,"title":"A","headingPath":["A","B"],"share":0.826,\
                "excerpt":"Feed the starter","inTarget":false,"sameTitle":false}],"sections":[],"tags":[],\
                "links":[{"path":"c.md","title":"Oven","words":"oven","line":4,"reason":"the draft says “oven”"}],\
                "bytesRead":null}
                """)
    }
}
