import KBModel
import KBStore
import KBText
import Testing

extension Store {
    /// All that a question can see, in terms that do not depend on numbers given.
    func everything(_ words: [String]) throws -> [String] {
        var lines = try words.flatMap { word in try places(leaf(word)).map { "\(word): \($0)" } }
        lines += try notes(with: [.tags, .properties, .linkTargets]).map { note in
            "\(note.path) \(note.title) \(note.sections) \(note.words) \(note.tags) \(note.properties) \(note.linkTargets)"
        }.sorted()
        // A damaged index may name a number twice.
        let paths = Dictionary(try notes().map { ($0.id, $0.path) }, uniquingKeysWith: { first, _ in first })
        lines += try names().map { "\(paths[$0.note] ?? "?") \($0.text) \($0.long)" }.sorted()
        lines += try issues().map { "\($0.path) \($0.issue.message)" }
        lines += try termLines()
        for (number, path) in paths.sorted(by: { $0.value < $1.value }) {
            lines += try terms(ofNote: number).map { "\(path) \($0.spelling) \($0.counts)" }
        }
        lines += try acronymPairs().map { "\($0)" } + titleAliases().map { "\($0)" }
        lines += try stamps().map { "\($0.path) \($0.stamp)" }.sorted()
        let table = try sections().table
        lines.append("\(table.liveSections) \(table.meanLength)")
        return lines
    }

    /// The number of the note at `path`.
    func number(_ path: String) throws(StoreError) -> Int? { try stamps().first { $0.path == path }?.note }

    func put(_ note: IndexedNote, _ lock: WriterLock) throws(StoreError) {
        let old = try number(note.note.path)
        try update(lock) { update throws(StoreError) in
            if let old { try update.remove(note: old) }
            try update.add(note)
        }
    }
}

@Test func `a changed note is found by its new words only`() throws {
    let folder = TemporaryFolder()
    try build(folder, ["a": "# H\nold words", "b": "# H\nother words"])
    let lock = try writerLock(folder)
    let store = try Store(path: folder.database)
    #expect(try store.places(leaf("old")) == ["a#0 0/1"])
    try store.put(indexed(note("a", "# H\nnew words\n# Second\nmore words")), lock)
    #expect(try store.places(leaf("old")).isEmpty)
    #expect(try store.places(leaf("new")) == ["a#0 0/1"])
    #expect(try store.places(leaf("words")) == ["a#0 0/1", "a#1 0/1", "b#0 0/1"])
    #expect(try store.words(within: 0, of: "words").map(\.sections) == [4])
    #expect(try store.words(within: 1, of: "newer").isEmpty)
    #expect(try store.words(within: 1, of: "nw").map(\.text) == ["new"])
}

@Test func `removing a note that is not there changes nothing`() throws {
    let folder = TemporaryFolder()
    try build(folder, ["a": "# H\nword"])
    let lock = try writerLock(folder)
    let store = try Store(path: folder.database)
    for number in [0, -1, 2, 999_999, .max, .min] {
        try store.update(lock) { update throws(StoreError) in try update.remove(note: number) }
    }
    #expect(try store.places(leaf("word")) == ["a#0 0/1"])
}

@Test func `an update that throws changes nothing`() throws {
    let folder = TemporaryFolder()
    try build(folder, ["a": "# H\nword"])
    let lock = try writerLock(folder)
    let store = try Store(path: folder.database)
    let before = try store.everything(["word", "new"])
    #expect(throws: StoreError.busy("stop")) {
        try store.update(lock) { update throws(StoreError) in
            try update.remove(note: 1)
            try update.add(indexed(note("n", "# H\nnew")))
            throw .busy("stop")
        }
    }
    #expect(try store.everything(["word", "new"]) == before)
    try store.put(indexed(note("n", "# H\nnew")), lock)
    #expect(try store.places(leaf("new")) == ["n#0 0/1"])
}

@Test func `a new stamp is all that a touched note needs`() throws {
    let folder = TemporaryFolder()
    try build(folder, ["a": "# H\nword"])
    let lock = try writerLock(folder)
    let store = try Store(path: folder.database)
    let stamp = FileStamp(size: 7, modified: 8, hash: .max)
    try store.update(lock) { update throws(StoreError) in try update.restamp(note: 1, stamp, day: 9) }
    #expect(try store.stamps().map(\.stamp) == [stamp])
    #expect(try store.notes().map(\.day) == [9])
    #expect(try store.places(leaf("word")) == ["a#0 0/1"])
}

