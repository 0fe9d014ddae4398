import KBImport
import Testing

@Suite struct InlineTests {
    @Test(arguments: [
        ("<b>a</b> <strong>b</strong>", "**a** **b**"), ("<i>a</i> <em>b</em>", "*a* *b*"),
        ("<del>a</del> <s>b</s>", "~~a~~ ~~b~~"), ("<mark>a</mark>", "==a=="), ("H<sub>2</sub>O", "H<sub>2</sub>O"),
        ("x<sup>n</sup>", "x<sup>n</sup>"), ("<kbd>Tab</kbd>", "<kbd>Tab</kbd>"), ("<q>a</q>", "“a”"),
        ("<ruby>字<rt>zi</rt></ruby>", "字(zi)"),
    ])
    func `elements that set words apart become marks`(_ html: String, _ expected: String) {
        #expect(markdown("<p>\(html)</p>") == expected)
    }

    @Test func `space at the ends of a mark moves out of it`() {
        #expect(markdown("<p>a<b> b </b>c</p>") == "a **b** c")
    }

    @Test func `a mark around nothing goes`() {
        #expect(markdown("<p>a<b> </b>c<i></i></p>") == "a c")
    }

    @Test func `neighbours with the same mark become one`() {
        #expect(markdown("<p><b>a</b><b>b</b></p>") == "**ab**")
    }

    @Test func `a mark within the same mark is one mark`() {
        #expect(markdown("<p><b>a <strong>b</strong></b></p>") == "**a b**")
    }

    @Test func `marks beside marks use different signs`() {
        #expect(markdown("<p><b><i>a</i></b> and <i>b <b>c</b></i></p>") == "**_a_** and _b **c**_")
    }

    @Test func `a mark that Markdown would not read is written as an element`() {
        #expect(markdown("<p>a<b>(b)</b>c</p>") == "a<strong>(b)</strong>c")
    }

    @Test func `a mark in the middle of a word stays a mark`() {
        #expect(markdown("<p>un<em>believ</em>able</p>") == "un*believ*able")
    }

    @Test func `whitespace becomes one space`() {
        #expect(markdown("<p>  a\n\t b  <span> c</span></p>") == "a b c")
    }

    @Test func `a no-break space stays between words and goes beside space`() {
        #expect(markdown("<p>5&nbsp;km and&nbsp; more&nbsp;</p>") == "5\u{A0}km and more")
    }

    @Test func `signs without width go`() {
        #expect(markdown("<p>co&shy;op&#8203;er</p>") == "cooper")
    }

    @Test func `code is fenced by more backticks than it holds`() {
        #expect(markdown("<p><code>a`b</code> <code>`</code></p>") == "``a`b`` `` ` ``")
    }

    @Test func `neighbouring pieces of code become one`() {
        #expect(markdown("<p><code>a</code><code>b</code></p>") == "`ab`")
    }

    @Test func `a link has its words, address and title`() {
        #expect(
            markdown("<p><a href='b.html' title='Say \"hi\"'>a <i>b</i></a></p>") == #"[a *b*](b.html "Say \"hi\"")"#)
    }

    @Test func `a title that repeats the words goes`() {
        #expect(markdown("<p><a href='b' title='Home page'>Home page</a></p>") == "[Home page](b)")
    }

    @Test(arguments: [
        ("a b.html", "a%20b.html"), ("a(b)", "a(b)"), ("a(b", "a%28b"), ("a?b=1&amp;c=2", "a?b=1&c=2"),
        ("a&amp;amp;b", "a&amp;amp;b"),
        ("a\\b", "a%5Cb"),
    ])
    func `an address is written so that it is read as it was`(_ html: String, _ expected: String) {
        #expect(markdown("<p><a href='\(html)'>x</a></p>") == "[x](\(expected))")
    }

    @Test func `a link whose words are its address is bare`() {
        #expect(
            markdown("<p><a href='https://example.org/a_b'>https://example.org/a_b</a></p>")
                == "<https://example.org/a_b>")
    }

    @Test(arguments: ["javascript:go()", "", "#"])
    func `a link that leads nowhere leaves its words`(_ target: String) {
        #expect(markdown("<p><a href='\(target)'>word</a></p>") == "word")
    }

    @Test func `brackets in a link's words are escaped`() {
        #expect(markdown("<p><a href='b'>[1]</a></p>") == #"[\[1\]](b)"#)
    }

    @Test func `a link around blocks goes to the first that has words`() {
        #expect(markdown("<a href='b'><h2>Head</h2><p>Text</p></a>") == "## [Head](b)\n\nText")
    }

    @Test func `a picture has its words and address`() {
        #expect(markdown("<p><img src='a b.png' alt='A [B]'></p>") == #"![A \[B\]](a%20b.png)"#)
    }

    @Test func `a picture loaded by a script has its address elsewhere`() {
        #expect(markdown("<p><img src='data:image/gif;base64,R0' data-src='a.png' alt=''></p>") == "![](a.png)")
    }

    @Test func `a picture in the page itself is told`() {
        let note = note("<p>x <img src='data:image/png;base64,AA' alt='Chart'></p>")
        #expect(note.markdown == "x Chart\n")
        #expect(note.remarks.map(\.message) == ["1 picture inside the page left out"])
    }

    @Test func `a line break is a backslash, two begin a paragraph`() {
        #expect(markdown("<p>a<br>b<br><br>c<br></p>") == "a\\\nb\n\nc")
    }

    @Test func `a mark that two line breaks part is closed and opened`() {
        #expect(markdown("<p><b>a<br><br>b</b></p>") == "**a**\n\n**b**")
    }
}
