import KBLatent
import KBModel
import KBRank
import Testing

@Suite struct RerankingTests {
    /// One vector a row of first coordinates, each -7 to 7; an empty row is a section without a vector.
    private func vectors(_ rows: [[Int]]) -> LatentVectors {
        var vectors = LatentVectors(count: rows.count)
        for (place, row) in rows.enumerated() where !row.isEmpty {
            let bytes = (0..<LatentCoding.bytes).map { UInt8(($0 < row.count ? row[$0] : 0) + 8) | 8 << 4 }
            bytes.withUnsafeBytes { vectors.set(place, $0, from: 0) }
        }
        return vectors
    }

    private func scored(_ scores: [Double]) -> [ScoredSection] {
        scores.enumerated().map { ScoredSection(section: 10 + $0.offset, score: $0.element) }
    }

    @Test func `of two sections equally good by their words the one nearer in meaning comes first`() {
        let reranking = Reranking(
            scored([2, 2]), vectors: vectors([[0, 7], [7, 2]]), query: LatentVector([1, 0]))
        #expect(reranking.best(10, breakingTiesBy: <).map(\.section) == [11, 10])
    }

    @Test func `meaning adds the cosine times its weight of the best score`() throws {
        // The best has no vector, so that the query moves towards the second alone: along the first axis, where it is.
        let reranking = Reranking(
            scored([4, 2, 0]), vectors: vectors([[], [7, 0], [0, 7]]), query: LatentVector([1, 0]))
        let gained = reranking.contributions(to: 11)
        #expect(gained.map(\.part) == ["meaning", "neighbours"])
        #expect(abs(gained[0].value - 0.3 * 4) < 1e-6)
        #expect(reranking.contributions(to: 12)[0].value == 0)
    }

    @Test func `the query moves towards the best sections`() throws {
        let reranking = Reranking(
            scored([4, 2]), vectors: vectors([[0, 7], [0, 7]]), query: LatentVector([1, 0]))
        // Half way between two axes.
        #expect(abs(reranking.contributions(to: 11)[0].value - 0.3 * 4 * 0.5.squareRoot()) < 1e-6)
    }

    @Test(arguments: [(0, 1), (20, 5), (400, 100), (90_000, 100)])
    func `in a small vault fewer sections are looked at again`(_ sections: Int, _ depth: Int) {
        #expect(Reranking.depth(inVaultOf: sections) == depth)
    }

    @Test func `a section gains a share of the score of those like it`() throws {
        // The second and third lie in one direction, the first across it.
        let reranking = Reranking(
            scored([4, 3, 1]), vectors: vectors([[0, 7], [7, 0], [7, 0]]), query: LatentVector([0, 0, 1]))
        let second = 3 + reranking.contributions(to: 11)[0].value
        let third = 1 + reranking.contributions(to: 12)[0].value
        #expect(abs(reranking.contributions(to: 11)[1].value - 0.3 * third) < 1e-9)
        #expect(abs(reranking.contributions(to: 12)[1].value - 0.3 * second) < 1e-9)
    }

    @Test func `no more than the five nearest count as neighbours`() throws {
        let reranking = Reranking(
            scored([9, 8, 7, 6, 5, 4, 3]),
            vectors: vectors([[7, 0], [7, 0], [7, 0], [7, 0], [7, 0], [7, 0], [7, 7]]),
            query: LatentVector([0, 0, 1]))
        // All others but the last are nearer than it; all of them have one cosine with the query.
        let meaning = reranking.contributions(to: 11)[0].value
        #expect(abs(reranking.contributions(to: 10)[1].value - 0.3 * ((8 + 7 + 6 + 5 + 4) / 5 + meaning)) < 1e-9)
    }

    @Test func `a section too short for a vector gains what the others gain on average`() throws {
        let reranking = Reranking(
            scored([4, 4, 4]), vectors: vectors([[7, 0], [7, 0], []]), query: LatentVector([1, 0]))
        let best = reranking.best(10, breakingTiesBy: <)
        #expect(best.map(\.section) == [10, 11, 12])
        #expect(best[2].score == best[0].score)
        #expect(reranking.contributions(to: 12)[0].arithmetic.contains("too short"))
    }

