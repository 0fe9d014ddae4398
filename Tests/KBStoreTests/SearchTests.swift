import KBModel
import KBStore
import KBText
import Testing

private let vault: KeyValuePairs = [
    "a.md": "# Class imbalance\nWeights for imbalanced classes, weights again\n## Metrics\nPrecision and recall",
    "sub/b.md": "Before any heading: recall\n# C++ and .NET\nUse C++ with care. precision@k",
    "猫.md": "# 小猫\n日本語の検索",
]

@Test(
    arguments: [
        ("imbalances", ["a.md#0 1/1"]), ("weight", ["a.md#0 0/2"]), ("recall", ["a.md#1 0/1", "sub/b.md#0 0/1"]),
        ("precision k", ["sub/b.md#1 0/1"]), ("c++", ["sub/b.md#1 1/1"]), (".net", ["sub/b.md#1 1/0"]),
        ("検索", ["猫.md#0 0/1"]), ("猫", ["猫.md#0 2/0"]), ("本語", ["猫.md#0 0/1"]), ("absent", []), ("…", []),
    ] as [(String, [String])])
func `words are found with how often they stand in heading and body`(_ text: String, expected: [String]) throws {
    let folder = TemporaryFolder()
    try build(folder, vault)
    #expect(try Store(path: folder.database).places(leaf(text)) == expected)
}

@Test func `a leaf for headings leaves the body out`() throws {
    let folder = TemporaryFolder()
    try build(folder, vault)
    let store = try Store(path: folder.database)
    #expect(try store.places(leaf("imbalance", in: .heading)) == ["a.md#0 1/0"])
    #expect(try store.places(leaf("recall", in: .heading)).isEmpty)
}

@Test func `a note's title is found in its first section when the heading says something else`() throws {
    let folder = TemporaryFolder()
    try build(
        folder,
        [
            indexed(note("x.md", "preamble\n# Head", title: "Quarterly plan")),
            indexed(note("y.md", "# Head\n## Next", title: "Yearly plan")),
            indexed(note("z.md", "#Same words", title: "Same words")),
        ])
    let store = try Store(path: folder.database)
    #expect(try store.places(leaf("plan", in: .heading)) == ["x.md#0 1/0", "y.md#0 1/0"])
    #expect(try store.places(leaf("same")) == ["z.md#0 1/0"])
}

@Test func `a prefix finds every word that begins so, those with shorter stems too`() throws {
    let folder = TemporaryFolder()
    try build(folder, ["a": "# One\nevaluation", "b": "# Two\nevaluate evaluator", "c": "# Three\nevil"])
    let store = try Store(path: folder.database)
    #expect(try store.places(prefix("evaluat")) == ["a#0 0/1", "b#0 0/2"])
    #expect(try store.places(prefix("ev")).count == 3)
    #expect(try store.places(MatchLeaf(.prefix([]))).isEmpty)
}

@Test func `near wants all its words, not too far apart`() throws {
    let folder = TemporaryFolder()
    try build(
        folder, ["a": "# H\nalpha one two beta", "b": "# H\nalpha one two three four five beta", "c": "# H\nalpha"])
    let store = try Store(path: folder.database)
    let groups = ["alpha", "beta"].map { Tokenizer().tokens(in: $0, as: .query) }
    #expect(try store.places(MatchLeaf(.near(groups, distance: 3))) == ["a#0 0/1"])
    #expect(try store.places(MatchLeaf(.near(groups, distance: 9))).count == 2)
    #expect(try store.places(MatchLeaf(.near([], distance: 9))).isEmpty)
    #expect(try store.places(MatchLeaf(.near(groups, distance: .max))).count == 2)
}

