import KBImport
import Testing

@Suite struct TableTests {
    @Test func `a table has a header, alignment and escaped bars`() {
        #expect(
            markdown("<table><tr><th>A<th align=right>B</tr><tr><td>a|b<td style='text-align: center'>c</tr></table>")
                == "| A | B |\n| --- | ---: |\n| a\\|b | c |")
    }

    @Test func `a table without header gets an empty one`() {
        #expect(markdown("<table><tr><td>a<td>b</table>") == "| | |\n| --- | --- |\n| a | b |")
    }

    @Test func `a cell over several columns leaves the others empty, and is told`() {
        let note = note("<table><tr><th>A<th>B<tr><td colspan=2>c<tr><td rowspan=2>d<td>e<tr><td>f</table>")
        #expect(note.markdown == "| A | B |\n| --- | --- |\n| c | |\n| d | e |\n| | f |\n")
        #expect(note.remarks == [HTMLRemark(.simplifiedTable)])
    }

    @Test func `blocks in a cell are parted by line breaks`() {
        #expect(
            markdown("<table><tr><th>A<th>B<tr><td><p>a</p><p>b</p><td><ul><li>c<li>d</ul></table>")
                == "| A | B |\n| --- | --- |\n| a<br>b | - c<br>- d |")
    }

    @Test func `a column without a word goes`() {
        #expect(markdown("<table><tr><td>&nbsp;<td>a<td>b</table>") == "| | |\n| --- | --- |\n| a | b |")
    }

    @Test func `a table that holds tables is written cell by cell`() {
        #expect(
            markdown("<table><tr><td>a<td><table><tr><th>B<th>C</table></table>") == "a\n\n| B | C |\n| --- | --- |")
    }

    @Test func `code of several lines is not pressed into a cell`() {
        #expect(markdown("<table><tr><td>a<td><pre>b\nc</pre></table>") == "a\n\n```\nb\nc\n```")
    }

    @Test func `a table's caption stands above it`() {
        #expect(
            markdown("<table><caption>Sizes</caption><tr><th>A<th>B</table>") == "Sizes\n\n| A | B |\n| --- | --- |")
    }

    @Test func `words between rows stand above the table`() {
        #expect(markdown("<table>x<tr><th>A<th>B</table>") == "x\n\n| A | B |\n| --- | --- |")
    }
}
