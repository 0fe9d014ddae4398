import KBImport
import Testing

@Suite struct MainContentTests {
    private static let text =
        "<p>The first paragraph of a text says what it is about, in a sentence or two. The second one goes on for a while, so that there is something to read.</p>"
    private static let words = "The first paragraph of a text"

    @Test(arguments: [
        "<nav><a href=a>Home</a></nav>", "<header><img src=logo.png><a href=a>Site</a></header>",
        "<footer>All rights</footer>",
        "<aside>Also read</aside>", "<div class='cookie-banner'>We bake</div>", "<div id=sidebar>Menu</div>",
        "<ul class='breadcrumb'><li>Up</ul>", "<div class='social-share'>Tell all</div>",
        "<div role=navigation>Go</div>",
        "<div hidden>Not now</div>", "<p style='display: none'>Not now</p>", "<span class=sr-only>Skip</span>",
        "<div aria-hidden=true>x</div>", "<noscript>Enable it</noscript>", "<template>x</template>",
        "<dialog>x</dialog>",
        "<div id=footer>Imprint</div>", "<button>Copy</button>", "<div class='newsletter'>Sign up</div>",
        "<ul><li><a href=a>a</a><li><a href=b>b</a><li><a href=c>c</a><li><a href=d>d</a></ul>",
        "<p><a href=a>Prev</a> <a href=b>Up</a> <a href=c>Next</a></p>", "<div class='tableOfContents_abc'>x</div>",
    ])
    func `what surrounds a text is left out`(_ around: String) {
        let note = note("<body>\(around)<div><div>\(Self.text)\(Self.text)\(Self.text)\(Self.text)</div></div></body>")
        #expect(note.markdown.hasPrefix(Self.words))
    }

    @Test(arguments: ["main", "article", "div role=main", "div itemprop=articleBody"])
    func `a page that marks its text is believed`(_ element: String) {
        let end = element.prefix { $0 != " " }
        let note = note("<div>Buy this now</div><\(element)>\(Self.text)</\(end)><div>Buy that</div>")
        #expect(note.markdown.hasPrefix(Self.words))
        #expect(!note.markdown.contains("Buy"))
    }

    @Test func `an empty main is not believed`() {
        #expect(note("<main></main>\(Self.text)").markdown.hasPrefix(Self.words))
    }

    @Test func `several articles all stay`() {
        #expect(markdown("<article>\(Self.text)a</article><article>\(Self.text)b</article>").contains("b"))
    }

    @Test func `a part with much of the page's words stays, whatever its name`() {
        #expect(note("<div class=sidebar>\(Self.text)</div><p>x</p>").markdown.hasPrefix(Self.words))
    }

    @Test func `a part whose heading gave it such an id stays`() {
        let html =
            "<main>\(Self.text)\(Self.text)<section id=sharing><h2>Sharing</h2><p>How to share.</p></section></main>"
        #expect(markdown(html).hasSuffix("## Sharing\n\nHow to share."))
    }

    @Test func `a comment in code is no comment of a reader`() {
        #expect(
            markdown("<p>\(Self.text)</p><pre><span class='comments'>// a</span>\nb</pre>").hasSuffix("// a\nb\n```"))
    }

    @Test func `a list of links under a heading stays`() {
        let links = "<ul><li><a href=a>a</a><li><a href=b>b</a><li><a href=c>c</a><li><a href=d>d</a></ul>"
        #expect(
            markdown("<body><div>\(Self.text)\(Self.text)\(Self.text)</div><h2>See also</h2>\(links)").hasSuffix(
                "- [d](d)"))
    }

    @Test func `a table of contents goes with its title`() {
        let links = "<ul><li><a href=#a>a</a><li><a href=#b>b</a><li><a href=#c>c</a><li><a href=#d>d</a></ul>"
        #expect(markdown("<main><h1>T</h1><h2>Contents</h2>\(links)<p>Text</p></main>") == "# T\n\nText")
    }

    @Test func `a form around a whole page hides nothing`() {
        #expect(note("<form>\(Self.text)<input name=a></form>").markdown.hasPrefix(Self.words))
    }

    @Test func `signs beside headings go`() {
        #expect(markdown("<h2>Head<a class=headerlink href='#head'>¶</a></h2>") == "## Head")
        #expect(markdown("<h2><a href='#head'>#</a> Head</h2>") == "## Head")
    }

    @Test(
        arguments: [
            (
                "<iframe src='https://example.org/v' title='Talk'></iframe>", "[Talk](https://example.org/v)",
                .embeddedPage
            ),
            ("<video><source src='v.mp4'></video>", "[v.mp4](v.mp4)", .video),
            ("<audio src='a.mp3'></audio>", "[a.mp3](a.mp3)", .audio),
            ("<canvas>no</canvas>", "", .drawing), ("<object></object>", "", .plugin),
            ("<select><option>a</select>", "", .formField),
            ("<math><mi>x</mi></math>", "x", .formula), ("<svg><text>x</text></svg>", "", .drawing),
        ] as [(String, String, HTMLRemark.Kind)])
    func `what a note cannot hold is told`(_ html: String, _ left: String, _ kind: HTMLRemark.Kind) {
        let note = note("<p>\(html)")
        #expect(note.markdown == (left.isEmpty ? "" : left + "\n"))
        #expect(note.remarks == [HTMLRemark(kind)])
    }

    @Test func `a page made by its scripts is told`() {
        #expect(note("<div id=root></div><script src=app.js></script>").remarks.map(\.kind) == [.scriptedContent])
    }
}
