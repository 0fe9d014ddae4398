import KBModel
import KBRank
import Testing

@Suite struct RankingTests {
    /// Sections 1 to 4 of ten words each; 1 opens a note, 2 and 3 stand under it, 4 is a note of its own.
    static let table = SectionTable(
        liveSections: 4, meanLength: 10, lengths: [0] + [UInt8](repeating: SectionLength.encode(10), count: 4),
        shapes: [0, shape(1, true), shape(2), shape(3), shape(1, true)])

    static func shape(_ level: Int, _ opensNote: Bool = false) -> UInt8 {
        SectionShape(level: level, opensNote: opensNote).rawValue
    }

    @Test func `a body match earns BM25 as worked out by hand`() throws {
        // ln(1 + (4 − 1 + ½) / (1 + ½)) · 2 · 2.2 / (2 + 1.2)
        let word = RankedWord("drift", Postings(sections: [3], heading: [0], body: [2]))
        let best = Ranking(words: [word], table: Self.table).best(10)
        #expect(best.map(\.section) == [3])
        #expect(abs(try #require(best.first).score - 1.655_462_606) < 1e-6)
    }

    @Test func `a heading match counts in the text and half again by itself`() throws {
        let word = RankedWord("drift", Postings(sections: [3], heading: [1], body: [1]))
        let best = Ranking(words: [word], table: Self.table).best(10)
        // The same text as above, plus ½ · 1.203972804 · 1 · 2.2 / (1 + 1.2).
        #expect(abs(try #require(best.first).score - (1.655_462_606 + 0.601_986_402)) < 1e-6)
    }

    @Test func `a longer section earns less for the same words`() {
        var table = Self.table
        table.lengths[2] = SectionLength.encode(40)
        let word = RankedWord("drift", Postings(sections: [2, 3], heading: [0, 0], body: [1, 1]))
        #expect(Ranking(words: [word], table: table).best(10).map(\.section) == [3, 2])
    }

    @Test func `a heading lends weight to the sections under it that hold a word themselves`() {
        let latency = RankedWord("latency", Postings(sections: [3, 4], heading: [0, 0], body: [1, 1]))
        let serving = RankedWord("serving", Postings(sections: [1], heading: [1], body: [0]))
        let ranking = Ranking(words: [latency, serving], table: Self.table)
        #expect(Set(ranking.best(10).map(\.section)) == [1, 3, 4])
        #expect(ranking.contributions(to: 3).map(\.part) == ["text", "path"])
        #expect(ranking.contributions(to: 4).map(\.part) == ["text"])
        #expect(ranking.holds(3, word: 1))
        #expect(!ranking.holds(4, word: 1))
        #expect(ranking.contributions(to: 2).isEmpty)
    }

    @Test func `words side by side add to a score and find nothing on their own`() {
        let words = ["cold", "start"].map {
            RankedWord($0, Postings(sections: [2, 3], heading: [0, 0], body: [1, 1]))
        }
        let phrase = RankedWord("cold start", Postings(sections: [3, 4], heading: [0, 0], body: [1, 1]))
        let ranking = Ranking(words: words, phrases: [phrase], table: Self.table)
        #expect(ranking.best(10).map(\.section) == [3, 2])
        #expect(ranking.contributions(to: 3).map(\.part) == ["text", "text", "phrase"])
        #expect(ranking.contributions(to: 4).isEmpty)
    }

    @Test func `an expansion finds sections, but below those with the word itself`() {
        let word = RankedWord(
            "auc",
            alternatives: [
                .init("auc", Postings(sections: [2], heading: [0], body: [1])),
                .init(
                    "area under curve", Postings(sections: [3], heading: [0], body: [1]),
                    weight: RankingWeight.expansion),
            ])
        #expect(Ranking(words: [word], table: Self.table).best(10).map(\.section) == [2, 3])
    }

