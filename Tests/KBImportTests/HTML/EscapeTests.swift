import Testing

@Suite struct EscapeTests {
    @Test(arguments: [
        ("5 * 3", "5 * 3"), ("*a*", #"\*a\*"#), ("snake_case", "snake_case"), ("_a_ __b__", #"\_a\_ \_\_b\_\_"#),
        ("[a](b)", #"[a\](b)"#), ("an [a] b", "an [a] b"), ("[[a]]", #"\[[a]]"#), ("[^1]", #"\[^1]"#),
        ("a &lt; b", "a < b"),
        ("&lt;b&gt;", #"\<b>"#), ("&amp;amp;", #"\&amp;"#), ("a &amp; b", "a & b"), ("C:\\dir", "C:\\dir"),
        (#"\*"#, #"\\\*"#),
        ("`a`", #"\`a\`"#), ("a #tag", "a \\#tag"), ("C# #1", "C# #1"), ("~~a~~", #"\~\~a\~\~"#), ("~/bin", "~/bin"),
        ("$5 and $6", "$5 and $6"), ("$a$", #"\$a$"#), ("a == b", "a == b"), ("==a==", #"\==a=="#),
        ("%%a%%", #"\%%a\%%"#),
        ("a!", "a!"),
    ])
    func `words that look like Markdown get no more backslashes than they need`(_ html: String, _ expected: String) {
        #expect(markdown("<p>\(html)</p>") == expected)
    }

    @Test(arguments: [
        ("# a", "\\# a"), ("#a", "\\#a"), ("- a", #"\- a"#), ("-a", "-a"), ("---", #"\---"#), ("+ a", #"\+ a"#),
        ("* a", #"\* a"#),
        ("1. a", #"1\. a"#), ("2024) a", #"2024\) a"#), ("1.5 a", "1.5 a"), ("&gt; a", #"\> a"#), ("===", #"\==="#),
        ("| a", #"\| a"#), ("[x] a", #"\[x] a"#), (": a", #"\: a"#), ("~~~", #"\~\~\~"#),
    ])
    func `a line that looks like a block gets a backslash`(_ html: String, _ expected: String) {
        #expect(markdown("<p>\(html)</p>") == expected)
    }

    @Test func `what would open a block after a line break is escaped as well`() {
        #expect(markdown("<p>a<br>- b<br>1. c</p>") == "a\\\n\\- b\\\n1\\. c")
    }

    @Test func `an exclamation mark before a link makes no picture`() {
        #expect(markdown("<p>Hi!<a href='b'>a</a></p>") == #"Hi\![a](b)"#)
    }

    @Test func `a caret at the end names no block`() {
        #expect(markdown("<p>see ^note</p>") == #"see \^note"#)
    }

    @Test func `a heading's last number sign is escaped`() {
        #expect(markdown("<h2>About C #</h2>") == "## About C \\#")
    }
}
