import Testing

@testable import KBImport

@Suite("A graph of Logseq")
struct LogseqImportTests {
    private static let id = "6423f0a1-1111-4222-8333-0123456789ab"

    private func graph(_ page: String, _ others: [String: String] = [:]) -> MadeUpExport {
        MadeUpExport(
            others.merging(["pages/page.md": page, "logseq/config.edn": "{}"]) { $1 }, kind: .logseq)
    }

    /// What a page becomes, without front matter.
    private func body(_ page: String, _ others: [String: String] = [:]) -> String {
        graph(page, others).body("pages/page.md")
    }

    // MARK: - Pages

    @Test func `pages and journals get their places, settings none`() {
        let export = MadeUpExport([
            "logseq/config.edn": "", "pages/a___b.md": "", "pages/c%2Fd e.md": "", "pages/x.md": "title:: Say: hi\n",
            "journals/2026_11_21.md": "", "assets/p.png": "", "whiteboards/w.edn": "",
        ])
        #expect(
            export.targets == [
                "pages/a___b.md": "a/b.md", "pages/c%2Fd e.md": "c/d e.md", "pages/x.md": "Say hi.md",
                "journals/2026_11_21.md": "journals/2026-11-21.md", "assets/p.png": "assets/p.png",
            ])
    }

    @Test func `pages whose files would have one name get numbers`() {
        let export = MadeUpExport(
            ["logseq/config.edn": "", "pages/A%3F.md": "", "pages/a.md": ""], kind: .logseq)
        #expect(export.targets == ["pages/A%3F.md": "A.md", "pages/a.md": "a-2.md"])
    }

    @Test func `links mean pages by title, alias and date`() {
        let export = MadeUpExport([
            "logseq/config.edn": "{:journal/page-title-format \"EEE, dd.MM.yyyy\"}", "journals/2026_11_21.md": "",
            "pages/a___b.md": "alias:: Ab, [[other, name]]\n",
        ])
        let names = export.names
        for name in ["a/b", "ab", "other, name"] { #expect(names[name] == "pages/a___b.md") }
        for name in ["sat, 21.11.2026", "nov 21st, 2026", "2026-11-21"] {
            #expect(names[name] == "journals/2026_11_21.md", "\(name)")
        }
    }

    @Test func `properties of a page become front matter`() {
        let page = "tags:: [[big one]], #dev\nstatus:: open: now\nsee:: [[a]], [[b]]\n\n- text\n"
        #expect(
            graph(page).note("pages/page.md") == """
                ---
                tags:
                  - big-one
                  - dev
                status: "open: now"
                see:
                  - "[[a]]"
                  - "[[b]]"
                source: pages/page.md
                ---

                - text

                """)
    }

    @Test func `so do those in a first block that holds nothing else`() {
        #expect(
            graph("- alias:: x\n  icon:: y\n- text\n").note("pages/page.md").hasPrefix(
                "---\naliases:\n  - x\nicon: y\n"))
        #expect(body("- text\n  alias:: x\n") == "- text\n  alias:: x\n")
    }

    // MARK: - Blocks

    @Test(
        arguments: [
            ("- TODO a\n- LATER b\n- DONE c\n", "- [ ] a\n- [ ] b\n- [x] c\n"),
            ("- DOING a\n- NOW b\n- CANCELED c\n", "- [/] a\n- [/] b\n- [-] c\n"),
            ("- WAITING a\n- TODOS b\n", "- [ ] WAITING a\n- TODOS b\n"),
            ("- TODO [#A] a\n  SCHEDULED: <2026-11-21 Sat>\n", "- [ ] a ⏫ ⏳ 2026-11-21\n"),
            (
                "- a\n  DEADLINE: <2026-11-21 Sat 14:00 ++2w>\n", "- a 🔁 every 2 weeks when done 14:00 📅 2026-11-21\n"
            ),
            ("- a\n  DEADLINE: tomorrow\n", "- a\n  DEADLINE: tomorrow\n"),
        ])
    func `tasks get their marks and dates`(_ page: String, text: String) {
        #expect(body(page) == text)
    }

    @Test func `a time log is kept as a comment`() {
        #expect(
            body("- TODO a\n  :LOGBOOK:\n  CLOCK: x\n  :END:\n\t- b\n")
                == "- [ ] a\n  %%\n  :LOGBOOK:\n  CLOCK: x\n  :END:\n  %%\n\t- b\n")
    }

    @Test func `headings at the margin leave the list, and what is below them moves up`() {
        #expect(
            body("- # A\n\t- b\n\t\t- c\n\t- ## D\n\t\t- e\n- f\n\t- ## G\n")
                == "# A\n- b\n\t- c\n\n## D\n- e\n- f\n\t- ## G\n")
    }

    @Test func `text below a heading is a paragraph`() {
        #expect(body("- ## A\n  text\n") == "## A\n\ntext\n")
    }

    @Test func `how a block was folded goes, other properties stay and are told`() {
        let page = "- a\n  collapsed:: true\n  rating:: 5\n"
        #expect(body(page) == "- a\n  rating:: 5\n")
        #expect(graph(page).unmapped("pages/page.md") == ["6 properties of blocks"])
    }

    @Test func `numbered blocks are numbered items`() {
        #expect(
            body("- a\n  logseq.order-list-type:: number\n\t- b\n- c\n  logseq.order-list-type:: number\n")
                == "1. a\n\t- b\n1. c\n")
    }

    @Test func `code stays, whatever is in it`() {
        let page = "- ```sh\n  - TODO x ((\(Self.id)))\n  id:: \(Self.id)\n  ```\n- `^^a^^`\n"
        #expect(body(page) == page)
    }

    @Test(
        arguments: [
            ("- #+BEGIN_NOTE\n  a\n  #+END_NOTE\n", "- > [!note]\n  > a\n"),
            ("- #+BEGIN_QUOTE\n  a\n\n  b\n  #+END_QUOTE\n", "- > a\n  >\n  > b\n"),
            ("- #+begin_src python\n  a\n  #+end_src\n", "- ```python\n  a\n  ```\n"),
            ("- #+BEGIN_QUERY\n  {:q 1}\n  #+END_QUERY\n", "- #+BEGIN_QUERY\n  {:q 1}\n  #+END_QUERY\n"),
            ("- #+BEGIN_NOTE\n  never closed\n", "- #+BEGIN_NOTE\n  never closed\n"),
        ])
    func `blocks of Org markup become those of Markdown`(_ page: String, text: String) {
        #expect(body(page) == text)
    }

    // MARK: - References

    @Test func `a block with an id can be linked to and embedded`() {
        let other = "- [[x]] ((\(Self.id))) {{embed ((\(Self.id)))}} [words](((\(Self.id))))\n"
        let export = graph("- a\n  id:: \(Self.id)\n\t- see ((\(Self.id)))\n", ["pages/o.md": other])
        #expect(export.body("pages/page.md") == "- a ^6423f0a1\n\t- see [[#^6423f0a1]]\n")
        #expect(
            export.body("pages/o.md")
                == "- [[x]] [[page#^6423f0a1]] ![[page#^6423f0a1]] [[page#^6423f0a1|words]]\n")
    }

    @Test func `ids that begin alike are told apart`() {
        let twin = "6423f0a1-2222-4222-8333-0123456789ab"
        #expect(
            body("- a\n  id:: \(Self.id)\n- b\n  id:: \(twin)\n") == "- a ^\(Self.id)\n- b ^\(twin)\n")
    }

    @Test func `an id stands behind the paragraph, or alone below code`() {
        #expect(
            body("- a\n  b\n  id:: \(Self.id)\n\n  ```\n  c\n  ```\n") == "- a\n  b ^6423f0a1\n\n  ```\n  c\n  ```\n")
        #expect(body("- ```\n  c\n  ```\n  id:: \(Self.id)\n") == "- ```\n  c\n  ```\n  ^6423f0a1\n")
    }

    @Test func `a reference to a block that is nowhere stays and is told`() {
        let page = "- ((\(Self.id)))\n"
        #expect(body(page) == page)
        #expect(graph(page).unmapped("pages/page.md") == ["5 references to blocks that are not in the graph"])
    }

    @Test(
        arguments: [
            ("{{embed [[a b]]}}", "![[a b]]"), ("{{youtube https://y.be/x}}", "![](https://y.be/x)"),
            ("{{cloze a b}}", "==a b=="), ("{{query (todo now)}}", "{{query (todo now)}}"), ("^^hi^^", "==hi=="),
            ("[w](https://a.b)", "[w](https://a.b)"), ("[w]([[a]])", "[[a|w]]"), ("#[[two words]]", "#two-words"),
            ("#[[other page]] #tag", "[[other page]] #tag"),
            ("![a](p.png){:height 10, :width 20}", "![a|20x10](p.png)"),
            ("(( {{ [[ ^^ `", "(( {{ [[ ^^ `"), ("[[Nov 21st, 2026]]", "[[2026-11-21]]"),
        ])
    func `markup within a line becomes that of kb`(_ line: String, text: String) {
        #expect(
            body("- \(line)\n", ["pages/other page.md": "", "journals/2026_11_21.md": ""]) == "- \(text)\n")
    }
}
