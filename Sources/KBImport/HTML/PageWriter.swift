internal import KBParse

/// Writes the main content of a page as Markdown.
///
/// Goes down the tree by calls of its own, which ``HTMLTreeBuilder/deepest`` keeps few enough for any stack.
struct PageWriter {
    let tree: HTMLTree
    let facts: PageFacts
    let styles: PageStyles
    let footnotes: Footnotes
    var tally = HTMLRemarkTally()
    var out = MarkdownBlocks()
    /// Marks of elements around whole blocks: each paragraph within gets them.
    var inherited: [Inherited] = []
    /// What the next paragraph begins with.
    var lead: [Lead] = []
    /// Nodes that were written elsewhere.
    var skipped: Set<HTMLTree.ID> = []
    var last = BlockKind.other
    /// Where the last list ended, and how it was marked, so that the next one does not go on with it.
    var lastList: (end: Int, isOrdered: Bool, usesOther: Bool) = (-1, false, false)
    /// Where the last heading ended, and what it was.
    private var lastHeading: (end: Int, text: [UInt8]) = (-1, [])

    enum Inherited {
        case mark(InlineMark)
        case link(to: String, title: String)
    }

    enum Lead {
        case box(isDone: Bool)
        /// The terms of a definition.
        case terms([HTMLTree.ID])
    }

    /// What stands last on the page, which tells whether the next block may follow without a blank line.
    enum BlockKind {
        case paragraph, list, code, heading, quote, table, other
    }

    init(_ tree: HTMLTree, _ facts: PageFacts, styles: PageStyles, footnotes: Footnotes) {
        self.tree = tree
        self.facts = facts
        self.styles = styles
        self.footnotes = footnotes
    }

    /// Writes all below `root`, then its footnotes.
    mutating func write(_ root: HTMLTree.ID) {
        writeBlocks(of: root)
        writeFootnotes()
    }

    func isWritten(_ node: HTMLTree.ID) -> Bool {
        let flags = tree[node].flags
        return flags.isDisjoint(with: [.hidden, .footnote]) && !skipped.contains(node)
    }

    // MARK: Blocks

    mutating func writeBlocks(of node: HTMLTree.ID, isTight: Bool = false) {
        var run: [HTMLTree.ID] = []
        for child in tree.children(of: node) where isWritten(child) {
            if standsAlone(child) {
                writeParagraph(run, isTight: isTight)
                run.removeAll()
                writeBlock(child, isTight: isTight)
            } else {
                run.append(child)
            }
        }
        writeParagraph(run, isTight: isTight)
    }

    private func standsAlone(_ node: HTMLTree.ID) -> Bool {
        tree.tag(node).isBlock || tree[node].flags.contains(.holdsBlock)
    }

    mutating func writeBlock(_ node: HTMLTree.ID, isTight: Bool) {
        if isFormula(node) { return writeParagraph([node], isTight: isTight) }
        if let callout = Callout(tree, node) { return writeCallout(node, callout, isTight: isTight) }
        switch tree.tag(node) {
        case .h1, .h2, .h3, .h4, .h5, .h6: writeHeading(node, level: tree.tag(node).headingLevel ?? 1, isTight: isTight)
        case .ul, .ol, .menu, .dir: writeList(node, isTight: isTight)
        case .dl: writeDefinitions(node, isTight: isTight)
        case .pre, .xmp, .listing, .plaintext: writeCode(node, isTight: isTight)
        case .blockquote: writeQuote(node, isTight: isTight)
        case .table: writeTable(node, isTight: isTight)
        case .details: writeDetails(node)
        case .hr:
            finishLead()
            add("---", .other, isTight: false)
        case .svg, .math: writeParagraph([node], isTight: isTight)
        default:
            if let level = givenLevel(of: node) {
                writeHeading(node, level: level, isTight: isTight)
            } else if isCodeOfLines(node) {
                writeCode(node, isTight: isTight)
            } else {
                writeMarked(node, isTight: isTight)
            }
        }
    }

    /// Writes what an element holds, its own mark around each paragraph.
    private mutating func writeMarked(_ node: HTMLTree.ID, isTight: Bool) {
        let count = inherited.count
        if tree.tag(node) == .a, let target = destination(of: node) {
            inherited.append(.link(to: target, title: tree.value(.title, of: node) ?? ""))
        } else if let mark = mark(of: node) {
            inherited.append(.mark(mark))
        }
        writeBlocks(of: node, isTight: isTight)
        inherited.removeLast(max(0, inherited.count - count))
    }

