/// The counts of a database.
struct StoreState: Equatable {
    /// The number the next section gets.
    var next: Int
    /// Sections that a search can find.
    var live: Int
    /// Sections that are gone but still stand in the full-text tables.
    var dead: Int
    /// Section numbers given since the last rebuild, live or dead.
    var recent: Int
    /// Whether the terms of the notes are kept.
    var holdsTerms: Bool
    /// The most notes that link to one.
    var mostBacklinks: Int

    init(of connection: Connection) throws(StoreError) {
        let statement = try connection.prepare("SELECT next, live, dead, recent, terms, backlinks FROM state")
        guard try statement.step() else { throw .damaged("the index lacks its counts") }
        next = statement.integer(0)
        live = statement.integer(1)
        dead = statement.integer(2)
        recent = statement.integer(3)
        holdsTerms = statement.integer(4) != 0
        mostBacklinks = statement.count(5)
        guard 1...Int(UInt32.max) ~= next, 0...next ~= live, 0...next ~= dead, 0...next ~= recent else {
            throw .damaged("the counts make no sense")
        }
    }

    func write(to connection: Connection) throws(StoreError) {
        let statement = try connection.prepare(
            "UPDATE state SET next = ?1, live = ?2, dead = ?3, recent = ?4, terms = ?5, backlinks = ?6")
        for (index, value) in [next, live, dead, recent, holdsTerms ? 1 : 0, mostBacklinks].enumerated() {
            statement.bind(Int32(index + 1), value)
        }
        try statement.run()
    }
}
