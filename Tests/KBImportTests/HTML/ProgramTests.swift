import KBImport
import Testing

/// Pages as programs export them, shortened.
@Suite struct ProgramTests {
    @Test func `Notion`() {
        let html = """
            <html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"/><title>Plan</title></head>
            <body><article id="1f" class="page sans"><header><h1 class="page-title">Plan</h1><p class="page-description"></p></header>
            <div class="page-body"><p id="2a" class="">Text with <strong>bold</strong>.</p>
            <ul id="3a" class="to-do-list"><li><div class="checkbox checkbox-on"></div> <span class="to-do-children-checked">Done</span></li></ul>
            <ul id="3b" class="to-do-list"><li><div class="checkbox checkbox-off"></div> <span class="to-do-children-unchecked">Open</span></li></ul>
            <figure class="block-color-gray_background callout" id="4a"><div style="font-size:1.5em"><span class="icon">💡</span></div>
            <div style="width:100%">Mind this</div></figure>
            <ul id="5a" class="toggle"><li><details open=""><summary>More</summary><p>Inside</p></details></li></ul>
            <pre id="6a" class="code"><code class="language-Python">print(1)</code></pre>
            <figure class="link-to-page"><a href="Sub%20page%2077.html">Sub page</a></figure></div></article></body></html>
            """
        #expect(
            markdown(html) == """
                # Plan

                Text with **bold**.

                - [x] Done

                * [ ] Open

                > [!note]
                > Mind this

                - <details>
                  <summary>More</summary>

                  Inside

                  </details>

                ```Python
                print(1)
                ```

                [Sub page](Sub%20page%2077.html)
                """)
    }

    @Test func `Google Docs`() {
        let html = """
            <html><head><style>.c1{font-weight:700}.c2{font-style:italic}.lst-kix_a-0>li:before{content:"x"}</style></head>
            <body class="c9 doc-content"><h1 class="c3"><span>Title</span></h1><p><span class="c1">Bold</span><span> and </span><span class="c2">not</span>
            <a href="https://www.google.com/url?q=https://example.org/a%3Fb&amp;sa=D">link</a></p><p class="c4"><span></span></p>
            <ul class="lst-kix_a-0 start"><li><span>One</span></li></ul><ul class="lst-kix_a-1 start"><li><span>Deep</span></li></ul>
            <ul class="lst-kix_a-0"><li><span>Two</span></li></ul></body></html>
            """
        #expect(
            markdown(html) == """
                # Title

                **Bold** and *not* [link](https://example.org/a?b)

                - One
                  - Deep
                - Two
                """)
    }

    @Test func `Wikipedia`() {
        let html = """
            <body><div id="mw-navigation"><a href="/">Main</a></div><main id="content" class="mw-body"><h1 id="firstHeading">Term</h1>
            <div id="siteSub" class="noprint">From an encyclopedia</div><div class="mw-parser-output">
            <p>A <b>term</b> is a <a href="/wiki/Word" title="Word">word</a>.</p>
            <div id="toc" class="toc"><ul><li><a href="#Use">Use</a></li></ul></div>
            <h2><span class="mw-headline" id="Use">Use</span><span class="mw-editsection">[<a href="/e">edit</a>]</span></h2>
            <p>Said often.</p><div class="navbox"><a href="x">Words</a></div></div></main></body>
            """
        #expect(markdown(html) == "# Term\n\nA **term** is a [word](/wiki/Word).\n\n## Use\n\nSaid often.")
    }

    @Test func `Confluence`() {
        let html = """
            <body class="theme-default"><div id="page"><div id="main"><div id="main-header"><div id="breadcrumb-section"><ol id="breadcrumbs"><li><span><a href="i.html">Space</a></span></li></ol></div>
            <h1 id="title-heading" class="pagetitle"><span id="title-text">Space : Page</span></h1></div>
            <div id="content" class="view"><div class="page-metadata">Created by <span class='author'>A B</span></div>
            <div id="main-content" class="wiki-content group"><p>Text.</p><div class="code panel pdl"><div class="codeContent panelContent pdl">
            <pre class="syntaxhighlighter-pre" data-syntaxhighlighter-params="brush: java; gutter: false" data-theme="Confluence">int a;</pre></div></div>
            <div class="table-wrap"><table class="confluenceTable"><tbody><tr><th class="confluenceTh">K</th><th class="confluenceTh">V</th></tr><tr><td class="confluenceTd"><p>a</p></td><td class="confluenceTd">b</td></tr></tbody></table></div></div></div></div>
            <div id="footer"><p>Document generated</p></div></div></body>
            """
        #expect(
            markdown(html)
                == "# Space : Page\n\nText.\n\n```java\nint a;\n```\n\n| K | V |\n| --- | --- |\n| a | b |")
    }

    @Test func `Jupyter`() {
        let html = """
            <body class="jp-Notebook"><main><div class="jp-Cell jp-MarkdownCell"><div class="jp-InputPrompt jp-InputArea-prompt"></div>
            <div class="jp-RenderedHTMLCommon"><h1 id="Run">Run<a class="anchor-link" href="#Run">&#182;</a></h1><p>Text</p></div></div>
            <div class="jp-Cell jp-CodeCell"><div class="jp-InputPrompt">In&nbsp;[1]:</div><div class="CodeMirror cm-s-jupyter">
            <div class=" highlight hl-ipython3"><pre><span></span><span class="n">a</span> <span class="o">=</span> <span class="mi">1</span>
            </pre></div></div><div class="jp-OutputPrompt">Out[1]:</div><div class="jp-RenderedText"><pre>1</pre></div></div></main></body>
            """
        #expect(markdown(html) == "# Run\n\nText\n\n```python\na = 1\n```\n\n```\n1\n```")
    }

    @Test func `Docusaurus`() {
        let html = """
            <body class="navigation-with-keyboard"><nav class="navbar"><a href="/">Site</a></nav><main class="docMainContainer_x"><div class="row"><div class="col docItemCol_y"><article>
            <nav class="theme-doc-breadcrumbs breadcrumbsContainer_z"><ul class="breadcrumbs"><li>Docs</li></ul></nav><div class="theme-doc-markdown markdown"><header><h1>Start</h1></header>
            <p>Run this:</p><div class="language-bash codeBlockContainer_C"><div class="codeBlockContent_b"><pre class="prism-code language-bash"><code class="codeBlockLines_e"><span class="token-line">npm init<br></span><span class="token-line">npm start<br></span></code></pre>
            <div class="buttonGroup_a"><button type="button" aria-label="Copy">Copy</button></div></div></div>
            <h2 class="anchor" id="next">Next<a class="hash-link" href="#next" title="Direct link">​</a></h2><p>Done.</p></div>
            <footer class="theme-doc-footer"><a href="e">Edit this page</a></footer></article><nav class="pagination-nav"><a href="n">Next</a></nav></div><div class="col"><div class="tableOfContents_t"><ul><li><a href="#next">Next</a></li></ul></div></div></div></main></body>
            """
        #expect(markdown(html) == "# Start\n\nRun this:\n\n```bash\nnpm init\nnpm start\n```\n\n## Next\n\nDone.")
    }

    @Test func `GitHub`() {
        let html = """
            <body><header class="Header"><a href="/">GitHub</a></header><main><div id="readme"><article class="markdown-body entry-content" itemprop="text">
            <div class="markdown-heading"><h1 class="heading-element">kit</h1><a id="user-content-kit" class="anchor" href="#kit"><svg><path d="x"></path></svg></a></div>
            <p dir="auto">A kit.</p><ul class="contains-task-list"><li class="task-list-item"><input type="checkbox" class="task-list-item-checkbox" disabled> Try</li></ul>
            <div class="highlight highlight-source-shell"><pre>make<span class="pl-k"> all</span></pre><div class="zeroclipboard-container"><clipboard-copy value="make all"><svg></svg></clipboard-copy></div></div>
            </article></div></main></body>
            """
        #expect(markdown(html) == "# kit\n\nA kit.\n\n- [ ] Try\n\n```shell\nmake all\n```")
    }

    @Test func `Sphinx`() {
        let html = """
            <body><div class="related" role="navigation"><h3>Navigation</h3><ul><li><a href="n">next</a></li></ul></div><div class="document"><div class="body" role="main"><section id="m">
            <h1>m — Module<a class="headerlink" href="#m" title="Permalink">¶</a></h1><dl class="py function"><dt class="sig" id="m.f"><span class="pre">m.f</span>(<em class="sig-param">x</em>)<a class="headerlink" href="#m.f">¶</a></dt>
            <dd><p>Does it.</p><div class="admonition seealso"><p class="admonition-title">See also</p><p>Other.</p></div></dd></dl></section></div></div><div class="sphinxsidebar"><h3>Search</h3></div></body>
            """
        #expect(
            markdown(html) == "# m — Module\n\n- **m.f(*x*)**: Does it.\n\n  > [!note] See also\n  > Other.")
    }

    @Test func `Obsidian Publish`() {
        let html = """
            <body><div class="site-body"><div class="site-body-left-column nav">Menu</div><div class="markdown-rendered"><h1 data-heading="N">N</h1>
            <p>See <a data-href="Other" href="https://publish.example/Other" class="internal-link">Other</a> <a href="https://publish.example/t" class="tag">#t</a></p>
            <div data-callout="tip" class="callout"><div class="callout-title"><div class="callout-icon"><svg></svg></div><div class="callout-title-inner">Tip</div></div><div class="callout-content"><p>Use it.</p></div></div></div></div></body>
            """
        #expect(
            markdown(html).hasSuffix(
                "See [Other](https://publish.example/Other) [\\#t](https://publish.example/t)\n\n> [!tip]\n> Use it."))
    }
}
