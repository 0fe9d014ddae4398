import KBModel
import KBStudy
import Testing

@testable import KnowledgeBase

@Suite struct StudyCardTests {
    private let now = Instant(seconds: 1_767_225_605)

    private let tea = "# Tea\n\nTannin: what makes tea taste bitter\n\nTheine: the caffeine of tea\n"

    private func card(_ front: String, in base: KnowledgeBase) throws -> StudyCard {
        try #require(try base.studyCards().first { $0.card.front == front })
    }

    @Test func `cards come note after note, and are new without a log`() throws {
        let vault = try EngineVault(["b.md": tea, "a.md": "# Coffee\n\nCrema: the foam on an espresso\n"])
        let cards = try vault.base().studyCards()
        #expect(cards.map(\.card.front) == ["Crema", "Tannin", "Theine"])
        #expect(cards.allSatisfy { $0.isNew && $0.isMoved && !$0.isChanged && $0.state == nil })
    }

    @Test func `many notes give the same cards as each alone`() throws {
        let names = (0..<80).map { "n\($0 < 10 ? "0" : "")\($0).md" }
        let vault = try EngineVault(
            Dictionary(uniqueKeysWithValues: names.map { ($0, "# \($0)\n\nTerm of \($0): what \($0) means\n") }))
        #expect(try vault.base().studyCards().map(\.card.source.path) == names)
    }

    @Test func `a card keeps its history when its note is renamed and its words change a little`() throws {
        let vault = try EngineVault(["tea.md": tea])
        let base = try vault.base()
        let tannin = try card("Tannin", in: base)
        try base.record(
            [.anchor(tannin.id, tannin.card.anchor, isChanged: false), .review(tannin.id, .easy, seconds: 3)], at: now)
        #expect(try card("Tannin", in: base).isMoved == false)
        try vault.rename("tea.md", to: "drinks.md")
        try vault.write([
            "drinks.md": tea.replacing("what makes tea taste bitter", with: "what makes a tea taste bitter")
        ])
        let again = try card("Tannin", in: try vault.base())
        #expect(again.id == tannin.id && again.isMoved && !again.isChanged)
        #expect(again.state?.reviews.map(\.grade) == [.easy])
        #expect(again.card.source.path == "drinks.md")
    }

    @Test func `a card whose meaning changed says what it said before, until someone has looked at it`() throws {
        let vault = try EngineVault(["tea.md": "# Tea\n\nSteeping: leave it in water for 3 minutes\n"])
        let base = try vault.base()
        let before = try card("Steeping", in: base)
        try base.record(
            [.anchor(before.id, before.card.anchor, isChanged: false), .review(before.id, .good, seconds: nil)],
            at: now)
        try vault.write(["tea.md": "# Tea\n\nSteeping: leave it in water for 5 minutes\n"])
        let changed = try card("Steeping", in: base)
        #expect(changed.isChanged && changed.former?.answer == "leave it in water for 3 minutes")
        try base.record([.anchor(changed.id, changed.card.anchor, isChanged: true)], at: now)
        let noted = try card("Steeping", in: base)
        #expect(noted.isChanged && !noted.isMoved && noted.former == changed.former)
        try base.record([.acknowledge(changed.id)], at: now)
        let known = try card("Steeping", in: base)
        #expect(!known.isChanged && known.former == nil)
    }

    @Test func `a line that was missed in an interview is asked as a card, and the lines beside it are not`() throws {
        let vault = try EngineVault(["plan.md": "# Brewing\n\n- Warm the pot first\n- Measure the leaves\n"])
        let base = try vault.base()
        let line = Anchor(.checklist, path: "plan.md", headingPath: ["Brewing"], text: "Warm the pot first")
        let id = try #require(StudyID("w4rm"))
        try base.record([.anchor(id, line, isChanged: false), .miss(id)], at: now)
        let card = try #require(try base.studyCards().first { $0.card.kind == .checklist })
        #expect(card.id == id && card.card.source == Source(path: "plan.md", line: 3) && !card.isMoved)
        #expect(card.card.answer == "Warm the pot first")
        #expect(card.card.prompt == "Which point is this? Brewing (4 words, W…)")
        #expect(try base.studyCards().count { $0.card.kind == .checklist } == 1)
    }

    @Test func `new cards come up as often a day as the settings say, whatever was seen yesterday`() throws {
        let vault = try EngineVault(["kb.yml": "study: {new: 2}", "tea.md": tea])
        let base = try vault.base()
        let cards = try base.studyCards()
        try base.record([.review(cards[0].id, .easy, seconds: nil)], at: now)
        #expect(try base.newCardsLeft(since: now) == 1)
        #expect(try base.newCardsLeft(since: now.adding(seconds: 1)) == 2)
        var session = try base.reviewSession(about: [], since: now)
        #expect(session.advance(at: now)?.card.front == "Theine")
        #expect(try base.reviewSession(about: [], newCards: 0, since: now).counts(at: now).total == 0)
    }
}
