import KBText
import Testing

@testable import KBLatent

/// Sections about gardens and about engines, with words of their own and some of all.
///
/// Terms 0 to 19 are of gardens, 20 to 39 of engines, 40 to 49 of both. Terms 0 and 1 never share a section.
private func sections(_ count: Int) -> SectionTerms {
    var generator = SplitMix(seed: 9)
    var sections = SectionTerms(first: 1)
    for index in 0..<count {
        var terms: Set<UInt32> = []
        for _ in 0..<8 { terms.insert(UInt32(index % 2 * 20) + 2 + UInt32((generator.nextFraction() + 1) * 8.99)) }
        for _ in 0..<3 { terms.insert(40 + UInt32((generator.nextFraction() + 1) * 4.99)) }
        if index % 2 == 0 { terms.insert(index % 4 == 0 ? 0 : 1) }
        let list = terms.sorted().map { SectionTerm(number: $0, count: $0 % 3 + 1, isInHeading: $0 % 7 == 0) }
        list.withUnsafeBufferPointer { sections.append(index + 1, $0) }
    }
    return sections
}

private let fingerprints = (0..<50).map { TermFingerprint.of("term\($0)") }

@Suite struct LatentLearningTests {
    private func vectors(_ sections: SectionTerms) -> [Int: LatentVector] {
        vectors(LatentLearning(from: sections))
    }

    private func vectors(_ learning: LatentLearning) -> [Int: LatentVector] {
        Dictionary(
            learning.numbers.enumerated().map { ($1, learning.vector(at: $0)) }, uniquingKeysWith: { first, _ in first }
        )
    }

    @Test func `two words that share contexts come near, though they never meet`() throws {
        let vectors = vectors(sections(400))
        let (one, other, foreign) = (try #require(vectors[0]), try #require(vectors[1]), try #require(vectors[25]))
        // With as many dimensions as terms only what they share of the leading ones counts.
        #expect(leading(one).cosine(leading(other)) > 0.9)
        #expect(abs(leading(one).cosine(leading(foreign))) < 0.5)
    }

    @Test func `sections about one thing are nearer than sections about two`() throws {
        let sections = sections(400)
        let model = LatentLearning(from: sections).coded(fingerprints: fingerprints).model
        let folded = unpacked(sections.folded(with: model))
        let (garden, other, engine) = (folded.vector(at: 0), folded.vector(at: 2), folded.vector(at: 1))
        let near = try #require(garden).cosine(try #require(other))
        #expect(near > (try #require(garden).cosine(try #require(engine))))
    }

    @Test func `the same sections give the same bytes`() {
        let (first, second) = (sections(300), sections(300))
        let one = LatentLearning(from: first).coded(fingerprints: fingerprints)
        let two = LatentLearning(from: second).coded(fingerprints: fingerprints)
        #expect(one.blocks == two.blocks)
        #expect(first.folded(with: one.model) == second.folded(with: two.model))
    }

    @Test func `a section folded in gets the vector that learning gave it`() throws {
        let sections = sections(200)
        let learning = LatentLearning(from: sections)
        let exact = vectors(learning)
        let folded = unpacked(sections.folded(with: learning.coded(fingerprints: fingerprints).model))
        for place in 0..<200 {
            var sum = LatentVector()
            sections.chunks[0].forEach(at: place) { term, weight in
                if let vector = exact[term] { sum.add(vector.spread, weight: weight) }
            }
            #expect(try #require(folded.vector(at: place)).cosine(sum) > 0.98)
        }
    }

    @Test func `a vault of few sections has no vectors`() {
        #expect(LatentLearning(from: sections(LatentLearning.smallestVault - 1)).numbers.isEmpty)
        #expect(!LatentLearning(from: sections(LatentLearning.smallestVault)).numbers.isEmpty)
        #expect(LatentLearning(from: SectionTerms(first: 1)).numbers.isEmpty)
    }

    @Test func `terms are found by their fingerprints in the block that covers them`() throws {
        let learning = LatentLearning(from: sections(200))
        let blocks = learning.coded(fingerprints: fingerprints).blocks
        #expect(blocks.count == 1)
        for (number, vector) in vectors(learning) {
            let stored = try #require(blocks[0].vector(of: fingerprints[number]))
            #expect(stored.cosine(vector.spread) > 0.98)
        }
        #expect(blocks[0].vector(of: TermFingerprint.of("unheard of")) == nil)
    }

    @Test(arguments: [[UInt8](), [1, 2, 3], [UInt8](repeating: 255, count: TermVectorBlock.stride + 1)])
    func `bytes that are no block of terms are none`(_ bytes: [UInt8]) {
        #expect(TermVectorBlock(bytes) == nil)
    }

    @Test func `a term with a damaged factor points nowhere`() throws {
        let block = try #require(TermVectorBlock([UInt8](repeating: 255, count: TermVectorBlock.stride)))
        #expect(try #require(block.vector(of: 0xFF_FFFF_FFFF)).isZero)
    }

    @Test func `lists keep numbers, counts, headings and gaps`() {
        var sections = SectionTerms(first: 5)
        let terms = [
            SectionTerm(number: 0, count: 1), SectionTerm(number: 300_000, count: 2, isInHeading: true),
            SectionTerm(number: 63, count: 900), SectionTerm(number: 31, count: 1, isInHeading: true),
        ]
        terms.withUnsafeBufferPointer { sections.append(7, $0) }
        var found: [Int] = []
        var weights: [Float] = []
        for place in 0..<3 {
            sections.chunks[0].forEach(at: place) {
                found.append($0)
                weights.append($1)
            }
        }
        #expect(found == [0, 300_000, 63, 31])
        #expect(weights == [0.693_147_2, 1.098_612_3 + 0.693_147_2, 5.545_177_5, 2 * 0.693_147_2])
        #expect(sections.count == 3)
        #expect(sections.frequencies[300_000] == 1)
    }

    private func leading(_ vector: LatentVector) -> LatentVector { LatentVector(vector.values.prefix(3)) }

    private func unpacked(_ bytes: [UInt8]) -> LatentVectors {
        var vectors = LatentVectors(count: bytes.count / LatentCoding.bytes)
        bytes.withUnsafeBytes { bytes in
            for place in 0..<vectors.count { vectors.set(place, bytes, from: place * LatentCoding.bytes) }
        }
        return vectors
    }
}
