import Testing

@testable import KBImport

@Suite struct TreeTests {
    @Test(arguments: [
        ("<p>a<p>b", "a\n\nb"), ("<p>a<div>b</div>c", "a\n\nb\n\nc"), ("<ul><li>a<li>b</ul>", "- a\n- b"),
        ("<p>a</div>b", "ab"), ("a</p>b", "ab"), ("<h1>a</h2>b", "# a\n\nb"), ("<b>a<p>b</b>c", "**a**\n\n**b**c"),
        ("<a href=x>a<a href=y>b</a>", "[a](x)[b](y)"), ("<table><tr><td>a</table>b", "a\n\nb"),
        ("<p>a < b <3 </ p>", "a < b <3"), ("<P>A</P>", "A"), ("<p/>a", "a"), ("a<!-- b -->c<!-->d", "acd"),
    ])
    func `elements end as in a browser`(_ html: String, _ expected: String) {
        #expect(markdown(html) == expected)
    }

    @Test(arguments: [
        ("&eacute;&Eacute", "éÉ"), ("&#233;&#xE9;", "éé"),
        ("&#150;&#0;&#xD800;&#99999999;", "–\u{FFFD}\u{FFFD}\u{FFFD}"),
        ("&notit; &notin;", "¬it; ∉"), ("&unknown; &", "&unknown; &"), ("&CounterClockwiseContourIntegral;", "∳"),
    ])
    func `characters are decoded`(_ html: String, _ expected: String) {
        #expect(markdown("<p>\(html)").filter { $0 != "\\" } == expected)
    }

    @Test func `a name without semicolon is text in an address`() {
        #expect(markdown("<p><a href='?a=1&copy=2'>x</a>") == "[x](?a=1&copy=2)")
    }

    @Test func `what stands in scripts and styles is no text`() {
        #expect(markdown("a<script>'<p>b</p>'</script><style>p{}</style>c") == "ac")
    }

    @Test func `a body without body tag is found behind the head`() {
        #expect(markdown("<head><title>T</title><p>a") == "a")
    }

    @Test func `a drawing's elements end where it ends`() {
        #expect(markdown("<p>a<svg><path/><g><title>t</title></g></svg>b") == "ab")
        #expect(markdown("a<svg><p>b</p></svg>c") == "a\n\nb\n\nc")
    }

    @Test func `elements nested too deep become neighbours and keep their words`() {
        let depth = 5_000
        let html =
            String(repeating: "<div>", count: depth) + "in" + String(repeating: "</div>", count: depth) + "<p>out"
        #expect(markdown(html) == "in\n\nout")
    }
}
