import Testing

@testable import KBImport

@Suite("An export of Notion")
struct NotionImportTests {
    private static let (home, tasks, row, sub) = (
        "000000000000000000000000000000a1", "000000000000000000000000000000b2", "000000000000000000000000000000c3",
        "000000000000000000000000000000d4"
    )

    private func page(_ text: String, others: [String: String] = [:]) -> MadeUpExport {
        MadeUpExport(others.merging(["Home \(Self.home).md": text]) { $1 })
    }

    private func body(_ text: String) -> String { page(text).body("Home \(Self.home).md") }

    // MARK: - Names

    @Test func `names lose their ids, folders like pages`() {
        let export = MadeUpExport([
            "Home \(Self.home).md": "", "Home \(Self.home)/Sub \(Self.sub).md": "",
            "Home \(Self.home)/image 1.png": "",
        ])
        #expect(
            export.targets == [
                "Home \(Self.home).md": "Home.md", "Home \(Self.home)/Sub \(Self.sub).md": "Home/Sub.md",
                "Home \(Self.home)/image 1.png": "Home/image 1.png",
            ])
    }

    @Test func `pages of one title get numbers, with their folders`() {
        let export = MadeUpExport([
            "A \(Self.home).md": "", "a \(Self.sub).md": "", "a \(Self.sub)/x.png": "", "A \(Self.home)/x.png": "",
        ])
        #expect(
            export.targets == [
                "A \(Self.home).md": "A.md", "A \(Self.home)/x.png": "A/x.png", "a \(Self.sub).md": "a-2.md",
                "a \(Self.sub)/x.png": "a-2/x.png",
            ])
    }

    // MARK: - Properties

    @Test func `properties of a row go to the front matter, as its table names them`() {
        let row = "Home/Tasks \(Self.tasks)/Write \(Self.row).md"
        let export = MadeUpExport([
            "Home/Tasks \(Self.tasks).csv": "Name,Status,Tags,Created,Due: hard\n",
            row:
                "# Write\n\nStatus: In progress\nTags: a, two words\nCreated: November 2, 2026 9:43 PM\nDue: hard: May 1, 2026\n\nNote: prose\n",
        ])
        #expect(
            export.note(row) == """
                ---
                Status: In progress
                tags:
                  - a
                  - two-words
                created: 2026-11-02T21:43
                "Due: hard": 2026-05-01
                source: \(row)
                ---

                # Write

                Note: prose

                """)
    }

    @Test func `a lone line with a colon is a sentence`() {
        #expect(body("# A\n\nNote: this is prose.\n\nmore\n") == "# A\n\nNote: this is prose.\n\nmore\n")
    }

    @Test func `a relation becomes a list of links`() {
        let row = "Tasks \(Self.tasks)/Write \(Self.row).md"
        let export = MadeUpExport([
            "Tasks \(Self.tasks).csv": "Name,Part of\n", "Sub \(Self.sub).md": "# Sub\n",
            row:
                "# Write\n\nPart of: Sub (../Sub%20\(Self.sub).md), Sub (https://www.notion.so/Sub-\(Self.sub)?pvs=21)\n",
        ])
        let link = "  - \"[[Sub \(Self.sub)|Sub]]\"\n"
        #expect(export.note(row).contains("Part of:\n" + link + link))
    }

    // MARK: - Text

    @Test func `a callout becomes one of kb's, code not`() {
        let text = "<aside>\n⚠️ Mind\n\nthe gap\n</aside>\n\n```html\n<aside>\nx\n</aside>\n```\n"
        #expect(body(text) == "> [!warning]\n> ⚠️ Mind\n>\n> the gap\n\n```html\n<aside>\nx\n</aside>\n```\n")
    }

    @Test func `an address of a page of the export becomes a way to it, another is told`() {
        let export = page(
            "[a](https://www.notion.so/ws/Sub-\(Self.sub)?pvs=4)\n[b](https://notion.so/\(Self.row))\n",
            others: ["Sub \(Self.sub).md": "# Sub"])
        let path = "Home \(Self.home).md"
        #expect(export.body(path) == "[a](Sub%20\(Self.sub).md)\n[b](https://notion.so/\(Self.row))\n")
        #expect(export.unmapped(path) == ["6 links to pages of Notion that are not in the export"])
    }

    // MARK: - Tables

    @Test func `a database becomes a table whose rows link to their pages`() {
        let table = "Tasks \(Self.tasks).csv"
        let export = MadeUpExport([
            table: "\u{FEFF}Name,Status\r\n\"Write, \"\"a\"\" | b\",\"x\ny\"\r\nGone,\r\n",
            "Tasks \(Self.tasks)/Write \(Self.row).md": "# Write, \"a\" | b\n",
        ])
        #expect(export.targets[table] == "Tasks.md")
        #expect(
            export.body(table) == """
                # Tasks

                | Name | Status |
                | --- | --- |
                | [Write, "a" \\| b](Tasks%20\(Self.tasks)/Write%20\(Self.row).md) | x<br>y |
                | Gone |  |

                """)
    }

    @Test func `of a database with all rows and one with those shown, all count`() {
        let (all, some) = ("T \(Self.tasks)_all.csv", "T \(Self.tasks).csv")
        let export = MadeUpExport([all: "Name\na\nb\n", some: "Name\na\n"])
        #expect(export.targets == [all: "T.md", some: "T.md"])
        #expect(export.body(all).contains("| b |"))
    }

    @Test(
        arguments: [
            ("a,b\nc", [["a", "b"], ["c"]]), ("\"a,\"\"b\"\"\r\nc\",d\r\n", [["a,\"b\"\r\nc", "d"]]), ("", []),
            ("a \"b\" c,\"\"\n\n", [["a \"b\" c", ""]]), ("\"never closed,\n", [["never closed,\n"]]),
        ] as [(String, [[String]])])
    func `values between commas are read`(_ text: String, records: [[String]]) {
        #expect(CommaSeparated.read(Array(text.utf8)) == records)
    }

    @Test(
        arguments: [
            ("November 2, 2026", "2026-11-02"), ("May 1, 2026 12:05 AM", "2026-05-01T00:05"),
            ("May 1, 2026 14:05", "2026-05-01T14:05"), ("May 1", nil), ("May 1, 2026 → May 2, 2026", nil),
            ("Mai 1, 2026", nil),
        ] as [(String, String?)])
    func `days are read as Notion writes them`(_ text: String, iso: String?) {
        #expect(NotionDate.iso(text) == iso)
    }
}
