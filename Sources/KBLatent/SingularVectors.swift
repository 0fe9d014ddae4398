/// The leading right singular vectors of a sparse matrix, by a randomised range finder with power iterations (N. Halko,
/// P.-G. Martinsson, J. A. Tropp, 2011, algorithms 4.4 and 5.1).
///
/// The same matrix gives the same bits: the random numbers have a fixed seed, and sums a fixed order.
struct SingularVectors {
    /// The singular vectors as columns, the one with the greatest singular value first; as many as were asked for, or
    /// fewer when the matrix has a smaller rank.
    private(set) var vectors: DenseMatrix
    /// The singular values, the greatest first.
    private(set) var values: [Float]

    /// More columns than are wanted, because the last ones of a random range are loose.
    private static let spare = 8
    /// Two bring the range within a hundredth of the best one for texts, whose singular values fall slowly.
    private static let iterations = 2
    /// A singular value below this part of the greatest is rounding.
    private static let smallest = 1e-3

    /// Finds `count` singular vectors of `matrix`.
    init(of matrix: SparseRows, count: Int) {
        let width = min(count + SingularVectors.spare, matrix.rows, matrix.columns)
        guard width > 0 else {
            vectors = DenseMatrix(rows: matrix.columns, columns: 0)
            values = []
            return
        }
        var sketch = DenseMatrix(rows: matrix.rows, columns: width)
        var generator = SplitMix(seed: 0x6B62)
        for index in sketch.values.indices { sketch.values[index] = generator.next() }
        // The range of the transpose: its rows are terms.
        var range = matrix.transposedTimes(sketch)
        for _ in 0..<SingularVectors.iterations {
            range = matrix.transposedTimes(matrix.times(range.orthonormalised()))
        }
        range = range.orthonormalised()
        // The matrix on its range has the same singular values, and few columns.
        let eigen = SymmetricEigen(matrix.times(range).gram(), size: range.columns)
        let greatest = eigen.values.first ?? 0
        let threshold = greatest * SingularVectors.smallest * SingularVectors.smallest
        let rank = eigen.values.prefix(count).prefix { $0 > threshold }.count
        var factor = [Float](repeating: 0, count: range.columns * rank)
        for row in 0..<range.columns {
            for column in 0..<rank { factor[row * rank + column] = Float(eigen.vectors[row * range.columns + column]) }
        }
        vectors = range.times(factor, width: rank)
        values = eigen.values.prefix(rank).map { Float($0.squareRoot()) }
    }
}

extension DenseMatrix {
    /// Columns that span what the columns of this matrix span, at right angles and of length 1; fewer than before where
    /// those depend on each other.
    ///
    /// By the eigenvectors of the Gram matrix, which unlike Cholesky's factor say which directions are rounding.
    func orthonormalised() -> DenseMatrix {
        let eigen = SymmetricEigen(gram(), size: columns)
        let greatest = eigen.values.first ?? 0
        let rank = eigen.values.prefix { $0 > greatest * DenseMatrix.negligible }.count
        var factor = [Float](repeating: 0, count: columns * rank)
        for column in 0..<rank {
            let length = eigen.values[column].squareRoot()
            for row in 0..<columns {
                factor[row * rank + column] = Float(eigen.vectors[row * columns + column] / length)
            }
        }
        return times(factor, width: rank)
    }

    /// The square of a length, in proportion to the greatest, that Floats cannot tell from 0.
    private static let negligible = 1e-9
}
