/// Finds what a page is about, and hides all else in its tree.
///
/// The page says so itself by `<main>`, `<article>` or a role; otherwise its body is taken, and what is known to surround
/// texts is left out of it. It is better to keep a line too much than to lose a paragraph, so anything that holds much of the
/// page's words stays, whatever its name.
struct MainContent {
    private(set) var tree: HTMLTree
    /// Where the note is to be read from.
    private(set) var root: HTMLTree.ID
    /// Bytes of words in each node and below it, and those of them in links.
    private var words: [Int32] = []
    private var linked: [Int32] = []

    /// A part of the page with more of the words than this is no surrounding, whatever it is called.
    private static let muchOfThePage = 0.5
    /// `<main>` and `<article>` are believed when they hold this much of the page's words that are no links.
    private static let enoughForMain = 0.25
    private static let enoughForArticle = 0.5

    init(_ tree: HTMLTree) {
        self.tree = tree
        root = tree.first(.body, in: HTMLTree.root) ?? HTMLTree.root
        hideUnseen()
        count()
        let body = root
        root = chosenRoot(in: body)
        if root != body {
            // The words around the chosen part are no measure for what is inside of it.
            count()
        }
        hideSurroundings(isBody: root == body)
        if root == body { hideLinkColumns() }
        hideWaymarks()
        markBlocks()
    }

    /// Takes the footnotes out of the text.
    mutating func findFootnotes() -> Footnotes { Footnotes(in: &tree, root: root) }

    /// Bytes of words in a node and below it, whitespace not counted.
    func words(in id: HTMLTree.ID) -> Int { Int(value(words, id)) }

    private func value(_ counts: [Int32], _ id: HTMLTree.ID) -> Int32 {
        let index = Int(id)
        return index >= 0 && index < counts.count ? counts[index] : 0
    }

    private func prose(_ id: HTMLTree.ID) -> Double { Double(value(words, id) - value(linked, id)) }

    // MARK: Passes

    /// Hides what no browser shows.
    private mutating func hideUnseen() {
        var current: HTMLTree.ID? = HTMLTree.root
        while let node = current {
            let isHidden = isUnseen(node)
            if isHidden { tree.hide(node) }
            current = tree.following(node, within: HTMLTree.root, skipping: isHidden)
        }
    }

    private func isUnseen(_ node: HTMLTree.ID) -> Bool {
        switch tree.tag(node) {
        case .text, .document: return false
        case .script: return !(tree.value(.type, of: node) ?? "").hasPrefix("math/tex")
        case .template: return !tree.has(.shadowRoot, node)
        case .noscript: return !holdsLonePicture(node)
        case let tag where tag.isNeverShown: return true
        case .math, .semantics, .annotation: return false
        default: break
        }
        // The formula in the page for machines is hidden, and the only one that can be read.
        if isFormula(node) { return false }
        if let hidden = tree.value(.hidden, of: node), hidden != "until-found" { return true }
        if tree.value(.ariaHidden, of: node) == "true", tree.tag(node) != .svg, tree.tag(node) != .img { return true }
        return tree.value(.style, of: node).map(PageHints.isHidden) ?? false
    }

    private func isFormula(_ node: HTMLTree.ID) -> Bool {
        tree.hasClass(node) { $0.hasPrefix("mwe-math") || $0.hasPrefix("katex") || $0 == "MathJax" }
    }

    /// A picture for readers without scripts, when no other stands before it.
    private func holdsLonePicture(_ node: HTMLTree.ID) -> Bool {
        guard tree.first(.img, in: node) != nil else { return false }
        var before = tree[node].previous
        while before != HTMLTree.none, tree.isBlank(before) { before = tree[before].previous }
        return before == HTMLTree.none || tree.first(.img, in: before) == nil
    }

    /// Counts words, leaves before parents: every node's sum is added to its parent's when the walk leaves it.
    private mutating func count() {
        words = [Int32](repeating: 0, count: tree.nodes.count)
        linked = words
        walkUp(from: HTMLTree.root) { content, node in
            if content.tree.tag(node) == .text {
                let bytes = content.tree.bytes(of: node).reduce(into: 0) { $0 += $1.isHTMLSpace ? 0 : 1 }
                content.words[Int(node)] += Int32(truncatingIfNeeded: bytes)
            }
            let parent = Int(content.tree[node].parent)
            guard parent >= 0, parent < content.words.count, node != HTMLTree.root else { return }
            content.words[parent] &+= content.words[Int(node)]
            content.linked[parent] &+=
                content.tree.tag(node) == .a ? content.words[Int(node)] : content.linked[Int(node)]
        }
    }

