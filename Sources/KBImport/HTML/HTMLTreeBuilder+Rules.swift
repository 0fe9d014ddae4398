/// Which tags end which elements.
extension HTMLTreeBuilder {
    /// Ends what a start tag ends; false when the tag makes no element.
    mutating func prepare(for tag: HTMLTag) -> Bool {
        let isInHead = tree.tag(current) == .head
        switch tag {
        case .html, .head, .body:
            if isInHead, tag == .body { pop(through: .head) }
            return !isOpen(tag)
        default: if isInHead, !tag.belongsInHead { pop(through: .head) }
        }
        if tag.closesParagraph { closeParagraph() }
        switch tag {
        case .li: closeItem(among: [.li], upTo: { $0.isList })
        case .dt, .dd: closeItem(among: [.dt, .dd], upTo: { $0 == .dl })
        case .option, .optgroup:
            if tree.tag(current) == .option { popLast() }
            if tag == .optgroup, tree.tag(current) == .optgroup { popLast() }
        case .a: if isInScope(.a) { close(.a, hash: 0) }
        case .button: if isInScope(.button) { pop(through: .button) }
        case .rt, .rp: if tree.tag(current) == .rt || tree.tag(current) == .rp { popLast() }
        case .h1, .h2, .h3, .h4, .h5, .h6: if tree.tag(current).headingLevel != nil { popLast() }
        case .caption, .colgroup, .thead, .tbody, .tfoot: return popTo([.table])
        case .tr: return popTo([.table, .thead, .tbody, .tfoot])
        case .td, .th: return popTo([.table, .thead, .tbody, .tfoot, .tr])
        default: break
        }
        return true
    }

    /// Ends the element an end tag names, when it is open and in reach.
    mutating func close(_ tag: HTMLTag, hash: UInt16) {
        switch tag {
        case .html, .body, .document, .text, .comment: return
        case .br: tree.append(HTMLTree.Node(tag: .br, parent: current, start: 0, end: 0), to: current)
        case .h1, .h2, .h3, .h4, .h5, .h6:
            if let depth = depth(where: { $0.headingLevel != nil }) { pop(toDepth: depth) }
        case .li: if let depth = depth(where: { $0 == .li }, before: { $0.isList }) { pop(toDepth: depth) }
        case .table, .thead, .tbody, .tfoot, .tr, .caption, .td, .th:
            if let depth = depthInTable(of: tag) { pop(toDepth: depth) }
        case .unknown:
            for depth in stride(from: open.count - 1, to: 0, by: -1) {
                let node = tree[open[depth]]
                if node.tag == .unknown, node.nameHash == hash { return pop(toDepth: depth) }
                if node.tag.isBlock { return }
            }
        default:
            guard let depth = depth(where: { $0 == tag }) else { return }
            if tag.isFormatting, let block = blockDepth(above: depth) {
                adopt(blockAt: block, outOf: depth)
            } else {
                pop(toDepth: depth)
            }
        }
    }

    /// Ends a mark that was opened outside of the block it is closed in: the block moves out of the mark, and a copy of
    /// the mark goes around what the block holds already.
    private mutating func adopt(blockAt block: Int, outOf mark: Int) {
        guard mark > 0, block > mark, block < open.count else { return }
        let (markID, blockID) = (open[mark], open[block])
        var copy = tree[markID]
        (copy.first, copy.last, copy.previous, copy.next) = (HTMLTree.none, HTMLTree.none, HTMLTree.none, HTMLTree.none)
        tree.detach(blockID)
        tree.attach(blockID, to: open[mark - 1])
        var children: [HTMLTree.ID] = []
        for child in tree.children(of: blockID) { children.append(child) }
        // What is open inside of the block stays there; only what is finished gets the mark.
        if block + 1 < open.count, children.last == open[block + 1] { children.removeLast() }
        for child in children { tree.detach(child) }
        let rest = tree[blockID].first
        if rest != HTMLTree.none { tree.detach(rest) }
        let copyID = tree.append(copy, to: blockID)
        for child in children { tree.attach(child, to: copyID) }
        if rest != HTMLTree.none { tree.attach(rest, to: blockID) }
        open.removeSubrange(mark..<block)
    }

    private func blockDepth(above depth: Int) -> Int? {
        guard depth + 1 < open.count else { return nil }
        return (depth + 1..<open.count).first { tree.tag(open[$0]).isBlock }
    }

    // MARK: Open elements

    /// How deep the innermost open element that satisfies a condition is, unless one that ends the reach is met before.
    private func depth(where holds: (HTMLTag) -> Bool, before ends: (HTMLTag) -> Bool = { _ in false }) -> Int? {
        for depth in stride(from: open.count - 1, to: 0, by: -1) {
            let tag = tree.tag(open[depth])
            if holds(tag) { return depth }
            if ends(tag) || tag.endsScope { return nil }
        }
        return nil
    }

    /// As ``depth(where:before:)``, for the parts of a table, which end what is open in their cells.
    private func depthInTable(of wanted: HTMLTag) -> Int? {
        for depth in stride(from: open.count - 1, to: 0, by: -1) {
            let tag = tree.tag(open[depth])
            if tag == wanted { return depth }
            if tag == .table || tag == .template { return nil }
        }
        return nil
    }

    private func isInScope(_ tag: HTMLTag) -> Bool { depth(where: { $0 == tag }) != nil }

    private func isOpen(_ tag: HTMLTag) -> Bool { open.contains { tree.tag($0) == tag } }

    private mutating func closeParagraph() {
        if let depth = depth(where: { $0 == .p }, before: { $0 == .button }) { pop(toDepth: depth) }
    }

    private mutating func closeItem(among items: [HTMLTag], upTo isContainer: (HTMLTag) -> Bool) {
        if let depth = depth(where: { items.contains($0) }, before: isContainer) { pop(toDepth: depth) }
    }

    /// Ends what is open inside of the nearest of `tags` in the same table; false when no table is open.
    private mutating func popTo(_ tags: [HTMLTag]) -> Bool {
        for depth in stride(from: open.count - 1, to: 0, by: -1) {
            let tag = tree.tag(open[depth])
            if tags.contains(tag) {
                pop(toDepth: depth + 1)
                return true
            }
            if tag == .table || tag == .template { return false }
        }
        return false
    }

    mutating func pop(through tag: HTMLTag) {
        guard let depth = open.lastIndex(where: { tree.tag($0) == tag }), depth > 0 else { return }
        pop(toDepth: depth)
    }

    /// Ends the open elements from `depth` on; the root stays open.
    private mutating func pop(toDepth depth: Int) {
        while open.count > max(1, depth) { popLast() }
    }

    private mutating func popLast() {
        guard open.count > 1, let last = open.popLast() else { return }
        if tree.tag(last) == .svg || tree.tag(last) == .math { foreignDepth -= 1 }
    }

    // MARK: Drawings and formulas

    /// Whether the innermost drawing or formula has an element open whose content is HTML again.
    var isInForeignText: Bool {
        for id in open.reversed() {
            switch tree.tag(id) {
            case .foreignObject, .desc, .annotationXML, .mtext: return true
            case .svg, .math: return false
            default: continue
            }
        }
        return false
    }

    mutating func closeForeign() {
        while foreignDepth > 0, open.count > 1 { popLast() }
    }
}