@Test(arguments: [
    "\"", "a\" OR b", "* ^ + - ( ) : {", "NEAR(a b)", "heading : x", "a AND NOT b", "\0", "x\0y",
    "'; DROP TABLE note; --",
    "🙂", "a*", "\"\"\"",
])
func `nothing a reader types acts as an operator`(_ text: String) throws {
    let folder = TemporaryFolder()
    try build(folder, ["a": "# Note\nx y a b heading near and or not drop table"])
    let store = try Store(path: folder.database)
    // Terms that no tokenizer would let through, as hostile as they come.
    let token = Token(surface: text, term: text, range: 0..<1)
    for pattern in [MatchLeaf.Pattern.words([token]), .prefix([token]), .near([[token], [token]], distance: 5)] {
        for field in Query.Field.allCases { _ = try store.postings(for: MatchLeaf(pattern, in: field)) }
    }
    _ = try store.postings(for: leaf(text))
    #expect(try store.places(leaf("drop table")) == ["a#0 0/1"])
}

@Test func `operators are words like others`() throws {
    let folder = TemporaryFolder()
    try build(folder, ["a": "# Head\nto be or not to be", "b": "# Head\nto be"])
    #expect(try Store(path: folder.database).places(leaf("be OR NOT")) == ["a#0 0/1"])
}

@Test func `counts of occurrences stop at 255`() throws {
    let folder = TemporaryFolder()
    try build(folder, ["a": "# Head\n" + String(repeating: "word ", count: 1_000)])
    #expect(try Store(path: folder.database).places(leaf("word")) == ["a#0 0/255"])
}

@Test func `the collection knows length, level, place and features of each section`() throws {
    let folder = TemporaryFolder()
    var tasks = note("t.md", "# One\nsome words here\n### Deep?\nx")
    tasks.blocks = [
        Block(kind: .task, lines: LineRange(2, 2), plain: 0..<1, taskState: " "),
        Block(kind: .task, lines: LineRange(2, 2), plain: 0..<1, taskState: "x"),
        Block(kind: .code, lines: LineRange(4, 4), plain: 0..<1),
        Block(kind: .tableRow, lines: LineRange(4, 4), plain: 0..<1),
    ]
    tasks.sections[0].blocks = 0..<2
    tasks.sections[1].blocks = 2..<4
    tasks.definitions = [Note.Definition(term: 0..<1, text: 0..<1, line: 4)]
    try build(folder, [indexed(tasks), indexed(note("empty.md", "")), indexed(note("u.md", "# U"))])
    let store = try Store(path: folder.database)
    let sections = try store.sections()
    let table = sections.table
    #expect(table.lengths.map { SectionLength.words[Int($0)] } == [0, 4, 2, 0, 1])
    #expect(table.liveSections == 3)
    #expect(abs(table.meanLength - 7.0 / 3) < 1e-9)
    #expect(table.shapes.map { SectionShape(rawValue: $0).level } == [0, 1, 3, 0, 1])
    #expect(table.shapes.map { SectionShape(rawValue: $0).opensNote } == [false, true, false, false, true])
    let features = sections.features.map { SectionFeatures(rawValue: $0) }
    #expect(features[1] == [SectionFeatures(.task), SectionFeatures(.open), SectionFeatures(.done)])
    let second: [Query.Feature] = [.question, .definition, .code, .table]
    #expect(features[2] == SectionFeatures(second.map { SectionFeatures($0) }))
    let record = try #require(try store.notes().first)
    #expect((record.openTasks, record.doneTasks) == (1, 1))
}

@Test func `words near and words beginning so come with their sections`() throws {
    let folder = TemporaryFolder()
    try build(
        folder,
        ["a": "# H\nprecision precise", "b": "# H\nprecision prediction", "c": "# H\nnaïve décision 12345 x1y2"])
    let store = try Store(path: folder.database)
    #expect(try store.words(within: 2, of: "presicion").map(\.text) == ["precision", "prediction"])
    #expect(try store.words(within: 0, of: "precision").map(\.sections) == [2])
    #expect(try store.words(beginningWith: "pre").map(\.text) == ["precision", "precise", "prediction"])
    #expect(try store.words(beginningWith: "").isEmpty)
    #expect(try store.words(beginningWith: "1").isEmpty)
    #expect(try store.words(within: 1, of: "naive").map(\.text) == ["naive"])
}
