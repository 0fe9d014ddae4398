import KBModel
import KBStore
import Testing

/// A term with counts in the roles named.
func term(_ spelling: String, _ counts: KeyValuePairs<TermCounts.Role, Int> = [.mention: 1]) -> TermUse {
    var use = TermUse(spelling: spelling, key: key(spelling), counts: TermCounts())
    for (role, count) in counts { use.counts[role] = count }
    return use
}

/// Spellings that differ in case only have one key.
private func key(_ spelling: String) -> UInt64 {
    spelling.lowercased().utf8.reduce(14_695_981_039_346_656_037) { ($0 ^ UInt64($1)) &* 1_099_511_628_211 }
}

func using(_ terms: [TermUse], _ path: String) -> IndexedNote {
    var indexed = indexed(note(path, "# \(path)"))
    indexed.terms = terms
    return indexed
}

extension TermCounts {
    /// `mention 2, lead 1` and the like.
    fileprivate var text: String {
        Role.allCases.filter { self[$0] != 0 }.map { "\($0) \(self[$0])" }.joined(separator: ", ")
    }
}

extension Store {
    /// `spelling: notes; counts` for each term, in the order of the store.
    func termLines() throws -> [String] {
        try terms().map { "\($0.spelling): \($0.notes); \($0.counts.text); \($0.key == key($0.spelling))" }
    }
}

@Test func `the totals of a term are the sums over the notes that use it`() throws {
    let folder = TemporaryFolder()
    try build(
        folder,
        [
            using([term("Gradient descent", [.mention: 2, .heading: 1]), term("loss", [.mention: 1])], "a"),
            using([term("Gradient descent", [.mention: 3, .alone: 1]), term("é  x ", [.tag: 1])], "b"),
            using([term("Gradient descent", [.mention: 65_535])], "c"), using([], "d"),
        ])
    let store = try Store(path: folder.database)
    #expect(
        try store.termLines().sorted() == [
            "Gradient descent: 3; mention 65535, alone 1, heading 1; true", "loss: 1; mention 1; true",
            "é  x : 1; tag 1; true",
        ])
    #expect(try store.holdsTerms())
}

@Test func `terms come by key, then by spelling, whatever the order of the notes`() throws {
    let spellings = ["b", "B", "a b", "A b", "A B", "z", ""]
    let notes = spellings.map { using([term($0)], "n\($0)") }
    let folders = [TemporaryFolder(), TemporaryFolder()]
    try build(folders[0], notes)
    try build(folders[1], notes.reversed())
    let terms = try folders.map { try Store(path: $0.database).terms() }
    #expect(terms[0] == terms[1])
    #expect(terms[0].map(\.key) == terms[0].map(\.key).sorted())
    #expect(terms[0].filter { $0.key == key("a b") }.map(\.spelling) == ["A B", "A b", "a b"])
}

@Test func `a note keeps its own terms`() throws {
    let folder = TemporaryFolder()
    let terms = [term("one", [.mention: 4, .defined: 1]), term("Two words", [.mention: 300, .enumerated: 2])]
    try build(folder, [using([term("Two words")], "a"), using(terms.reversed(), "b"), using([], "c")])
    let store = try Store(path: folder.database)
    #expect(try store.terms(ofNote: 2) == [terms[1], terms[0]])
    #expect(try store.terms(ofNote: 3).isEmpty && store.terms(ofNote: 99).isEmpty)
}

@Test func `a spelling that a note gives twice counts once, with all its uses`() throws {
    let folder = TemporaryFolder()
    try build(folder, [using([term("x"), term("y"), term("x", [.mention: 2, .link: 1]), term("x")], "a")])
    let store = try Store(path: folder.database)
    #expect(try store.termLines().sorted() == ["x: 1; mention 4, link 1; true", "y: 1; mention 1; true"])
    #expect(try store.terms(ofNote: 1) == [term("x", [.mention: 4, .link: 1]), term("y")])
}

