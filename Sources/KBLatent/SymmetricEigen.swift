/// The eigenvalues and eigenvectors of a small symmetric matrix, by Jacobi's rotations (G. H. Golub, C. F. Van Loan, Matrix
/// Computations, 8.5): simple, exact to the last bits, and fast enough for 80 columns.
struct SymmetricEigen {
    /// The eigenvalues, the greatest first.
    private(set) var values: [Double]
    /// The eigenvectors as columns, in that order, row by row.
    private(set) var vectors: [Double]
    private let size: Int

    /// More sweeps than any matrix of this size needs; each makes the error the square of what it was.
    private static let mostSweeps = 30
    /// What is left beside the diagonal, in proportion to all, when enough has been turned.
    private static let tolerance = 1e-22

    /// Takes apart `matrix`, which has `size` rows and columns.
    init(_ matrix: [Double], size: Int) {
        self.size = size
        var matrix = matrix
        var vectors = [Double](repeating: 0, count: size * size)
        for index in 0..<size { vectors[index * size + index] = 1 }
        for _ in 0..<SymmetricEigen.mostSweeps {
            if SymmetricEigen.isDiagonal(matrix, size) { break }
            for p in 0..<size {
                for q in p + 1..<max(p + 1, size) { SymmetricEigen.rotate(&matrix, &vectors, size, p, q) }
            }
        }
        let diagonal = (0..<size).map { matrix[$0 * size + $0] }
        let order = (0..<size).sorted { (diagonal[$1], $0) < (diagonal[$0], $1) }
        values = order.map { diagonal[$0] }
        self.vectors = [Double](repeating: 0, count: size * size)
        for (column, from) in order.enumerated() {
            for row in 0..<size { self.vectors[row * size + column] = vectors[from * size + row] }
        }
    }

    private static func isDiagonal(_ matrix: [Double], _ size: Int) -> Bool {
        var beside = 0.0
        var all = 0.0
        for row in 0..<size {
            for column in 0..<size {
                let square = matrix[row * size + column] * matrix[row * size + column]
                all += square
                if row != column { beside += square }
            }
        }
        return beside <= tolerance * all
    }

    /// Turns two axes so that the number both share becomes 0. `vectors` holds eigenvectors as rows here, next to each
    /// other in memory.
    private static func rotate(_ matrix: inout [Double], _ vectors: inout [Double], _ size: Int, _ p: Int, _ q: Int) {
        let shared = matrix[p * size + q]
        guard shared != 0 else { return }
        let ratio = (matrix[q * size + q] - matrix[p * size + p]) / (2 * shared)
        let tangent = (ratio >= 0 ? 1.0 : -1.0) / (abs(ratio) + (ratio * ratio + 1).squareRoot())
        let cosine = 1 / (tangent * tangent + 1).squareRoot()
        let sine = tangent * cosine
        matrix.withUnsafeMutableBufferPointer { matrix in
            // Rows, which are contiguous; the columns mirror them but for the four numbers in both.
            turn(matrix, p * size, q * size, size, cosine, sine)
            let (pp, pq) = (matrix[p * size + p], matrix[p * size + q])
            let (qp, qq) = (matrix[q * size + p], matrix[q * size + q])
            matrix[p * size + p] = cosine * pp - sine * pq
            matrix[q * size + q] = sine * qp + cosine * qq
            matrix[p * size + q] = 0
            matrix[q * size + p] = 0
            for other in 0..<size where other != p && other != q {
                matrix[other * size + p] = matrix[p * size + other]
                matrix[other * size + q] = matrix[q * size + other]
            }
        }
        vectors.withUnsafeMutableBufferPointer { turn($0, p * size, q * size, size, cosine, sine) }
    }

    @inline(__always)
    private static func turn(
        _ values: UnsafeMutableBufferPointer<Double>, _ p: Int, _ q: Int, _ count: Int, _ cosine: Double,
        _ sine: Double
    ) {
        for index in 0..<count {
            let (a, b) = (values[p + index], values[q + index])
            values[p + index] = cosine * a - sine * b
            values[q + index] = sine * a + cosine * b
        }
    }
}
