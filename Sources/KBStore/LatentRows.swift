import KBLatent

/// Writes the rows that hold the vectors of sections and terms.
struct LatentRows {
    /// Sections a row: as many as fit into one page of 4,096 bytes, so that a section costs one page to read.
    static let sectionsPerRow = 126

    private let connection: Connection

    init(_ connection: Connection) { self.connection = connection }

    /// Writes what was learnt for a new index.
    func write(_ lesson: LatentLesson) throws(StoreError) {
        try write(lesson.blocks)
        try write(lesson.vectors, from: lesson.first)
    }

    /// Writes the vectors of all terms.
    private func write(_ blocks: [TermVectorBlock]) throws(StoreError) {
        let insert = try connection.prepare("INSERT INTO latent_term VALUES(?1, ?2)")
        for block in blocks {
            insert.bind(1, Int(block.first))
            insert.bind(2, block.bytes)
            try insert.run()
        }
    }

    /// Writes the vectors of consecutive sections from `first` on, behind all others.
    private func write(_ vectors: [UInt8], from first: Int) throws(StoreError) {
        let count = vectors.count / LatentCoding.bytes
        guard count > 0 else { return }
        let insert = try connection.prepare("INSERT OR REPLACE INTO latent_section VALUES(?1, ?2)")
        var section = first
        while section < first + count {
            let (row, column) = section.quotientAndRemainder(dividingBy: LatentRows.sectionsPerRow)
            let end = min(first + count, section + LatentRows.sectionsPerRow - column)
            var bytes = column > 0 ? try read(row) : []
            bytes.removeLast(max(0, bytes.count - column * LatentCoding.bytes))
            bytes += repeatElement(0, count: column * LatentCoding.bytes - bytes.count)
            bytes += vectors[(section - first) * LatentCoding.bytes..<(end - first) * LatentCoding.bytes]
            insert.bind(1, row)
            insert.bind(2, bytes)
            try insert.run()
            section = end
        }
    }

    /// Gives new sections their vectors, by the stored vectors of their terms.
    func fold(_ recording: LatentRecording) throws(StoreError) {
        let model = try model(of: recording.fingerprints)
        if !model.isEmpty { try write(recording.sections.folded(with: model), from: recording.sections.first) }
    }

    /// The stored vectors of the terms with these fingerprints, numbered from 0.
    private func model(of fingerprints: [UInt64]) throws(StoreError) -> LatentModel {
        var model = LatentModel(terms: fingerprints.count)
        let find = try connection.prepare("SELECT vectors FROM latent_term WHERE id <= ?1 ORDER BY id DESC LIMIT 1")
        var block: TermVectorBlock?
        // By fingerprint, so that terms of one row come one after the other.
        for (wanted, number) in zip(fingerprints, fingerprints.indices).sorted(by: <) {
            if block?.holds(wanted) != true {
                find.bind(1, Int(wanted))
                defer { find.reset() }
                guard try find.step() else { continue }
                block = TermVectorBlock(find.blob(0))
                guard block != nil else { throw .damaged("vectors of terms are cut off") }
            }
            if let vector = block?.vector(of: wanted) { model.set(number, vector) }
        }
        return model
    }

    private func read(_ row: Int) throws(StoreError) -> [UInt8] {
        let find = try connection.prepare("SELECT vectors FROM latent_section WHERE id = ?1")
        find.bind(1, row)
        return try find.step() ? find.blob(0) : []
    }
}
