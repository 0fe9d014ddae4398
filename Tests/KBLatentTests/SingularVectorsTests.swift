import KBText
import Testing

@testable import KBLatent

@Suite struct SingularVectorsTests {
    /// A matrix of these rows, which are made as long as 1.
    private func matrix(_ rows: [[Float]]) -> SparseRows {
        var matrix = SparseRows(columns: rows.first?.count ?? 0)
        for row in rows {
            for (column, value) in row.enumerated() where value != 0 { matrix.append(value, at: column) }
            matrix.finishRow()
        }
        return matrix
    }

    @Test func `rows that fall into two kinds have a singular vector for each`() {
        // Three times (1, 0) and once (0, 1): the squares of the singular values count them.
        let found = SingularVectors(of: matrix([[2, 0], [1, 0], [0, 3], [5, 0]]), count: 2)
        #expect(near(found.values, [Float(3).squareRoot(), 1]))
        #expect(near(found.vectors.values.map(abs), [1, 0, 0, 1]))
    }

    @Test func `a matrix worked out by hand has its singular values and vectors`() {
        // Rows (1, 1) / √2 and (1, 0): the products of the columns are [[3/2, 1/2], [1/2, 1/2]], whose eigenvalues are
        // 1 ± 1/√2 with eigenvectors (1, ±√2 - 1).
        let found = SingularVectors(of: matrix([[1, 1], [1, 0]]), count: 2)
        let root = Float(0.5).squareRoot()
        #expect(near(found.values, [(1 + root).squareRoot(), (1 - root).squareRoot()]))
        let ratio = found.vectors[1, 0] / found.vectors[0, 0]
        #expect(abs(ratio - (Float(2).squareRoot() - 1)) < 1e-4)
        #expect(abs(found.vectors[0, 0] * found.vectors[0, 1] + found.vectors[1, 0] * found.vectors[1, 1]) < 1e-4)
    }

    @Test func `a matrix of a small rank has no more vectors than that`() {
        let found = SingularVectors(of: matrix([[1, 1, 0, 0], [0, 0, 1, 1], [1, 1, 0, 0], [0, 0, 2, 2]]), count: 4)
        #expect(found.vectors.columns == 2)
        #expect(near(found.values, [Float(2).squareRoot(), Float(2).squareRoot()]))
    }

    @Test(arguments: [([], 0), ([[]], 3), ([[0, 0]], 2), ([[1, 2]], 0)] as [([[Float]], Int)])
    func `a matrix without content has no singular vectors`(_ rows: [[Float]], count: Int) {
        #expect(SingularVectors(of: matrix(rows), count: count).values.isEmpty)
    }

    @Test func `the vectors span what stands out in a larger matrix`() {
        // Five directions at right angles, and noise of a tenth.
        var generator = SplitMix(seed: 3)
        var rows: [[Float]] = []
        for row in 0..<200 {
            rows.append((0..<60).map { ($0 / 12 == row % 5 ? 1 : 0) + generator.nextFraction() / 10 })
        }
        let found = SingularVectors(of: matrix(rows), count: 5)
        for direction in 0..<5 {
            var inside: Float = 0
            for column in 0..<5 {
                let product = (direction * 12..<direction * 12 + 12).reduce(Float(0)) { $0 + found.vectors[$1, column] }
                inside += product * product / 12
            }
            #expect(inside > 0.99)
        }
    }

    @Test func `the same matrix gives the same bits`() {
        var generator = SplitMix(seed: 4)
        let rows = (0..<80).map { _ in (0..<70).map { _ in generator.nextFraction() } }
        let first = SingularVectors(of: matrix(rows), count: 20)
        let second = SingularVectors(of: matrix(rows), count: 20)
        #expect(first.vectors == second.vectors)
    }

    @Test func `orthonormal columns are as long as 1 and at right angles`() {
        var generator = SplitMix(seed: 5)
        var matrix = DenseMatrix(rows: 500, columns: 24)
        for index in matrix.values.indices { matrix.values[index] = generator.nextFraction() + 1 }
        let gram = matrix.orthonormalised().gram()
        for row in 0..<24 {
            for column in 0..<24 { #expect(abs(gram[row * 24 + column] - (row == column ? 1 : 0)) < 1e-4) }
        }
    }

    @Test func `a column that says nothing new becomes zeros`() {
        var matrix = DenseMatrix(rows: 3, columns: 3)
        for row in 0..<3 {
            matrix[row, 0] = Float(row + 1)
            matrix[row, 1] = Float(row + 1) * 2
            matrix[row, 2] = row == 0 ? 1 : 0
        }
        let gram = matrix.orthonormalised().gram()
        #expect(abs(gram[0] - 1) < 1e-5)
        #expect(gram[4] < 1e-5)
        #expect(abs(gram[8] - 1) < 1e-5)
    }

    @Test func `eigenvalues come the greatest first, each with its vector`() {
        let eigen = SymmetricEigen([2, 1, 0, 1, 2, 0, 0, 0, 5], size: 3)
        #expect(near(eigen.values.map(Float.init), [5, 3, 1]))
        #expect(near(eigen.vectors.map { Float(abs($0)) }, [0, 0.70711, 0.70711, 0, 0.70711, 0.70711, 1, 0, 0]))
    }

    private func near(_ a: [Float], _ b: [Float]) -> Bool {
        a.count == b.count && zip(a, b).allSatisfy { abs($0 - $1) < 1e-4 }
    }
}
