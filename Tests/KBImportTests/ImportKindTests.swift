import Testing

@testable import KBImport

@Suite("The kind of an export")
struct ImportKindTests {
    @Test(
        arguments: [
            ([".obsidian/app.json", "a.md"], .obsidian),
            (["logseq/config.edn", "pages/a.md"], .logseq),
            (["Plan 0123456789abcdef0123456789abcdef.md"], .notion),
            (["a.md", "b/c.txt"], .markdown),
            (["a.html", "style.css"], .html),
            (["a.html", "b.md"], .markdown),
            (["logseq/notes.md"], .markdown),
        ] as [([String], ImportKind)])
    func `the kind of a folder is told by what is in it`(_ paths: [String], kind: ImportKind) {
        #expect(ImportKind(recognising: paths) == kind)
    }

    @Test(
        arguments: [
            ("Plan 0123456789abcdef0123456789abcdef.md", "Plan.md"),
            ("Tasks 0123456789ABCDEF0123456789abcdef_all.csv", "Tasks_all.csv"),
            ("Plan 0123456789abcdef", "Plan 0123456789abcdef"),
            ("0123456789abcdef0123456789abcdef.png", "0123456789abcdef0123456789abcdef.png"),
        ])
    func `a name loses the id Notion gave it`(_ name: String, plain: String) {
        #expect(NotionName.withoutID(name) == plain)
    }
}
