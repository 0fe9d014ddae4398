import Foundation
import KBModel
import KBStore
import KBText
import Testing

private func copy(_ folder: TemporaryFolder) throws -> TemporaryFolder {
    let other = TemporaryFolder()
    for file in folder.files {
        try FileManager.default.copyItem(atPath: folder.path + "/" + file, toPath: other.path + "/" + file)
    }
    return other
}

private func bytes(_ path: String) throws -> [UInt8] { Array(try Data(contentsOf: URL(filePath: path))) }

private func write(_ bytes: [UInt8], _ path: String) throws { try Data(bytes).write(to: URL(filePath: path)) }

@Test func `only the database remains at rest`() throws {
    let folder = TemporaryFolder()
    try build(folder, ["a": "# H\nword"])
    #expect(folder.files == ["kb.sqlite"])
    do {
        let lock = try writerLock(folder)
        let store = try Store(path: folder.database)
        try store.put(indexed(note("b", "# H\nword")), lock)
        #expect(try store.places(leaf("word")).count == 2)
    }
    #expect(folder.files == ["kb.sqlite"])
}

@Test func `a builder that dies at any point leaves the old index, and the next one cleans up`() throws {
    let folder = TemporaryFolder()
    try build(folder, ["a": "# H\nold"])
    do {
        let builder = try IndexBuilder(writerLock(folder))
        for index in 0..<5 {
            try builder.add(indexed(note("n\(index)", "# H\nnew")))
            let dead = try copy(folder)
            #expect(try Store(path: dead.database).places(leaf("old")) == ["a#0 0/1"])
            #expect(dead.files.contains("kb.sqlite.new"))
            try build(dead, ["b": "# H\nnext"])
            #expect(dead.files == ["kb.sqlite"])
            #expect(try Store(path: dead.database).places(leaf("next")) == ["b#0 0/1"])
        }
    }
    // Given up without finishing.
    #expect(folder.files == ["kb.sqlite"])
    #expect(try Store(path: folder.database).places(leaf("old")) == ["a#0 0/1"])
}

@Test func `an update cut off at any byte of its log is there whole or not at all`() throws {
    let folder = TemporaryFolder()
    try build(folder, ["a": "# H\nold"])
    let lock = try writerLock(folder)
    let store = try Store(path: folder.database)
    // A reader keeps the log from being folded in.
    let reader = try Store(path: folder.database)
    try reader.reading { () throws(StoreError) in
        _ = try reader.stamps()
        try store.put(indexed(note("a", "# H\nfresh")), lock)
        try store.put(indexed(note("b", "# H\nfresh")), lock)
    }
    let log = try bytes(folder.database + "-wal")
    #expect(log.count > 4_096)
    var seen: Set<[String]> = []
    for length in Array(stride(from: 0, to: log.count, by: 997)) + [log.count] {
        let dead = TemporaryFolder()
        try write(bytes(folder.database), dead.database)
        try write(Array(log[..<length]), dead.database + "-wal")
        seen.insert(try Store(path: dead.database).everything(["old", "fresh"]).filter { $0.contains("#0") })
    }
    #expect(seen.isSubset(of: [["old: a#0 0/1"], ["fresh: a#0 0/1"], ["fresh: a#0 0/1", "fresh: b#0 0/1"]]))
    #expect(seen.count == 3)
}

@Test func `a log left by a killed writer is not taken for the new database's`() throws {
    let folder = TemporaryFolder()
    try build(folder, ["a": "# H\nold"])
    let dead: TemporaryFolder
    do {
        let lock = try writerLock(folder)
        let store = try Store(path: folder.database)
        try store.put(indexed(note("b", "# H\nlogged")), lock)
        dead = try copy(folder)
    }
    #expect(dead.files.contains("kb.sqlite-wal"))
    try build(dead, ["c": "# H\nrebuilt"])
    #expect(dead.files == ["kb.sqlite"])
    let store = try Store(path: dead.database)
    #expect(try store.everything(["old", "logged", "rebuilt"]).filter { $0.contains("#0") } == ["rebuilt: c#0 0/1"])
}