    /// Visits every node that is not hidden after those below it.
    private mutating func walkUp(from root: HTMLTree.ID, _ visit: (inout MainContent, HTMLTree.ID) -> Void) {
        var current = root
        while true {
            while tree[current].first != HTMLTree.none, !tree.isHidden(current) { current = tree[current].first }
            while true {
                if !tree.isHidden(current) { visit(&self, current) }
                if current == root { return }
                if tree[current].next != HTMLTree.none {
                    current = tree[current].next
                    break
                }
                current = tree[current].parent
            }
        }
    }

    private mutating func markBlocks() {
        walkUp(from: root) { content, node in
            let holds = content.tree.tag(node).isBlock || content.tree[node].flags.contains(.holdsBlock)
            if holds, node != content.root { content.tree[content.tree[node].parent].flags.insert(.holdsBlock) }
        }
    }

    // MARK: The part that counts

    private func chosenRoot(in body: HTMLTree.ID) -> HTMLTree.ID {
        let all = prose(body)
        guard all > 0 else { return body }
        var root = body
        let mains = tree.all(in: body) { isShown($0) && isMain($0) }
        if let best = largest(mains), prose(best) >= all * Self.enoughForMain { root = best }
        let articles = tree.all(in: root) { isShown($0) && isArticle($0) }
        if let best = largest(articles), prose(best) >= prose(root) * Self.enoughForArticle { root = best }
        return root
    }

    private func isMain(_ node: HTMLTree.ID) -> Bool {
        tree.tag(node) == .main || tree.value(.role, of: node) == "main"
    }

    private func isArticle(_ node: HTMLTree.ID) -> Bool {
        tree.tag(node) == .article || (tree.value(.itemprop, of: node)?.contains("articleBody") ?? false)
    }

    private func isShown(_ node: HTMLTree.ID) -> Bool { tree.nearest(node) { tree.isHidden($0) } == nil }

    private func largest(_ nodes: [HTMLTree.ID]) -> HTMLTree.ID? {
        nodes.max { (prose($0), -$0) < (prose($1), -$1) }
    }

    // MARK: Surroundings

    private mutating func hideSurroundings(isBody: Bool) {
        let most = Double(words(in: root)) * Self.muchOfThePage
        var current: HTMLTree.ID? = root
        while let node = current {
            var skips = tree.isHidden(node)
            if !skips, node != root, tree.tag(node) != .text, isSurrounding(node, isBody: isBody) {
                if Double(words(in: node)) <= most || tree.tag(node) == .button {
                    tree.hide(node)
                    skips = true
                }
            }
            if tree.tag(node) == .pre || tree.tag(node) == .math || tree.tag(node) == .svg { skips = true }
            current = tree.following(node, within: root, skipping: skips)
        }
    }

    private func isSurrounding(_ node: HTMLTree.ID, isBody: Bool) -> Bool {
        switch tree.tag(node) {
        case .nav, .dialog, .search: return true
        case .footer: return tree.nearest(node) { tree.tag($0) == .blockquote || tree.tag($0) == .figure } == nil
        case .aside: return !isPartOfText(node)
        case .header: return isBody && isOuter(node) && tree.first(.h1, in: node) == nil
        case .button: return tree.nearest(node) { tree.tag($0).headingLevel != nil || tree.tag($0) == .summary } == nil
        case .table, .thead, .tbody, .tfoot, .tr, .th, .body, .html, .main, .article, .code, .h1, .h2, .h3, .h4, .h5,
            .h6:
            return false
        default: break
        }
        if let role = tree.value(.role, of: node), PageHints.isSurroundingRole(role) { return true }
        let isOuter = isBody && isOuter(node) && tree.first(.h1, in: node) == nil
        if tree.hasClass(node, where: { PageHints.isSurrounding($0, isOuter: isOuter) }) { return true }
        guard let id = tree.value(.id, of: node), PageHints.isSurrounding(id[...], isOuter: isOuter) else {
            return false
        }
        // The id of a part with a heading comes from the heading.
        return isOuter || !tree.children(of: node).contains { tree.tag($0).headingLevel != nil }
    }

    /// A box beside the text that belongs to it: a callout, a footnote, a margin note with a class of such.
    private func isPartOfText(_ node: HTMLTree.ID) -> Bool {
        Callout(tree, node) != nil || tree.hasClass(node) { $0.lowercased().contains("footnote") || $0 == "topic" }
            || tree.value(.role, of: node)?.hasPrefix("doc-") == true
    }

