extension SectionChunks {
    /// The chunk as the database has it; nil when it has none.
    static func read(_ index: Int, from connection: Connection) throws(StoreError) -> Chunk? {
        let statement = try connection.prepare("SELECT length, shape, features FROM chunk WHERE id = ?1")
        statement.bind(1, index)
        guard try statement.step() else { return nil }
        return Chunk(length: statement.blob(0), shape: statement.blob(1), features: statement.blob(2))
    }

    /// Writes the chunks that changed.
    func write(to connection: Connection) throws(StoreError) {
        let statement = try connection.prepare("INSERT OR REPLACE INTO chunk VALUES(?1, ?2, ?3, ?4)")
        for (index, chunk) in chunks.sorted(by: { $0.key < $1.key }) where chunk.isDirty {
            statement.bind(1, index)
            statement.bind(2, chunk.length)
            statement.bind(3, chunk.shape)
            statement.bind(4, chunk.features)
            try statement.run()
        }
    }
}
