import KBImport
import Testing

/// Pages made to take time, memory or stack; each would hang or end the program if it took more than its share.
@Suite struct HostileTests {
    @Test(
        .timeLimit(.minutes(2)),
        arguments: [
            ("<div>", 5_000), ("<ul><li>", 1_000), ("<blockquote>", 3_000), ("<table><tr><td>", 1_000),
            ("<b><i>", 3_000),
            ("<b><p>x</b>", 3_000), ("<a <a ", 20_000), ("<", 50_000), ("&", 50_000), ("<!-", 30_000),
            ("<math>", 3_000),
            ("<svg><p>", 3_000), ("<td>", 10_000), ("</p></b>", 10_000), ("<span>", 5_000),
            ("<details><summary>", 1_000),
            ("<h1>", 5_000), ("~", 20_000), ("_", 20_000), ("$", 20_000), ("`", 20_000), ("[^1]", 10_000),
            ("<sup><a href=#x>1</a></sup><li id=x>", 1_000), ("<script>", 10_000), ("\0", 20_000),
            ("<select><option>", 2_000),
        ] as [(String, Int)])
    func `a page of one piece over and over is read`(_ piece: String, _ count: Int) {
        let page = "<p>Start</p>" + String(repeating: piece, count: count) + "end"
        #expect(note(page).markdown.contains("Start") || piece.hasPrefix("<h1"))
    }

    @Test(.timeLimit(.minutes(1)))
    func `marks that nobody closes are not multiplied`() {
        let page = (0..<3_000).map { "<p><font color=\($0)>x" }.joined()
        #expect(note(page).markdown.utf8.count == 3_000 * 3 - 1)
    }

    @Test(.timeLimit(.minutes(1)))
    func `cells that claim thousands of columns do not make them`() {
        let row = "<tr>" + String(repeating: "<td colspan=1000 rowspan=60000>x", count: 50) + "</tr>"
        #expect(note("<table>" + String(repeating: row, count: 50) + "</table>").markdown.utf8.count < 2_000_000)
    }

    @Test func `every byte may follow every other`() {
        var bytes: [UInt8] = []
        var state: UInt32 = 1
        let pieces = [
            "<p>", "</", "<!--", "<a href=", "'", "&", "<table>", "<td", ">", "<svg", "]]>", "<pre>", "\u{E9}", " ",
            "=\"",
        ]
        for _ in 0..<50_000 {
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
