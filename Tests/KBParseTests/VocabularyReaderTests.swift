import KBModel
import KBParse
import Testing

@Suite struct VocabularyReaderTests {
    private func read(_ text: String) -> (vocabulary: Vocabulary, issues: [KBModel.Issue]) {
        VocabularyReader.read(Array(text.utf8))
    }

    /// `severity line: message` of each issue.
    private func troubles(_ text: String) -> [String] {
        read(text).issues.map { "\($0.severity.rawValue) \($0.line): \($0.message)" }
    }

    @Test func `a concept has a name and lists of other names`() {
        let text = """
            # Words of the garden.
            - name: compost
              aliases: [humus, rotted leaves]
              broader: soil
              narrower:
                - leaf mould
                - 404
              related: [mulch]
              not: [composite]
            - name: good day
              hidden: true
            - pruning
            """
        var compost = Vocabulary.Entry(name: "compost", line: 2)
        compost.aliases = ["humus", "rotted leaves"]
        compost.broader = ["soil"]
        compost.narrower = ["leaf mould", "404"]
        compost.related = ["mulch"]
        compost.not = ["composite"]
        var day = Vocabulary.Entry(name: "good day", line: 10)
        day.isHidden = true
        let (vocabulary, issues) = read(text)
        #expect(vocabulary.entries == [compost, day, Vocabulary.Entry(name: "pruning", line: 12)])
        #expect(issues.isEmpty)
    }

    @Test(arguments: ["", "\n", "# nothing\n", "---\n", "concepts:\n", "[]", "{}", "\u{FEFF}"])
    func `a file that says nothing is fine`(_ text: String) {
        #expect(read(text).vocabulary == Vocabulary())
        #expect(read(text).issues.isEmpty)
    }

    @Test(arguments: [
        "- {name: compost, aliases: [humus]}", "concepts:\n  - name: compost\n    aliases: humus\n",
        "compost: [humus]", "compost: humus", "compost:\n  aliases: [humus]",
        "\u{FEFF}- name: compost\r\n  aliases: humus",
        "- name: ' compost '\n  aliases: [humus, Humus, \"\\thumus\", COMPOST]",
    ])
    func `other ways to write the same are read too`(_ text: String) {
        let (vocabulary, issues) = read(text)
        #expect(vocabulary.entries.map(\.name) == ["compost"])
        #expect(vocabulary.entries.map(\.aliases) == [["humus"]])
        #expect(issues.isEmpty)
    }

    @Test func `a concept called concepts can have aliases`() {
        #expect(read("concepts: [ideas]").vocabulary.entries.map(\.name) == ["concepts"])
    }

    @Test(arguments: [
        ("- name: a\n  alias: b", "warning 2: unknown key `alias`; the keys are"),
        ("- name: a\n  not: b\n  not: c", "warning 3: the key `not` is repeated"),
        ("- name: a\n- name: b\n- name: A", "warning 3: “A” stands here again; line 1 counts"),
        ("- name: a\n  aliases: [x]\n- name: b\n  aliases: [X]", "warning 3: “X” is an alias of “a” already"),
        ("- name: a\n  aliases: [b]\n- name: b", "warning 1: “b” cannot be an alias of “a”"),
        ("- name: ''", "error 1: a concept's name must be text"),
        ("- name: [a]", "error 1: a concept's name must be text"),
        ("- name:", "error 1: a concept's name must be text"),
        ("- aliases: a", "error 1: this concept has no name"),
        ("- [a]", "error 1: write a concept as"),
        ("just words", "error 1: write a list of concepts"),
        ("- name: a\n  aliases: {b: c}", "error 2: `aliases` must be a name or a list of names"),
        ("- name: a\n  aliases:\n  - b\n  - [c]", "error 4: `aliases` must be a name or a list of names"),
        ("- name: a\n  hidden: maybe", "error 2: `hidden` must be true or false"),
        ("- name: a\n  broader: A", "warning 1: “A” is “a” itself, so it cannot stand under `broader`"),
        ("- name: a\n  aliases: b\n  not: b", "warning 1: “b” is “a” itself, so it cannot stand under `not`"),
        ("- name: a\n  aliases: [b", "error 2: not YAML, so nothing in it counts"),
        ("- &a name: a\n- *a", "error 1: not YAML, so nothing in it counts: anchors"),
        ("- name: a\n- *a", "error 2: not YAML, so nothing in it counts: aliases"),
    ])
    func `what is wrong is told with its line`(_ text: String, trouble: String) {
        let found = troubles(text)
        #expect(found.count == 1)
        #expect(found.first?.hasPrefix(trouble) == true, "\(found)")
    }

    @Test func `trouble in one concept leaves the others alone`() {
        let (vocabulary, issues) = read("- name: a\n  aliases: [{}, b]\n- 7:\n- name: c\n  what: 1\n  hidden: true")
        #expect(vocabulary.entries.map(\.name) == ["a", "c"])
        #expect(vocabulary.entries.map(\.aliases) == [["b"], []])
        #expect(vocabulary.entries.map(\.isHidden) == [false, true])
        #expect(issues.map(\.line) == [2, 3, 5])
    }

    @Test func `deep nesting, bytes that are no text and huge files are refused`() {
        #expect(read(String(repeating: "[", count: 100_000)).issues.count == 1)
        #expect(read(String(repeating: "- ", count: 100_000)).issues.count == 1)
        #expect(VocabularyReader.read([0x2D, 0x20, 0xFF, 0xFE]).issues.count == 1)
        #expect(VocabularyReader.read([0x2D, 0x20, 0x00]).issues.count == 1)
        let large = [UInt8](repeating: 0x20, count: VocabularyReader.largest + 1)
        #expect(VocabularyReader.read(large).issues.map(\.severity) == [.error])
    }

    @Test func `a long list is read whole`() {
        let names = (0..<20_000).map { "concept \($0)" }
        let text = names.map { "- name: \($0)\n  aliases: [other \($0), same]\n" }.joined()
        let (vocabulary, issues) = read(text)
        #expect(vocabulary.entries.map(\.name) == names)
        #expect(issues.count == names.count - 1)
    }
}
