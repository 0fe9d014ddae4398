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

/// Adds `count` numbers at `source`, times `factor`, to those at `target`; the two do not overlap.
///
/// Eight at a time, so that the compiler need not ask whether they overlap.
@inline(__always)
func add(_ source: UnsafePointer<Float>, times factor: Float, to target: UnsafeMutablePointer<Float>, count: Int) {
    let factors = SIMD8<Float>(repeating: factor)
    let from = UnsafeRawPointer(source)
    let to = UnsafeMutableRawPointer(target)
    var index = 0
    while index &+ 8 <= count {
        let offset = index &* MemoryLayout<Float>.stride
        let sum =
            to.loadUnaligned(fromByteOffset: offset, as: SIMD8<Float>.self)
            + factors * from.loadUnaligned(fromByteOffset: offset, as: SIMD8<Float>.self)
        to.storeBytes(of: sum, toByteOffset: offset, as: SIMD8<Float>.self)
        index &+= 8
    }
    while index < count {
        target[index] += factor * source[index]
        index &+= 1
    }
}
