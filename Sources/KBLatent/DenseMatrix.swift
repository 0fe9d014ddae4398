/// A matrix, row by row.
struct DenseMatrix: Equatable, Sendable {
    let rows: Int
    let columns: Int
    var values: [Float]

    /// All zeros.
    init(rows: Int, columns: Int) {
        self.rows = rows
        self.columns = columns
        values = [Float](repeating: 0, count: rows * columns)
    }

    subscript(_ row: Int, _ column: Int) -> Float {
        get { values[row * columns + column] }
        set { values[row * columns + column] = newValue }
    }

    /// The products of all pairs of columns: the transpose times the matrix itself.
    ///
    /// Summed in blocks of rows, because a sum of Floats over many thousand rows loses what is added last.
    func gram() -> [Double] {
        var gram = [Double](repeating: 0, count: columns * columns)
        var block = [Float](repeating: 0, count: columns * columns)
        values.withUnsafeBufferPointer { values in
            guard let base = values.baseAddress else { return }
            var row = 0
            while row < rows {
                let end = min(rows, row + DenseMatrix.rowsPerBlock)
                block.withUnsafeMutableBufferPointer { block in
                    guard let block = block.baseAddress else { return }
                    for index in row..<end { addProducts(of: base + index * columns, to: block) }
                }
                for index in block.indices {
                    gram[index] += Double(block[index])
                    block[index] = 0
                }
                row = end
            }
        }
        for row in 0..<columns {
            for column in row + 1..<max(row + 1, columns) {
                gram[column * columns + row] = gram[row * columns + column]
            }
        }
        return gram
    }

    /// Rows whose products are summed before they are added to the whole.
    private static let rowsPerBlock = 256

    /// Adds the products of the numbers of a row, for the upper half and what shares a step of eight with it.
    @inline(__always)
    private func addProducts(of row: UnsafePointer<Float>, to block: UnsafeMutablePointer<Float>) {
        for index in 0..<columns {
            let start = index & ~7
            add(row + start, times: row[index], to: block + index * columns + start, count: columns - start)
        }
    }

    /// Replaces each row by the row times `factor`, a square matrix of as many columns; it may be cut to the first
    /// `width` columns.
    func times(_ factor: [Float], width: Int) -> DenseMatrix {
        var product = DenseMatrix(rows: rows, columns: width)
        values.withUnsafeBufferPointer { values in
            product.values.withUnsafeMutableBufferPointer { product in
                factor.withUnsafeBufferPointer { factor in
                    guard let from = values.baseAddress, let to = product.baseAddress, let factor = factor.baseAddress
                    else { return }
                    for row in 0..<rows {
                        for column in 0..<columns {
                            add(
                                factor + column * width, times: from[row * columns + column], to: to + row * width,
                                count: width)
                        }
                    }
                }
            }
        }
        return product
    }
}

extension DenseMatrix {
    /// The square of a length, in proportion to the greatest, that Floats cannot tell from 0.
    private static let negligible = 1e-9

    /// Columns that span what the columns of this matrix span, of length 1 and at right angles but for rounding; zeros
    /// in the place of a column that says nothing new.
    ///
    /// By Cholesky's factor of the products of all columns (G. H. Golub, C. F. Van Loan, Matrix Computations, 4.2).
    func orthonormalised() -> DenseMatrix {
        var factor = gram()
        let greatest = (0..<columns).map { factor[$0 * columns + $0] }.max() ?? 0
        // `factor` becomes the upper triangle R with RᵀR = the products, `inverse` the inverse of R.
        var inverse = [Float](repeating: 0, count: columns * columns)
        var solved = [Double](repeating: 0, count: columns * columns)
        for pivot in 0..<columns {
            let square = factor[pivot * columns + pivot]
            guard square > greatest * DenseMatrix.negligible else {
                for column in pivot..<columns { factor[pivot * columns + column] = 0 }
                continue
            }
            let length = square.squareRoot()
            for column in pivot..<columns { factor[pivot * columns + column] /= length }
            for row in pivot + 1..<max(pivot + 1, columns) {
                let share = factor[pivot * columns + row]
                for column in row..<columns {
                    factor[row * columns + column] -= share * factor[pivot * columns + column]
                }
            }
            solved[pivot * columns + pivot] = 1 / length
            for row in 0..<pivot {
                var sum = 0.0
                for middle in row..<pivot { sum += solved[row * columns + middle] * factor[middle * columns + pivot] }
                solved[row * columns + pivot] = -sum / length
            }
        }
        for index in solved.indices { inverse[index] = Float(solved[index]) }
        return times(inverse, width: columns)
    }

    /// Multiplies each row by its factor; there are as many.
    mutating func multiplyRows(by factors: [Float]) {
        for (row, factor) in zip(0..<rows, factors) {
            for index in row * columns..<(row + 1) * columns { values[index] *= factor }
        }
    }

    /// Makes each column as long as 1, but for one of zeros; how long they were.
    mutating func normaliseColumns() -> [Float] {
        var squares = [Float](repeating: 0, count: columns)
        for row in 0..<rows {
            for column in 0..<columns { squares[column] += self[row, column] * self[row, column] }
        }
        let factors = squares.map { $0 > 0 ? 1 / $0.squareRoot() : 0 }
        for row in 0..<rows {
            for column in 0..<columns { self[row, column] *= factors[column] }
        }
        return squares.map { $0.squareRoot() }
    }
}
