import KBEdit
import KBModel
import Testing

@Suite struct NameTests {
    @Test(
        arguments: [
            ("Gradient descent", "gradient-descent"), ("  What's new? (2026)", "whats-new-2026"),
            ("Über Öl", "über-öl"),
            ("C++ and a/b", "c++-and-a-b"), ("../../etc/passwd", "etc-passwd"), ("…", "untitled"), ("", "untitled"),
            ("CON", "con-note"),
            ("com1", "com1-note"), ("日本語 ノート", "日本語-ノート"), ("a\u{0}b\nc", "a-b-c"), ("# A | B ^c: [d]", "a-b-c-d"),
            (".hidden", "hidden"),
        ])
    func `a title becomes a safe slug`(_ title: String, name: String) {
        #expect(NoteName.name(for: title) == name)
    }

    @Test(
        arguments: [
            ("Gradient descent", "Gradient descent"), ("What's new? [2026]", "What's new 2026"), ("a/b: c", "a b c"),
            ("..x..", "x"),
            ("nul.txt", "nul.txt-note"), (" \t", "untitled"),
        ])
    func `a title may be the name but for what a name may not hold`(_ title: String, name: String) {
        #expect(NoteName.name(for: title, style: .title) == name)
    }

    @Test func `a name is short enough and cut between words`() {
        let name = NoteName.name(for: String(repeating: "größer ", count: 60))
        #expect(name.utf8.count <= NoteName.longest && name.hasSuffix("größer"))
        #expect(NoteName.name(for: String(repeating: "日", count: 300)).utf8.count <= NoteName.longest)
    }

    @Test func `a taken name gets a number`() {
        #expect(NoteName.unique("a") { _ in false } == "a")
        #expect(NoteName.unique("a") { ["a", "a-2"].contains($0) } == "a-3")
    }

    // MARK: Templates

    private static let values = Template.Values(
        title: "On \"x\": y", now: WallTime(day: Day(daysSinceEpoch: 20_454), hour: 15, minute: 4, second: 9))

    @Test(
        arguments: [
            ("# {{title}}\n{{ date }} {{time}}", "# On \"x\": y\n2026-01-01 15:04"),
            ("{{date:D MMM YYYY}} {{time:h:mm a}}", "1 Jan 2026 3:04 pm"),
            (
                "---\ntitle: {{title}} # c\ndate: {{date}}\n---\n",
                "---\ntitle: \"On \\\"x\\\": y\" # c\ndate: 2026-01-01\n---\n"
            ),
            (
                "---\na: \"{{title}}\"\nb: '{{title}}!'\nc: [{{title}}, d]\n---\n",
                "---\na: \"On \\\"x\\\": y\"\nb: 'On \"x\": y!'\nc: [\"On \\\"x\\\": y\", d]\n---\n"
            ),
            ("---\naliases:\n  - On {{date}}\n---\n", "---\naliases:\n  - On 2026-01-01\n---\n"), ("a {{ b", "a {{ b"),
            ("{{}}x", "{{}}x"),
        ])
    func `a template is filled`(_ text: String, _ new: String) {
        #expect(Template(text).filled(with: Self.values).text == new)
    }

    @Test func `the place of the cursor is told, and what is not known stays`() {
        let filled = Template("ä {{cursor}} {{mood}} {{cursor}}").filled(with: Self.values)
        #expect(filled.text == "ä  {{mood}} ")
        #expect(filled.cursor == 3)
        #expect(filled.unknown == ["{{mood}}"])
    }

    @Test(
        arguments: [
            ("YYYY-MM-DD", "2026-03-02"), ("dddd, Do MMMM", "Monday, 2nd March"), ("GGGG-[W]WW", "2026-W10"),
            ("HH:mm:ss", "00:05:09"),
            ("hh A", "12 AM"), ("DDD Q d E", "61 1 1 1"), ("YY/M/D ddd", "26/3/2 Mon"),
        ])
    func `a pattern writes a day as Obsidian does`(_ pattern: String, _ text: String) throws {
        let day = try #require(Day(year: 2026, month: 3, day: 2))
        #expect(DateFormat.text(WallTime(day: day, hour: 0, minute: 5, second: 9), pattern) == text)
    }

    @Test func `the week belongs to the year of its Thursday`() throws {
        let day = try #require(Day(year: 2027, month: 1, day: 1))
        #expect(DateFormat.text(WallTime(day: day), "GGGG WW") == "2026 53")
    }
}

@Suite struct FrontMatterAdditionTests {
    @Test(
        arguments: [
            ("x\r\n", "---\r\ntags:\r\n  - a/b\r\n  - c\r\n---\r\nx\r\n"),
            ("---\ntags: [A/b] # k\n---\n", "---\ntags: [A/b, c] # k\n---\n"),
            ("---\ntags: x y\n---\n", "---\ntags: [x, y, a/b, c]\n---\n"),
            ("---\ntags: []\n---\n", "---\ntags: [a/b, c]\n---\n"),
            ("---\ntags:\n---\n", "---\ntags:\n  - a/b\n  - c\n---\n"),
            ("---\ntag: c\n---\n#a/b", "---\ntag: [c, a/b]\n---\n#a/b"),
        ])
    func `tags are added that are not there`(_ old: String, _ new: String) throws {
        let bytes = try FrontMatterAddition.adding(["a/b", "c"], to: "tags", in: Array(old.utf8), path: "n.md")
        #expect(String(decoding: bytes, as: UTF8.self) == new)
    }

    @Test(arguments: ["---\ntags: {a: b}\n---\n", "---\ntags: [a\n---\n"])
    func `front matter without a place for it is refused`(_ text: String) {
        #expect(throws: EditRefusal.self) {
            try FrontMatterAddition.adding(["x"], to: "tags", in: Array(text.utf8), path: "n.md")
        }
    }
}
