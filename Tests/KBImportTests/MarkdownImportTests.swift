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

@Suite("A folder of pages")
struct PageImportTests {
    private let page = "<html><head><title>A</title></head><body><h1>A</h1><p>Words of a page.</p></body></html>"

    @Test func `pages become notes, which take no note's name`() {
        let export = MadeUpExport(["a.html": page, "b/c.htm": page, "b/c.md": "", "p.css": ""], kind: .html)
        #expect(export.targets == ["a.html": "a.md", "b/c.htm": "b/c-2.md", "b/c.md": "b/c.md", "p.css": "p.css"])
    }

    @Test func `a page says where it came from, by its address when it tells that`() {
        let told = page.replacing("<title>", with: "<link rel=\"canonical\" href=\"https://a.example/x\"><title>")
        let export = MadeUpExport(["a.html": page, "b.html": told])
        #expect(export.note("a.html") == "---\nsource: a.html\n---\n\n# A\n\nWords of a page.\n")
        #expect(export.note("b.html").hasPrefix("---\nsource: https://a.example/x\n---\n"))
    }

    @Test func `an address of a page that came too becomes a way to it`() {
        let told = page.replacing("<title>", with: "<link rel=\"canonical\" href=\"https://a.example/x\"><title>")
        let link = page.replacing("Words", with: "<a href=\"https://a.example/x\">Words</a>")
        let export = MadeUpExport(["in/a b.html": told, "b.html": link])
        #expect(export.body("b.html") == "# A\n\n[Words](in/a%20b.html) of a page.\n")
    }
}
