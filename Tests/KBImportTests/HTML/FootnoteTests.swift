import Testing

@Suite struct FootnoteTests {
    @Test(arguments: [
        // GitHub and cmark.
        "<p>a<sup><a href='#fn-1' id='fnref-1' data-footnote-ref>1</a></sup></p><section class=footnotes><ol><li id='fn-1'><p>Note <a href='#fnref-1' class='footnote-backref'>↩</a></p></li></ol></section>",
        // Wikipedia.
        "<p>a<sup class=reference id=cite_ref-1><a href='#cite_note-1'>[1]</a></sup></p><ol class=references><li id=cite_note-1><span class=mw-cite-backlink><a href='#cite_ref-1'>^</a></span> <span class=reference-text>Note</span></li></ol>",
        // Sphinx.
        "<p>a<a class='footnote-reference brackets' href='#f1' id='r1'>1</a></p><aside class='footnote brackets' id=f1><span class=label><span>[</span><a href='#r1'>1</a><span>]</span></span><p>Note</p></aside>",
        // DocBook.
        "<p>a<a href='#ftn.id1' class=footnote><sup class=footnote id=id1>[1]</sup></a></p><div class=footnotes><br><hr><div id='ftn.id1' class=footnote><p><a href='#id1' class=para><sup class=para>[1] </sup></a>Note</p></div></div>",
        // Pandoc.
        "<p>a<a href='#fn1' class=footnote-ref id=fnref1 role=doc-noteref><sup>1</sup></a></p><section class=footnotes role=doc-endnotes><hr><ol><li id=fn1><p>Note<a href='#fnref1' class=footnote-back role=doc-backlink>↩︎</a></p></li></ol></section>",
    ])
    func `footnotes of any program become footnotes`(_ html: String) {
        #expect(markdown(html) == "a[^1]\n\n[^1]: Note")
    }

    @Test func `a note mentioned twice is written once`() {
        let link = "<sup><a href='#n'>x</a></sup>"
        #expect(markdown("<p>a\(link) b\(link)</p><ol><li id=n>Note</ol>") == "a[^x] b[^x]\n\n[^x]: Note")
    }

    @Test func `two notes of the same sign get different labels`() {
        let html = "<p>a<sup><a href='#m'>*</a></sup>b<sup><a href='#n'>*</a></sup></p><ol><li id=m>M<li id=n>N</ol>"
        #expect(markdown(html) == "a[^1]b[^2]\n\n[^1]: M\n\n[^2]: N")
    }

    @Test func `a box of several notes stays where it is`() {
        let html =
            "<p>a<sup><a href='#m'>1</a></sup><sup><a href='#n'>2</a></sup></p><div class=footnote><p id=m>M</p><p id=n>N</p></div>"
        #expect(markdown(html).hasSuffix("M\n\nN"))
    }

    @Test func `a raised link to another page is a link`() {
        #expect(markdown("<p>a<sup><a href='b.html#c'>1</a></sup></p>") == "a<sup>[1](b.html#c)</sup>")
    }
}
