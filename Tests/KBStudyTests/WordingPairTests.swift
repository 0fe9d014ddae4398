import Testing

@testable import KBStudy

/// How near is near enough: `docs/study.md` gives the table these pairs make.
@Suite struct WordingPairTests {
    private enum Outcome { case same, changed, different }

    private func outcome(_ old: String, _ new: String, near: Bool) -> Outcome {
        func anchor(_ text: String, isOld: Bool) -> Anchor {
            Anchor(
                .checklist, path: near || isOld ? "plan.md" : "renamed.md",
                headingPath: near || isOld ? ["Plan", "Steps"] : ["Plan", "Working steps"], text: text)
        }
        let crowd = WordingPairs.crowd.map { anchor($0, isOld: false) }
        var known: [StudyID: Anchor] = [:]
        guard let id = StudyID("old") else { return .different }
        known[id] = anchor(old, isOld: true)
        for (index, line) in WordingPairs.crowd.enumerated() {
            if let id = StudyID("crowd-\(index)") { known[id] = anchor(line, isOld: true) }
        }
        let match = IdentityMatcher(known).match(crowd + [anchor(new, isOld: false)]).matches.last
        return match.map { $0.isNew ? .different : $0.isChanged ? .changed : .same } ?? .different
    }

    /// How many pairs of one group are taken for the same, for changed, for different; and those that should not be.
    private func count(_ pairs: [(String, String)], wanted: Outcome, near: Bool) -> (counts: [Int], slips: [String]) {
        var counts = [0, 0, 0]
        var slips: [String] = []
        for (old, new) in pairs {
            let outcome = outcome(old, new, near: near)
            counts[outcome == .same ? 0 : outcome == .changed ? 1 : 2] += 1
            if outcome != wanted { slips.append("\(outcome): \(old) | \(new)") }
        }
        return (counts, slips)
    }

    @Test(arguments: [true, false])
    func `an edit that keeps the meaning keeps the history, in its place and after a move`(near: Bool) {
        let (counts, slips) = count(WordingPairs.same + WordingPairs.heldOutSame, wanted: .same, near: near)
        #expect(counts[0] >= 28, "\(slips)")
        #expect(counts[2] <= 1, "\(slips)")
    }

    @Test func `an edit that may change the meaning keeps the history and is marked`() {
        let (counts, slips) = count(WordingPairs.changed + WordingPairs.heldOutChanged, wanted: .changed, near: true)
        #expect(counts[1] >= 12, "\(slips)")
        #expect(counts[0] <= 2, "\(slips)")
    }

    @Test(arguments: [true, false])
    func `another thing never takes a history over unmarked, and seldom at all`(near: Bool) {
        let pairs = WordingPairs.different + WordingPairs.heldOutDifferent
        let (counts, slips) = count(pairs, wanted: .different, near: near)
        #expect(counts[0] == 0, "\(slips)")
        #expect(counts[1] <= 3, "\(slips)")
    }
}
