import KBModel
import KBStore
import Testing

private func richNote() -> Note {
    var rich = note("deep/er/rich.md", "# One\na\n## Two\nb", title: "Rich")
    rich.aliases = ["Wealthy", "well-off"]
    rich.acronyms = [Note.Acronym(short: "AUC", long: "area under curve", line: 2)]
    rich.issues = [Issue(.unclosedFence, .warning, line: 4, "The fence is never closed")]
    rich.frontMatter.entries = [
        FrontMatter.Entry(key: "title", value: .string("Rich"), line: 1),
        FrontMatter.Entry(key: "Status", value: .string("draft"), line: 1),
        FrontMatter.Entry(key: "topics", value: .list([.string("a"), .number("7"), .null]), line: 1),
        FrontMatter.Entry(key: "nothing", value: .null, line: 1),
        FrontMatter.Entry(key: "long", value: .string(String(repeating: "é", count: 100)), line: 1),
    ]
    rich.tags = ["ml/Ranking", "Ranking"].enumerated().compactMap { index, spelling in
        Tag(spelling).map { TagUse(tag: $0, spelling: spelling, line: index == 0 ? 0 : 3) }
    }
    return rich
}

@Test func `a note comes back with all that was said of it`() throws {
    let folder = TemporaryFolder()
    try build(folder, [indexed(note("first.md", "# F")), indexed(richNote(), links: ["b", "a", "x/y"])])
    let store = try Store(path: folder.database)
    let record = try #require(try store.notes(with: [.tags, .properties, .linkTargets]).last)
    #expect(record.path == "deep/er/rich.md")
    #expect(record.title == "Rich")
    #expect((record.id, record.sections, record.words, record.day) == (2, 2, 4, 20_000))
    #expect(record.tags.map(\.spelling) == ["ml/Ranking", "Ranking"])
    #expect(record.tags.map(\.section) == [nil, 1])
    #expect(record.linkTargets == ["b", "a", "x/y"])
    #expect(record.properties.map(\.key) == ["Status", "topics", "topics", "long"])
    #expect(record.properties.map(\.value) == ["draft", "a", "7", String(repeating: "é", count: 32)])
    #expect(try store.notes().last?.tags == [])
    let names = try store.names()
    #expect(names.map(\.text) == ["Wealthy", "well-off", "AUC"])
    #expect(names.map(\.kind) == [.alias, .alias, .acronym])
    #expect(names.map(\.note) == [2, 2, 2])
    #expect(try store.issues() == [LocatedIssue(path: "deep/er/rich.md", issue: richNote().issues[0])])
}

@Test func `stamps come back whole`() throws {
    let folder = TemporaryFolder()
    let notes = [indexed(note("a.md", "# A"), modified: .max), indexed(note("d/b.md", ""), modified: .min)]
    try build(folder, notes)
    let stamps = try Store(path: folder.database).stamps()
    #expect(stamps.map(\.path) == ["a.md", "d/b.md"])
    #expect(stamps.map(\.stamp) == notes.map(\.stamp))
}

@Test func `counts add up`() throws {
    let folder = TemporaryFolder()
    try build(folder, [indexed(note("first.md", "# F\none two")), indexed(richNote(), links: ["b", "a"])])
    let counts = try Store(path: folder.database).counts()
    #expect((counts.notes, counts.sections, counts.tags, counts.links, counts.issues) == (2, 3, 2, 2, 1))
    #expect(counts.words == 7)
    #expect(counts.indexBytes > 0)
}

@Test func `an empty vault has an empty index`() throws {
    let folder = TemporaryFolder()
    try build(folder, [] as [IndexedNote])
    let store = try Store(path: folder.database)
    #expect(try store.notes().isEmpty && store.stamps().isEmpty && store.names().isEmpty)
    #expect(try store.sections().table.liveSections == 0)
    #expect(try store.places(leaf("word")).isEmpty)
    #expect(try !store.isRebuildDue())
}

@Test func `sections over several chunks are all there`() throws {
    let folder = TemporaryFolder()
    let text = (0..<6_000).map { "# Head\($0)\nword" }.joined(separator: "\n")
    try build(folder, (0..<3).flatMap { [indexed(note("\($0)", text)), indexed(note("empty\($0)", ""))] })
    let store = try Store(path: folder.database)
    #expect(try store.sections().table.liveSections == 18_000)
    #expect(try store.postings(for: leaf("word")).count == 18_000)
    #expect(try store.places(leaf("Head5999")) == ["0#5999 1/0", "1#5999 1/0", "2#5999 1/0"])
}

@Test(
    arguments: [
        ("auc", ["AUC"]), ("areas", ["AUC"]), ("aurora", ["AUC"]), ("precision", ["pr"]), ("pr", ["pr"]),
        ("x", ["É1"]), ("zebra", ["É1"]),
    ] as [(String, [String])])
func `acronyms are found by the first letters of either form`(word: String, expected: [String]) throws {
    let folder = TemporaryFolder()
    var first = note("a.md", "# A")
    first.acronyms = [
        Note.Acronym(short: "AUC", long: "area under curve", line: 1),
        Note.Acronym(short: "É1", long: "42", line: 1),
    ]
    var second = note("b.md", "# B")
    second.acronyms = [Note.Acronym(short: "pr", long: "Precision and Recall", line: 1)]
    try build(folder, [indexed(first), indexed(second)])
    let store = try Store(path: folder.database)
    // Those that begin with other letters than ASCII's are always among them.
    let names = try store.names(beginningWith: [word], where: { _ in true }).map(\.text)
    #expect(names.filter { $0 != "É1" || expected == ["É1"] } == expected)
    #expect(try store.names(beginningWith: [word], where: { _ in false }).isEmpty)
}

@Test func `stamps come one by one as they come together`() throws {
    let folder = TemporaryFolder()
    try build(folder, ["top.md": "# T", "a/b/c.md": "# C", "a/d.md": ""])
    let store = try Store(path: folder.database)
    var paths: [String] = []
    var stamps: [FileStamp] = []
    try store.forEachStamp { folder, name, stamp in
        let folder = String(decoding: folder, as: UTF8.self)
        paths.append((folder.isEmpty ? "" : folder + "/") + String(decoding: name, as: UTF8.self))
        stamps.append(stamp)
    }
    #expect(paths == (try store.stamps().map(\.path)))
    #expect(stamps == (try store.stamps().map(\.stamp)))
}
