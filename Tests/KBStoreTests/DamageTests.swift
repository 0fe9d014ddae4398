import KBModel
import Testing

@testable import KBStore

/// An index of two notes with terms, in which `sql` has changed what nobody should.
private func damaged(_ sql: String) throws -> TemporaryFolder {
    let folder = TemporaryFolder()
    try build(folder, [using([term("one"), term("two words")], "a"), using([term("one")], "b")])
    try Connection(path: folder.database, .readWrite, closesUnderLock: false).run(sql)
    return folder
}

/// Whether `body` says that the index is damaged.
private func saysDamaged(_ body: () throws -> Void) throws -> Bool {
    do { try body() } catch StoreError.damaged { return true }
    return false
}

@Test(arguments: [
    "UPDATE state SET next = 0", "UPDATE state SET next = -1", "UPDATE state SET next = 1 << 40",
    "UPDATE state SET live = -5", "UPDATE state SET live = 9", "UPDATE state SET dead = 1 << 62",
    "UPDATE state SET recent = -1", "DELETE FROM state",
])
func `counts that make no sense are damage`(_ sql: String) throws {
    let folder = try damaged(sql)
    let store = try Store(path: folder.database)
    #expect(try saysDamaged { _ = try store.sections() })
    #expect(try saysDamaged { _ = try store.isRebuildDue() })
}

@Test(arguments: [
    "UPDATE note SET sections = -1", "UPDATE note SET sections = 1 << 33", "UPDATE note SET id = -7 WHERE id = 1",
    "UPDATE note SET id = 1 << 33 WHERE id = 1",
])
func `a note whose numbers make no sense is damage`(_ sql: String) throws {
    let folder = try damaged(sql)
    let store = try Store(path: folder.database)
    #expect(try saysDamaged { _ = try store.notes() })
}

@Test(arguments: [
    "UPDATE term SET count = count + 1", "UPDATE term SET count = 1", "UPDATE term SET count = -1",
    "UPDATE term SET count = 1 << 62", "UPDATE term SET first = 2", "DELETE FROM term",
    "UPDATE term SET keys = x''", "UPDATE term SET keys = x'00'", "UPDATE term SET keys = x'09'",
    "UPDATE term SET words = x''", "UPDATE term SET words = x'8080'", "UPDATE term SET words = x'0101'",
    "UPDATE term SET words = x'ff7fff7f'", "UPDATE string SET texts = x'' WHERE kind = 4",
    "DELETE FROM string WHERE kind = 4", "DELETE FROM string WHERE kind = 5",
    "UPDATE note_term SET terms = x'01'", "UPDATE note_term SET terms = x'0001'",
    "UPDATE note_term SET terms = x'6401'", "UPDATE note_term SET terms = x'017f'",
    "UPDATE note_term SET terms = x'ffffffffffffffffff0101'", "UPDATE note_term SET terms = x'ffffffffffffffff7f01'",
])
func `terms that make no sense are damage`(_ sql: String) throws {
    let folder = try damaged(sql)
    let store = try Store(path: folder.database)
    #expect(try saysDamaged { _ = try store.terms() })
}

@Test(arguments: ["UPDATE term SET first = 9223372036854775807", "UPDATE term SET first = -9"])
func `an update of terms whose numbers make no sense is refused`(_ sql: String) throws {
    let folder = try damaged(sql)
    let lock = try writerLock(folder)
    let store = try Store(path: folder.database)
    #expect(try saysDamaged { try store.put(using([term("x")], "c"), lock) })
}
