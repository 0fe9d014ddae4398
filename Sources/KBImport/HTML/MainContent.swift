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
        case .table, .body, .html, .main, .article, .code, .h1, .h2, .h3, .h4, .h5, .h6: return false
        default: break
        }
        if let role = tree.value(.role, of: node), PageHints.isSurroundingRole(role) { return true }
        let isOuter = isBody && isOuter(node)
        if tree.hasClass(node, where: { PageHints.isSurrounding($0, isOuter: isOuter) }) { return true }
        guard let id = tree.value(.id, of: node), PageHints.isSurrounding(id[...], isOuter: isOuter) else { return false }
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

    /// Hides blocks of nothing but "previous", "up" and "next" at the start and the end.
    private mutating func hideWaymarks() {
        for node in tree.all(in: root, where: { [.div, .p, .table, .ul, .center].contains(tree.tag($0)) }) {
            let size = words(in: node)
            guard size > 0, size < Self.longestWaymarks, !tree.isHidden(node) else { continue }
            let links = tree.all(in: node) { tree.tag($0) == .a && tree.has(.href, $0) }
            guard !links.isEmpty, value(linked, node) * 2 > value(words, node) else { continue }
            let isWay = links.allSatisfy { link in
                let words = tree.words(of: link).lowercased()
                return words.isEmpty || PageHints.waymarks.contains(words) || PageHints.waymarks.contains(
                    words.filter { $0.isLetter || $0 == " " }.collapsed)
            }
            if isWay { tree.hide(node) }
        }
    }

    /// Blocks with more words than a row of such links are not looked at.
    private static let longestWaymarks: Int = 120
}
