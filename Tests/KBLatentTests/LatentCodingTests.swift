import KBText
import Testing

@testable import KBLatent

@Suite struct LatentCodingTests {
    @Test func `a vector in four bits a coordinate points almost where it did`() throws {
        var generator = SplitMix(seed: 1)
        for _ in 0..<50 {
            let vector = LatentVector((0..<LatentVector.dimensions).map { _ in generator.nextFraction() })
            #expect(try decoded(vector).cosine(vector) > 0.98)
        }
    }

    @Test func `spreading a vector keeps its angles to others`() {
        var generator = SplitMix(seed: 2)
        let one = LatentVector((0..<8).map { _ in generator.nextFraction() })
        let other = LatentVector((0..<8).map { _ in generator.nextFraction() })
        #expect(abs(one.spread.cosine(other.spread) - one.cosine(other)) < 1e-5)
        #expect(one.spread.values.allSatisfy { $0 != 0 })
    }

    @Test func `a vector that points nowhere is coded as none`() {
        var bytes = [UInt8](repeating: 1, count: LatentCoding.bytes)
        let factor = encode(LatentVector(), &bytes)
        #expect(factor == nil)
        #expect(bytes.allSatisfy { $0 == 0 })
    }

    @Test func `the vectors of sections keep their places`() throws {
        var bytes = [UInt8](repeating: 0, count: 3 * LatentCoding.bytes)
        let vector = LatentVector([0, 2, -1])
        var one = [UInt8](repeating: 0, count: LatentCoding.bytes)
        _ = encode(vector, &one)
        bytes.replaceSubrange(LatentCoding.bytes..<2 * LatentCoding.bytes, with: one)
        var vectors = LatentVectors(count: 3)
        bytes.withUnsafeBytes { bytes in
            for place in 0..<3 { vectors.set(place, bytes, from: place * LatentCoding.bytes) }
            vectors.set(3, bytes, from: 0)
            vectors.set(0, bytes, from: bytes.count)
        }
        #expect(vectors.vector(at: 0) == nil)
        #expect(vectors.vector(at: 1) == LatentVector([0, 7, -4]))
        #expect(vectors.vector(at: 2) == nil)
        #expect(vectors.cosines(with: LatentVector([0, 1]))[0] == 0)
        #expect(abs(vectors.cosines(with: LatentVector([0, 1]))[1] - 7 / Float(65).squareRoot()) < 1e-6)
    }

    private func encode(_ vector: LatentVector, _ bytes: inout [UInt8]) -> Float? {
        vector.values.withUnsafeBufferPointer { values in
            bytes.withUnsafeMutableBufferPointer { bytes in
                guard let from = values.baseAddress, let to = bytes.baseAddress else { return nil }
                return LatentCoding.encode(from, into: to)
            }
        }
    }

    private func decoded(_ vector: LatentVector) throws -> LatentVector {
        var block = TermVectorBlock()
        vector.values.withUnsafeBufferPointer { values in
            if let base = values.baseAddress { block.append(7, base) }
        }
        return try #require(block.vector(of: 7))
    }
}
