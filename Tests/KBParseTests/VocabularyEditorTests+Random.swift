import KBModel
import Testing

@testable import KBParse

extension VocabularyEditorTests {
    private static let words = ["soil", "earth", "peat", "a: b", "c#", "worm, big", "Ähre", "404"]

    /// A vocabulary in some layout, with comments.
    private func vocabulary(_ random: inout RandomNotes) -> String {
        let isWrapped = random.next(4) == 0
        let indent = isWrapped ? "  " : ""
        var text = random.pick(["", "# Head\n", "\n"]) + (isWrapped ? "concepts:\n" : "")
        for (number, word) in VocabularyEditorTests.words.enumerated() where random.next(2) == 0 {
            let name = YAMLScalarText.written(word, inBrackets: true)
            text += random.pick(["", "", "\(indent)# on \(number)\n", "\n"])
            guard random.next(4) > 0 else {
                text += "\(indent)- " + random.pick([name, "{name: \(name)}", "{name: \(name), not: [x]}"]) + "\n"
                continue
            }
            text += "\(indent)- name: \(name)\(random.pick(["", " # c\(number)"]))\n"
            for key in ["aliases", "broader", "not"] where random.next(2) == 0 {
                let (one, two) = ("\(key) \(number)", "other \(key) \(number)")
                text += random.pick([
                    "\(indent)  \(key): \(one) # k\(number)\n", "\(indent)  \(key): [\(one), '\(two)']\n",
                    "\(indent)  \(key):\n\(indent)    - \(one)\n\(indent)    # in \(number)\n\(indent)    - \"\(two)\"\n",
                    "\(indent)  \(key):\n\(indent)  - \(one)\n",
                    "\(indent)  \(key): [\n\(indent)    \(one),\n\(indent)    ]\n",
                    "\(indent)  \(key):\n", "\(indent)  \(key): >-\n\(indent)    \(one)\n",
                ])
            }
            if random.next(5) == 0 { text += "\(indent)  hidden: true\n" }
        }
        if random.next(4) == 0, text.hasSuffix("\n") { text.removeLast() }
        return random.next(4) == 0 ? text.replacing("\n", with: "\r\n") : text
    }

    /// What each edit promises about the concepts, whatever the file looked like before.
    private func check(_ editor: inout VocabularyEditor, _ random: inout RandomNotes, _ new: String) throws {
        func known(_ word: String) -> Known {
            editor.known(word) ?? Known(concept: word, spelling: word)
        }
        func entry(_ name: String) -> Vocabulary.Entry? {
            let reading = VocabularyReader.read(editor.bytes)
            #expect(!reading.issues.contains { $0.severity == .error }, "\(reading.issues)")
            return reading.vocabulary.entries.first { $0.name == name }
        }
        let (a, b) = (known(random.pick(VocabularyEditorTests.words)), known(random.pick(VocabularyEditorTests.words)))
        switch random.next(4) {
        case 0:
            let old = entry(b.concept)
            try editor.merge([b], into: a.concept)
            guard a.concept != b.concept else { return }
            #expect(entry(b.concept) == nil)
            #expect(entry(a.concept)?.aliases.contains(b.concept) == true)
            let aliases = entry(a.concept)?.aliases ?? []
            #expect((old?.aliases ?? []).allSatisfy { aliases.contains($0) })
        case 1:
            try editor.split([Known(concept: a.concept, spelling: "piece")], from: a.concept)
            #expect(entry(a.concept)?.not.contains("piece") == true)
            #expect(entry(a.concept)?.aliases.contains("piece") == false)
            #expect(entry("piece") != nil)
        case 2:
            let isHidden = random.next(2) == 0
            let old = entry(a.concept)
            try editor.setHidden(isHidden, a.concept)
            #expect((entry(a.concept)?.isHidden ?? false) == isHidden)
            #expect(isHidden || old?.aliases ?? [] == entry(a.concept)?.aliases ?? [])
        default:
            try editor.rename(a.concept, to: new)
            #expect(entry(new) != nil)
            #expect(entry(new)?.aliases.contains(a.concept) == true)
        }
    }

    @Test(arguments: 0..<120)
    func `edits keep their promise in any layout and leave other lines alone`(_ seed: Int) throws {
        var random = RandomNotes(seed: UInt64(seed) + 7)
        let before = vocabulary(&random)
        var editor = try VocabularyEditor(Array(before.utf8))
        let start = editor.bytes
        #expect(start == Array(before.utf8))
        for step in 0..<4 { try check(&editor, &random, "loam \(step)") }
        let after = String(decoding: editor.bytes, as: UTF8.self)
        let comments = before.split { $0.isNewline }.filter { $0.hasPrefix("#") || $0.hasPrefix("  # on") }
        for comment in comments { #expect(after.contains(comment), "\(after)") }
        #expect(before.isEmpty || before.utf8.last != 0x0A || after.isEmpty || after.utf8.last == 0x0A)
        #expect(!before.contains("\r\n") || !after.replacing("\r\n", with: "").contains("\n"), "\(after)")
    }
}
