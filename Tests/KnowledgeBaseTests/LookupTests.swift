import KBModel
import Testing

@testable import KnowledgeBase

@Suite struct LookupTests {
    let vault: EngineVault

    init() throws {
        vault = try EngineVault([
            "projects/Project Alpha.md": """
            ---
            aliases: [ML design, "The Plan"]
            ---
            # Project Alpha

            ## Q&A: what, why?

            Text. ^para-1

            ## 2. Roll-out (5 min)

            - item ^item1

            ### C++ & `code`

            Deep.

            ## Monitoring

            ### C++ & `code`

            Deeper.
            """,
            "Beta.md": "# The second letter\n\nText.\n",
            "projects/Dup.md": "One.\n",
            "projects/old/Dup.md": "Two.\n",
            "daily/2026-01-02.md": "Friday.\n",
            "daily/2026-01-03.txt": "Saturday.\n",
            "a#b:c.md": "Marks in its name.\n",
        ])
    }

    @Test(
        arguments: [
            ("projects/Project Alpha.md", "projects/Project Alpha.md"), ("PROJECT ALPHA", "projects/Project Alpha.md"),
            ("project alpha.md", "projects/Project Alpha.md"), ("the plan", "projects/Project Alpha.md"),
            ("ml des", "projects/Project Alpha.md"), ("second", nil), ("The second letter", "Beta.md"),
            ("the second", "Beta.md"), ("old/Dup", "projects/old/Dup.md"), ("2026-01-03", "daily/2026-01-03.txt"),
            ("daily/2026-01-02", "daily/2026-01-02.md"), ("[[Beta|shown]]", "Beta.md"), ("Beta#", "Beta.md"), ("", nil),
            ("a#b:c.md", "a#b:c.md"), ("/etc/hostname", nil), ("../Beta.md", nil),
        ] as [(String, String?)])
    func `a note is found by path, name, title, alias or their beginning`(typed: String, path: String?) throws {
        #expect((try? vault.base().note(typed))?.note.path == path)
    }

    @Test(
        arguments: [
            ("projects", "Dup.md", "projects/Dup.md"), ("projects", "./old/../Dup.md", "projects/Dup.md"),
            ("projects/old", "../../Beta.md", "Beta.md"), ("projects/old", "../Dup.md", "projects/Dup.md"),
            ("projects", "Beta", "Beta.md"), ("daily", "Beta.md", "Beta.md"),
            ("", "projects/Dup.md", "projects/Dup.md"),
            ("..", "vault/Beta.md", "Beta.md"), ("..", "Beta.md", "Beta.md"),
        ])
    func `a path is read from the working folder first`(folder: String, typed: String, path: String) throws {
        #expect(try vault.base().note(typed, from: vault.notes.at(folder)).note.path == path)
        let absolute = vault.notes.at(path)
        #expect(try vault.base().note(absolute, from: vault.notes.at(folder)).note.path == path)
    }

    @Test(
        arguments: [
            ("Project Alpha#Q&A: what, why?", 6, nil), ("Project Alpha#q&a what why", 6, nil),
            ("Project Alpha#qa-what-why", 6, nil), ("Project Alpha#roll-out", 10, nil),
            ("Project Alpha#2. Roll-out (5 min)", 10, nil), ("Project Alpha#C++ & code", 14, nil),
            ("Project Alpha#Monitoring#C++ & code", 20, nil), ("Project Alpha#Project Alpha#Monitoring", 18, nil),
            ("Project Alpha#^para-1", 6, 8), ("Project Alpha#^item1", 10, 12), ("Project Alpha:16", 14, 16),
            ("ml design#monitor", 18, nil),
        ] as [(String, Int, Int?)])
    func `a place in a note is a heading, a block or a line`(typed: String, section: Int, line: Int?) throws {
        let found = try vault.base().note(typed)
        #expect(found.section.map { found.note.sections[$0].lines.first } == section)
        #expect(found.line == line)
    }

    @Test(
        arguments: [
            ("Dup", .ambiguousNote("Dup", choices: ["projects/Dup.md", "projects/old/Dup.md"])),
            ("2026", .ambiguousNote("2026", choices: ["daily/2026-01-02.md", "daily/2026-01-03.txt"])),
            ("Projct Alpha", .noSuchNote("Projct Alpha", nearest: ["Project Alpha"])),
            ("bteaa", .noSuchNote("bteaa", nearest: [])), ("btea", .noSuchNote("btea", nearest: ["Beta"])),
            ("lettre", .noSuchNote("lettre", nearest: ["The second letter"])),
            (
                "Beta#the secnd letter",
                .noSuchHeading("the secnd letter", note: "Beta.md", nearest: ["The second letter"])
            ),
            (
                "Project Alpha#^itme1",
                .noSuchHeading("^itme1", note: "projects/Project Alpha.md", nearest: ["^item1"])
            ),
        ] as [(String, KnowledgeBaseError)])
    func `what is not found names what is near`(typed: String, error: KnowledgeBaseError) throws {
        #expect(throws: error) { try vault.base().note(typed) }
    }
}

@Suite struct NearestNameTests {
    @Test(
        arguments: [
            ("serv", ["observing", "serving", "server"], ["server", "serving", "observing"]),
            ("retreival", ["retrieval", "arrival", "retrieval notes"], ["retrieval", "retrieval notes"]),
            ("x", ["y", "xylophone", "abc"], ["xylophone", "y"]), ("", ["a"], []), ("a", ["a", "a", "A"], ["A", "a"]),
            ("drift", ["draft", "swift"], ["draft"]),
        ])
    func `the nearest names come first, at most three`(typed: String, names: [String], nearest: [String]) {
        #expect(NearestName.nearest(to: typed, among: names) == nearest)
    }

    @Test func `a long name costs no time`() {
        let long = String(repeating: "ab", count: 50_000)
        #expect(NearestName.nearest(to: long, among: [long + "c", "short"]) == [long + "c"])
    }
}
