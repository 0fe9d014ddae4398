import KBText

/// The leading right singular vectors of a sparse matrix, by a randomised range finder with power iterations (N. Halko,
/// P.-G. Martinsson, J. A. Tropp, 2011, algorithms 4.4 and 5.1).
///
/// The same matrix gives the same bits: the random numbers have a fixed seed, and sums a fixed order.
struct SingularVectors {
    /// The singular vectors as columns, the one with the greatest singular value first; as many as were asked for, or
    /// fewer when the matrix has a smaller rank. Of length 1, and at right angles as far as they are exact.
    private(set) var vectors: DenseMatrix
    /// The singular values, the greatest first.
    private(set) var values: [Float]

    /// Together with the half one at the end this ranks as well as exact vectors do; more iterations, or columns to spare,
    /// gain nothing.
    private static let iterations = 1
    /// A singular value below this part of the greatest is rounding.
    private static let smallest = 1e-3

    /// Finds `count` singular vectors of `matrix`.
    init(of matrix: SparseRows, count: Int) {
        let width = max(0, min(count, matrix.rows, matrix.columns))
        var sketch = DenseMatrix(rows: matrix.rows, columns: width)
        var generator = SplitMix(seed: 0x6B62)
        for index in sketch.values.indices { sketch.values[index] = generator.nextFraction() }
        // What the matrix makes of a basis of its range; the rows of the range are terms.
        var image = matrix.times(matrix.transposedTimes(sketch).orthonormalised())
        for _ in 0..<SingularVectors.iterations {
            image = matrix.times(matrix.transposedTimes(image).orthonormalised())
        }
        // The image has the same singular values as the matrix, and few columns.
        let eigen = SymmetricEigen(image.gram(), size: image.columns)
        let threshold = (eigen.values.first ?? 0) * SingularVectors.smallest * SingularVectors.smallest
        let rank = eigen.values.prefix(count).prefix { $0 > threshold }.count
        var factor = [Float](repeating: 0, count: image.columns * rank)
        for row in 0..<image.columns {
            for column in 0..<rank {
                let turned = eigen.vectors[row * image.columns + column] / eigen.values[column].squareRoot()
                factor[row * rank + column] = Float(turned)
            }
        }
        // From the left singular vectors back to the right ones, which brings them half an iteration nearer.
        vectors = matrix.transposedTimes(image.times(factor, width: rank))
        values = vectors.normaliseColumns()
    }
}