@Test func `a rebuild is due when a fifth has changed, and not for a few sections`() throws {
    let folder = TemporaryFolder()
    let text = (0..<2_000).map { "# H\($0)" }.joined(separator: "\n")
    try build(folder, [indexed(note("big", text)), indexed(note("small", "# S"))])
    let lock = try writerLock(folder)
    let store = try Store(path: folder.database)
    try store.put(indexed(note("small", "# S2")), lock)
    #expect(try !store.isRebuildDue())
    try store.put(indexed(note("big", text)), lock)
    #expect(try store.isRebuildDue())
}

private let alphabet = (0..<30).map { "word\(String(UnicodeScalar(UInt8(97 + $0 % 26))))\($0 / 26 == 0 ? "" : "x")" }

private func randomNote(_ path: String, _ random: inout SystemRandomNumberGenerator) -> IndexedNote {
    var text = ""
    for _ in 0..<Int.random(in: 0...4, using: &random) {
        if Bool.random(using: &random) { text += "# " + (alphabet.randomElement(using: &random) ?? "") + "\n" }
        for _ in 0..<Int.random(in: 0...8, using: &random) {
            text += (alphabet.randomElement(using: &random) ?? "") + " "
        }
        text += "\n"
    }
    var made = note(path, text)
    if Bool.random(using: &random) { made.aliases = ["alias of \(path)"] }
    if Bool.random(using: &random), let tag = Tag("t/\(path)") {
        made.tags = [TagUse(tag: tag, spelling: "T/\(path)", line: 1)]
        made.issues = [Issue(.encoding, .remark, line: 1, "odd \(path)")]
        made.frontMatter.entries = [FrontMatter.Entry(key: "k", value: .string(path), line: 1)]
    }
    var result = indexed(
        made, modified: .random(in: 0...1_000, using: &random), links: Bool.random(using: &random) ? ["x"] : [])
    for _ in 0..<Int.random(in: 0...6, using: &random) {
        let words = (0..<Int.random(in: 1...2, using: &random)).compactMap { _ in alphabet.randomElement(using: &random)
        }
        let role = TermCounts.Role.allCases.randomElement(using: &random) ?? .mention
        let use = term(words.joined(separator: " "), [.mention: .random(in: 1...3, using: &random), role: 1])
        if !result.terms.contains(where: { $0.spelling == use.spelling }) { result.terms.append(use) }
    }
    return result
}

@Test(arguments: 0..<8)
func `updates leave what a rebuild makes`(_ round: Int) throws {
    var random = SystemRandomNumberGenerator()
    let folder = TemporaryFolder()
    var vault: [String: IndexedNote] = [:]
    for index in 0..<10 { vault["n\(index)"] = randomNote("n\(index)", &random) }
    try build(folder, vault.values.sorted { $0.note.path < $1.note.path })
    let lock = try writerLock(folder)
    let store = try Store(path: folder.database)
    for _ in 0..<12 {
        try store.update(lock) { update throws(StoreError) in
            let numbers = Dictionary(uniqueKeysWithValues: try store.stamps().map { ($0.path, $0.note) })
            for path in Set((0..<3).map { _ in "n\(Int.random(in: 0..<14, using: &random))" }) {
                if let number = numbers[path] { try update.remove(note: number) }
                vault[path] = nil
                if Int.random(in: 0..<3, using: &random) > 0 {
                    let made = randomNote(path, &random)
                    vault[path] = made
                    try update.add(made)
                }
            }
        }
        let other = TemporaryFolder()
        try build(other, vault.values.sorted { $0.note.path < $1.note.path })
        #expect(try store.everything(alphabet) == Store(path: other.database).everything(alphabet))
    }
}

@Test func `building twice gives the same bytes`() throws {
    let folders = [TemporaryFolder(), TemporaryFolder()]
    let notes = (0..<40).map { indexed(note("n\($0)", "# Head \($0)\nsome words \($0 * 7) of text")) }
    for folder in folders { try build(folder, notes) }
    let content = try folders.map { try Store(path: $0.database).everything(["some", "head", "text"]) }
    #expect(content[0] == content[1])
}