    private func givenLevel(of node: HTMLTree.ID) -> Int? {
        guard tree.value(.role, of: node) == "heading" else { return nil }
        return min(6, max(1, tree.value(.ariaLevel, of: node).flatMap { Int($0) } ?? 2))
    }

    // MARK: Paragraphs and headings

    mutating func writeParagraph(_ run: [HTMLTree.ID], isTight: Bool) {
        guard !run.allSatisfy({ tree.tag($0) == .text && tree.isBlank($0) }) else { return }
        var collector = InlineCollector()
        let opened = open(&collector)
        addLead(to: &collector)
        for node in run { collect(node, into: &collector) }
        for _ in 0..<opened { collector.close() }
        guard !collector.isEmpty else { return }
        lead.removeAll()
        useUpLink()
        for paragraph in InlineRenderer.paragraphs(of: collector, setsFormulas: facts.setsFormulas) {
            add(paragraph, .paragraph, isTight: isTight && last != .paragraph && last != .list && last != .quote)
        }
    }

    private mutating func writeHeading(_ node: HTMLTree.ID, level: Int, isTight: Bool) {
        finishLead()
        let words = inlineText(of: node, in: .heading)
        guard !words.isEmpty else { return }
        let heading = Array(repeating: UInt8.hash, count: level) + [UInt8.space] + words
        // Pages made by programs tell their title twice.
        guard lastHeading.end != out.bytes.count || lastHeading.text != heading else { return }
        add(heading, .heading, isTight: isTight)
        lastHeading = (out.bytes.count, heading)
    }

    /// The content of an element on one line.
    mutating func inlineText(of node: HTMLTree.ID, in context: InlineRenderer.Context) -> [UInt8] {
        var collector = InlineCollector()
        collector.breaksAreSpaces = context == .heading
        let opened = open(&collector)
        for child in tree.children(of: node) where isWritten(child) { collect(child, into: &collector) }
        for _ in 0..<opened { collector.close() }
        if !collector.isEmpty { useUpLink() }
        let lines = InlineRenderer.paragraphs(of: collector, in: context, setsFormulas: facts.setsFormulas)
        return Array(lines.joined(separator: [UInt8.space]))
    }

    /// Opens what is inherited, and says how many marks that were.
    private func open(_ collector: inout InlineCollector) -> Int {
        inherited.reduce(into: 0) { count, outer in
            switch outer {
            case .mark(let mark): if collector.open(mark) { count += 1 }
            case .link(let target, let title):
                guard !collector.isInLink else { return }
                collector.openLink(to: target, title: title)
                count += 1
            }
        }
    }

    /// A link around several blocks goes to the first that has words.
    private mutating func useUpLink() {
        inherited.removeAll { if case .link = $0 { true } else { false } }
    }

    // MARK: What a paragraph begins with

    private mutating func addLead(to collector: inout InlineCollector) {
        for part in lead {
            switch part {
            case .box(let isDone):
                collector.add(raw: isDone ? "[x]" : "[ ]")
                collector.addSpace()
            case .terms(let terms):
                var needsColon = false
                let breaks = collector.breaksAreSpaces
                collector.breaksAreSpaces = true
                for (k, term) in terms.enumerated() {
                    if k > 0 { collector.add(text: Array(", ".utf8)[...]) }
                    let isNew = collector.open(.strong)
                    for child in tree.children(of: term) where isWritten(child) { collect(child, into: &collector) }
                    if isNew { collector.close() }
                    needsColon = !tree.words(of: term).hasSuffix(":")
                }
                collector.breaksAreSpaces = breaks
                collector.add(text: Array((needsColon ? ": " : " ").utf8)[...])
            }
        }
    }

    /// Writes what a paragraph was to begin with when something else comes.
    mutating func finishLead() {
        guard !lead.isEmpty else { return }
        var collector = InlineCollector()
        addLead(to: &collector)
        lead.removeAll()
        for line in InlineRenderer.paragraphs(of: collector, setsFormulas: facts.setsFormulas) {
            add(line, .paragraph, isTight: true)
        }
    }

    // MARK: Writing

    mutating func add(_ text: String, _ kind: BlockKind, isTight: Bool) {
        add(Array(text.utf8), kind, isTight: isTight)
    }

    mutating func add(_ lines: [UInt8], _ kind: BlockKind, isTight: Bool) {
        out.add(lines, isTight: isTight)
        last = kind
    }
}
