import KBConcepts
import KBModel
import Testing

@Suite struct CatalogResolvingTests {
    private let sample = catalog(
        [
            term("consistent hashing", notes: 5, [.heading: 3]), term("hash ring", notes: 2),
            term("replication", notes: 6, [.heading: 2]),
            term("replication lag", notes: 3), term("replication factor", notes: 2), term("leader election", notes: 4),
            term("metrics", notes: 4), term("latency metrics", notes: 2), term("throughput metrics"),
            term("write-ahead log", notes: 3), term("WAL", notes: 2), term("quorum", notes: 2),
        ], acronyms: [NoteAcronym(short: "WAL", long: "write-ahead log", notes: 1)])

    @Test(arguments: [
        ("consistent hashing", "consistent hashing"), ("Consistent Hashing", "consistent hashing"),
        ("consistent-hashing", "consistent hashing"), ("hashing, consistent", "consistent hashing"),
        ("hash rings", "hash ring"), ("WAL", "write-ahead log"), ("wal", "write-ahead log"),
        ("election of a leader", "leader election"), ("election leader", "leader election"),
        ("write ahead logs", "write-ahead log"), ("hashring", "hash ring"), ("  quorum ", "quorum"),
    ])
    func `a name is found in any of its spellings, cases, plurals and orders`(_ typed: String, name: String) {
        #expect(sample.names(for: typed) == [name])
    }

    @Test(arguments: [
        ("consisstent hashing", "consistent hashing"), ("leader elction", "leader election"),
        ("quorm", "quorum"), ("elction leader", "leader election"),
    ])
    func `a name with a typo is found, and what it was read as is told`(_ typed: String, name: String) {
        guard case .concept(let index, let readAs) = sample.resolve(typed) else {
            Issue.record("not found")
            return
        }
        #expect(sample.concepts[index].name == name)
        #expect(readAs != nil)
    }

    @Test func `a letter left out is likelier than one put for another`() {
        let catalog = catalog([term("online metrics", notes: 5), term("offline metrics", notes: 2)])
        #expect(catalog.names(for: "ofline metrics") == ["offline metrics"])
        #expect(catalog.names(for: "metrics ofline") == ["offline metrics"])
        #expect(catalog.names(for: "onlin metrics") == ["online metrics"])
    }

    @Test func `a beginning that one name has is that name`() {
        #expect(sample.names(for: "consist") == ["consistent hashing"])
        #expect(sample.names(for: "election") == ["leader election"])
    }

    @Test func `a beginning of several names lists them`() {
        let catalog = catalog([term("replication lag", notes: 3), term("replication factor", notes: 5), term("quorum")])
        #expect(catalog.names(for: "replication") == ["replication factor", "replication lag"])
    }

    @Test func `a head word that is a concept itself is not ambiguous`() {
        #expect(sample.names(for: "metrics") == ["metrics"])
        #expect(sample.names(for: "replication") == ["replication"])
    }

    @Test func `an unknown name is answered with the nearest`() {
        guard case .unknown(let nearest) = sample.resolve("elective leadership") else {
            Issue.record("found")
            return
        }
        #expect(nearest.first == "leader election")
        #expect(sample.resolve("zebra") == .unknown(nearest: []))
        #expect(sample.resolve("") == .unknown(nearest: []))
    }

    @Test func `a key leads to its concept`() {
        let key = TermExtractor().key(of: "Hash-Rings")
        #expect(key.flatMap(sample.index(ofKey:)).map { sample.concepts[$0].name } == "hash ring")
        #expect(sample.index(ofKey: 1) == nil)
    }
}
