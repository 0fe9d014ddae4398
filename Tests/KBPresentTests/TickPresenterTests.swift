import KBModel
import KBPresent
import KBStudy
import Testing

@Suite struct TickPresenterTests {
    private static func line(
        _ id: String, _ text: String, isTicked: Bool, isTickedInNote: Bool = false
    ) throws -> StudyLine {
        StudyLine(
            id: try #require(StudyID(id)), anchor: Anchor(.checklist, path: "packing.md", text: text), line: 12,
            isTicked: isTicked, isTickedInNote: isTickedInNote)
    }

    private func presenter(isUndone: Bool) -> TickPresenter { TickPresenter(paths: Tour.vault, isUndone: isUndone) }

    @Test func `what was ticked is printed, what was so already is a remark`() throws {
        let lines = [
            try Self.line("7fk2q9x0ab", "two tubes", isTicked: false),
            try Self.line("c4w7r8s9tv", "a map", isTicked: true),
        ]
        #expect(presenter(isUndone: false).render(lines) == "[x] 7fk2q  two tubes  packing.md:12\n")
        #expect(presenter(isUndone: false).remarks(on: lines) == ["“a map” is ticked already"])
    }

    @Test func `what was unticked is printed, and what was not ticked, or only in the note, is a remark`() throws {
        let lines = [
            try Self.line("7fk2q9x0ab", "two tubes", isTicked: true),
            try Self.line("c4w7r8s9tv", "a map", isTicked: false),
            try Self.line("zz81t5h6jk", "a lock", isTicked: false, isTickedInNote: true),
        ]
        #expect(presenter(isUndone: true).render(lines) == "[ ] 7fk2q  two tubes  packing.md:12\n")
        #expect(
            presenter(isUndone: true).remarks(on: lines) == [
                "“a map” is not ticked", "“a lock” has a ticked box in packing.md:12, which only you can change",
            ])
    }

    @Test func `the words of notes cannot drive the terminal`() throws {
        let lines = [try Self.line("7fk2q9x0ab", "two \u{1B}[2J tubes", isTicked: true, isTickedInNote: true)]
        let text = presenter(isUndone: true).render(lines) + presenter(isUndone: true).remarks(on: lines).joined()
        #expect(!text.contains("\u{1B}"))
    }
}
