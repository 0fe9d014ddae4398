import KBModel
import Testing

@testable import KBConcepts

@Suite struct TreatmentTests {
    private func definitions(_ name: String, _ text: String, _ others: [String] = []) -> [String] {
        SmallVault([name] + others, ["a.md": text]).treatment(of: name).definitions().map(\.text)
    }

    @Test(arguments: [
        "Tea is a drink.", "Tea: what hot water makes of leaves", "Tea = leaves and water", "Tea refers to a drink.",
        "Tea (Camellia sinensis) is an infusion.", "Tea describes a whole family of drinks.",
    ])
    func `a sentence that says what it is defines it`(_ text: String) {
        #expect(definitions("tea", text) == [text])
    }

    @Test(arguments: ["We drink tea.", "Tea?", "Tea is cold.", "What is tea: a drink?", "Green tea is a drink."])
    func `a mere mention defines nothing`(_ text: String) {
        #expect(definitions("tea", text) == [])
    }

    @Test func `the first sentence below a heading defines it`() {
        #expect(
            definitions("tea", "# Tea\n\nA drink that is made of leaves. It is old.") == [
                "A drink that is made of leaves."
            ])
    }

    @Test func `an acronym in brackets is explained by what stands before`() {
        #expect(
            definitions("WHO", "The World Health Organization (WHO) meets.") == [
                "The World Health Organization (WHO) meets."
            ])
    }

    @Test func `what says it most plainly comes first`() {
        let texts = definitions(
            "tea", "- Tea - made of leaves and water\n- Tea is a drink.\n- Tea: green, black, white\n")
        #expect(texts == ["Tea is a drink.", "Tea - made of leaves and water", "Tea: green, black, white"])
    }

    @Test func `a definition is told with path and line`() {
        let vault = SmallVault(["tea"], ["n/b.md": "Words.\n\nTea is a drink."])
        #expect(vault.treatment(of: "tea").definitions() == [Reason(path: "n/b.md", line: 3, text: "Tea is a drink.")])
    }

    private static let book = """
        # Drinks

        We had tea once.

        ## Tea

        It grows in Asia.

        ### Kinds

        - Green tea
        - Tea of herbs

        ## Coffee

        Not like tea, tea or tea.
        """

    @Test func `the section under its own heading comes first`() {
        let vault = SmallVault(["tea"], ["a.md": TreatmentTests.book])
        let sections = vault.treatment(of: "tea").sections()
        #expect(sections.map { $0.headingPath.last ?? "" } == ["Tea", "Kinds", "Coffee", "Drinks"])
        #expect(sections.map(\.line) == [5, 11, 16, 3])
    }

    @Test func `a snippet marks the words`() {
        let vault = SmallVault(["tea"], ["a.md": TreatmentTests.book])
        let snippets = vault.treatment(of: "tea").sections().map(\.snippet)
        #expect(snippets.first?.text == "It grows in Asia.")
        #expect(snippets.last == Snippet(text: "We had tea once.", matches: [7..<10]))
    }

    @Test func `mentions are told once a line, and sections once each`() {
        let treatment = SmallVault(["tea"], ["a.md": TreatmentTests.book]).treatment(of: "tea")
        #expect(treatment.mentions.map(\.line) == [3, 5, 11, 12, 16])
        #expect(treatment.sectionCount == 4)
    }

    @Test func `the order of notes changes nothing`() {
        let vault = SmallVault(
            ["tea"], ["a.md": "Tea is a drink.", "b.md": "Tea is a leaf.", "c.md": "# Tea\n\nWords."])
        let (one, other) = (vault.treatment(of: "tea"), vault.treatment(of: "tea", reversed: true))
        #expect(one.definitions() == other.definitions())
        #expect(one.sections() == other.sections())
        #expect(one.mentions == other.mentions)
    }

    private func comparison(reversed: Bool = false) -> ConceptComparison {
        let vault = SmallVault(
            ["tea", "milk", "honey", "cup"],
            [
                "a.md": "# Tea\n\nWith milk in a cup, as everybody says.\n\n- One\n  - Two\n",
                "b.md": "Other words.\n\n- Tea\n  - milk\n  - honey\n- Bread\n", "c.md": "Nothing.",
            ])
        let finder = MentionFinder(vault.catalog)
        var comparer = ConceptComparer(of: 0, in: vault.catalog)
        for note in reversed ? vault.notes.reversed() : vault.notes { comparer.add(note, finder.mentions(in: note)) }
        return comparer.comparison()
    }

    @Test func `notes are set side by side, the one that says most first`() {
        let comparison = comparison()
        #expect(comparison.notes.map(\.path) == ["a.md", "b.md"])
        #expect(
            comparison.notes[0].passages.flatMap(\.pieces).map(\.text) == [
                "With milk in a cup, as everybody says.", "One", "Two",
            ])
        #expect(comparison.notes[1].passages.flatMap(\.pieces).map(\.text) == ["Tea", "milk", "honey"])
        #expect(comparison.notes[1].passages.flatMap(\.pieces).map(\.depth) == [1, 2, 2])
    }

    @Test func `what notes share and what only one says is told apart`() {
        #expect(comparison().shared == ["milk"])
        #expect(comparison().notes.map(\.only) == [["cup"], ["honey"]])
        #expect(comparison() == comparison(reversed: true))
    }
}
