import KBModel
import KBParse
import Testing

@testable import KBStudy

@Suite struct CardMakerTests {
    /// The cards of a note as `line kind front = back`; `⏎` stands for a line end.
    private func cards(_ text: String) -> [String] {
        var parser = NoteParser()
        return CardMaker.cards(in: parser.parse(Array(text.utf8), path: "n.md")).map { card in
            let back = card.back.replacing("\n", with: "⏎")
            return "\(card.source.line) \(card.kind) \(card.front.replacing("\n", with: "⏎")) = \(back)"
        }
    }

    @Test func `Q and A are a card, over lines and with a list as the answer`() {
        let note = """
            Q: What is boiled
            in a kettle?
            A: Water,
            mostly.

            Q: Name two teas
            A:
            - green
            - black

            A paragraph that belongs to nobody.

            Q: Without an answer
            """
        #expect(
            cards(note) == [
                "1 pair What is boiled in a kettle? = Water,⏎mostly.", "6 pair Name two teas = green⏎black",
            ])
    }

    @Test func `C with brackets is a card for each gap`() {
        #expect(
            cards("C: Tea is grown in [Assam] and [Ceylon].") == [
                "1 cloze Tea is grown in Assam and Ceylon. = Assam",
                "1 cloze Tea is grown in Assam and Ceylon. = Ceylon",
            ])
    }

    @Test func `two colons part a card, three ask both ways`() {
        let note = """
            Where does *green tea* grow?::In [China](china.md), for one
            kettle ::: thing to boil water in
            """
        #expect(
            cards(note) == [
                "1 pair Where does green tea grow? = In China, for one", "2 pair kettle = thing to boil water in",
                "2 reversed thing to boil water in = kettle",
            ])
    }

    @Test(arguments: ["due:: tomorrow", "`std::vector` of ints", "std::vector is a list", "a: b"])
    func `two colons of a field or a programming language are no card`(line: String) {
        #expect(!cards(line).contains { $0.contains("pair") })
    }

    @Test func `in a note tagged for cards every two colons part one`() {
        #expect(cards("#flashcards\n\nThe capital of Assam::Dispur") == ["3 pair The capital of Assam = Dispur"])
        #expect(cards("The capital of Assam::Dispur") == [])
    }

    @Test func `a line with a question mark parts a card, two marks ask both ways`() {
        let note = """
            Capital of Assam
            ?
            Dispur
            (since 1973)

            tea
            ??
            chai

            Kinds of tea
            ?
            - green
            - black
            """
        #expect(
            cards(note) == [
                "1 pair Capital of Assam = Dispur⏎(since 1973)", "6 pair tea = chai", "6 reversed chai = tea",
                "10 pair Kinds of tea = green⏎black",
            ])
    }

    @Test func `a highlight is a gap in its sentence`() {
        var parser = NoteParser()
        let text = "Tea came late. It was ==Robert Fortune== who stole it. Then it spread."
        let cards = CardMaker.cards(in: parser.parse(Array(text.utf8), path: "n.md"))
        #expect(cards.map(\.prompt) == ["It was […] who stole it."])
        #expect(cards.map(\.back) == ["Robert Fortune"])
    }

    @Test func `a question is answered by the rest of its text, its bullets, or what follows`() {
        let note = """
            - Why warm the pot? It keeps the heat.
            - What goes wrong?
              - water too cold
              - leaves too old
            - Is that all?

            How long should it draw?

            Three minutes for black tea.

            ## Which water is best?

            Soft water.
            """
        #expect(
            cards(note) == [
                "1 question Why warm the pot? = It keeps the heat.",
                "2 question What goes wrong? = water too cold⏎leaves too old",
                "7 question How long should it draw? = Three minutes for black tea.",
                "11 question Which water is best? = Soft water.",
            ])
    }

    @Test func `a definition is a card, and a short form is two`() {
        #expect(
            cards("Tannin: what makes tea bitter\n\nThe World Tea Board (WTB) meets in spring.") == [
                "1 definition Tannin = what makes tea bitter", "3 acronym WTB = World Tea Board",
                "3 expansion World Tea Board = WTB",
            ])
    }

    @Test func `a heading asks for its bullets`() {
        let note = """
            # Tea

            ## 2. Tools (5 min)
            - kettle
            - Strainer: keeps the leaves back
            - Cups for guests:
              - small
            """
        #expect(
            cards(note) == [
                "3 heading Tools = kettle⏎Strainer⏎Cups for guests", "5 definition Strainer = keeps the leaves back",
            ])
    }

    @Test func `a heading is shown with the one around it`() {
        var parser = NoteParser()
        let note = parser.parse(Array("# Tea\n\n## Tools\n- kettle\n- cup\n".utf8), path: "n.md")
        #expect(CardMaker.cards(in: note).map(\.prompt) == ["What belongs to Tools (Tea)?"])
        #expect(CardMaker.cards(in: note).map(\.anchor.headingPath) == [["Tea", "Tools"]])
    }

    @Test(
        arguments: [
            "- one bullet", "- [[kettle]]\n- [cup](cup.md)", "- 12\n- 2.5", "- [ ] buy tea\n- [x] boil water",
            "- why?\n- how?", "```\ncode\n```", "| a | b |\n| - | - |\n| c | d |", "Only a paragraph.",
            (0..<10).map { "- bullet \($0) of many" }.joined(separator: "\n"),
            "- tea\n- " + String(repeating: "very ", count: 60) + "long",
        ])
    func `a heading over anything but a few short bullets is no card`(body: String) {
        #expect(cards("# Tea\n\n" + body + "\n") == [])
    }

    @Test func `what is said twice is one card`() {
        #expect(
            cards("Tannin: what makes tea bitter\n\nTannin: what makes tea bitter") == [
                "1 definition Tannin = what makes tea bitter"
            ])
    }

    @Test func `line numbers hold with the line ends of Windows`() {
        #expect(cards("# Tea\r\n\r\nCapital of Assam\r\n?\r\nDispur\r\n") == ["3 pair Capital of Assam = Dispur"])
    }

    @Test func `any note is read without harm`() {
        var random = SeededGenerator(seed: 4)
        let pieces = [
            "Q:", "A:", "C: [", "]", "::", ":::", "?\n", "??\n", "==", "- ", "\n", "\n\n", "# ", "a", "b c", "(AB)",
            "`", "> ", "\r\n", "é", "数", "\0", "[x](", ")", "Term: ", "    ",
        ]
        for _ in 0..<300 {
            let text = (0..<40).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
            for card in CardMaker.cards(
                in: {
                    var parser = NoteParser(); return parser.parse(Array(text.utf8), path: "n.md")
                }())
            {
                #expect(!card.front.isEmpty && !card.back.isEmpty && card.source.line >= 1)
            }
        }
    }
}