@Test func `a reader keeps its index while another takes its place`() throws {
    let folder = TemporaryFolder()
    try build(folder, ["a": "# H\nold"])
    let reader = try Store(path: folder.database)
    #expect(try reader.places(leaf("old")) == ["a#0 0/1"])
    try build(folder, ["b": "# H\nnew"])
    #expect(try reader.places(leaf("old")) == ["a#0 0/1"])
    let lock = try writerLock(folder)
    #expect(throws: StoreError.replaced) { try reader.update(lock) { _ throws(StoreError) in } }
    let fresh = try Store(path: folder.database)
    try fresh.put(indexed(note("c", "# H\nnew")), lock)
    #expect(try fresh.places(leaf("new")).count == 2)
}

@Test func `a reader that closes late leaves the new database's log alone`() throws {
    let folder = TemporaryFolder()
    try build(folder, ["a": "# H\nold"])
    var late: Store? = try Store(path: folder.database)
    #expect(try late?.places(leaf("old")).count == 1)
    try build(folder, ["b": "# H\nnew"])
    let lock = try writerLock(folder)
    let fresh = try Store(path: folder.database)
    try fresh.put(indexed(note("c", "# H\nnew")), lock)
    late = nil
    #expect(late == nil && folder.files.contains("kb.sqlite-wal"))
    #expect(try Store(path: folder.database).places(leaf("new")).count == 2)
}

@Test func `questions inside one reading see one state`() throws {
    let folder = TemporaryFolder()
    try build(folder, ["a": "# H\nword"])
    let lock = try writerLock(folder)
    let writer = try Store(path: folder.database)
    let reader = try Store(path: folder.database)
    let counts = try reader.reading { () throws(StoreError) -> [Int] in
        let before = try reader.postings(for: leaf("word")).count
        try writer.put(indexed(note("b", "# H\nword")), lock)
        return [before, try reader.postings(for: leaf("word")).count]
    }
    #expect(counts == [1, 1])
    #expect(try reader.postings(for: leaf("word")).count == 2)
}

@Test func `one writer at a time`() throws {
    let folder = TemporaryFolder()
    do {
        let first = try #require(try WriterLock.acquire(for: folder.database, waiting: false))
        #expect(try WriterLock.acquire(for: folder.database, waiting: false) == nil)
        withExtendedLifetime(first) {}
    }
    #expect(try WriterLock.acquire(for: folder.database, waiting: false) != nil)
}

@Test func `many writers and readers at once lose nothing and never fail`() async throws {
    let folder = TemporaryFolder()
    try build(folder, ["a": "# H\nword"])
    let database = folder.database
    try await withThrowingTaskGroup(of: Void.self) { group in
        for task in 0..<4 {
            group.addTask {
                for round in 0..<5 {
                    guard let lock = try WriterLock.acquire(for: database, waiting: true) else { return }
                    let store = try Store(path: database)
                    try store.put(indexed(note("t\(task)-\(round)", "# H\nword")), lock)
                }
            }
            group.addTask {
                var last = 0
                for _ in 0..<30 {
                    let count = try Store(path: database).postings(for: leaf("word")).count
                    #expect(count >= last)
                    last = count
                }
            }
        }
        try await group.waitForAll()
    }
    #expect(try Store(path: database).postings(for: leaf("word")).count == 21)
    #expect(folder.files == ["kb.sqlite"])
}

@Test func `readers find a whole index while it is rebuilt over and over`() async throws {
    let folder = TemporaryFolder()
    try build(folder, ["a": "# H\nword"])
    let database = folder.database
    try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask {
            for round in 0..<15 {
                guard let lock = try WriterLock.acquire(for: database, waiting: true) else { return }
                let builder = try IndexBuilder(lock)
                try builder.add(indexed(note("r\(round)", "# H\nword")))
                try builder.finish()
                let store = try Store(path: database)
                try store.put(indexed(note("u\(round)", "# H\nother")), lock)
            }
        }
        for _ in 0..<2 {
            group.addTask {
                for _ in 0..<60 {
                    let places = try Store(path: database).places(leaf("word"))
                    #expect(places.count == 1)
                }
            }
        }
        try await group.waitForAll()
    }
    #expect(folder.files == ["kb.sqlite"])
}

