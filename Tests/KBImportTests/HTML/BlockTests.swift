import Testing

@Suite struct BlockTests {
    @Test func `headings keep their level`() {
        #expect(
            markdown("<h1>A</h1><h3>B<br>c</h3><div role=heading aria-level=4>D</div>") == "# A\n\n### B c\n\n#### D")
    }

    @Test func `a heading said twice is written once`() {
        #expect(markdown("<h1>A</h1><h1>A</h1><p>b</p>") == "# A\n\nb")
    }

    @Test func `lists nest`() {
        #expect(
            markdown("<ul><li>a<ul><li>b<ol><li>c</li></ol></li></ul></li><li>d</li></ul>")
                == "- a\n  - b\n    1. c\n- d")
    }

    @Test func `a list put beside its item belongs to it`() {
        #expect(markdown("<ul><li>a</li><ul><li>b</li></ul><li>c</li></ul>") == "- a\n  - b\n- c")
    }

    @Test func `an ordered list keeps its first number`() {
        #expect(markdown("<ol start=9><li>a<li>b</ol>") == "9. a\n10. b")
    }

    @Test func `items with paragraphs have blank lines between them`() {
        #expect(markdown("<ul><li><p>a</p><p>b</p></li><li><p>c</p></li></ul>") == "- a\n\n  b\n\n- c")
    }

    @Test func `a list right after a list takes the other mark`() {
        #expect(markdown("<ul><li>a</ul><ul><li>b</ul>") == "- a\n\n* b")
    }

    @Test func `boxes make tasks`() {
        #expect(
            markdown("<ul><li><input type=checkbox checked> a</li><li><label><input type=checkbox> b</label></li></ul>")
                == "- [x] a\n- [ ] b")
    }

    @Test func `an item without words is an empty item`() {
        #expect(markdown("<ul><li></li><li>b</li></ul>") == "-\n- b")
    }

    @Test func `a quote holds blocks`() {
        #expect(markdown("<blockquote><p>a</p><ul><li>b</ul></blockquote>") == "> a\n>\n> - b")
    }

    @Test func `code keeps its lines and blanks`() {
        #expect(markdown("<pre>\na\n\n  b\n</pre>") == "```\na\n\n  b\n```")
    }

    @Test func `a fence is longer than those in the code`() {
        #expect(markdown("<pre>```\na\n```</pre>") == "````\n```\na\n```\n````")
    }

    @Test(arguments: [
        "<pre><code class='language-swift'>a</code></pre>", "<div class='highlight-source-swift'><pre>a</pre></div>",
        "<div class='highlight-swift notranslate'><div class='highlight'><pre>a</pre></div></div>",
        "<pre class='brush: swift; gutter: false'>a</pre>", "<pre data-lang='swift'>a</pre>",
        "<pre class='sourceCode swift'>a</pre>", "<pre><code class='hljs swift'>a</code></pre>",
        "<pre data-syntaxhighlighter-params='brush: swift; theme: x'>a</pre>",
    ])
    func `the language of code comes from its classes`(_ html: String) {
        #expect(markdown(html) == "```swift\na\n```")
    }

    @Test func `numbers beside the lines are no code`() {
        #expect(
            markdown(
                "<table><tr><td class='linenos'><pre>1\n2</pre></td><td class='code'><pre>a\nb</pre></td></tr></table>")
                == "```\na\nb\n```")
    }

    @Test func `lines of code made by elements are lines`() {
        #expect(markdown("<pre><code><div>a</div><div>b</div></code></pre>") == "```\na\nb\n```")
        #expect(markdown("<pre><span>a</span><br><span>b</span></pre>") == "```\na\nb\n```")
    }

    @Test func `code in an item is part of the item`() {
        #expect(markdown("<ul><li>a<pre>b\n\nc</pre></li></ul>") == "- a\n  ```\n  b\n\n  c\n  ```")
    }

    @Test func `definitions are items that start with the term`() {
        #expect(
            markdown("<dl><dt>Recall</dt><dd>found of wanted</dd><dt>A</dt><dt>B</dt><dd><p>c</p><p>d</p></dd></dl>")
                == "- **Recall**: found of wanted\n- **A**, **B**: c\n\n  d")
    }

    @Test func `details stay an element around Markdown`() {
        #expect(
            markdown("<details><summary>A &amp; B</summary><p>c</p></details>")
                == "<details>\n<summary>A &amp; B</summary>\n\nc\n\n</details>")
    }

    @Test func `a rule parts what stands above and below`() {
        #expect(markdown("a<hr>b") == "a\n\n---\n\nb")
    }

    @Test(arguments: [
        "<div class='admonition warning'><p class='admonition-title'>Warning</p><p>Hot</p></div>",
        "<div class='markdown-alert markdown-alert-warning'><p class='markdown-alert-title'>Warning</p><p>Hot</p></div>",
        "<div class='theme-admonition theme-admonition-warning alert'><div class='admonitionHeading_x'>warning</div><div>Hot</div></div>",
        "<div class='confluence-information-macro confluence-information-macro-warning'><div>Hot</div></div>",
        "<div class='callout' data-callout='warning'><div class='callout-title'>Warning</div><div>Hot</div></div>",
        "<div class='alert alert-warning' role='alert'>Hot</div>",
        "<div class='warning'><h3 class='title'>Warning</h3><p>Hot</p></div>",
        "<div class='admonitionblock warning'><table><tr><td class='icon'><div class='title'>Warning</div></td><td class='content'>Hot</td></tr></table></div>",
    ])
    func `boxes of programs for documentation become callouts`(_ html: String) {
        #expect(markdown(html) == "> [!warning]\n> Hot")
    }

    @Test func `a callout keeps a title of its own, and whether it folds`() {
        #expect(
            markdown("<details class='admonition tip'><summary>Be quick</summary><p>a</p></details>")
                == "> [!tip]- Be quick\n> a")
    }
}
