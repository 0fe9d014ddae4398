import KBModel
import KBRank
import Testing

@Suite struct DraftLikenessTests {
    /// Words that a vault knows equally well.
    private let rarities = [0.0] + [Double](repeating: 4, count: 60)

    private func results(_ draft: [Int32], in texts: [[Int32]]) -> [DraftLikeness.Result] {
        DraftLikeness(draft, rarities: rarities).results(in: texts)
    }

    @Test func `a text with all of the draft in it says the same`() {
        let draft = (1...12).map(Int32.init)
        let result = results(draft, in: [[0, 0] + draft + [0, 0, 0]])[0]
        #expect(result.likeness == 1)
        #expect(result.share == 1)
        #expect(result.start == 2)
    }

    @Test func `a word left out or another put in its place parts no neighbours`() {
        let draft = (1...12).map(Int32.init)
        let leftOut = draft.filter { $0 != 6 }
        let replaced = draft.map { $0 == 6 ? 0 : $0 }
        let longer = draft.flatMap { $0 == 6 ? [6, 0] : [$0] }
        for result in results(leftOut, in: [draft]) + results(draft, in: [replaced]) + results(draft, in: [longer]) {
            #expect(DraftLikeness.isSame(result.likeness, words: 12))
            #expect(result.share > 0.9)
        }
    }

    @Test func `the same words in another order are another text`() {
        let draft = (1...12).map(Int32.init)
        let result = results(draft, in: [[12, 3, 9, 1, 6, 11, 4, 8, 2, 10, 5, 7]])[0]
        #expect(!DraftLikeness.isSame(result.likeness, words: 12))
    }

    @Test func `what all similar texts say makes none of them the same`() {
        let phrasing: [Int32] = [1, 2, 3, 4, 5, 6]
        let draft = phrasing + [10, 11, 12, 13]
        let others = (0..<12).map { place in phrasing + [0, Int32(20 + place), 0, 0] }
        for result in results(draft, in: others) { #expect(!DraftLikeness.isSame(result.likeness, words: 10)) }
        // The same share of words, but said by one text alone.
        let alone = results(draft, in: [phrasing + [0, 0]] + others.map { _ in [20, 21, 22] })
        #expect(DraftLikeness.isSame(alone[0].likeness, words: 10))
    }

    @Test func `a copy is one though there are many`() {
        let draft = (1...10).map(Int32.init)
        let changed = draft.dropLast() + [30]
        let many = results(Array(changed), in: Array(repeating: draft, count: 20))
        #expect(many.allSatisfy { DraftLikeness.isSame($0.likeness, words: 10) })
    }

    @Test func `few words must agree more, and very few are never judged`() {
        #expect(!DraftLikeness.isSame(1, words: 3))
        #expect(!DraftLikeness.isSame(0.6, words: 6))
        #expect(DraftLikeness.isSame(0.8, words: 6))
        #expect(DraftLikeness.isSame(0.6, words: 20))
    }

    @Test func `a rare word that is missing weighs more than a common one`() {
        var rarities = rarities
        rarities[12] = 9
        rarities[1] = 1
        let draft = (1...12).map(Int32.init)
        // Another word is missing from both, or they would pass for copies.
        let texts = [1, 12].map { missing in draft.filter { $0 != missing && $0 != 6 } }
        let results = DraftLikeness(draft, rarities: rarities).results(in: texts)
        #expect(results[0].likeness > results[1].likeness)
    }

    @Test func `a draft or a text without words is like nothing`() {
        for result in results([], in: [[1, 2, 3]]) + results([1, 2, 3, 4], in: [[]]) {
            #expect(result.likeness == 0)
            #expect(result.share == 0)
            #expect(result.start == nil)
        }
        #expect(results([7, 7, 7, 7], in: [[7, 7]])[0].share == 0)
        #expect(results([1, 99, -5, 3], in: [[1, 99, 3]]).count == 1)
    }
}

@Suite struct SectionScoresTests {
    @Test func `sections come by what they earned, ties as they are broken`() {
        var scores = SectionScores(capacity: 10)
        scores.add(1, to: Postings(sections: [2, 5, 7, 12], heading: [0, 0, 0, 0], body: [1, 1, 1, 1]))
        scores.add(2, to: 7)
        #expect(scores.best(3, breakingTiesBy: >).map(\.section) == [7, 5, 2])
        #expect(scores.best(5, where: { $0 != 7 }, breakingTiesBy: <).map(\.section) == [2, 5])
        scores.removeAll()
        #expect(scores.best(3, breakingTiesBy: <).isEmpty)
    }
}

@Suite struct TagVotesTests {
    @Test func `the tags that most of the nearest notes have come first`() {
        var votes = TagVotes()
        votes.add([1, 2], similarity: 1)
        votes.add([1, 3], similarity: 0.9)
        votes.add([3], similarity: 0.2)
        let found = votes.votes(isNamed: { _ in false }, among: 0..<4)
        #expect(found.map(\.tag) == [1, 3])
        #expect(found.map(\.notes) == [2, 2])
    }

    @Test func `one note alone is no reason, unless the text has the word`() {
        var votes = TagVotes()
        votes.add([1, 2], similarity: 1)
        #expect(votes.votes(isNamed: { $0 == 2 }, among: 0..<4).map(\.tag) == [2])
    }

    @Test func `a tag whose word the text has is told though no similar note has it`() {
        #expect(TagVotes().votes(isNamed: { $0 == 3 }, among: 0..<4).map(\.tag) == [3])
    }
}
