import KBModel
import Testing

@testable import KBStudy

@Suite struct CardSieveTests {
    private func card(_ path: String, _ term: String, _ text: String, _ kind: Anchor.Kind = .definition) -> Card {
        Card(kind, front: term, back: text, source: Source(path: path, line: 1))
    }

    @Test func `what several notes say in the same words is one card with all sources`() {
        let cards = ["c.md", "a.md", "b.md"].map { card($0, "WTB", "World Tea Board", .acronym) }
        let sifted = CardSieve.sift(cards)
        #expect(sifted.map(\.source.path) == ["a.md"])
        #expect(sifted.first?.otherSources.map(\.path) == ["b.md", "c.md"])
    }

    @Test func `a term with ever other words behind it is a label`() {
        let words = ["green cups", "black pots", "white leaves", "yellow lids", "dark spoons"]
        let cards = words.enumerated().map { card("\($0).md", "Stock", $1) }
        #expect(CardSieve.sift(cards) == [])
        #expect(CardSieve.sift(Array(cards.dropLast())).map(\.back) == ["green cups", "black pots", "white leaves"])
    }

    @Test func `a term that notes explain alike is kept, in a few notes`() {
        let words = ["bitter stuff", "the bitter part", "bitter", "what tastes bitter", "bitter in leaves"]
        let cards = words.enumerated().map { card("\($0).md", "Tannin", $1) }
        #expect(CardSieve.sift(cards).map(\.source.path) == ["0.md", "1.md", "2.md"])
    }

    @Test func `a heading that many notes have is part of a form`() {
        let cards = (0..<10).map { card("\($0).md", "Utensils", "cup \($0)\npot \($0)", .heading) }
        #expect(CardSieve.sift(cards) == [])
        #expect(CardSieve.sift(Array(cards.dropLast())).count == 9)
    }

    @Test func `a card that the log knows stays`() {
        let cards = (0..<10).map { card("\($0).md", "Utensils", "cup \($0)\npot \($0)", .heading) }
        #expect(CardSieve.sift(cards, known: [cards[3].anchor]).count == 10)
    }

    @Test func `the order of the notes decides nothing`() {
        let notes = (0..<3).map { note in (0..<3).map { card("\(note).md", "Term \($0)", "text \(note % 2)") } }
        #expect(CardSieve.sift(notes.flatMap { $0 }) == CardSieve.sift(notes.reversed().flatMap { $0 }))
    }

    @Test func `new cards come up by kind, then by how much their section holds, then by place`() {
        let cards = [
            card("b.md", "Tools", "cup\npot", .heading), card("b.md", "WTB", "World Tea Board", .acronym),
            card("a.md", "Tea", "a plant"), card("b.md", "Cup", "a small pot"),
            card("c.md", "Is it?", "It is", .question),
            card("d.md", "front", "back", .pair),
        ]
        let sorted = CardOrder.sorted(
            cards.enumerated().compactMap { index, card in
                StudyID("card-\(index)").map { StudyCard(id: $0, card: card) }
            })
        #expect(sorted.map(\.card.front) == ["front", "Cup", "Tea", "WTB", "Is it?", "Tools"])
    }

    @Test func `a scope holds a card that one of its other sources is in`() {
        var scope = TopicScope(title: "Tea")
        scope.add(LineRange(1, 3), of: "b.md")
        var tea = card("a.md", "WTB", "World Tea Board", .acronym)
        #expect(!scope.holds(tea))
        tea.otherSources = [Source(path: "b.md", line: 2)]
        #expect(scope.holds(tea))
    }
}