    @Test func `a word said twice counts more, but not twice`() throws {
        let postings = Postings(sections: [3], heading: [1], body: [2])
        let once = try #require(Ranking(words: [RankedWord("a", postings)], table: Self.table).best(1).first)
        let twice = try #require(
            Ranking(words: [RankedWord("a", postings, repetitions: 2)], table: Self.table).best(1).first)
        // 2 to the power of ¾
        #expect(abs(twice.score - 1.681_792_830_5 * once.score) < 1e-9)
    }

    @Test func `a word of asking counts half`() throws {
        let postings = Postings(sections: [3], heading: [1], body: [2])
        let word = try #require(Ranking(words: [RankedWord("a", postings)], table: Self.table).best(1).first)
        let asking = RankedWord("a", alternatives: [.init("a", postings)], isRequest: true)
        let half = try #require(Ranking(words: [asking], table: Self.table).best(1).first)
        #expect(abs(half.score - word.score / 2) < 1e-9)
    }

    @Test func `a common alternative neither makes the word common nor counts as if it were rare`() throws {
        let rare = Postings(sections: [3], heading: [0], body: [1])
        let common = Postings(sections: [1, 2, 4], heading: [0, 0, 0], body: [1, 1, 1])
        let alone = try #require(Ranking(words: [RankedWord("a", rare)], table: Self.table).best(1).first)
        let both = RankedWord("a", alternatives: [.init("a", rare), .init("b", common, weight: 0.5)])
        let best = Ranking(words: [both], table: Self.table).best(10)
        #expect(best.first == alone)
        // The rarities are ln(1 + 3.5 / 1.5) and ln(1 + 1.5 / 3.5): their ratio .29625 halves to a frequency of .14813.
        #expect(abs(best[1].score - 1.203_972_8 * 0.148_126 * 2.2 / (0.148_126 + 1.2)) < 1e-4)
    }

    @Test func `only candidates are hits, and without words all of them`() {
        let word = RankedWord("a", Postings(sections: [1, 2, 3], heading: [0, 0, 0], body: [1, 1, 1]))
        let candidates = SectionSet([0, 2, 4, 99], capacity: 5)
        #expect(Ranking(words: [word], table: Self.table, candidates: candidates).best(10).map(\.section) == [2])
        let all = Ranking(words: [], table: Self.table, candidates: candidates)
        #expect(all.best(10) == [ScoredSection(section: 2, score: 0), ScoredSection(section: 4, score: 0)])
        #expect(all.total == 2)
    }

    @Test func `equal scores come in the order asked for`() {
        let word = RankedWord("a", Postings(sections: [1, 2, 3, 4], heading: [0, 0, 0, 0], body: [1, 1, 1, 1]))
        let ranking = Ranking(words: [word], table: Self.table)
        #expect(ranking.best(3).map(\.section) == [1, 2, 3])
        #expect(ranking.best(3) { $0 > $1 }.map(\.section) == [4, 3, 2])
        #expect(ranking.best(0).isEmpty)
        #expect(ranking.best(-1).isEmpty)
    }

    @Test func `grouped by note, each note shows its best section`() {
        let word = RankedWord("a", Postings(sections: [1, 2, 3, 4], heading: [0, 0, 0, 0], body: [1, 3, 2, 2]))
        let ranking = Ranking(words: [word], table: Self.table)
        #expect(ranking.best(10, groupsByNote: true).map(\.section) == [2, 4])
        #expect(ranking.best(1, groupsByNote: true).map(\.section) == [2])
        #expect(ranking.noteTotal == 2)
        #expect(ranking.total == 4)
    }

    @Test func `postings outside the table and in dead sections are passed over`() {
        var table = Self.table
        table.lengths[2] = SectionLength.dead
        let word = RankedWord(
            "a",
            alternatives: [
                .init("a", Postings(sections: [0, 2, 3, 7, .max], heading: [9, 9, 0, 9, 9], body: [1, 1, 1, 1, 1])),
                .init("b", Postings(sections: [5, 1, 1], heading: [1, 1, 1], body: [1, 1, 1]), weight: .infinity),
            ])
        let phrase = RankedWord("a b", Postings(sections: [3, .max], heading: [1, 1], body: [1, 1]))
        let ranking = Ranking(words: [word], phrases: [phrase], table: table)
        #expect(ranking.best(10).allSatisfy { $0.section == 1 || $0.section == 3 })
        let empty = Ranking(words: [word], table: SectionTable())
        #expect(empty.best(10).isEmpty)
        #expect(Ranking(words: [RankedWord("", alternatives: [])], table: table).best(10).isEmpty)
    }
}
