internal import KBParse

/// Rows of links that lead on, and tables of contents.
extension MainContent {
    /// Hides blocks of nothing but "previous", "up" and "next", and those of links to places on the page itself.
    mutating func hideWaymarks() {
        for node in tree.all(in: root, where: { Self.mayHoldWays.contains(tree.tag($0)) }) where node != root {
            // Few words of a row of signs are in its links: `[ << ] [ Up ]`.
            guard linkedWords(in: node) > 0, !tree.isHidden(node) else { continue }
            if isContents(node) || (words(in: node) < Self.longestWaymarks && isWay(node)) {
                hide(node)
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
        // A table of links is an overview with words of its own.
        guard tree.tag(node) != .table, tree.first(.table, in: node) == nil else { return false }
        guard Double(linkedWords(in: node)) >= Double(words(in: node)) * Self.nearlyAll else { return false }
        let links = tree.all(in: node) { tree.tag($0) == .a && tree.has(.href, $0) }
        return links.count >= MainContent.fewestLinks
            && links.allSatisfy { tree.bytes(.href, of: $0)?.first == UInt8.hash }
    }

    /// Numbers and bullets stand outside of the links.
    private static let nearlyAll = 0.8

    private mutating func hideTitle(before node: HTMLTree.ID) {
        var before = tree[node].previous
        while before != HTMLTree.none, tree.isBlank(before) { before = tree[before].previous }
        guard before != HTMLTree.none, tree.tag(before) != .text else { return }
        let words = tree.words(of: before).lowercased().filter { $0.isLetter || $0 == " " }.collapsed
        if ["contents", "table of contents", "on this page", "in this article", "toc"].contains(words) {
            hide(before)
        }
    }

    /// Blocks with more words than a row of such links are not looked at.
    private static let longestWaymarks: Int = 120
}
