import KBModel
import KBParse
import Testing

@testable import KBStudy

@Suite struct ChecklistBuilderTests {
    /// The checklist of notes, without a topic.
    private func checklist(_ texts: [String]) -> Checklist {
        let reader = LineReader()
        let words = VaultWords()
        let keys = LineKeys()
        let notes = texts.enumerated().map { index, text in
            var parser = NoteParser()
            let note = parser.parse(Array(text.utf8), path: "n\(index).md")
            let lines = reader.lines(of: note)
            words.add(lines.lines, of: note)
            return GatheredNote(
                lines: lines, taken: Array(lines.lines.indices), isInScope: lines.lines.map { _ in true },
                ids: keys.keys(of: lines).map { LineKeys.id($0, repeats: index) }, concepts: lines.lines.map { _ in [] }
            )
        }
        return ChecklistBuilder(notes, concepts: [], words: words, state: nil)
            .checklist(topic: nil, options: ChecklistOptions())
    }

    @Test func `headings of one meaning are one group, in the notes' own order, with the span of their times`() {
        let list = checklist([
            "# A\n\n## 1. Clarify the goal (5 min)\n\n- Ask who it is for\n\n## 2. Planting (10 min)\n\n- Dig holes\n",
            "# B\n\n## Planting\n\n- Buy trees\n\n## Harvest\n\n- Rent crates\n",
            "# C\n\n## Planting and mulching (15 min)\n\n- Spread straw\n\n## Harvest\n\n- Hire pickers\n",
        ])
        #expect(list.groups.map(\.title) == ["Clarify the goal", "Planting", "Harvest"])
        #expect(list.groups.map(\.minutes) == [Minutes(5, 5), Minutes(10, 15), nil])
        #expect(list.groups.map(\.items.count) == [1, 3, 2])
    }

    @Test func `the order of the notes decides nothing`() {
        let texts = [
            "# A\n\n## X\n\n- Dig holes\n- Buy trees\n", "# B\n\n## Y\n\n- Rent crates\n",
            "# C\n\n## X\n\n- Dig a hole\n",
        ]
        #expect(checklist(texts).groups.map(\.title) == ["X", "Y"])
        let titles = checklist(texts.reversed()).groups.map(\.title)
        #expect(titles == ["X", "Y"])
    }

    @Test func `items stand below the one they belong to`() {
        let list = checklist(["# A\n\n## X\n\n- Dig holes\n  - How deep?\n    - Ask a gardener\n- Buy trees\n"])
        #expect(list.items.map(\.level) == [0, 1, 2, 0])
        #expect(list.items[2].context == ["Dig holes", "How deep?"])
    }
}
