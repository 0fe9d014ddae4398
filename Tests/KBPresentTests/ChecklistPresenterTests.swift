import Foundation
import KBModel
import KBPresent
import KBStudy
import Testing

#if canImport(FoundationXML)
    import FoundationXML
#endif

@Suite struct ChecklistPresenterTests {
    private func render(
        _ format: ChecklistPresenter.Format, _ checklist: Checklist, style: Style = Style()
    ) -> String {
        ChecklistPresenter(format: format, style: style, paths: Tour.vault).render(checklist)
    }

    private func count(_ checklist: Checklist, isOpenOnly: Bool = false) -> String {
        ChecklistPresenter(format: .text, paths: Tour.vault, isOpenOnly: isOpenOnly).count(of: checklist)
    }

    /// One group with one item.
    private func single(_ item: Checklist.Item, title: String = "Planning") -> Checklist {
        Checklist(topic: nil, groups: [.init(title: title, items: [item])])
    }

    // MARK: - Text

    @Test func `a terminal gets boxes, ids, question marks, levels, context and sources`() throws {
        #expect(
            render(.text, try Tour.checklist()) == """
                Planning (5 min)
                  [ ] 7fk2q ? Where can water be filled up?  tour/route.md:4, packing.md:12
                              - at every churchyard
                                - not in winter
                              - in <cafés> & bars
                  [x] p1m9c   Fix the stages (8-9 min)  tour/route.md:4
                  [ ] zz81t     no more than 70 km a day  tour/route.md:6

                Packing #1
                  [ ] c4w7r   Tools › In the left bag › two spare tubes (changed since it was
                              ticked)  packing.md:12

                """)
    }

    @Test func `sources that do not fit behind the words stand below them`() throws {
        let sources = (1...5).map { Source(path: "a long folder/note \($0).md", line: $0) }
        let item = try Tour.item("7fk2q9x0ab", "Ask for the way", sources)
        #expect(
            render(.text, single(item)) == """
                Planning
                  [ ] 7fk2q   Ask for the way
                              a long folder/note 1.md:1, a long folder/note 2.md:2,
                              a long folder/note 3.md:3, a long folder/note 4.md:4,
                              a long folder/note 5.md:5

                """)
    }

    @Test func `no line is wider than the terminal as long as words allow`() throws {
        let text = render(.text, try Tour.checklist(), style: Style(width: 60))
        #expect(text.split(separator: "\n").allSatisfy { String($0).displayWidth <= 60 })
        #expect(render(.text, try Tour.checklist(), style: Style(width: 1)).contains("spare"))
    }

    @Test func `ids are as long as it takes to tell them apart`() throws {
        let items = try ["abcdefg1", "abcdefg2", "xyz", "x234567"].map { try Tour.item($0, "Go", [Tour.route]) }
        let text = render(.text, Checklist(topic: nil, groups: [.init(title: "", items: items)]))
        #expect(
            text == """
                  [ ] abcdefg1   Go  tour/route.md:4
                  [ ] abcdefg2   Go  tour/route.md:4
                  [ ] xyz        Go  tour/route.md:4
                  [ ] x2345      Go  tour/route.md:4

                """)
    }

    @Test func `colours and links come on top and take no room`() throws {
        let style = Style(isColoured: true, linkPrefix: "file://", width: 80)
        let text = render(.text, try Tour.checklist(), style: style)
        #expect(text.contains("\u{1B}]8;;file:///v/tour/route.md\u{1B}\\\u{1B}[2mtour/route.md:4,\u{1B}[m\u{1B}]8;;"))
        #expect(text.contains("\u{1B}[1mPlanning (5 min)\u{1B}[m\n"))
        let bare = text.replacing(/\u{1B}\]8;;[^\u{1B}]*\u{1B}\\/, with: "").replacing(/\u{1B}\[[0-9;]*m/, with: "")
        #expect(bare == render(.text, try Tour.checklist()))
    }

    @Test func `the words of notes cannot drive the terminal`() throws {
        let item = try Tour.item(
            "7fk2q9x0ab", "Wipe \u{1B}[2J it", [Source(path: "a\u{7}.md", line: 1)], context: ["b\u{1B}"],
            answer: "c\u{1B}]0;x")
        var text = render(.text, single(item, title: "d\u{9B}"))
        text += count(single(item))
        #expect(!text.unicodeScalars.contains { $0 != "\n" && ($0.value < 0x20 || 0x7F...0x9F ~= $0.value) })
    }

    @Test func `context is said when what stands above is not printed, or is not what the note has above`() throws {
        func shown(_ lines: [(text: String, context: [String], level: Int)]) throws -> [String] {
            let items = try lines.enumerated().map { index, line in
                try Tour.item("id\(index)", line.text, [Tour.route], context: line.context, level: line.level)
            }
            let checklist = Checklist(topic: nil, groups: [.init(title: "Planning", items: items)])
            return render(.text, checklist, style: Style(width: 200)).split(separator: "\n").dropFirst().map {
                String($0.dropFirst("  [ ] id0   ".count)).replacing("  tour/route.md:4", with: "")
            }
        }
        #expect(try shown([("b", ["A"], 0)]) == ["A › b"])
        #expect(try shown([("A", [], 0), ("b", ["A"], 1)]) == ["A", "  b"])
        #expect(try shown([("A", [], 0), ("c", ["A", "B"], 1)]) == ["A", "  B › c"])
        // Folded with another wording of its parent.
        #expect(try shown([("Alpha", [], 0), ("b", ["A"], 1)]) == ["Alpha", "  b"])
        // The group says it.
        #expect(try shown([("b", ["planning", "C"], 0)]) == ["C › b"])
        // A level that skips one.
        #expect(try shown([("a", [], 0), ("b", ["x", "a"], 5)]) == ["a", "  b"])
        #expect(try shown([("b", [], 3)]) == ["b"])
    }

    /// Items under one list item that is not printed, one of them with an item below it, and one under another.
    private func shared() throws -> Checklist {
        let lines: [(text: String, context: [String], level: Int)] = [
            ("pump", ["Tools", "Left bag"], 0), ("with a hose", ["Tools", "Left bag", "pump"], 1),
            ("tubes", ["Tools", "Left bag"], 0), ("lock", ["Tools"], 0), ("map", [], 0),
        ]
        let items = try lines.enumerated().map { index, line in
            try Tour.item("item\(index)", line.text, [Tour.packing], context: line.context, level: line.level)
        }
        return Checklist(topic: nil, groups: [.init(title: "Packing", items: items)])
    }

    @Test func `what several items stand under is printed once above them`() throws {
        let checklist = try shared()
        #expect(
            render(.text, checklist) == """
                Packing
                              Tools › Left bag
                  [ ] item0     pump  packing.md:12
                  [ ] item1       with a hose  packing.md:12
                  [ ] item2     tubes  packing.md:12
                  [ ] item3   Tools › lock  packing.md:12
                  [ ] item4   map  packing.md:12

                """)
        #expect(
            render(.md, checklist).replacing(" ([packing.md:12](<packing.md>))", with: "").hasSuffix(
                """
                - *Tools* › *Left bag*
                  - [ ] pump
                    - [ ] with a hose
                  - [ ] tubes
                - [ ] *Tools* › lock
                - [ ] map

                """))
        #expect(
            render(.html, checklist).contains(
                "<li class=\"context\">Tools › Left bag</li>\n<li style=\"--level:1\">"))
    }

    // MARK: - Markdown

    @Test func `Markdown is a task list with links to its sources`() throws {
        #expect(
            render(.md, try Tour.checklist()) == """
                # Checklist: long tour

                ## Planning (5 min)

                - [ ] Where can water be filled up? ([tour/route.md:4](<tour/route.md>), [packing.md:12](<packing.md>))
                  - at every churchyard
                    - not in winter
                  - in \\<cafés\\> \\& bars
                - [x] Fix the stages (8-9 min) ([tour/route.md:4](<tour/route.md>))
                  - [ ] no more than 70 km a day ([tour/route.md:6](<tour/route.md>))

                ## Packing \\#1

                - [ ] *Tools* › *In the left bag* › two spare tubes (changed since it was ticked) \
                ([packing.md:12](<packing.md>))

                """)
    }

    @Test func `links lead to the notes from elsewhere, though the places are those of the vault`() throws {
        let folder = PathStyle.from(folder: "/v/lists", root: "/v")
        let checklist = single(try Tour.item("7fk2q9x0ab", "Plan", [Tour.route]))
        let markdown = ChecklistPresenter(format: .md, paths: Tour.vault, destinations: folder).render(checklist)
        #expect(markdown.contains("([tour/route.md:4](<../tour/route.md>))"))
        let html = ChecklistPresenter(format: .html, paths: Tour.vault, destinations: folder).render(checklist)
        #expect(html.contains("<a href=\"../tour/route.md\">tour/route.md:4</a>"))
    }

    @Test(arguments: [
        ("- dash", "\\- dash"), ("1. first", "1\\. first"), ("12) twelfth", "12\\) twelfth"), ("1.5 bar", "1.5 bar"),
        ("+", "\\+"), ("#tag and C#", "\\#tag and C#"), ("a ~~b~~ ==c==", "a ~\\~b~\\~ =\\=c=\\="),
        ("[[Link]]", "\\[\\[Link\\]\\]"), ("a | b $5", "a \\| b \\$5"), ("&amp;", "\\&amp;"), ("-5 °C", "-5 °C"),
        ("> 5 km", "\\> 5 km"),
    ])
    func `nothing in the words of an item is markup`(text: String, escaped: String) throws {
        let item = try Tour.item("7fk2q9x0ab", "Plan", [Tour.route], answer: text)
        #expect(render(.md, single(item)).hasSuffix("\n  - \(escaped)\n"))
    }

    // MARK: - JSON

    @Test func `JSON holds groups with their items and all that is known of each`() throws {
        let text = render(.json, try Tour.checklist())
        #expect(
            text.hasPrefix("{\n  \"version\": 1,\n  \"topic\": \"long tour\",\n  \"hidden\": 0,\n  \"groups\": [\n"))
        #expect(text.contains("\"title\": \"Planning\",\n      \"minutes\": {\"min\": 5, \"max\": 5},\n"))
        #expect(text.contains("\"title\": \"Packing #1\",\n      \"minutes\": null,\n"))
        #expect(
            text.contains(
                """
                        {
                          "id": "zz81t5h6jk",
                          "text": "no more than 70 km a day",
                          "context": ["Fix the stages"],
                          "level": 1,
                          "question": false,
                          "sources": [{"path": "tour/route.md", "line": 6}],
                          "concepts": ["stage"],
                          "minutes": null,
                          "done": false,
                          "changed": false,
                          "answer": null
                        }
                """))
        #expect(text.contains("\"answer\": \"at every churchyard\\n  not in winter\\nin <cafés> & bars\""))
    }

    @Test func `lines of JSON are the items, each with its group`() throws {
        let lines = render(.jsonl, try Tour.checklist()).split(separator: "\n")
        #expect(lines.count == 4)
        #expect(lines.last?.hasPrefix("{\"group\":\"Packing #1\",\"id\":\"c4w7r8s9tv\",\"text\":") == true)
    }

    // MARK: - HTML

    @Test func `the page is well-formed, whatever the notes say`() throws {
        let names = ["R&D <b>x</b>", "say \"hi\"", "it's", "]]>", "<!-- a", "javascript:alert(1)", "\u{1B}\u{0}"]
        let items = try names.enumerated().map { index, name in
            try Tour.item(
                "id\(index)", name, [Source(path: name, line: 1)], context: [name], isDone: index.isMultiple(of: 2),
                answer: "\(name)\n  \(name)")
        }
        let checklist = Checklist(topic: names[0], groups: [.init(title: names[0], items: items)])
        let page = render(.html, checklist)
        // Closed as XML wants it, so that a parser can tell.
        let document = page.replacing("<!DOCTYPE html>\n", with: "")
            .replacing(/<(meta[^>]*|br)>/) { "<\($0.1)/>" }
        let parser = XMLParser(data: Data(document.utf8))
        let isWellFormed = parser.parse()
        #expect(isWellFormed, "\(parser.parserError.map { "\($0)" } ?? "") at \(parser.lineNumber)")
        #expect(page.hasPrefix("<!DOCTYPE html>\n<html lang=\"\">\n<head>\n<meta charset=\"utf-8\">\n"))
        #expect(!page.contains("<b>") && !page.contains("href=\"javascript:"))
    }

    @Test func `the page needs nothing else and runs nothing`() throws {
        let page = render(.html, try Tour.checklist())
        for mark in ["<script", "<link", "<img", "@import", "url(", "http:", "https:", "onclick"] {
            #expect(!page.contains(mark))
        }
        #expect(page.contains("@media print"))
    }

    @Test func `the page shows boxes, words and sources`() throws {
        let page = render(.html, try Tour.checklist())
        #expect(page.contains("<h2>Planning (5 min)</h2>"))
        #expect(page.contains("aria-label=\"done\">✓</span>\n<div class=\"words\">Fix the stages "))
        #expect(page.contains("<li style=\"--level:1\"><span class=\"box\" role=\"img\" aria-label=\"to do\">"))
        #expect(page.contains("<a href=\"packing.md\">packing.md:12</a>"))
        #expect(page.contains("<ul class=\"answer\"><li>at every churchyard</li><li style=\"--level:1\">not in"))
    }

    // MARK: - Nothing, and how much

    @Test func `nothing is valid in every format`() {
        let none = Checklist(topic: "tour", groups: [])
        #expect(render(.text, none) == "")
        #expect(render(.jsonl, none) == "")
        #expect(render(.json, none) == "{\"version\": 1, \"topic\": \"tour\", \"hidden\": 0, \"groups\": []}\n")
        #expect(render(.md, none) == "# Checklist: tour\n\nNothing to do or ask was found.\n")
        #expect(render(.html, none).contains("<p>Nothing to do or ask was found.</p>\n</body>"))
        #expect(count(none) == "nothing to do or ask found")
        #expect(count(none, isOpenOnly: true) == "nothing is left to do")
    }

    @Test func `the count tells items, what is done, the notes, and what a limit left out`() throws {
        var checklist = try Tour.checklist()
        #expect(count(checklist) == "4 items, 1 done, from 2 notes")
        #expect(count(checklist, isOpenOnly: true) == "3 items to do, from 2 notes")
        checklist.hidden = 1200
        #expect(count(checklist) == "4 of 1,204 items, 1 done, from 2 notes")
        #expect(count(single(try Tour.item("a", "b", [Tour.route]))) == "1 item, 0 done, from 1 note")
    }
}