    @Test func `a score is what the words earned and what was added, to the last bit`() {
        let first = scored([4.3, 3.7, 2.9, 2.2])
        let reranking = Reranking(
            first, vectors: vectors([[3, 1], [5, -2], [1, 6], [-4, 2]]), query: LatentVector([2, 1]))
        for section in reranking.best(10, breakingTiesBy: <) {
            let sum = reranking.contributions(to: section.section).reduce(first[section.section - 10].score) {
                $0 + $1.value
            }
            #expect(section.score == sum)
            #expect(section.score >= first[section.section - 10].score)
        }
    }

    @Test func `sections beyond those looked at again keep their score and their place`() {
        let count = 13
        let first = scored((0..<count).map { Double(count - $0) })
        let reranking = Reranking(
            first, vectors: vectors((0..<10).map { [($0 % 7) - 3, 2] }), query: LatentVector([-1, 0]))
        let best = reranking.best(count, breakingTiesBy: <)
        #expect(best.suffix(3) == first.suffix(3))
        #expect(Set(best.map(\.section)).count == count)
        #expect(reranking.contributions(to: 10 + 10).isEmpty)
    }

    @Test func `without a query in the latent space nothing changes`() {
        let first = scored([4, 2])
        let reranking = Reranking(first, vectors: LatentVectors(count: 0), query: nil)
        #expect(reranking.best(1, breakingTiesBy: <) == Array(first.prefix(1)))
        #expect(reranking.contributions(to: 10).isEmpty)
    }

    @Test func `links count without any vector`() throws {
        let reranking = Reranking(
            scored([4, 4, 3]), vectors: LatentVectors(count: 0), query: nil, backlinks: Backlinks([0, 3, 7], most: 15))
        #expect(reranking.best(10, breakingTiesBy: <).map(\.section) == [11, 10, 12])
        let gained = reranking.contributions(to: 11)
        #expect(gained.map(\.part) == ["links"])
        #expect(abs(gained[0].value - 0.05 * 4 * 0.5) < 1e-6)
        #expect(gained[0].arithmetic.hasPrefix("3 notes link here, of 15 at most"))
        #expect(reranking.contributions(to: 10).isEmpty)
    }

    @Test func `the section of a note that the query names gains a share of the best score, found or not`() throws {
        let sections = scored([4, 3]) + [ScoredSection(section: 99, score: 0)]
        let reranking = Reranking(sections, vectors: LatentVectors(count: 0), query: nil, named: 99)
        let best = reranking.best(10, breakingTiesBy: <)
        #expect(best.map(\.section) == [10, 11, 99])
        #expect(best[2].score == 0.3 * 4)
        #expect(reranking.contributions(to: 99).map(\.part) == ["name"])
    }

    @Test func `a named section is found where nothing else is`() {
        let reranking = Reranking(
            [ScoredSection(section: 99, score: 0)], vectors: LatentVectors(count: 0), query: nil,
            backlinks: Backlinks([3], most: 3), named: 99)
        #expect(reranking.best(10, breakingTiesBy: <).map(\.section) == [99])
        #expect(reranking.contributions(to: 99).map(\.part) == ["name"])
    }

    @Test func `with every signal a score is still the sum of its parts, to the last bit`() {
        let first = scored([4.3, 3.7, 2.9, 2.2])
        let reranking = Reranking(
            first, vectors: vectors([[3, 1], [5, -2], [1, 6], [-4, 2]]), query: LatentVector([2, 1]),
            backlinks: Backlinks([1, 0, 9, 4], most: 31), named: 12)
        for section in reranking.best(10, breakingTiesBy: <) {
            let parts = reranking.contributions(to: section.section)
            #expect(section.score == parts.reduce(first[section.section - 10].score) { $0 + $1.value })
        }
        #expect(reranking.contributions(to: 12).map(\.part) == ["meaning", "neighbours", "links", "name"])
    }
}
