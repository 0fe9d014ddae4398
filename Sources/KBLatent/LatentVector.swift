/// A place in the space that the sections of a vault span: texts that share contexts lie in one direction.
///
/// Only directions mean anything; lengths do not.
public struct LatentVector: Equatable, Sendable {
    /// How many numbers a vector has. From 48 to 128 of them rank alike; small vaults leave the last ones 0.
    public static let dimensions = 64

    /// The coordinates, ``dimensions`` of them.
    public private(set) var values: [Float]

    /// The vector that points nowhere.
    public init() { values = [Float](repeating: 0, count: LatentVector.dimensions) }

    /// The vector with these coordinates; those left out are 0, those too many are dropped.
    public init(_ coordinates: some Sequence<Float>) {
        self.init()
        for (index, value) in zip(values.indices, coordinates) { values[index] = value }
    }

    /// The vector that `body` writes, all coordinates of which are 0 before.
    init(writing body: (UnsafeMutablePointer<Float>) -> Void) {
        self.init()
        values.withUnsafeMutableBufferPointer { values in
            if let base = values.baseAddress { body(base) }
        }
    }

    /// Whether it points nowhere.
    public var isZero: Bool { values.allSatisfy { $0 == 0 } }

    /// Adds `other`, times `weight`.
    public mutating func add(_ other: LatentVector, weight: Float = 1) {
        for index in values.indices { values[index] += weight * other.values[index] }
    }

    /// The sum of the squares, in the order of the coordinates.
    var squaredLength: Float { values.reduce(0) { $0 + $1 * $1 } }

    /// The cosine of the angle to `other`, -1 to 1; 0 when either points nowhere.
    public func cosine(_ other: LatentVector) -> Float {
        var product: Float = 0
        for index in values.indices { product += values[index] * other.values[index] }
        let lengths = (squaredLength * other.squaredLength).squareRoot()
        return lengths > 0 ? product / lengths : 0
    }

    /// The same direction with length 1; itself when it points nowhere.
    public var unit: LatentVector {
        let length = squaredLength.squareRoot()
        return length > 0 ? LatentVector(values.lazy.map { $0 / length }) : self
    }
}

/// Vectors seen from other axes.
enum LatentAxes {
    /// Turns the ``LatentVector/dimensions`` coordinates at `values` by a Walsh-Hadamard transform, which keeps lengths and
    /// angles: what stood in few coordinates is spread over all.
    ///
    /// Singular vectors put most into the first coordinates, and small vaults everything into eight; spread, four bits a
    /// coordinate keep much more of it.
    static func spread(_ values: UnsafeMutablePointer<Float>) {
        let count = LatentVector.dimensions
        var step = 1
        while step < count {
            var start = 0
            while start < count {
                for index in start..<start &+ step {
                    let (a, b) = (values[index], values[index &+ step])
                    values[index] = a + b
                    values[index &+ step] = a - b
                }
                start &+= 2 &* step
            }
            step &*= 2
        }
        let length = Float(count).squareRoot()
        for index in 0..<count { values[index] /= length }
    }
}

extension LatentVector {
    /// This vector with what stood in few coordinates spread over all; angles between vectors stay.
    var spread: LatentVector {
        var copy = self
        copy.values.withUnsafeMutableBufferPointer { values in
            if let base = values.baseAddress { LatentAxes.spread(base) }
        }
        return copy
    }
}