@Test func `only terms that are wanted are made`() throws {
    let folder = TemporaryFolder()
    try build(folder, [using([term("x"), term("y", [.lead: 1])], "a"), using([term("x")], "b")])
    let store = try Store(path: folder.database)
    #expect(try store.terms { notes, _ in notes > 1 }.map(\.spelling) == ["x"])
    #expect(try store.terms { _, counts in counts[.lead] > 0 }.map(\.spelling) == ["y"])
}

@Test func `keys of every size come back, the greatest and 0 among them`() throws {
    let folder = TemporaryFolder()
    let keys: [UInt64] = [0, 1, 255, 256, 1 << 47, .max]
    let uses = keys.map { TermUse(spelling: "k\($0)", key: $0, counts: TermCounts()) }
    try build(folder, [using(uses, "a")])
    let store = try Store(path: folder.database)
    #expect(try store.terms().map(\.key) == keys)
    let lock = try writerLock(folder)
    try store.put(using(Array(uses.prefix(1)), "a"), lock)
    #expect(try store.terms().map(\.key) == [0])
}

@Test func `a changed note takes its old terms with it`() throws {
    let folder = TemporaryFolder()
    try build(folder, [using([term("x"), term("old")], "a"), using([term("x"), term("kept")], "b")])
    let lock = try writerLock(folder)
    let store = try Store(path: folder.database)
    try store.put(using([term("x", [.lead: 1]), term("new")], "a"), lock)
    #expect(
        try store.termLines().sorted() == [
            "kept: 1; mention 1; true", "new: 1; mention 1; true", "x: 2; mention 1, lead 1; true",
        ])
}

@Test func `more terms than a row holds are all there`() throws {
    let folder = TemporaryFolder()
    let notes = (0..<30).map { note in
        using((0..<500).map { term("w\(note * 500 + $0) of \($0)") } + [term("shared")], "n\(note)")
    }
    try build(folder, notes)
    let store = try Store(path: folder.database)
    let terms = try store.terms()
    #expect(terms.count == 15_001)
    #expect(terms.allSatisfy { $0.key == key($0.spelling) && $0.notes == ($0.spelling == "shared" ? 30 : 1) })
    #expect(Set(try store.terms(ofNote: 17).map(\.spelling)) == Set(notes[16].terms.map(\.spelling)))
}

@Test func `an index without concepts keeps no terms, and says so`() throws {
    let folder = TemporaryFolder()
    let lock = try writerLock(folder)
    let builder = try IndexBuilder(lock, holdsTerms: false)
    try builder.add(using([term("x")], "a"))
    try builder.finish()
    let store = try Store(path: folder.database)
    #expect(try !store.holdsTerms())
    try store.put(using([term("y")], "b"), lock)
    #expect(try !store.holdsTerms() && store.terms().isEmpty)
}

@Test func `acronyms come with the notes that spell them out, aliases with the title of their note`() throws {
    let folder = TemporaryFolder()
    var first = note("a", "# A\none two", title: "First")
    first.acronyms = [
        Note.Acronym(short: "AUC", long: "area under curve", line: 1),
        Note.Acronym(short: "AUC", long: "area under curve", line: 2),
    ]
    first.aliases = ["Uno", "Eins", "Uno"]
    var second = note("b", "# B", title: "Second")
    second.acronyms = [
        Note.Acronym(short: "AUC", long: "area under curve", line: 1),
        Note.Acronym(short: "AU", long: "gold", line: 1),
    ]
    try build(folder, [indexed(second), indexed(first)])
    let store = try Store(path: folder.database)
    #expect(
        try store.acronymPairs().map { "\($0.short) \($0.long) \($0.notes)" } == [
            "AU gold 1", "AUC area under curve 2",
        ])
    #expect(try store.titleAliases().map { "\($0.title) \($0.alias)" } == ["First Eins", "First Uno"])
    #expect(try store.words() == 4)
}
