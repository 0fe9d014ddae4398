import KBModel
import KBParse
import Testing

@testable import KBStudy

@Suite struct FoldingTests {
    /// The checklist of notes, without a topic.
    private func checklist(_ texts: [String]) -> Checklist {
        let reader = LineReader { _ in nil }
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

    /// Whether two lines of two notes become one item; other lines stand around them.
    private func areFolded(_ a: String, _ b: String, under heading: String = "Work", and other: String = "Work") -> Bool
    {
        let rest = "- Paint the fence\n- Sharpen all saws\n- Feed both goats\n- Call a plumber\n"
        let list = checklist(["# One\n\n## \(heading)\n\n- \(a)\n\(rest)", "# Two\n\n## \(other)\n\n- \(b)\n"])
        return list.items.contains { $0.sources.count == 2 && $0.sources.allSatisfy { $0.line == 5 } }
    }

    @Test(arguments: [
        ("Rotten apples", "Apples rotten"), ("Rotten apples", "Be aware of rotten apples!"),
        ("What is the harvest requirement?", "Harvest: how soon do we want it"),
        ("Grafting", "Grafting!"), ("Prune the pear trees", "Pruning pear trees"),
        ("Soil test and mulch", "Soil test"),
    ])
    func `what says the same is one item with both sources`(_ a: String, _ b: String) {
        #expect(areFolded(a, b))
    }

    @Test(arguments: [
        ("Offline orchard survey", "Online orchard survey"),
        ("Measure precision of the sorter", "Measure recall of the sorter"),
        ("Train the pickers", "Serve the pickers"), ("Order 3 ladders in week 1", "Order 3 ladders in week 2"),
        ("Water the seedlings", "Do not water the seedlings"), ("Apple selection", "Pear selection"),
        ("Crates with a lid", "Crates without a lid"), ("Pickers: by hand", "Pickers: rent a machine"),
    ])
    func `what says something else is not`(_ a: String, _ b: String) {
        #expect(!areFolded(a, b))
    }

    @Test func `opposites above hold equal lines apart`() {
        #expect(areFolded("Which survey?", "Which survey?"))
        #expect(!areFolded("Which survey?", "Which survey?", under: "Offline evaluation", and: "Online evaluation"))
        #expect(!areFolded("Which survey?", "Which survey?", under: "Training", and: "Serving"))
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
