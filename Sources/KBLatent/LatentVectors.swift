/// The vectors of several sections, one small whole number a coordinate.
public struct LatentVectors: Equatable, Sendable {
    /// The coordinates, ``LatentVector/dimensions`` a section, from -7 to 7; all 0 where a section has no vector.
    public private(set) var packed: [Int8]

    /// Vectors of `count` sections, none known yet.
    public init(count: Int) { packed = [Int8](repeating: 0, count: max(0, count) * LatentVector.dimensions) }

    /// How many sections there are.
    public var count: Int { packed.count / LatentVector.dimensions }

    /// Puts the vector that ``LatentCoding`` has made `bytes` of, from `start` on, at `place`; nothing happens where
    /// either is out of bounds.
    public mutating func set(_ place: Int, _ bytes: UnsafeRawBufferPointer, from start: Int) {
        guard 0..<count ~= place, start >= 0, bytes.count - start >= LatentCoding.bytes else { return }
        let part = UnsafeRawBufferPointer(rebasing: bytes[start..<start + LatentCoding.bytes])
        guard !LatentCoding.isNothing(part) else { return }
        let base = place * LatentVector.dimensions
        for index in 0..<LatentCoding.bytes {
            packed[base + index] = LatentCoding.low(part[index])
            packed[base + LatentCoding.bytes + index] = LatentCoding.high(part[index])
        }
    }

    /// The vector at `place`; nil when the section has none.
    public func vector(at place: Int) -> LatentVector? {
        guard 0..<count ~= place else { return nil }
        let base = place * LatentVector.dimensions
        let vector = LatentVector(packed[base..<base + LatentVector.dimensions].lazy.map(Float.init))
        return vector.isZero ? nil : vector
    }

    /// Whether the section at `place` has a vector.
    public func isKnown(_ place: Int) -> Bool { vector(at: place) != nil }

    /// The cosine of the angle between `vector` and each, -1 to 1; 0 where either points nowhere.
    ///
    /// Taken in the order of the coordinates, so that the same vectors give the same bits everywhere.
    public func cosines(with vector: LatentVector) -> [Float] {
        let unit = vector.unit
        var cosines = [Float](repeating: 0, count: count)
        unit.values.withUnsafeBufferPointer { query in
            packed.withUnsafeBufferPointer { packed in
                for place in cosines.indices {
                    let base = place * LatentVector.dimensions
                    var product: Float = 0
                    var square: Int32 = 0
                    for index in 0..<LatentVector.dimensions {
                        let value = packed[base + index]
                        product += query[index] * Float(value)
                        square += Int32(value) * Int32(value)
                    }
                    if square > 0 { cosines[place] = product / Float(square).squareRoot() }
                }
            }
        }
        return cosines
    }
}
