import KBModel
import KBParse
import Testing

/// What holds for every note, whatever its bytes.
@Suite struct PropertyTests {
    @Test(arguments: 0..<300)
    func `ranges and lines are in bounds and in order, for notes made up at random`(_ seed: Int) {
        var random = RandomNotes(seed: UInt64(seed))
        var parser = NoteParser()
        for _ in 0..<10 {
            check(parser.parse(Array(random.note(lines: 1 + random.next(30), beyond: true).utf8), path: "n.md"))
        }
    }

    @Test(arguments: 0..<100)
    func `ranges and lines are in bounds and in order, for damaged notes and for noise`(_ seed: Int) {
        var random = RandomNotes(seed: UInt64(seed) + 5000)
        var parser = NoteParser()
        for example in Example.all { check(parser.parse(random.mutated(Array(example.note.utf8)), path: "n.md")) }
        check(parser.parse((0..<random.next(400)).map { _ in UInt8(random.next(256)) }, path: "n.md"))
        check(parser.parse((0..<random.next(400)).map { _ in UInt8(random.next(96) + 32) }, path: "n.md"))
    }

    @Test(arguments: 0..<100)
    func `a note reads the same with LF, CRLF and CR`(_ seed: Int) {
        var random = RandomNotes(seed: UInt64(seed) + 9000)
        var parser = NoteParser()
        let text = random.note(lines: 20, beyond: true).utf8.filter { $0 != 0x0D }
        let notes = ["\n", "\r\n", "\r"].map { end in
            var note = parser.parse(text.flatMap { $0 == 0x0A ? Array(end.utf8) : [$0] }, path: "n.md")
            note.utf8 = []
            // Byte ranges and the remark on CR alone differ, as they must.
            for k in note.sections.indices { note.sections[k].bytes = 0..<0 }
            note.issues.removeAll { $0.kind == .encoding }
            return note
        }
        let facts = notes.map(Facts.of)
        #expect(facts[0] == facts[1])
        #expect(facts[0] == facts[2])
        #expect(notes[0] == notes[1] && notes[0] == notes[2])
    }

    @Test(arguments: 0..<300)
    func `sections read alone are as in the whole note`(_ seed: Int) {
        var random = RandomNotes(seed: UInt64(seed) + 13000)
        var parser = NoteParser()
        for path in ["n.md", "n.txt"] {
            let bytes = Array(random.note(lines: 1 + random.next(60), beyond: true).utf8)
            let whole = parser.parse(bytes, path: path)
            guard !whole.sections.isEmpty else { continue }
            let one = random.next(whole.sections.count)
            let wanted = Set([one, random.next(whole.sections.count)]).sorted()
            let part = parser.parse(bytes, path: path, sections: wanted)
            #expect(part.title == whole.title)
            for section in wanted { #expect(Shown(section, of: part) == Shown(section, of: whole)) }
        }
    }

    @Test func `sections read alone are as in the whole note, for the examples of the specification`() {
        var parser = NoteParser()
        for example in Example.all {
            let bytes = Array(example.note.utf8)
            let whole = parser.parse(bytes, path: "n.md")
            for section in whole.sections.indices {
                let part = parser.parse(bytes, path: "n.md", sections: [section])
                #expect(part.title == whole.title)
                #expect(Shown(section, of: part) == Shown(section, of: whole))
            }
        }
    }

    @Test func `a parser that has read other notes reads the next one as a fresh one does`() {
        var random = RandomNotes(seed: 77)
        var used = NoteParser()
        for _ in 0..<200 {
            let bytes = Array(random.note(lines: random.next(25), beyond: true).utf8)
            var fresh = NoteParser()
            #expect(used.parse(bytes, path: "n.md") == fresh.parse(bytes, path: "n.md"))
        }
    }

    private func check(_ note: Note) {
        checkBlocks(note)
        checkSections(note)
        let plain = 0..<note.plain.count
        for mark in note.marks { #expect(plain.contains(mark.plain)) }
        for definition in note.definitions {
            #expect(plain.contains(definition.term) && plain.contains(definition.text))
            #expect(!definition.term.isEmpty && definition.term.upperBound <= definition.text.lowerBound)
        }
        let lines = note.links.map(\.line) + note.tags.map(\.line) + note.acronyms.map(\.line) + note.issues.map(\.line)
        #expect(lines.allSatisfy { $0 >= 1 && $0 <= max(1, note.lineCount) })
        #expect(String(validating: note.plain, as: UTF8.self) != nil, "the words are UTF-8")
    }

    private func checkBlocks(_ note: Note) {
        var (end, line) = (0, 0)
        for (index, block) in note.blocks.enumerated() {
            #expect(block.plain.lowerBound == end, "a block starts behind the one before and its line end")
            #expect(block.plain.upperBound < note.plain.count)
            guard block.plain.upperBound < note.plain.count else { return }
            #expect(note.plain[block.plain.upperBound] == 0x0A)
            end = block.plain.upperBound + 1
            let breaks = note.plain[block.plain].count { $0 == 0x0A }
            #expect(breaks == block.lines.last - block.lines.first, "one line end in the words for each in the note")
            #expect(block.lines.first >= line && block.lines.last <= note.lineCount)
            line = block.lines.first
            if let parent = block.parent {
                #expect(parent < index)
                #expect(note.blocks[parent].kind == .item || note.blocks[parent].kind == .task)
                #expect(note.blocks[parent].depth <= block.depth)
            }
        }
        #expect(end == note.plain.count)
    }

    private func checkSections(_ note: Note) {
        for (index, section) in note.sections.enumerated() {
            let next = index + 1 < note.sections.count ? note.sections[index + 1] : nil
            #expect(section.lines.last == (next?.lines.first ?? note.lineCount + 1) - 1, "sections leave no line out")
            #expect(section.bytes.upperBound == next?.bytes.lowerBound ?? note.utf8.count)
            #expect(section.blocks.upperBound <= note.blocks.count && section.body.upperBound <= note.plain.count)
            #expect(section.lastLine >= section.lines.last && section.lastLine <= note.lineCount)
            for block in note.blocks[section.blocks] where !block.plain.isEmpty {
                #expect(section.lines.contains(block.lines.first) && section.lines.contains(block.lines.last))
                #expect(section.body.contains(block.plain))
            }
            if let parent = section.parent {
                #expect(parent < index && note.sections[parent].level < section.level)
                #expect(note.sections[parent].lastLine >= section.lastLine)
            }
        }
        if note.sections.isEmpty { #expect(note.plain.allSatisfy { $0 == 0x0A }, "a note with words has a section") }
    }
}
