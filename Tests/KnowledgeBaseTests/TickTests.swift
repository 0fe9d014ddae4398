import KBModel
import KBStudy
import Testing

@testable import KnowledgeBase

@Suite struct TickTests {
    private let now = Instant(seconds: 1_767_225_605)

    private let hives = """
        # Hives

        ## Before opening

        - Light the smoker
        - Is the weather warm enough?

        ## Inside

        - Look for eggs
        - Look for queen cells

        """

    private func vault(_ more: [String: String] = [:]) throws -> EngineVault {
        try EngineVault(["hives.md": hives].merging(more) { $1 })
    }

    private func line(_ text: String, in base: KnowledgeBase) throws -> StudyLine {
        try #require(try base.studyLines().first { $0.anchor.text == text })
    }

    private func kinds(_ base: KnowledgeBase) throws -> [String] {
        let bytes = try FileBytes.read(base.vault.logFile)
        return StudyLog(reading: bytes).events.map { event in
            switch event.action {
            case .anchor: "anchor"
            case .tick: "tick"
            case .untick: "untick"
            default: "other"
            }
        }
    }

    @Test func `a line is ticked by its id, the beginning of that, and its place`() throws {
        let vault = try vault()
        let base = try vault.base()
        let id = try line("Look for eggs", in: base).id.text
        #expect(try base.tick([String(id.prefix(5)).uppercased()], at: now).map(\.anchor.text) == ["Look for eggs"])
        #expect(try base.tick(["hives.md:5", "hives:6"], at: now).map(\.isTicked) == [false, false])
        #expect(try base.studyLines().map(\.isTicked) == [true, true, true, false])
        #expect(try kinds(base) == ["anchor", "tick", "anchor", "tick", "anchor", "tick"])
    }

    @Test func `what is ticked already writes nothing`() throws {
        let vault = try vault()
        let base = try vault.base()
        try base.tick(["hives.md:5"], at: now)
        #expect(try base.tick(["hives.md:5"], at: now).map(\.isTicked) == [true])
        #expect(try base.tick(["hives.md:5", "hives.md:6", "hives:6"], at: now).map(\.isTicked) == [true, false])
        #expect(try kinds(base) == ["anchor", "tick", "anchor", "tick"])
    }

    @Test func `one wrong name leaves all unticked`() throws {
        let vault = try vault()
        let base = try vault.base()
        #expect(throws: KnowledgeBaseError.self) { try base.tick(["hives.md:5", "hives.md:7"], at: now) }
        #expect(try base.studyLines().allSatisfy { !$0.isTicked })
    }

    @Test func `a line that no item begins on names those nearest to it`() throws {
        let vault = try vault()
        let base = try vault.base()
        do {
            try base.tick(["hives.md:4"], at: now)
            Issue.record("line 4 is empty")
        } catch {
            guard case .noSuchLine("hives.md:4", let nearest) = error else {
                Issue.record("\(error)")
                return
            }
            #expect(nearest.first?.hasSuffix("  Light the smoker  hives.md:5") == true)
        }
    }

    @Test func `two lines that share the beginning of their ids are both named`() throws {
        let lines = try ["abcd1", "abcd2", "abce3"].enumerated().map { index, id in
            StudyLine(
                id: try #require(StudyID(id)), anchor: Anchor(.checklist, path: "a.md", text: id), line: index / 2 + 1)
        }
        let lookup = LineLookup(lines)
        #expect(lookup.line(id: "abcd") == .ambiguous([0, 1]))
        #expect(lookup.line(id: "abce") == .line(2))
        #expect(lookup.line(id: "abcd2") == .line(1))
        #expect(lookup.line(id: "abc") == .unknown(nearest: []))
        #expect(lookup.line(id: "abxe3") == .unknown(nearest: [2]))
        #expect(lookup.line(at: Source(path: "a.md", line: 1)) == .ambiguous([0, 1]))
        #expect(lookup.line(at: Source(path: "a.md", line: 9)) == .unknown(nearest: [2, 0, 1]))
        #expect(lookup.line(at: Source(path: "b.md", line: 1)) == .unknown(nearest: []))
    }

    @Test func `a tick stays with a line that was reworded, moved, and whose note was renamed`() throws {
        let vault = try vault(["other.md": "# Other\n\n- Buy sugar\n"])
        let base = try vault.base()
        try base.tick(["hives.md:10"], at: now)
        let id = try line("Look for eggs", in: base).id
        try vault.rename("hives.md", to: "spring.md")
        try vault.write([
            "spring.md": "# Hives\n\nA word before.\n\n## Inside\n\n- Look for queen cells\n- Look for fresh eggs\n"
        ])
        let lines = try vault.base().studyLines()
        #expect(lines.filter(\.isTicked).map(\.anchor.text) == ["Look for fresh eggs"])
        #expect(lines.filter(\.isTicked).map(\.id) == [id])
    }

    @Test func `a tick does not pass to the opposite, nor to what takes the place of a line`() throws {
        let vault = try vault()
        let base = try vault.base()
        try base.tick(["hives.md:5", "hives.md:10"], at: now)
        try vault.write([
            "hives.md": "# Hives\n\n## Before opening\n\n- Wash the veil\n\n## Inside\n\n- Do not look for eggs\n"
        ])
        #expect(try vault.base().studyLines().allSatisfy { !$0.isTicked })
    }

    @Test func `unticking takes back all that is one item`() throws {
        let vault = try vault(["club.md": "# Club\n\n## Inside\n\n- Look for eggs\n"])
        let base = try vault.base()
        try base.tick(["hives.md:10", "club.md:5"], at: now)
        let ticked = try base.studyLines().filter(\.isTicked)
        #expect(ticked.count == 2)
        #expect(try base.untick(["hives.md:10"], at: now).map(\.isTicked) == [true])
        #expect(try base.studyLines().allSatisfy { !$0.isTicked })
        #expect(try base.untick(["hives.md:10"], at: now).map(\.isTicked) == [false])
    }

    @Test func `many notes give the same lines as each alone`() throws {
        let names = (0..<60).map { "n\($0 < 10 ? "0" : "")\($0).md" }
        let vault = try EngineVault(
            Dictionary(uniqueKeysWithValues: names.map { ($0, "# \($0)\n\n- Check the hive of \($0)\n") }))
        #expect(try vault.base().studyLines().map(\.anchor.path) == names)
    }
}
