import KBModel
import KBParse
import Testing

@testable import KBStudy

/// Notes, cards, matches and log together, as a front end uses them.
@Suite struct JourneyTests {
    private func cards(_ text: String, at path: String) -> [Card] {
        var parser = NoteParser()
        return CardMaker.cards(in: parser.parse(Array(text.utf8), path: path))
    }

    /// What the log gets when the vault holds `cards`: an anchor for all that is new, moved or edited.
    private func sightings(_ cards: [Card], _ log: StudyLog, at time: Instant) -> [StudyEvent] {
        let matches = IdentityMatcher(StudyState(log.events).anchors).match(cards.map(\.anchor)).matches
        var number = log.nextNumber
        return zip(matches, cards).filter(\.0.isMoved).compactMap { match, card in
            defer { number += 1 }
            return EventID(number: number, origin: "desk").map {
                StudyEvent(.anchor(match.id, card.anchor, isChanged: match.isChanged), at: time, id: $0)
            }
        }
    }

    @Test func `a card that is reviewed, reworded, moved and reviewed keeps one history`() throws {
        let start = Instant(seconds: 1_767_225_600)
        let before = cards(
            "# Tea\n\nTannin: what makes tea taste bitter\n\nTheine: the caffeine of tea\n", at: "tea.md")
        var bytes = sightings(before, StudyLog(reading: []), at: start).flatMap(\.line)

        let log = StudyLog(reading: bytes)
        let tannin = try #require(
            log.events.compactMap { event -> StudyID? in
                guard case .anchor(let id, let anchor, _) = event.action, anchor.text == "Tannin" else { return nil }
                return id
            }.first)
        let review = StudyEvent(
            .review(tannin, .easy, seconds: 3), at: start.adding(seconds: 9),
            id: try #require(EventID(number: log.nextNumber, origin: "desk")))
        bytes += review.line

        let after = cards(
            "# Drinks\n\n## Of tea\n\nTannins: what makes a tea taste bitter\n\nPekoe: a grade of leaves\n",
            at: "drinks.md")
        bytes += sightings(after, StudyLog(reading: bytes), at: start.adding(days: 3)).flatMap(\.line)
        let again = StudyLog(reading: bytes)
        bytes +=
            StudyEvent(
                .review(tannin, .good, seconds: nil), at: start.adding(days: 8),
                id: try #require(EventID(number: again.nextNumber, origin: "desk"))
            ).line

        let state = StudyState(StudyLog(reading: bytes).events)
        #expect(state.cards[tannin]?.reviews.map(\.grade) == [.easy, .good])
        #expect(state.anchors[tannin]?.path == "drinks.md")
        #expect(state.anchors.count == 3)
        #expect(state.changed.isEmpty)
        // Seen again, nothing more is to be said.
        #expect(sightings(after, StudyLog(reading: bytes), at: start.adding(days: 9)).isEmpty)
    }
}
