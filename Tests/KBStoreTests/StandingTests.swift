import KBModel
import KBStore
import Testing

/// A note of one section that links to `links` and calls them by the keys given.
private func linked(_ path: String, to links: [String] = [], texts: [LinkText] = [], text: String = "word")
    -> IndexedNote
{
    IndexedNote(
        note: note(path, "# H\n\(text)"), stamp: FileStamp(size: 5, modified: 1, hash: 1), day: 0, linkTargets: links,
        names: [UInt64(path.utf8.count)], linkTexts: texts)
}

/// Takes targets for paths.
private func standing(of linked: LinkedNotes) -> NoteStanding {
    var counts: [Int: Int] = [:]
    var texts: [UInt64: Int] = [:]
    func id(_ target: Int) -> Int? { linked.notes.first { $0.path == linked.targets[target] }?.id }
    for note in linked.notes {
        for target in linked.links(of: note) { if let id = id(target) { counts[id, default: 0] += 1 } }
        for text in linked.texts(of: note) { if let id = id(text.target) { texts[text.key] = id } }
    }
    return NoteStanding(
        backlinks: counts.sorted { $0.key < $1.key }.map { .init(note: $0.key, count: $0.value) }, linkTexts: texts)
}

extension Store {
    fileprivate func backlinksByPath() throws -> [String: Int] {
        let notes = try notes()
        let counts = try backlinks(ofNotes: notes.map(\.id))
        return Dictionary(uniqueKeysWithValues: zip(notes.map(\.path), counts))
    }

    fileprivate func path(withLinkText key: UInt64) throws -> String? {
        guard let number = try note(withLinkText: key) else { return nil }
        return try notes().first { $0.id == number }?.path
    }
}

@Suite struct StandingTests {
    private let folder = TemporaryFolder()

    private func built(_ notes: [IndexedNote]) throws -> Store {
        let builder = try IndexBuilder(writerLock(folder))
        for note in notes { try builder.add(note) }
        try builder.finish(finding: standing)
        return try Store(path: folder.database)
    }

    private func update(_ store: Store, remove: [String] = [], add: [IndexedNote] = []) throws {
        let numbers = Dictionary(uniqueKeysWithValues: try store.notes().map { ($0.path, $0.id) })
        try store.update(writerLock(folder), finding: standing) { update throws(StoreError) in
            for path in remove { if let number = numbers[path] { try update.remove(note: number) } }
            for note in add { try update.add(note) }
        }
    }

    @Test func `an index tells how many notes link to each, and the most that do`() throws {
        let store = try built([linked("a", to: ["c"]), linked("b", to: ["a", "c", "gone"]), linked("c")])
        #expect(try store.backlinksByPath() == ["a": 1, "b": 0, "c": 2])
        #expect(try store.mostBacklinks() == 2)
        #expect(try store.backlinks(ofNotes: [3, 1, 3, 999_999, -4, .max]) == [2, 1, 2, 0, 0, 0])
    }

    @Test func `notes far apart have their backlinks in rows of their own`() throws {
        let paths = (0..<9_000).map { "n\(10_000 + $0)" }
        let store = try built(paths.map { linked($0, to: $0 == "n10001" ? ["n10000", "n14500", "n18999"] : []) })
        #expect(try store.backlinks(ofNotes: [4_501, 9_000, 1, 2, 4_502]) == [1, 1, 1, 0, 0])
    }

    @Test func `the words of links tell their note`() throws {
        let store = try built([linked("a"), linked("b", to: ["a"], texts: [LinkText(target: "a", key: 77)])])
        #expect(try store.path(withLinkText: 77) == "a")
        #expect(try store.path(withLinkText: 78) == nil)
    }

    @Test func `a note whose text alone changes keeps its standing under its new number`() throws {
        let texts = [LinkText(target: "a", key: 77)]
        let store = try built([linked("a"), linked("b", to: ["a"], texts: texts), linked("c", to: ["a", "b"])])
        // Nothing has to be found out, so what this finds is lost.
        try store.update(writerLock(folder), finding: { _ in NoteStanding() }) { update throws(StoreError) in
            try update.remove(note: 1)
            try update.add(linked("a", text: "other"))
            try update.remove(note: 2)
            try update.add(linked("b", to: ["a"], texts: texts, text: "other"))
        }
        #expect(try store.backlinksByPath() == ["a": 2, "b": 1, "c": 0])
        #expect(try store.path(withLinkText: 77) == "a")
    }

    @Test func `a note that goes or changes its links takes back exactly what it added`() throws {
        let texts = [LinkText(target: "a", key: 77)]
        let store = try built([linked("a"), linked("b", to: ["a"], texts: texts), linked("c", to: ["a"])])
        try update(store, remove: ["b"])
        #expect(try store.backlinksByPath() == ["a": 1, "c": 0])
        #expect(try store.path(withLinkText: 77) == nil)
        try update(store, remove: ["c"], add: [linked("c", to: ["d"]), linked("d", to: ["c"])])
        #expect(try store.backlinksByPath() == ["a": 0, "c": 1, "d": 1])
        try update(store, remove: ["c", "d"])
        #expect(try store.mostBacklinks() == 0)
    }
}
