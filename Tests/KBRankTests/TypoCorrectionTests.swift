import KBRank
import Testing

@Suite struct TypoCorrectionTests {
    @Test(
        arguments: [
            ("cache", 0, 1), ("caches", 0, 1), ("latensy", 0, 1), ("presicion", 0, 2), ("abc", 0, nil),
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
            ("imbalance", 0, [("balance", 90, 2)], nil), ("word", 0, [], nil), ("word", 0, [("ward", 0, 1)], nil),
        ] as [(String, Int, [(String, Int, Int)], String?)])
    func `the likeliest neighbour wins`(
        _ typed: String, sections: Int, near: [(String, Int, Int)], meant: String?
    ) {
        let candidates = near.map { TypoCorrection.Candidate(word: $0.0, sections: $0.1, distance: $0.2) }
        #expect(TypoCorrection.best(for: typed, sections: sections, among: candidates) == meant)
        #expect(TypoCorrection.best(for: typed, sections: sections, among: candidates.reversed()) == meant)
    }

    @Test func `misspellings in the notes are rare words one slip away`() {
        let near = [
            ("precison", 1, 1), ("precisoin", 2, 1), ("precisian", 2, 1), ("prevision", 2, 1), ("precisions", 30, 1),
            ("decision", 1, 2), ("recision", 1, 1),
        ]
        let candidates = near.map { TypoCorrection.Candidate(word: $0.0, sections: $0.1, distance: $0.2) }
        #expect(
            TypoCorrection.misspellings(of: "precision", sections: 50, among: candidates)
                == ["precisian", "precisoin", "precison"])
        #expect(
            TypoCorrection.misspellings(
                of: "from", sections: 500, among: [.init(word: "form", sections: 1, distance: 1)]) == [])
    }

    @Test(
        arguments: [
            (["ml", "system"], [(0, 1, "machine learning")]),
            (["deep", "machine", "learning"], [(1, 3, "ml")]),
            (["kubernetes"], [(0, 1, "k8s")]),
            (["support", "vector", "machines"], [(0, 3, "svm")]),
            (["support", "vector"], []), (["cv"], [(0, 1, "cross validation"), (0, 1, "computer vision")]), ([], []),
        ] as [([String], [(Int, Int, String)])])
    func `abbreviations and long forms find each other`(_ words: [String], matches: [(Int, Int, String)]) {
        let found = Abbreviations.matches(in: words)
        #expect(found.map(\.also) == matches.map(\.2))
        #expect(found.map(\.words) == matches.map { $0.0..<$0.1 })
        #expect(found.allSatisfy { 0 < $0.weight && $0.weight <= RankingWeight.expansion })
    }

    @Test func `an ambiguous abbreviation counts less for each meaning`() {
        let weights = Abbreviations.matches(in: ["cv", "ml"]).map(\.weight)
        #expect(weights == [RankingWeight.expansion / 2, RankingWeight.expansion / 2, RankingWeight.expansion])
    }
}
