import KBModel
import KBParse
import Testing

@testable import KBStudy

@Suite struct LineReaderTests {
    private func read(_ text: String, path: String = "n.md") -> NoteLines {
        var parser = NoteParser()
        let note = parser.parse(Array(text.utf8), path: path)
        return LineReader { Minutes(allottedIn: $0) }.lines(of: note)
    }

    /// The lines of a note as `line text`.
    private func lines(_ text: String, path: String = "n.md") -> [String] {
        read(text, path: path).lines.map { "\($0.line) \($0.text)" }
    }

    @Test func `list items at every depth and tasks are lines`() {
        let found = read("# Bees\n\n- Light the smoker\n  - Check the fuel\n- [x] Wear a veil\n- [ ] Close the gate\n")
        #expect(found.lines.map(\.text) == ["Light the smoker", "Check the fuel", "Wear a veil", "Close the gate"])
        #expect(found.lines.map(\.parent) == [nil, 0, nil, nil])
        #expect(found.lines.map(\.isTicked) == [nil, nil, true, false])
        #expect(found.lines[0].lastLine == 4)
    }

    @Test func `an example answers the line above and is no line`() {
        let found = read("- How warm is it?\n  - E.g. 12 degrees at noon\n  - Example: frost in May\n- Look for eggs\n")
        #expect(found.lines.map(\.text) == ["How warm is it?", "Look for eggs"])
        #expect(found.lines[0].answer == "E.g. 12 degrees at noon\nExample: frost in May")
    }

    @Test func `sentences of running text that ask or demand are lines, others are not`() {
        let long = String(repeating: "The hive stood behind the old barn for many years and nobody minded. ", count: 6)
        let text = "# Bees\n\n\(long)Who feeds them in winter? \(long)\nOpen the hive slowly. \(long)\n"
        #expect(lines(text) == ["3 Who feeds them in winter?", "4 Open the hive slowly."])
    }

    @Test func `a term with its explanation on a line of its own is a line`() {
        #expect(
            lines(
                "Visit\n\nWeather: how warm must it be for them\nTools: smoker and hive tool at least\n", path: "n.txt")
                == ["3 Weather: how warm must it be for them", "4 Tools: smoker and hive tool at least"])
    }

    @Test(arguments: [
        "- https://example.org/bees\n", "- [Bees](bees.md)\n", "-\n", "## References\n\n- A book about bees\n",
        "## Glossary\n\n- Drone: a male bee\n", "```\n- not a list\n```\n", "> Somebody said: open it!\n",
        "| a | b |\n| - | - |\n| open | close |\n", "Q: What is a drone?\nA: A male bee\n",
        "- See [the bees](bees.md)\n",
    ])
    func `what is no point gives no line`(_ text: String) {
        #expect(lines("# Bees\n\n" + text) == [])
    }

    @Test func `a heading is a line when it asks, or demands with nothing below it`() {
        #expect(
            lines(
                "# Bees\n\n## Why do they swarm?\n\nNo room.\n\n## Ask the neighbours!\n\n## Open the hive\n\n- Slowly\n"
            )
                == ["3 Why do they swarm?", "7 Ask the neighbours!", "11 Slowly"])
    }

    @Test func `a label over a list is no line and tells its items apart`() {
        let found = read("- Questions:\n  - How many?\n- Tools:\n  - Smoker\n")
        #expect(found.lines.map(\.text) == ["How many?", "Smoker"])
        #expect(found.lines.map(\.parents) == [["Questions:"], ["Tools:"]])
    }

    @Test func `time is read from headings and from lines`() {
        let found = read(
            "## 2. Open the hive (5-10 min)\n\n- Look for eggs (3 min)\n- Wait 5 minutes for them to settle\n")
        #expect(found.headings.map(\.title) == ["Open the hive"])
        #expect(found.headings.map(\.minutes) == [Minutes(5, 10)])
        #expect(found.lines.map(\.minutes) == [Minutes(3, 3), nil])
    }

    @Test func `the ids of lines that the log does not know are those a matcher gives`() {
        let notes = [
            read("# Bees\n\n- Look for eggs\n- Is it > 12 °C?\n", path: "a.md"),
            read("# Bees\n\n- Look for eggs!\n- Café & crème\n", path: "b.md"),
        ]
        let anchors = notes.flatMap { note in note.lines.indices.map(note.anchor(of:)) }
        var repeats: [UInt64: Int] = [:]
        let keys = LineKeys()
        let ids = notes.flatMap { keys.keys(of: $0) }.map { key in
            defer { repeats[key, default: 0] += 1 }
            return LineKeys.id(key, repeats: repeats[key] ?? 0)
        }
        #expect(ids == IdentityMatcher([:]).match(anchors).matches.map(\.id))
        #expect(Set(ids).count == ids.count)
    }
}
