/// A matrix of few numbers that are not 0, row by row.
struct SparseRows {
    /// How many columns there are.
    let columns: Int
    /// Where each row begins in the two arrays below; one more than there are rows.
    private(set) var starts: [Int32] = [0]
    private(set) var places: [Int32] = []
    private(set) var values: [Float] = []

    init(columns: Int) { self.columns = columns }

    /// How many rows there are.
    var rows: Int { starts.count - 1 }

    /// Adds a number to the row that is not finished yet; `column` is one of the matrix.
    mutating func append(_ value: Float, at column: Int) {
        places.append(Int32(truncatingIfNeeded: column))
        values.append(value)
    }

    /// Finishes a row, made as long as 1; a row of zeros stays.
    mutating func finishRow() {
        let range = Int(starts[rows])..<values.count
        let length = values[range].reduce(0) { $0 + $1 * $1 }.squareRoot()
        if length > 0 { for index in range { values[index] /= length } }
        starts.append(Int32(truncatingIfNeeded: values.count))
    }

    /// This matrix times `other`, which has as many rows as this has columns.
    func times(_ other: DenseMatrix) -> DenseMatrix {
        var product = DenseMatrix(rows: rows, columns: other.columns)
        let width = other.columns
        forEach(other, &product) { row, column, value, other, product in
            add(other + column * width, times: value, to: product + row * width, count: width)
        }
        return product
    }

    /// The transpose of this matrix times `other`, which has as many rows as this has.
    func transposedTimes(_ other: DenseMatrix) -> DenseMatrix {
        var product = DenseMatrix(rows: columns, columns: other.columns)
        let width = other.columns
        forEach(other, &product) { row, column, value, other, product in
            add(other + row * width, times: value, to: product + column * width, count: width)
        }
        return product
    }

    @inline(__always)
    private func forEach(
        _ other: DenseMatrix, _ product: inout DenseMatrix,
        _ body: (Int, Int, Float, UnsafePointer<Float>, UnsafeMutablePointer<Float>) -> Void
    ) {
        other.values.withUnsafeBufferPointer { other in
            product.values.withUnsafeMutableBufferPointer { product in
                guard let from = other.baseAddress, let to = product.baseAddress else { return }
                places.withUnsafeBufferPointer { places in
                    values.withUnsafeBufferPointer { values in
                        for row in 0..<rows {
                            for index in Int(starts[row])..<Int(starts[row + 1]) {
                                body(row, Int(places[index]), values[index], from, to)
                            }
                        }
                    }
                }
            }
        }
    }
}
