import KBModel
import KBParse
import Testing

@testable import KBStudy

/// Cards made of what the author wrote for reading, and what holds for all.
@Suite struct CardMakerTests {
    private func cards(_ text: String, path: String = "n.md") -> [String] { NoteCards.listed(text, path: path) }

    private func made(_ text: String, path: String = "n.md") -> [Card] { NoteCards.made(text, path: path) }

    private func prompts(_ text: String) -> [String] { made(text).map(\.prompt) }

    @Test func `a highlight is a gap in its sentence`() {
        let cards = made("Tea came late. It was ==Robert Fortune== who stole it. Then it spread.")
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
            ])
    }

    @Test func `the way back to a short form is asked when first letters do not give it away`() {
        #expect(
            cards("They call it Pot of Extra Tea (PXT).") == [
                "1 acronym PXT = Pot of Extra Tea", "1 expansion Pot of Extra Tea = PXT",
            ])
    }

    @Test(
        arguments: [
            "Some walks around the island. (WI)", "The kettle (Kettle) is on.", "Delay of Leaves (DELAY)",
            "A pot of very hot water (PXHT)",
        ])
    func `a bracket that does not shorten the words before it is no short form`(text: String) {
        #expect(!cards(text).contains { $0.contains("acronym") })
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
        let cards = made("# Tea\n\n## Tools\n- kettle\n- cup\n")
        #expect(cards.map(\.prompt) == ["What belongs to Tools (Tea)?"])
        #expect(cards.map(\.anchor.headingPath) == [["Tea", "Tools"]])
    }

    @Test(
        arguments: [
            "Colons in `std::vector` :: parted", ":::note A box of a manual", "Click :::image type=\"x\"::: to pour",
        ])
    func `colons of code and of boxes part nothing`(line: String) {
        #expect(!cards(line).contains { $0.contains("std = ") || $0.contains("note") || $0.contains("image") })
    }

    @Test(
        arguments: [
            ("Leaves: dried, rolled, fired", "What belongs to Leaves?"),
            ("Tannin: what makes tea bitter", "What is Tannin?"),
            ("Tea leaves: what is left in the pot", "What are Tea leaves?"),
            ("Kubernetes: what runs the teashop's servers", "What is Kubernetes?"),
            ("WTB: World Tea Board", "What does WTB stand for?"),
        ])
    func `a definition is asked for by what its explanation is`(text: String, prompt: String) {
        #expect(prompts(text) == [prompt])
    }

    @Test func `a term of one word is asked with its heading`() {
        #expect(prompts("# 3. Serving (5 min)\n\nWarm: pour hot water in first") == ["What is Warm (Serving)?"])
    }

    @Test(
        arguments: [
            "Author: someone who drinks tea", "Step 2: pour the water over it", "x = \\frac{a}{b} for all b",
            "Water: see the other note for that", "Steeping is as follows:", "Boiling: (with a lid)",
            "Milk: milk", "Kettle marks: any of the following:", "Kettle marks: one of the following signs.",
            "Say Cups, where cups: whatever holds tea", "http://tea.example: a page on tea", "茶的水温 = 八十度左右的水",
            "[Teapot](https://tea.example): a library for pouring",
        ])
    func `labels, formulas, links and explanations that stand elsewhere are no definitions`(text: String) {
        #expect(cards(text) == [])
    }

    @Test func `a term that one note explains again and again is a label`() {
        let note = (1...3).map { "# Tea \($0)\n\nTaste: rather bitter with a touch of \($0) herbs\n" }.joined()
        #expect(cards(note) == [])
    }

    @Test func `a heading that one note has again and again is part of a form`() {
        let note = (1...3).map { "# Tea \($0)\n\n## Utensils\n\n- cup \($0)\n- pot \($0) of tea\n\n" }.joined()
        #expect(cards(note) == [])
    }

    @Test(
        arguments: [
            "See also", "Table of contents", "1.2.0", "v2.0", "Example 3", "Getting started:", "max_tea",
            "What we said about all of the teas we drank in May",
        ])
    func `a heading that names nothing is no card`(title: String) {
        #expect(cards("# \(title)\n\n- green tea\n- black tea\n") == [])
    }

    @Test(
        arguments: [
            "- Open the lid\n- Pour water\n- Close the lid",
            "1. Das Wasser kochen.\n2. Den Tee aufgießen.\n3. Warten.",
            "- green tea\n\nBetween the lists.\n\n- black tea\n- white tea",
            "- boil the water:\n\n  ```\n  boil\n  ```\n- pour it:\n\n  ```\n  pour\n  ```",
            "- [Oolong](https://tea.example/o) is half green\n- [Pu-erh](https://tea.example/p) is old",
        ])
    func `instructions, steps, two lists, code and links out are no card of their heading`(body: String) {
        #expect(!cards("# Tea\n\n\(body)\n").contains { $0.contains("heading") })
    }

    @Test(arguments: ["CHANGELOG.md", "docs/Release notes/june.md", "v1.2.md"])
    func `records of versions are no cards`(path: String) {
        #expect(cards("Tannin: what makes tea bitter", path: path) == [])
        #expect(cards("Tannin: what makes tea bitter", path: "2026-05-01.md").count == 1)
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
