import KBStudy
import Testing

/// Cards that the author wrote as such.
@Suite struct WrittenCardTests {
    private func cards(_ text: String, path: String = "n.md") -> [String] { NoteCards.listed(text, path: path) }

    private func made(_ text: String, path: String = "n.md") -> [Card] { NoteCards.made(text, path: path) }

    private func prompts(_ text: String) -> [String] { made(text).map(\.prompt) }

    @Test func `Q and A are a card, over lines and with a list as the answer`() {
        let note = """
            Cards about tea.

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
                "3 pair What is boiled in a kettle? = Water,⏎mostly.", "8 pair Name two teas = green⏎black",
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

    @Test func `in a deck everything up to the next letter belongs to a card`() {
        let note = """
            ---
            name = "Teas"
            ---
            Q: Name two teas
            A:

            - green

            - black

            And that is all.

            C:
            Tea is grown in [Assam].

            It is drunk in [Ceylon].
            """
        #expect(
            cards(note) == [
                "4 pair Name two teas = green⏎black⏎And that is all.",
                "13 cloze Tea is grown in Assam. It is drunk in Ceylon. = Assam",
                "13 cloze Tea is grown in Assam. It is drunk in Ceylon. = Ceylon",
            ])
    }

    @Test func `code belongs to the question above it and the answer above it, as it is indented`() {
        let note = """
            # Brewing

            Q: What does this print?
            ```python
            if hot:
                print("tea")
            ```
            A: It prints
            ```
              tea
            ```

            Nobody's paragraph.

            How to say it
            ?
            ```swift
            func pour() {
                pot.tilt()
            }
            ```
            """
        #expect(
            cards(note) == [
                "3 pair What does this print?⏎if hot:⏎    print(\"tea\") = It prints⏎  tea",
                "15 pair How to say it = func pour() {⏎    pot.tilt()⏎}",
            ])
    }

    @Test func `schedules that another program keeps in a note are never shown`() {
        let note = """
            kettle ::: pot to boil water in <!--SR:!2026-01-01,3,250!2026-01-02,3,250-->

            Capital of Assam
            ?
            Dispur
            <!--SR:!2026-02-01,4,270-->
            """
        #expect(
            cards(note) == [
                "1 pair kettle = pot to boil water in", "1 reversed pot to boil water in = kettle",
                "3 pair Capital of Assam = Dispur",
            ])
    }

    @Test func `tags that a card opens with say where it belongs, not what is asked`() {
        let note = """
            #flashcards/asia Capital of Assam::Dispur

            #flashcards/asia
            Capital of Nepal
            ?
            Kathmandu
            """
        #expect(cards(note) == ["1 pair Capital of Assam = Dispur", "4 pair Capital of Nepal = Kathmandu"])
    }

    @Test func `cards in quotes and callouts are cards`() {
        let note = """
            > Capital of Assam
            > ?
            > Dispur

            > [!note] Tea
            > Where does green tea grow?::In China
            """
        #expect(
            cards(note) == ["1 pair Capital of Assam = Dispur", "6 pair Where does green tea grow? = In China"])
    }

    @Test func `a hint shows in the gap, and numbers of groups nowhere`() {
        #expect(
            prompts("Tea came to Europe in ==1610==^[year] from ==China==[^1].") == [
                "Tea came to Europe in [year] from China.", "Tea came to Europe in 1610 from […].",
            ])
    }

    @Test func `the gap is where the highlight is, though its words stand elsewhere too`() {
        #expect(prompts("Black tea is ==tea== that oxidised.") == ["Black tea is […] that oxidised."])
    }
}
