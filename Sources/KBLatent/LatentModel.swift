import KBText

/// The vectors of the terms of a vault, each times its rarity: what makes a section's vector of its terms.
public struct LatentModel: Sendable {
    /// For each term the place of its vector in ``values``; -1 for a term without one.
    private var places: [Int32]
    private var values: [Float] = []

    /// No term of `count` has a vector.
    public init(terms count: Int) { places = [Int32](repeating: -1, count: max(0, count)) }

    /// Whether no term has a vector.
    public var isEmpty: Bool { values.isEmpty }

    /// Gives a term its vector, or another one; nothing happens to a term out of bounds.
    public mutating func set(_ term: Int, _ vector: LatentVector) {
        guard places.indices ~= term else { return }
        places[term] = Int32(truncatingIfNeeded: values.count / LatentVector.dimensions)
        values += vector.values
    }

    /// Gives a term the vector of the last term of `block`.
    mutating func set(_ term: Int, lastOf block: TermVectorBlock) {
        guard places.indices ~= term else { return }
        let start = values.count
        places[term] = Int32(truncatingIfNeeded: start / LatentVector.dimensions)
        values.append(contentsOf: repeatElement(0, count: LatentVector.dimensions))
        values.withUnsafeMutableBufferPointer { values in
            if let base = values.baseAddress { block.decodeLast(into: base + start) }
        }
    }

    /// The vectors of all sections of `chunk` in ``LatentCoding``, one after the other; zeros for a section that says
    /// too little.
    func fold(_ chunk: SectionTerms.Chunk) -> [UInt8] {
        var coded = [UInt8](repeating: 0, count: chunk.ends.count * LatentCoding.bytes)
        var sum = [Float](repeating: 0, count: LatentVector.dimensions)
        coded.withUnsafeMutableBufferPointer { coded in
            sum.withUnsafeMutableBufferPointer { sum in
                guard let target = coded.baseAddress, let sum = sum.baseAddress else { return }
                for place in chunk.ends.indices {
                    sum.update(repeating: 0, count: LatentVector.dimensions)
                    guard addTerms(of: chunk, place, to: sum) >= LatentModel.fewestTerms else { continue }
                    _ = LatentCoding.encode(sum, into: target + place * LatentCoding.bytes)
                }
            }
        }
        return coded
    }

    /// A section with fewer terms that have vectors gets none: what it is about is in its words, and a vector would
    /// repeat them.
    static let fewestTerms = 2

    /// Adds the vectors of a section's terms; how many there were.
    @inline(__always)
    private func addTerms(of chunk: SectionTerms.Chunk, _ place: Int, to sum: UnsafeMutablePointer<Float>) -> Int {
        var found = 0
        places.withUnsafeBufferPointer { places in
            values.withUnsafeBufferPointer { values in
                guard let values = values.baseAddress else { return }
                chunk.forEach(at: place) { term, weight in
                    guard term < places.count, places[term] >= 0 else { return }
                    found += 1
                    add(
                        values + Int(places[term]) * LatentVector.dimensions, times: weight, to: sum,
                        count: LatentVector.dimensions)
                }
            }
        }
        return found
    }
}

/// How much a term counts in a section.
enum TermWeight {
    /// The logarithm of one more than its count, since said twice is more than once and not twice as much; and as much again
    /// as one occurrence when it stands in the heading.
    @inline(__always)
    static func of(count: Int, isInHeading: Bool) -> Float {
        logarithms[min(count, Int(SectionTerm.most))] + (isInHeading ? logarithms[1] : 0)
    }

    private static let logarithms: [Float] = (0...Int(SectionTerm.most)).map { Float(logarithm(Double($0) + 1)) }

    /// The rarity of a term that stands in `frequency` of `count` sections, as BM25 takes it.
    static func rarity(_ frequency: Int, of count: Int) -> Float {
        Float(logarithm(1 + (Double(count - frequency) + 0.5) / (Double(frequency) + 0.5)))
    }
}
