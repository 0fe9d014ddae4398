import KBModel
import Testing

@testable import KBConcepts

@Suite struct RelationsTests {
    private static let pets = """
        # Pets

        - Dogs
          - Poodle
          - Beagle
        - Cats
          - Siamese
        """

    private let pets = SmallVault(["pets", "dogs", "cats", "poodle", "beagle", "siamese"], ["pets.md": pets])

    @Test func `an item is narrower than the item above it`() {
        #expect(pets.relation("dogs", "poodle")?.kinds.first == .narrower)
        #expect(pets.relation("poodle", "dogs")?.kinds.first == .broader)
    }

    @Test func `items of one list are siblings`() {
        #expect(pets.relation("poodle", "beagle")?.kinds == [.sibling])
        #expect(pets.relation("poodle", "siamese")?.kinds != [.sibling])
    }

    @Test func `the parent is closer than what stands further away`() {
        #expect(pets.neighbours(of: "siamese").first?.name == "cats")
    }

    @Test func `a reason names the path, the line and both texts`() {
        #expect(
            pets.relation("dogs", "poodle")?.reasons == [Reason(path: "pets.md", line: 4, text: "Dogs › Poodle")])
        #expect(
            pets.relation("poodle", "beagle")?.reasons
                == [Reason(path: "pets.md", line: 5, text: "Poodle · Beagle")])
    }

    @Test func `what a sentence says together is its reason`() {
        let vault = SmallVault(["tea", "milk"], ["a.md": "First words. He drinks tea with some milk. Last words."])
        #expect(vault.relation("tea", "milk")?.kinds == [.together])
        #expect(vault.relation("tea", "milk")?.reasons.map(\.text) == ["He drinks tea with some milk."])
    }

    @Test func `pieces of an enumeration are siblings`() {
        let vault = SmallVault(["tea", "milk", "sugar"], ["a.md": "We buy tea, milk and sugar."])
        #expect(vault.relation("milk", "sugar")?.kinds == [.sibling])
    }

    @Test(arguments: ["Drinks: tea, milk", "Drinks - tea, milk", "Drinks such as tea and milk"])
    func `what a line lists after its head is narrower`(_ line: String) {
        let vault = SmallVault(["drinks", "tea", "milk"], ["a.md": "- \(line)\n"])
        #expect(vault.relation("drinks", "tea")?.kinds.first == .narrower)
        #expect(vault.relation("drinks", "milk")?.kinds.first == .narrower)
    }

    @Test func `a kind is broader than what is one of it`() {
        let vault = SmallVault(["drink", "tea"], ["a.md": "Tea is a drink from Asia."])
        #expect(vault.relation("tea", "drink")?.kinds.first == .broader)
    }

    @Test func `a term is explained by what its definition names`() {
        let vault = SmallVault(
            ["tea", "leaves"], ["a.md": "Tea: what hot water makes out of the dried leaves of a bush\n"])
        #expect(vault.relation("tea", "leaves")?.kinds == [.defines])
    }

    @Test func `a line that ends in a colon is above the list below it`() {
        let vault = SmallVault(["drinks", "tea"], ["a.md": "What drinks we know:\n\n- tea\n"])
        #expect(vault.relation("drinks", "tea")?.kinds == [.narrower])
    }

    @Test func `a name inside another is broader when it ends it`() {
        let vault = SmallVault(["green tea", "tea", "green"], ["a.md": "We like green tea."])
        #expect(vault.relation("green tea", "tea")?.kinds == [.broader])
        #expect(vault.relation("green tea", "green")?.kinds == [.together])
        #expect(vault.relation("tea", "green tea")?.kinds == [.narrower])
        #expect(vault.relation("tea", "green tea")?.reasons.map(\.text) == ["We like green tea."])
    }

    @Test func `notes that link to each other relate their subjects`() {
        let vault = SmallVault(
            ["tea", "porcelain"],
            ["tea.md": "Words.\n\nMore in [[porcelain]] for the cup.", "porcelain.md": "Nothing else."])
        let neighbour = vault.relation("tea", "porcelain")
        #expect(neighbour?.kinds == [.link])
        #expect(neighbour?.reasons == [Reason(path: "tea.md", line: 3, text: "More in porcelain for the cup.")])
    }

    @Test func `concepts that only share a note are no neighbours`() {
        let vault = SmallVault(["tea", "milk"], ["a.md": "# One\n\nSome tea.\n\n# Two\n\nSome milk."])
        #expect(vault.neighbours(of: "tea").isEmpty)
    }

    @Test func `what keeps the same company is similar`() {
        let vault = SmallVault(
            ["tea", "coffee", "milk", "sugar"],
            ["a.md": "Put milk in tea. Tea takes sugar.", "b.md": "Put milk in coffee. Coffee takes sugar."])
        #expect(vault.relation("tea", "coffee")?.kinds == [.similar])
        #expect(vault.neighbours(of: "tea").last?.name == "coffee")
    }

    @Test func `a neighbour that stands everywhere comes after one that does not`() {
        var notes = ["a.md": "Tea needs water.", "b.md": "Tea needs leaves."]
        for number in 0..<8 { notes["w\(number).md"] = "Some water." }
        let vault = SmallVault(["tea", "water", "leaves"], notes)
        #expect(vault.neighbours(of: "tea").map(\.name) == ["leaves", "water"])
    }

    @Test func `what more notes say comes first`() {
        let vault = SmallVault(
            ["tea", "milk", "honey"],
            ["a.md": "Tea with milk.", "b.md": "Tea with milk.", "c.md": "Tea with honey. Honey.\n\n# B\n\nHoney"])
        #expect(vault.neighbours(of: "tea").first?.name == "milk")
    }

    @Test func `what the vocabulary says comes first, even without a text`() {
        let vault = SmallVault(
            ["tea", "milk", "china"], ["a.md": "Tea with milk."], vocabulary: ["tea": ["china"]])
        let neighbours = vault.neighbours(of: "tea")
        #expect(neighbours.map(\.name) == ["china", "milk"])
        #expect(neighbours.first?.kinds == [.related])
        #expect(neighbours.first?.reasons == [])
    }

    @Test func `concepts below the cut are no neighbours but can be asked about`() {
        let vault = SmallVault(["tea", "-milk"], ["a.md": "Tea with milk."])
        #expect(vault.neighbours(of: "tea").isEmpty)
        #expect(vault.neighbours(of: "milk").map(\.name) == ["tea"])
    }

    @Test func `neighbours of several concepts are near to all of them`() {
        let vault = SmallVault(
            ["tea", "coffee", "milk", "ink"], ["a.md": "Tea with milk. Coffee with milk.", "b.md": "Tea with ink."])
        let neighbours = vault.neighbours(of: "tea", "coffee")
        #expect(neighbours.first?.name == "milk")
        #expect(!neighbours.contains { $0.name == "tea" || $0.name == "coffee" })
    }

    @Test func `a limit keeps the closest`() {
        #expect(pets.neighbours(of: "dogs", limit: 1).count == 1)
        #expect(pets.neighbours(of: "dogs", limit: 0).isEmpty)
    }

    @Test func `the order of notes changes nothing`() {
        let vault = SmallVault(
            ["tea", "milk", "sugar", "cup"],
            ["a.md": "Tea, milk, sugar.", "b.md": "- Tea\n  - milk\n  - cup", "c.md": "Milk is in the cup of tea."])
        for name in ["tea", "milk", "sugar", "cup"] {
            #expect(vault.neighbours(of: name) == vault.neighbours(of: name, reversed: true))
        }
    }

    @Test func `notes without the concept change nothing but company`() {
        let small = SmallVault(["tea", "milk", "ink"], ["a.md": "Tea with milk."])
        let large = SmallVault(["tea", "milk", "ink"], ["a.md": "Tea with milk.", "b.md": "Some ink."])
        #expect(small.neighbours(of: "tea") == large.neighbours(of: "tea"))
    }

    @Test func `a note that is gone leaves no reason`() {
        let relations = pets.relations()
        let neighbours = relations.neighbours(of: [pets.index("dogs")]) { _ in nil }
        #expect(!neighbours.isEmpty)
        #expect(neighbours.flatMap(\.reasons) == [])
    }

    @Test func `a note that has changed since does no harm`() {
        let relations = pets.relations()
        let other = SmallVault(["pets"], ["pets.md": "Nothing of it is left."])
        let neighbours = relations.neighbours(of: [pets.index("dogs")], reading: other.reader)
        #expect(neighbours.flatMap(\.reasons) == [])
    }

    @Test func `a list of thousands is no trouble`() {
        let text = (0..<3_000).map { "- tea \($0)\n  - milk and cup\n" }.joined()
        let vault = SmallVault(["tea", "milk", "cup"], ["a.md": text])
        #expect(Set(vault.neighbours(of: "tea").map(\.name)) == ["milk", "cup"])
    }
}
