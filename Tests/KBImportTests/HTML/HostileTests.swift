import KBImport
import Testing

/// Pages made to take time, memory or stack; each would hang or end the program if it took more than its share.
@Suite struct HostileTests {
    @Test(
        .timeLimit(.minutes(5)),
        arguments: [
            ("<div>", 1_000), ("<ul><li>", 400), ("<blockquote>", 750), ("<table><tr><td>", 400),
            ("<b><i>", 750),
            ("<b><p>x</b>", 750), ("<a <a ", 5_000), ("<", 12_000), ("&", 12_000), ("<!-", 7_000),
            ("<math>", 750),
            ("<svg><p>", 750), ("<td>", 2_000), ("</p></b>", 2_000), ("<span>", 1_000),
            ("<details><summary>", 400),
            ("<h1>", 1_000), ("~", 5_000), ("_", 5_000), ("$", 5_000), ("`", 5_000), ("[^1]", 2_000),
            ("<sup><a href=#x>1</a></sup><li id=x>", 400), ("<script>", 2_000), ("\0", 5_000),
            ("<select><option>", 500),
        ] as [(String, Int)])
    func `a page of one piece over and over is read`(_ piece: String, _ count: Int) {
        let page = "<p>Start</p>" + String(repeating: piece, count: count) + "end"
        #expect(note(page).markdown.contains("Start") || piece.hasPrefix("<h1"))
    }

    @Test(.timeLimit(.minutes(5)))
    func `marks that nobody closes are not multiplied`() {
        let page = (0..<1_000).map { "<p><font color=\($0)>x" }.joined()
        #expect(note(page).markdown.utf8.count == 1_000 * 3 - 1)
    }

    @Test(.timeLimit(.minutes(5)))
    func `cells that claim thousands of columns do not make them`() {
        let row = "<tr>" + String(repeating: "<td colspan=1000 rowspan=60000>x", count: 20) + "</tr>"
        #expect(note("<table>" + String(repeating: row, count: 20) + "</table>").markdown.utf8.count < 2_000_000)
    }

    @Test func `every byte may follow every other`() {
        var bytes: [UInt8] = []
        var state: UInt32 = 1
        let pieces = [
            "<p>", "</", "<!--", "<a href=", "'", "&", "<table>", "<td", ">", "<svg", "]]>", "<pre>", "\u{E9}", " ",
            "=\"",
        ]
        for _ in 0..<10_000 {
            state = state &* 1_664_525 &+ 1_013_904_223
            if state >> 30 == 0 {
                bytes += Array(pieces[Int(state >> 8) % pieces.count].utf8)
            } else {
                bytes.append(UInt8(truncatingIfNeeded: state >> 16))
            }
        }
        #expect(String(validating: HTMLNote(bytes).markdown.utf8, as: UTF8.self) != nil)
    }

    @Test func `an empty page is an empty note`() {
        #expect(note("") == note("<html></html>"))
        #expect(note("").markdown == "")
    }
}
