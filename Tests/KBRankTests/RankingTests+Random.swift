import KBModel
import KBRank
import Testing

extension RankingTests {
    @Test func `what explains a score adds up to it exactly, and the heap keeps what sorting would`() {
        var random = SplitMix(seed: 3)
        for _ in 0..<60 {
            let ranking = Self.ranking(using: &random)
            let all = ranking.best(.max)
            #expect(all.count == ranking.total)
            for hit in all {
                let sum = ranking.contributions(to: hit.section).reduce(0) { $0 + $1.value }
                #expect(sum == hit.score)
            }
            #expect(all == all.sorted { $0.score == $1.score ? $0.section < $1.section : $0.score > $1.score })
            let limit = Int.random(in: 0...20, using: &random)
            #expect(ranking.best(limit) == Array(all.prefix(limit)))
        }
    }

    /// A ranking of random words over random notes.
    private static func ranking(using random: inout SplitMix) -> Ranking {
        let count = Int.random(in: 1...200, using: &random)
        var table = SectionTable(liveSections: count, meanLength: 30)
        for _ in 0..<count {
            let isDead = Int.random(in: 0..<10, using: &random) == 0
            table.lengths.append(
                isDead ? SectionLength.dead : SectionLength.encode(.random(in: 0...90, using: &random)))
            table.shapes.append(
                shape(.random(in: 0...4, using: &random), Int.random(in: 0..<5, using: &random) == 0))
        }
        func postings() -> Postings {
            var list = Postings()
            for section in 0..<UInt32(count) where Int.random(in: 0..<4, using: &random) == 0 {
                list.sections.append(section)
                list.heading.append(.random(in: 0...1, using: &random))
                list.body.append(.random(in: 0...3, using: &random))
            }
            return list
        }
        let words = (0..<Int.random(in: 1...4, using: &random)).map { index in
            let alternatives = (0..<Int.random(in: 1...3, using: &random)).map {
                RankedWord.Alternative("w\(index)\($0)", postings(), weight: $0 == 0 ? 1 : 0.6)
            }
            return RankedWord("w\(index)", alternatives: alternatives, repetitions: .random(in: 1...3, using: &random))
        }
        return Ranking(words: words, phrases: [RankedWord("p", postings())], table: table)
    }
}

/// A random source that gives the same numbers every time.
struct SplitMix: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
