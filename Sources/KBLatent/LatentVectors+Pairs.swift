extension LatentVectors {
    /// The cosine of the angle between each two of the first `limit` vectors, -1 to 1, row by row; 0 where either points
    /// nowhere, and on the diagonal.
    public func pairCosines(first limit: Int) -> [Float] {
        let count = min(max(0, limit), self.count)
        var cosines = [Float](repeating: 0, count: count * count)
        packed.withUnsafeBufferPointer { packed in
            let lengths = (0..<count).map { Float(product(packed, $0, $0)).squareRoot() }
            for row in 0..<count where lengths[row] > 0 {
                for column in 0..<row where lengths[column] > 0 {
                    let cosine = Float(product(packed, row, column)) / (lengths[row] * lengths[column])
                    cosines[row * count + column] = cosine
                    cosines[column * count + row] = cosine
                }
            }
        }
        return cosines
    }

    /// The product of two vectors, exact.
    @inline(__always)
    private func product(_ packed: UnsafeBufferPointer<Int8>, _ a: Int, _ b: Int) -> Int32 {
        var sum: Int32 = 0
        let (first, second) = (a * LatentVector.dimensions, b * LatentVector.dimensions)
        for index in 0..<LatentVector.dimensions {
            sum &+= Int32(packed[first + index]) &* Int32(packed[second + index])
        }
        return sum
    }
}