    /// Whether no `<main>`, `<article>` or `<section>` stands around the node.
    private func isOuter(_ node: HTMLTree.ID) -> Bool {
        tree.nearest(node) { [.main, .article, .section].contains(tree.tag($0)) || isMain($0) } == nil
    }

    /// Hides lists of links beside the part of the page that holds most of its words, as menus without a name.
    private mutating func hideLinkColumns() {
        var current = root
        while true {
            let parts = tree.shownElements(of: current).filter { tree.tag($0).isBlock }
            guard let best = largest(parts), prose(best) >= prose(current) * Self.mostOfTheWords,
                prose(best) >= Self.enoughToJudge, prose(best) > Double(value(linked, best)), !isText(best)
            else { return }
            for part in parts where part != best && isLinkColumn(part, beside: best) { tree.hide(part) }
            current = best
        }
    }

    private static let mostOfTheWords = 0.6
    /// Pages with fewer bytes of words outside of links are lists of links themselves.
    private static let enoughToJudge = 400.0

    private func isText(_ node: HTMLTree.ID) -> Bool {
        switch tree.tag(node) {
        case .p, .pre, .blockquote, .ul, .ol, .dl, .details, .figure: true
        default: false
        }
    }

    private func isLinkColumn(_ node: HTMLTree.ID, beside text: HTMLTree.ID) -> Bool {
        let links = Double(value(linked, node))
        guard links > Double(words(in: node)) * Self.mostOfTheWords, prose(node) * 4 < prose(text) else { return false }
        guard tree.all(in: node, where: { tree.tag($0) == .a }).count >= Self.fewestLinks else { return false }
        // A list under a heading of its own is what the heading announces.
        var before = tree[node].previous
        while before != HTMLTree.none, tree.isBlank(before) { before = tree[before].previous }
        return before == HTMLTree.none || tree.tag(before).headingLevel == nil
    }

    private static let fewestLinks = 4

    /// Hides blocks of nothing but "previous", "up" and "next", and those of links to places on the page itself.
    private mutating func hideWaymarks() {
        for node in tree.all(in: root, where: { Self.mayHoldWays.contains(tree.tag($0)) }) where node != root {
            // Few words of a row of signs are in its links: `[ << ] [ Up ]`.
            guard value(linked, node) > 0, !tree.isHidden(node) else { continue }
            if isContents(node) || (words(in: node) < Self.longestWaymarks && isWay(node)) {
                tree.hide(node)
                hideTitle(before: node)
            }
        }
    }

    private static let mayHoldWays: Set<HTMLTag> = [.div, .p, .table, .ul, .ol, .dl, .center, .section]

    private func isWay(_ node: HTMLTree.ID) -> Bool {
        let links = tree.all(in: node) { tree.tag($0) == .a && tree.has(.href, $0) }
        func letters(_ text: String) -> Int { text.count { $0.isLetter || $0.isNumber } }
        let all = letters(tree.words(of: node))
        let inLinks = links.reduce(0) { $0 + letters(tree.words(of: $1)) }
        guard links.count > 1 || (links.count == 1 && all == inLinks), all <= inLinks + Self.fewLetters else {
            return false
        }
        return links.allSatisfy { link in
            let words = tree.words(of: link).lowercased()
            let plain = words.filter { $0.isLetter || $0 == " " }.collapsed
            return words.isEmpty || PageHints.waymarks.contains(words) || PageHints.waymarks.contains(plain)
        }
    }

    /// What may stand beside such links: "Chapter 3", "or".
    private static let fewLetters = 12

    /// A table of contents: nothing but links to places on the page.
    private func isContents(_ node: HTMLTree.ID) -> Bool {
        guard Double(value(linked, node)) >= Double(words(in: node)) * Self.nearlyAll else { return false }
        let links = tree.all(in: node) { tree.tag($0) == .a && tree.has(.href, $0) }
        return links.count >= Self.fewestLinks && links.allSatisfy { tree.bytes(.href, of: $0)?.first == Byte.hash }
    }

    /// Numbers and bullets stand outside of the links.
    private static let nearlyAll = 0.8

    private mutating func hideTitle(before node: HTMLTree.ID) {
        var before = tree[node].previous
        while before != HTMLTree.none, tree.isBlank(before) { before = tree[before].previous }
        guard before != HTMLTree.none, tree.tag(before) != .text else { return }
        let words = tree.words(of: before).lowercased().filter { $0.isLetter || $0 == " " }.collapsed
        if ["contents", "table of contents", "on this page", "in this article", "toc"].contains(words) {
            tree.hide(before)
        }
    }

    /// Blocks with more words than a row of such links are not looked at.
    private static let longestWaymarks: Int = 120
}