@Test func `what cannot be used says so, and a rebuild mends it`() throws {
    let folder = TemporaryFolder()
    #expect(throws: StoreError.missing(path: folder.database)) { try Store(path: folder.database) }
    try build(folder, (0..<300).map { indexed(note("n\($0)", "# Head \($0)\n" + alphabetText)) })
    let whole = try bytes(folder.database)
    var header = whole
    header[63] = 99
    var random = SystemRandomNumberGenerator()
    let noise = (0..<8_192).map { _ in UInt8.random(in: 0...255, using: &random) }
    let broken = [
        [], Array("not a database".utf8), noise, Array(whole.prefix(3_000)), Array(whole.prefix(whole.count / 2)),
        header, [UInt8](repeating: 0, count: 10_000),
    ]
    for content in broken {
        try write(content, folder.database)
        let error = #expect(throws: StoreError.self) { try Store(path: folder.database).everything(["head"]) }
        #expect(error?.isMendedByRebuilding == true, "\(String(describing: error))")
    }
    try build(folder, ["a": "# H\nmended"])
    #expect(try Store(path: folder.database).places(leaf("mended")) == ["a#0 0/1"])
}

private let alphabetText = "some words that stand in every note, so that pages fill up"

@Test func `noise anywhere in the file never stops the program`() throws {
    let folder = TemporaryFolder()
    try build(
        folder,
        (0..<200).map {
            var indexed = indexed(note("n\($0)", "# Head \($0)\n" + alphabetText), links: ["x\($0)"])
            indexed.terms = (0..<30).map { term("word \($0 * $0)", [.mention: $0]) } + [term("note \($0)")]
            return indexed
        })
    let whole = try bytes(folder.database)
    var random = SystemRandomNumberGenerator()
    for _ in 0..<150 {
        var content = whole
        for _ in 0..<Int.random(in: 1...200, using: &random) {
            content[Int.random(in: 100..<content.count, using: &random)] = .random(in: 0...255, using: &random)
        }
        let dead = TemporaryFolder()
        try write(content, dead.database)
        do {
            let store = try Store(path: dead.database)
            _ = try store.everything(["head", "some", "words", "5"])
            _ = try store.words(within: 2, of: "pagse")
            _ = try store.places(prefix("wo"))
            _ = try store.counts()
            try store.put(indexed(note("new", "# H\nnew")), writerLock(dead))
        } catch is StoreError {}
    }
}

@Test func `a database opened for reading leaves no trace, and cannot be updated`() throws {
    let folder = TemporaryFolder()
    try build(folder, ["a?#%20 b": "# H\nword"])
    let odd = folder.path + "/odd ?#%41 é.sqlite"
    try FileManager.default.copyItem(atPath: folder.database, toPath: odd)
    let before = try bytes(odd)
    let files = folder.files
    do {
        let store = try Store(path: odd, isReadOnly: true)
        #expect(!store.isWritable)
        #expect(try store.places(leaf("word")) == ["a?#%20 b#0 0/1"])
        let lock = try #require(try WriterLock.acquire(for: odd, waiting: true))
        #expect(throws: StoreError.self) { try store.update(lock) { _ throws(StoreError) in } }
    }
    #expect(try bytes(odd) == before)
    #expect(folder.files == files)
}

@Test func `the folder of an index is made where there is none`() throws {
    let folder = TemporaryFolder()
    let path = folder.path + "/x/y/kb.sqlite"
    let builder = try IndexBuilder(try #require(try WriterLock.acquire(for: path, waiting: true)))
    try builder.finish()
    #expect(try Store(path: path).stamps().isEmpty)
    try write([], folder.path + "/file")
    #expect(throws: StoreError.self) { try WriterLock.acquire(for: folder.path + "/file/kb.sqlite", waiting: true) }
}
