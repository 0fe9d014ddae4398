public import KBLatent

extension Store {
    /// The vectors of `terms`, which are terms of the index, each times its rarity; nil for those the vault says too
    /// little of.
    ///
    /// - Throws: ``StoreError/damaged(_:)`` when the vectors cannot be read.
    public func latentVectors(ofTerms terms: [String]) throws(StoreError) -> [LatentVector?] {
        let find = try statement("SELECT vectors FROM latent_term WHERE id <= ?1 ORDER BY id DESC LIMIT 1")
        var vectors: [LatentVector?] = []
        for term in terms {
            let fingerprint = TermFingerprint.of(term)
            find.bind(1, Int(fingerprint))
            defer { find.reset() }
            guard try find.step() else {
                vectors.append(nil)
                continue
            }
            let isWhole = find.withBlob(0) { block in
                guard TermVectorBlock.isBlock(block) else { return false }
                vectors.append(TermVectorBlock.vector(of: fingerprint, in: block))
                return true
            }
            guard isWhole else { throw .damaged("vectors of terms are cut off") }
        }
        return vectors
    }

    /// Where a query points that asks for these terms: the sum of their vectors, each times its rarity and `weight`.
    ///
    /// - Returns: Nil when no term has a vector, or the vault is too small to have any.
    public func latentVector(
        of terms: [(term: String, weight: Double)]
    ) throws(StoreError) -> LatentVector? {
        var sum = LatentVector()
        let vectors = try latentVectors(ofTerms: terms.map(\.term))
        for (vector, term) in zip(vectors, terms) {
            if let vector { sum.add(vector, weight: Float(term.weight)) }
        }
        return sum.isZero ? nil : sum
    }

    /// The vectors of `sections`, in their order. Cheapest by ascending number, since neighbours share a row.
    ///
    /// - Throws: ``StoreError/damaged(_:)`` when the vectors cannot be read.
    public func latentVectors(ofSections sections: [UInt32]) throws(StoreError) -> LatentVectors {
        var vectors = LatentVectors(count: sections.count)
        let find = try statement("SELECT vectors FROM latent_section WHERE id = ?1")
        defer { find.reset() }
        var current = -1
        var hasRow = false
        for (place, section) in sections.enumerated() {
            let (row, column) = Int(section).quotientAndRemainder(dividingBy: LatentRows.sectionsPerRow)
            if row != current {
                find.reset()
                find.bind(1, row)
                hasRow = try find.step()
                current = row
            }
            guard hasRow else { continue }
            let isWhole = find.withBlob(0) { blob in
                vectors.set(place, blob, from: column * LatentCoding.bytes)
                return blob.count % LatentCoding.bytes == 0
            }
            guard isWhole else { throw .damaged("vectors of sections are cut off") }
        }
        return vectors
    }
}
