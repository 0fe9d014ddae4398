import Testing

@testable import KBPresent

@Suite struct StyleTests {
    @Test(
        arguments: [
            ("", 0), ("abc", 3), ("naïve", 5), ("e\u{301}", 1), ("漢字", 4), ("ｱ", 1), ("Ａ", 2), ("🙂", 2), ("👩‍👩‍👧", 2),
            ("❤️", 2),
            ("❤", 1), ("a\u{200D}b", 2), ("\t", 1), ("한글", 4), ("\u{85}", 0),
        ] as [(String, Int)])
    func `a text takes as many columns as a terminal gives it`(_ text: String, width: Int) {
        #expect(text == "\t" || text.displayWidth == width)
    }

    @Test func `control characters cannot reach a terminal`() {
        #expect("a\u{1B}[31mb\u{9B}c\rd\te\u{7F}".harmless == "a\u{FFFD}[31mb\u{FFFD}c d e\u{FFFD}")
        #expect(Style(isColoured: true).dress("\u{1B}]0;x", as: .heading) == "\u{1B}[1m\u{FFFD}]0;x\u{1B}[m")
    }

    @Test func `a link carries the path percent-encoded`() {
        let style = Style(linkPrefix: "file://")
        #expect(
            style.link("a b.md", to: "/n/ä b#.md")
                == "\u{1B}]8;;file:///n/%C3%A4%20b%23.md\u{1B}\\a b.md\u{1B}]8;;\u{1B}\\")
        #expect(Style().link("a.md", to: "/a.md") == "a.md")
    }

    @Test(
        arguments: [
            (.inVault(root: "/v"), "a/b.md", "a/b.md"),
            (.absolute(root: "/v"), "a/b.md", "/v/a/b.md"),
            (.absolute(root: "/"), "a.md", "/a.md"),
            (.absolute(root: "/v"), "/etc/kb.yml", "/etc/kb.yml"),
            (.from(folder: "/v", root: "/v"), "a/b.md", "a/b.md"),
            (.from(folder: "/v/a", root: "/v"), "a/b.md", "b.md"),
            (.from(folder: "/v/c/d", root: "/v"), "a/b.md", "../../a/b.md"),
            (.from(folder: "/v/ab", root: "/v"), "a/b.md", "../a/b.md"),
            (.from(folder: "/x", root: "/x/v"), "b.md", "v/b.md"),
            (.from(folder: "/x", root: "/y"), "b.md", "/y/b.md"),
            (.from(folder: "/", root: "/y"), "b.md", "y/b.md"),
        ] as [(PathStyle, String, String)])
    func `a path is shown from where the reader stands`(_ style: PathStyle, path: String, shown: String) {
        #expect(style.shown(path) == shown)
    }

    @Test(
        arguments: [
            (0, "0"), (999, "999"), (1000, "1,000"), (-1_234_567, "-1,234,567"),
            (Int.min, "-9,223,372,036,854,775,808"),
        ])
    func `a count is grouped by thousands`(_ number: Int, text: String) {
        #expect(number.grouped == text)
    }

    @Test(
        arguments: [
            (0, "0.00"), (1.005, "1.00"), (2.675, "2.68"), (-0.001, "0.00"), (-1.5, "-1.50"), (12.3456, "12.35"),
            (.infinity, "inf"),
        ] as [(Double, String)])
    func `a score has two decimals`(_ number: Double, text: String) {
        #expect(number.twoDecimals == text)
    }

    @Test(
        arguments: [
            (0, "0 B"), (999, "999 B"), (1000, "1.0 KB"), (9_949, "9.9 KB"), (12_345, "12 KB"), (3_400_000, "3.4 MB"),
            (Int64.max, "9223372 TB"),
        ] as [(Int64, String)])
    func `a size has the unit people read`(_ bytes: Int64, text: String) {
        #expect(readableSize(bytes) == text)
    }

    @Test(
        arguments: [
            (0, "1970-01-01T00:00:00Z"), (-1, "1969-12-31T23:59:59Z"),
            (1_777_777_777_000_000_001, "2026-05-03T03:09:37Z"),
        ] as [(Int64, String)])
    func `a time is printed in universal time to the second`(_ nanoseconds: Int64, text: String) {
        #expect(isoTime(nanoseconds: nanoseconds) == text)
    }

    @Test func `tables quote what would break them`() {
        let table = Table(columns: ["a", "b"], rows: [["x,y", "say \"hi\""], ["two\nlines", "tab\there"]])
        #expect(table.csv == "a,b\n\"x,y\",\"say \"\"hi\"\"\"\n\"two\nlines\",tab\there\n")
        #expect(table.tsv == "a\tb\nx,y\tsay \"hi\"\ntwo lines\ttab here\n")
    }
}
