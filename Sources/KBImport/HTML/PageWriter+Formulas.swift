/// Formulas: the source that pages keep beside what they show.
extension PageWriter {
    /// Whether an element is a formula, in any of the ways pages set them.
    func isFormula(_ node: HTMLTree.ID) -> Bool {
        switch tree.tag(node) {
        case .math, .mathContainer: return true
        case .script: return (tree.value(.type, of: node) ?? "").hasPrefix("math/tex")
        case .img: return tree.hasClass(node) { $0 == "math" || $0 == "latex" || $0 == "tex" } && tree.has(.alt, node)
        case .span, .div, .unknown, .p, .nobr:
            guard tree.has(.classes, node) else { return false }
            return tree.hasClass(node) { Self.families.contains($0) } && isWhole(node)
        default: return false
        }
    }

    private static let families: Set<Substring> = [
        "katex", "katex-display", "katex-block", "MathJax", "MathJax_Display", "MathJax_Preview", "MathJax_CHTML",
        "MathJax_SVG",
        "MathJax_SVG_Display", "MJXc-display", "mwe-math-element", "math", "arithmatex",
    ]

    /// A class such as `math` around other things is no formula: one holds a source, or a text between its own marks.
    private func isWhole(_ node: HTMLTree.ID) -> Bool {
        if tree.hasClass(node, where: { $0.hasPrefix("MathJax") || $0.hasPrefix("MJX") || $0.hasPrefix("katex") }) {
            return true
        }
        if tree.first(in: node, where: { tree.tag($0) == .math || tree.tag($0) == .annotation }) != nil { return true }
        return Self.betweenMarks(tree.rawText(of: node)[...].trimmed) != nil
    }

    /// Adds a formula to a paragraph, between dollars.
    mutating func addFormula(_ node: HTMLTree.ID, to collector: inout InlineCollector) {
        if tree.hasClass(node, where: { $0.hasPrefix("MathJax") || $0.hasPrefix("MJX") }), hasScript(after: node) {
            return
        }
        if let (source, isDisplayed) = source(of: node) {
            let formula = Self.cleaned(source)
            guard !formula.isEmpty else { return }
            if formula.contains("$") { return collector.add(code: Array(formula.utf8)) }
            return collector.add(raw: isDisplayed ? "$$\(formula)$$" : "$\(formula)$")
        }
        let words = tree.words(of: node)
        guard !words.isEmpty else { return }
        tally.add(.formula)
        collector.add(text: Array(words.utf8)[...])
    }

    private func source(of node: HTMLTree.ID) -> (String, isDisplayed: Bool)? {
        let isDisplayed = isDisplayed(node)
        switch tree.tag(node) {
        case .script: return (String(decoding: tree.rawText(of: node), as: UTF8.self), isDisplayed)
        case .img: return tree.value(.alt, of: node).map { ($0, isDisplayed) }
        default: break
        }
        let annotation = tree.first(in: node) {
            tree.tag($0) == .annotation && (tree.value(.encoding, of: $0) ?? "").lowercased().contains("tex")
        }
        if let annotation { return (String(decoding: tree.rawText(of: annotation), as: UTF8.self), isDisplayed) }
        if let math = tree.first(.math, in: node), let text = tree.value(.alternativeText, of: math), !text.isEmpty {
            return (text, isDisplayed)
        }
        if let inner = Self.betweenMarks(tree.rawText(of: node)[...].trimmed) {
            return (String(decoding: inner.text, as: UTF8.self), inner.isDisplayed)
        }
        return nil
    }

    private func isDisplayed(_ node: HTMLTree.ID) -> Bool {
        if tree.value(.type, of: node)?.contains("mode=display") ?? false { return true }
        if tree.hasClass(node, where: { $0.lowercased().contains("display") && !$0.contains("inline") }) { return true }
        if tree.value(.display, of: node) == "true" { return true }
        guard let math = tree.first(.math, in: node) else { return false }
        return tree.value(.display, of: math) == "block"
    }

    private func hasScript(after node: HTMLTree.ID) -> Bool {
        var next = tree[node].next
        for _ in 0..<4 where next != HTMLTree.none {
            if tree.tag(next) == .script { return (tree.value(.type, of: next) ?? "").hasPrefix("math/tex") }
            next = tree[next].next
        }
        return false
    }

    /// The text of `\(x\)`, `\[x\]`, `$x$` or `$$x$$`.
    private static func betweenMarks(_ text: ArraySlice<UInt8>) -> (text: ArraySlice<UInt8>, isDisplayed: Bool)? {
        let marks: [(start: String, end: String, isDisplayed: Bool)] = [
            ("\\(", "\\)", false), ("\\[", "\\]", true), ("$$", "$$", true), ("$", "$", false),
        ]
        for mark in marks {
            let length = mark.start.utf8.count
            guard text.count > 2 * length, text.starts(with: mark.start.utf8),
                text.suffix(length).elementsEqual(mark.end.utf8)
            else { continue }
            return (text.dropFirst(length).dropLast(length), mark.isDisplayed)
        }
        return nil
    }

    /// The source on one line, without the braces Wikipedia puts around it.
    private static func cleaned(_ source: String) -> String {
        var text = source.collapsed
        if text.hasPrefix("<![CDATA["), text.hasSuffix("]]>") { text = String(text.dropFirst(9).dropLast(3)).collapsed }
        if text.hasPrefix("% <![CDATA["), text.hasSuffix("%]]>") {
            text = String(text.dropFirst(11).dropLast(4)).collapsed
        }
        for style in ["{\\displaystyle ", "{\\textstyle "] where text.hasPrefix(style) && text.hasSuffix("}") {
            text = String(text.dropFirst(style.count).dropLast()).collapsed
        }
        return text
    }
}
