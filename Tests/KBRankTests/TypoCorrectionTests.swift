import KBRank
import Testing

@Suite struct TypoCorrectionTests {
    @Test(
        arguments: [
            ("cache", 0, 1), ("caches", 0, 1), ("latensy", 0, 1), ("presicion", 0, 2), ("abc", 0, 1), ("ab", 0, nil),
            ("abc", 1, nil),
            ("k8ss", 0, nil),
            ("snake_case", 0, nil), ("2024", 0, nil), ("機械学習", 0, nil), ("straße", 0, 1), ("frequent", 4, nil),
            ("frequent", 3, 1), ("", 0, nil),
        ] as [(String, Int, Int?)])
    func `how far a word is believed mistyped depends on its length`(_ word: String, sections: Int, reach: Int?) {
        #expect(TypoCorrection.reach(of: word, sections: sections) == reach)
    }

    @Test(
        arguments: [
            ("presicion", 0, [("precision", 40, 2), ("presision", 1, 1)], "precision"),
            ("latensy", 0, [("latency", 3, 1), ("patency", 3, 1)], "latency"),
            ("recal", 0, [("recall", 1, 1), ("decal", 9, 1)], "recall"),
            ("brom", 0, [("from", 200, 1)], "from"),
            ("tensor", 0, [("tension", 500, 2)], nil),
            ("qwertyui", 0, [("quantity", 3, 3)], nil),
            ("cats", 0, [("cart", 4, 1), ("cast", 4, 1)], "cart"),
            ("trainning", 1, [("training", 90, 1)], "training"),
            ("trainning", 1, [("training", 9, 1)], nil),
            ("dta", 0, [("data", 9, 1), ("dna", 90, 1), ("eta", 90, 1)], "data"), ("teh", 0, [("the", 90, 1)], "the"),
            ("imbalance", 0, [("balance", 90, 2)], nil), ("word", 0, [], nil), ("word", 0, [("ward", 0, 1)], nil),
        ] as [(String, Int, [(String, Int, Int)], String?)])
    func `the likeliest neighbour wins`(
        _ typed: String, sections: Int, near: [(String, Int, Int)], meant: String?
    ) {
        let candidates = near.map { TypoCorrection.Candidate(word: $0.0, sections: $0.1, distance: $0.2) }
        #expect(TypoCorrection.best(for: typed, sections: sections, among: candidates)?.word == meant)
        #expect(TypoCorrection.best(for: typed, sections: sections, among: candidates.reversed())?.word == meant)
    }

    @Test(
        arguments: [
            (["ml", "garden"], [(0, 1, ["machine learning"])]),
            (["deep", "machine", "learning"], [(1, 3, ["ml"])]),
            (["kubernetes"], [(0, 1, ["k8s"])]), (["llms"], [(0, 1, ["large language model"])]),
            (["latent", "dirichlet", "allocations"], [(0, 3, ["lda"])]),
            (["state", "of", "the", "art"], [(0, 4, ["sota"])]),
            (["support", "garden"], []), (["dbs"], []),
            (["cv"], [(0, 1, ["cross validation", "computer vision"])]), ([], []),
        ] as [([String], [(Int, Int, [String])])])
    func `abbreviations and long forms find each other`(_ words: [String], matches: [(Int, Int, [String])]) {
        let found = Abbreviations.matches(in: words)
        #expect(found.map(\.also) == matches.map(\.2))
        #expect(found.map(\.words) == matches.map { $0.0..<$0.1 })
        #expect(found.allSatisfy { 0 < $0.weight && $0.weight <= RankingWeight.expansion })
    }

    @Test func `an abbreviation counts less for a meaning when it has others`() {
        let matches = Abbreviations.matches(in: ["computer", "vision", "machine", "learning"])
        #expect(matches.map(\.weight) == [RankingWeight.expansion / 2, RankingWeight.expansion])
        #expect(matches.map(\.isAbbreviation) == [false, false])
        #expect(Abbreviations.matches(in: ["cv"]).map(\.isAbbreviation) == [true])
    }
}
