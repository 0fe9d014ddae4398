/// Learns where the terms of a vault lie: latent semantic analysis (S. Deerwester and others, 1990) of its sections, by the
/// leading right singular vectors of the matrix of sections and terms.
///
/// At most ``mostSections`` sections are learnt from, taken evenly from all of them, so that the time is bounded whatever
/// the vault; every section gets its vector from its terms.
public struct LatentLearning: Sendable {
    /// The most sections learnt from. Measured on collections of 1,400 to 3,600 documents: learning from 2,000 of them
    /// loses .002 of nDCG, from 1,000 .006. More than that is for the rarer terms of large vaults.
    static let mostSections = 12_000
    /// The most bytes of lists learnt from, two to three a term: long sections are fewer.
    static let mostBytes = 1_500_000
    /// The list of a section with fewer bytes says too little to learn from.
    static let fewestBytes: UInt32 = 4
    /// A term in fewer of the sections learnt from relates to nothing.
    static let fewestSections = 2
    /// The most terms that get a vector, the commonest ones: what they take in the index is bounded.
    static let mostTerms = 30_000
    /// Below so many sections there is next to nothing to learn: a vault of 33 ranked no better, and single queries worse.
    static let smallestVault = 50
    /// Sections a dimension, and the fewest dimensions: with more of them, every section of a small vault would have a
    /// direction of its own, and nothing would be learnt. In small vaults drawn from judged collections 8 dimensions rank
    /// best up to 100 sections, 8 or 16 at 200, 16 or 32 at 400, all 64 from 800 on; in 266 sections of short notes 8.
    static let sectionsPerDimension = 24
    static let fewestDimensions = 8

    /// The numbers of the terms that have vectors, ascending.
    public private(set) var numbers: [Int] = []
    /// Their vectors, times their rarities, a row each.
    private var vectors = DenseMatrix(rows: 0, columns: 0)

    /// Learns from `sections`.
    public init(from sections: SectionTerms) {
        let rows = LatentLearning.sample(of: sections)
        guard rows.count >= LatentLearning.smallestVault else { return }
        numbers = LatentLearning.vocabulary(of: rows, terms: sections.frequencies.count)
        var columns = [Int32](repeating: -1, count: sections.frequencies.count)
        for (column, number) in numbers.enumerated() { columns[number] = Int32(truncatingIfNeeded: column) }
        let total = rows.total
        let rarities = numbers.map { TermWeight.rarity(Int(sections.frequencies[$0]), of: total) }
        var matrix = SparseRows(columns: numbers.count)
        for row in rows.places {
            sections.chunks[row.chunk].forEach(at: row.place) { number, weight in
                let column = Int(columns[number])
                if column >= 0 { matrix.append(weight * rarities[column], at: column) }
            }
            matrix.finishRow()
        }
        let rank = max(LatentLearning.fewestDimensions, rows.count / LatentLearning.sectionsPerDimension)
        vectors = SingularVectors(of: matrix, count: min(rank, LatentVector.dimensions)).vectors
        vectors.multiplyRows(by: rarities)
    }

    /// The vector of the term at `place` of ``numbers``, times its rarity, the axes in the order of what they explain.
    func vector(at place: Int) -> LatentVector {
        LatentVector { values in
            for column in 0..<vectors.columns { values[column] = vectors[place, column] }
        }
    }

    /// Some sections.
    private struct Sample {
        /// How many sections there are of which these are some.
        let total: Int
        let chunks: [SectionTerms.Chunk]
        var places: [(chunk: Int, place: Int)] = []
        var count: Int { places.count }
    }

    /// The sections to learn from, by number.
    private static func sample(of sections: SectionTerms) -> Sample {
        var sample = Sample(total: sections.count, chunks: sections.chunks)
        var candidates: [(chunk: Int, place: Int)] = []
        var bytes = 0
        for (index, chunk) in sections.chunks.enumerated() {
            var start: UInt32 = 0
            for (place, end) in chunk.ends.enumerated() {
                if end - start >= fewestBytes { candidates.append((index, place)) }
                start = end
            }
            bytes += chunk.bytes.count
        }
        let affordable = candidates.count * mostBytes / max(mostBytes, bytes)
        let wanted = min(candidates.count, mostSections, affordable)
        sample.places = (0..<wanted).map { candidates[$0 * candidates.count / wanted] }
        return sample
    }

    /// The numbers of the terms that get vectors, ascending.
    private static func vocabulary(of sample: Sample, terms: Int) -> [Int] {
        var frequencies = [UInt32](repeating: 0, count: terms)
        for row in sample.places {
            sample.chunks[row.chunk].forEach(at: row.place) { number, _ in frequencies[number] += 1 }
        }
        var numbers = frequencies.indices.filter { frequencies[$0] >= fewestSections }
        guard numbers.count > mostTerms else { return numbers }
        numbers.sort { (frequencies[$1], $0) < (frequencies[$0], $1) }
        return numbers.prefix(mostTerms).sorted()
    }
}

extension LatentLearning {
    /// The terms as the index keeps them, by fingerprint, and what they are worth once read back.
    ///
    /// - Parameter fingerprints: The fingerprint of each term of the sections, by number.
    public func coded(fingerprints: [UInt64]) -> (blocks: [TermVectorBlock], model: LatentModel) {
        let ordered = numbers.indices.filter { fingerprints.indices ~= numbers[$0] }
            .map { (fingerprint: fingerprints[numbers[$0]], place: $0) }
            .sorted { ($0.fingerprint, $0.place) < ($1.fingerprint, $1.place) }
        var blocks: [TermVectorBlock] = []
        var block = TermVectorBlock()
        var model = LatentModel(terms: fingerprints.count)
        for (fingerprint, place) in ordered {
            let before = block.count
            vector(at: place).spread.values.withUnsafeBufferPointer { values in
                if let base = values.baseAddress { block.append(fingerprint, base) }
            }
            guard block.count > before else { continue }
            // Sections are folded in with what is stored, so that an update gives them the vectors a rebuild would.
            model.set(numbers[place], lastOf: block)
            guard block.count == TermVectorBlock.capacity else { continue }
            blocks.append(block)
            block = TermVectorBlock()
        }
        if block.count > 0 { blocks.append(block) }
        return (blocks, model)
    }
}

extension SectionTerms {
    /// The vectors of all sections in ``LatentCoding``, from ``first`` on.
    public func folded(with model: LatentModel) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(count * LatentCoding.bytes)
        for chunk in chunks { bytes += model.fold(chunk) }
        return bytes
    }
}
