import Testing

@testable import KBImport

@Suite("A folder of Markdown, or of Obsidian")
struct MarkdownImportTests {
    @Test func `notes stay byte for byte`() {
        let text = "\u{FEFF}# A\r\n\r\n[[b]]  \r\nlast"
        #expect(MadeUpExport(["a.md": text]).note("a.md") == text)
    }

    @Test func `settings of Obsidian are left out, and told where they have a counterpart`() {
        let export = MadeUpExport([
            ".obsidian/daily-notes.json": #"{"folder": "Daily", "format": "YYYY-MM-DD", "template": "T/day"}"#,
            ".obsidian/templates.json": #"{"folder": "T"}"#,
            ".obsidian/app.json": #"{"userIgnoreFilters": ["Old/", "a.b"]}"#, "a.md": "", "p.png": "",
        ])
        #expect(export.targets == ["a.md": "a.md", "p.png": "p.png"])
        #expect(
            export.settings == [
                "exclude: Old/", "daily.folder: Daily", "daily.format: YYYY-MM-DD", "daily.template: T/day",
                "templates: T",
            ])
    }

    @Test(
        arguments: [
            ("a\n```dataview\nlist\n```\n", ["2 Dataview queries"]),
            ("```js\n<% tp.x %> `= this.a`\n```\n", []),
            (
                "- ```tasks\n  not done\n  ```\n\n`$= dv.x` and `= this.a`\n",
                ["1 Tasks queries", "5 inline Dataview queries"]
            ),
            ("<%* code %>\n<% tp.date.now() %>\n", ["1 Templater commands", "2 Templater commands"]),
            ("a < b, 5% and `code`\n", []),
        ])
    func `code of plugins is told with its line`(_ text: String, told: [String]) {
        #expect(MadeUpExport(["a.md": text]).unmapped("a.md") == told)
    }

    @Test func `drawings and canvases are told`() {
        #expect(ImportKind.obsidian.foreignFile("a/b.Canvas") == "canvases")
        #expect(ImportKind.obsidian.foreignFile("a/b.png") == nil)
    }

    @Test(
        arguments: [
            ("<!DOCTYPE html>\n<p>", nil, .html), ("\u{FEFF} <html>", nil, .html), ("# a <html>", nil, .markdown),
            ("<!-- saved from url=(1)x -->\n<html>", nil, .html), ("<b>a</b>", nil, .markdown),
            ("text", "a.html", .html), ("<html>", "a.md", .markdown),
        ] as [(String, String?, ImportKind)])
    func `a page is told from a note`(_ text: String, path: String?, kind: ImportKind) {
        #expect(PlainText.kind(of: Array(text.utf8), path: path) == kind)
    }

    @Test(arguments: [
        ("intro\n\n## The title\n", "The title"), ("first line\nsecond", "first line"), ("- item", "item"),
    ])
    func `a note without a name has its first heading or line for one`(_ text: String, title: String) {
        #expect(PlainText.title(of: Array(text.utf8)) == title)
    }
}
