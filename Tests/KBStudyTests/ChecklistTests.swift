import KBModel
import KBStudy
import Testing

@Suite struct ChecklistTests {
    /// A group from lines such as `  x name`: two blanks a level, `x` for done and `-` for open.
    private static func group(_ title: String, _ lines: [String]) throws -> Checklist.Group {
        Checklist.Group(
            title: title,
            items: try lines.map { line in
                let words = line.split(separator: " ")
                let id = try #require(words.last.flatMap { StudyID($0) })
                return Checklist.Item(
                    id: id, text: id.text, sources: [Source(path: "a.md", line: 1)], isDone: words.first == "x",
                    level: line.prefix { $0 == " " }.count / 2)
            })
    }

    private func open(_ lines: [String], limit: Int? = nil) throws -> [String] {
        let checklist = Checklist(topic: nil, groups: [try Self.group("A", lines)])
        return checklist.open(limit: limit).items.map(\.text)
    }

    // MARK: - What is open

    @Test func `a done item goes, unless an open one belongs to it`() throws {
        #expect(try open(["x a", "- b"]) == ["b"])
        #expect(try open(["x a", "  - b"]) == ["a", "b"])
        #expect(try open(["x a", "  x b", "    - c"]) == ["a", "b", "c"])
        #expect(try open(["x a", "  x b", "  - c"]) == ["a", "c"])
        #expect(try open(["x a", "  x b", "- c"]) == ["c"])
        #expect(try open(["x a", "x b", "  - c"]) == ["b", "c"])
        #expect(try open(["- a", "  x b"]) == ["a"])
    }

    @Test func `a group with nothing open goes`() throws {
        let checklist = Checklist(
            topic: nil, groups: [try Self.group("A", ["x a"]), try Self.group("B", ["- b"])], hidden: 3)
        #expect(checklist.open().groups.map(\.title) == ["B"])
        #expect(checklist.open().hidden == 3)
    }

    @Test func `a limit counts what is open, and says how much of that went`() throws {
        #expect(try open(["x a", "  - b", "- c", "- d"], limit: 2) == ["a", "b", "c"])
        let checklist = Checklist(
            topic: nil, groups: [try Self.group("A", ["- a", "- b"]), try Self.group("B", ["- c", "x d"])])
        let cut = checklist.open(limit: 1)
        #expect(cut.items.map(\.text) == ["a"])
        #expect(cut.hidden == 2)
        #expect(checklist.open(limit: 0).groups.isEmpty)
    }

    // MARK: - Progress

    @Test func `progress counts what is done, group by group`() throws {
        let progress = ChecklistProgress(
            Checklist(topic: "tour", groups: [try Self.group("A", ["x a", "  - b"]), try Self.group("B", ["x c"])]))
        #expect(progress.topic == "tour")
        #expect(progress.groups.map(\.done) == [1, 1])
        #expect(progress.groups.map(\.total) == [2, 1])
        #expect((progress.done, progress.total) == (2, 3))
    }

    @Test func `what stands in two checklists counts once`() throws {
        let first = Checklist(topic: "a", groups: [try Self.group("A", ["x a", "- b"])])
        let second = Checklist(topic: "b", groups: [try Self.group("A", ["- b", "x c"])])
        #expect(ChecklistProgress.sum(of: [first, second]) == (2, 3))
    }
}
