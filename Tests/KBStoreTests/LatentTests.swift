import KBLatent
import KBModel
import Testing

@testable import KBStore

/// Notes about bread and about sailing in turn, of ten words each. *Loaf* and *boule* never share a note.
private func kitchenAndSea(_ count: Int) -> [IndexedNote] {
    var state: UInt64 = 7
    func draw(_ topic: String) -> String {
        // D. E. Knuth's multiplier for numbers that look drawn at random.
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return "\(topic)\(state >> 33 % 24)"
    }
    return (0..<count).map { index in
        let topic = index % 2 == 0 ? "bread" : "sea"
        let own = index % 2 == 1 ? "ship" : index % 4 == 0 ? "loaf" : "boule"
        let words = (0..<10).map { _ in draw(topic) }.joined(separator: " ")
        return indexed(note("\(1000 + index).md", "# Note\nThe \(words) and the \(own)"))
    }
}

private func vectors(_ store: Store) throws -> LatentVectors {
    let count = try store.sections().features.count
    return try store.latentVectors(ofSections: (1..<count).map { UInt32($0) })
}

@Test func `words of one topic lie near each other, though they never meet`() throws {
    let folder = TemporaryFolder()
    try build(folder, kitchenAndSea(200))
    let store = try Store(path: folder.database)
    let found = try store.latentVectors(ofTerms: ["loaf", "boul", "ship", "the", "unheard"])
    let (loaf, boule, ship) = (try #require(found[0]), try #require(found[1]), try #require(found[2]))
    #expect(loaf.cosine(boule) > loaf.cosine(ship))
    #expect(found[3] == nil)
    #expect(found[4] == nil)
}

@Test func `a query points at the sections of its topic`() throws {
    let folder = TemporaryFolder()
    try build(folder, kitchenAndSea(200))
    let store = try Store(path: folder.database)
    let query = try #require(try store.latentVector(of: [("boul", 1), ("unheard", 1)]))
    let loaves = stride(from: UInt32(1), to: 200, by: 4).map { $0 }
    let ships = stride(from: UInt32(2), to: 200, by: 4).map { $0 }
    func total(_ sections: [UInt32]) throws -> Float {
        try store.latentVectors(ofSections: sections).cosines(with: query).reduce(0, +)
    }
    #expect(try total(loaves) > total(ships) + 10)
}

@Test func `a section that is not there has no vector`() throws {
    let folder = TemporaryFolder()
    try build(folder, kitchenAndSea(60))
    let store = try Store(path: folder.database)
    let found = try store.latentVectors(ofSections: [0, 1, 5_000, .max])
    #expect(found.vector(at: 0) == nil)
    #expect(found.vector(at: 1) != nil)
    #expect(found.vector(at: 2) == nil)
    #expect(found.vector(at: 3) == nil)
}

@Test func `an index of few sections has no vectors`() throws {
    let folder = TemporaryFolder()
    try build(folder, kitchenAndSea(10))
    let store = try Store(path: folder.database)
    #expect(try store.latentVector(of: [("loaf", 1)]) == nil)
    #expect(try vectors(store).cosines(with: LatentVector([1])).allSatisfy { $0 == 0 })
}

@Test func `the same notes give the same vectors`() throws {
    let (one, other) = (TemporaryFolder(), TemporaryFolder())
    try build(one, kitchenAndSea(150))
    try build(other, kitchenAndSea(150))
    #expect(try vectors(Store(path: one.database)) == vectors(Store(path: other.database)))
}

@Test func `an update gives a note that returns the vector it had, and leaves the others`() throws {
    let folder = TemporaryFolder()
    let notes = kitchenAndSea(150)
    try build(folder, notes)
    let store = try Store(path: folder.database)
    let before = try vectors(store)
    try store.update(writerLock(folder)) { update throws(StoreError) in
        for number in [3, 130] {
            try update.remove(note: number)
            try update.add(notes[number - 1])
        }
    }
    let after = try vectors(store)
    #expect(after.count == before.count + 2)
    for place in 0..<before.count { #expect(after.vector(at: place) == before.vector(at: place)) }
    #expect(after.vector(at: 150) == before.vector(at: 2))
    #expect(after.vector(at: 151) == before.vector(at: 129))
    #expect(before.vector(at: 2) != nil)
}

@Test func `updates one after the other fill the row of the last sections`() throws {
    let folder = TemporaryFolder()
    let notes = kitchenAndSea(120)
    try build(folder, notes)
    let store = try Store(path: folder.database)
    let before = try vectors(store)
    for round in 0..<3 {
        try store.update(writerLock(folder)) { update throws(StoreError) in
            for index in 0..<5 { try update.add(notes[round * 5 + index]) }
        }
    }
    let after = try vectors(store)
    for place in 0..<15 { #expect(after.vector(at: 120 + place) == before.vector(at: place)) }
}

@Test(arguments: [
    "UPDATE latent_term SET vectors = x''", "UPDATE latent_term SET vectors = x'0102'",
    "UPDATE latent_term SET vectors = substr(vectors, 2)",
])
func `vectors of terms that are cut off are damage`(_ sql: String) throws {
    let folder = TemporaryFolder()
    try build(folder, kitchenAndSea(60))
    try Connection(path: folder.database, .readWrite, closesUnderLock: false).run(sql)
    let store = try Store(path: folder.database)
    // The last one of all fingerprints lies in or behind some row.
    #expect(throws: StoreError.damaged("vectors of terms are cut off")) {
        for term in ["loaf", "boul", "ship", "sea1", "bread1"] { _ = try store.latentVectors(ofTerms: [term]) }
    }
    #expect(throws: StoreError.damaged("vectors of terms are cut off")) {
        try store.update(writerLock(folder)) { update throws(StoreError) in
            for note in kitchenAndSea(40) { try update.add(note) }
        }
    }
}

@Test func `vectors of sections that are cut off are damage`() throws {
    let folder = TemporaryFolder()
    try build(folder, kitchenAndSea(60))
    try Connection(path: folder.database, .readWrite, closesUnderLock: false)
        .run("UPDATE latent_section SET vectors = substr(vectors, 2)")
    let store = try Store(path: folder.database)
    #expect(throws: StoreError.damaged("vectors of sections are cut off")) {
        _ = try store.latentVectors(ofSections: [1])
    }
}

@Test(arguments: [
    "UPDATE latent_term SET vectors = randomblob(length(vectors))",
    "UPDATE latent_section SET vectors = randomblob(length(vectors))",
    "UPDATE latent_section SET vectors = x''", "DELETE FROM latent_section", "DELETE FROM latent_term",
    "UPDATE latent_section SET id = id + 7", "UPDATE latent_term SET id = -id",
])
func `vectors of nonsense are numbers all the same`(_ sql: String) throws {
    let folder = TemporaryFolder()
    try build(folder, kitchenAndSea(60))
    try Connection(path: folder.database, .readWrite, closesUnderLock: false).run(sql)
    let store = try Store(path: folder.database)
    let query = try store.latentVector(of: [("loaf", 1), ("ship", 1)]) ?? LatentVector([1])
    #expect(try vectors(store).cosines(with: query).allSatisfy { -1.001...1.001 ~= $0 })
    try store.update(writerLock(folder)) { update throws(StoreError) in try update.add(kitchenAndSea(1)[0]) }
}
