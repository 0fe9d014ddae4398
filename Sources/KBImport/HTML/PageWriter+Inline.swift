internal import KBParse

/// What stands within a paragraph.
extension PageWriter {
    /// Adds a node and all below it to a paragraph.
    mutating func collect(_ node: HTMLTree.ID, into collector: inout InlineCollector) {
        guard isWritten(node) else { return }
        if tree.tag(node) == .text { return collector.add(text: tree.bytes(of: node)) }
        if isFormula(node) { return addFormula(node, to: &collector) }
        switch tree.tag(node) {
        case .comment, .wbr, .source, .track, .param, .rp: break
        case .br: collector.addBreak()
        case .hr: collector.addSingleBreak()
        case .img: addPicture(node, to: &collector)
        case .svg: addDrawing(node)
        case .code, .tt, .samp: addCode(node, to: &collector)
        case .pre, .xmp, .listing:
            collector.addSingleBreak()
            collector.add(code: codeText(of: node))
            collector.addSingleBreak()
        case .a: addLink(node, to: &collector)
        case .iframe, .video, .audio, .object, .embed, .canvas, .applet, .frame: addMedia(node, to: &collector)
        case .input, .select, .textarea, .button, .progress, .meter, .keygen: addField(node, to: &collector)
        case .q:
            collector.add(text: Array("“".utf8)[...])
            collectChildren(of: node, into: &collector)
            collector.add(text: Array("”".utf8)[...])
        case .rt:
            collector.add(text: Array("(".utf8)[...])
            collectChildren(of: node, into: &collector)
            collector.add(text: Array(")".utf8)[...])
        case .sup where tree[node].flags.contains(.footnoteMark):
            if let label = footnotes.label(of: node) { collector.add(raw: "[^\(label)]") }
        case .li:
            collector.addSingleBreak()
            collector.add(text: Array("- ".utf8)[...])
            collectChildren(of: node, into: &collector)
            collector.addSingleBreak()
        default: collectPlain(node, into: &collector)
        }
    }

    private mutating func collectPlain(_ node: HTMLTree.ID, into collector: inout InlineCollector) {
        let isBlock = tree.tag(node).isBlock
        if isBlock { collector.addSingleBreak() }
        let mark = tree.tag(node).headingLevel != nil && !collector.breaksAreSpaces ? .strong : mark(of: node)
        let isOpened = mark.map { collector.open($0) } ?? false
        collectChildren(of: node, into: &collector)
        if isOpened { collector.close() }
        if isBlock { collector.addSingleBreak() }
    }

    private mutating func collectChildren(of node: HTMLTree.ID, into collector: inout InlineCollector) {
        for child in tree.children(of: node) { collect(child, into: &collector) }
    }

    /// How an element sets its words apart.
    func mark(of node: HTMLTree.ID) -> InlineMark? {
        let style = styles.look(of: node, in: tree)
        switch tree.tag(node) {
        case .b, .strong: return style.isBold == false ? nil : .strong
        case .i, .em, .cite, .dfn, .var: return style.isItalic == false ? nil : .emphasis
        case .s, .strike, .del: return .strike
        case .mark: return .highlight
        case .sub: return .sub
        case .sup: return .sup
        case .kbd: return .key
        case .span, .font:
            if style.isBold == true { return .strong }
            if style.isItalic == true { return .emphasis }
            return style.isStruck ? .strike : nil
        default: return nil
        }
    }

    private mutating func addCode(_ node: HTMLTree.ID, to collector: inout InlineCollector) {
        // Code around pictures or formulas is no code.
        if tree.first(in: node, where: { tree.tag($0) == .img || isFormula($0) }) != nil {
            return collectChildren(of: node, into: &collector)
        }
        if let link = tree.first(.a, in: node), !collector.isInLink, let target = destination(of: link),
            tree.words(of: link) == tree.words(of: node)
        {
            collector.openLink(to: target, title: "")
            collector.add(code: codeText(of: node))
            collector.close()
            return
        }
        collector.add(code: codeText(of: node))
    }

    // MARK: Links

    private mutating func addLink(_ node: HTMLTree.ID, to collector: inout InlineCollector) {
        if tree[node].flags.contains(.footnoteMark) {
            if let label = footnotes.label(of: node) { collector.add(raw: "[^\(label)]") }
            return
        }
        guard let target = destination(of: node), !collector.isInLink, !isAnchorSign(node) else {
            if !isAnchorSign(node) { collectChildren(of: node, into: &collector) }
            return
        }
        let title = tree.value(.title, of: node)?.collapsed ?? ""
        let repeats = title.lowercased() == tree.words(of: node).lowercased()
        collector.openLink(to: target, title: repeats ? "" : title)
        collectChildren(of: node, into: &collector)
        collector.close()
    }

    /// The sign beside a heading that leads to the heading itself.
    private func isAnchorSign(_ node: HTMLTree.ID) -> Bool {
        guard let target = tree.bytes(.href, of: node), target.first == UInt8.hash else { return false }
        return ["¶", "#", "§", "🔗", "\u{F0C1}"].contains(tree.words(of: node))
    }

    /// Where a link leads: absolute when the page's address is known; nil when it leads nowhere.
    func destination(of node: HTMLTree.ID) -> String? {
        guard let written = tree.bytes(.href, of: node) else { return nil }
        return address(written)
    }

    func address(_ written: ArraySlice<UInt8>) -> String? {
        let link = String(decoding: written.trimmed.filter { $0 != UInt8.lf && $0 != UInt8.tab }, as: UTF8.self)
        guard !link.isEmpty, link != "#" else { return nil }
        let scheme = WebAddress.scheme(of: ByteText(link))
        if let scheme, ["javascript", "data", "about", "blob", "vbscript"].contains(scheme) { return nil }
        if let inner = Self.redirected(link) { return inner }
        guard let base = facts.base ?? facts.address else { return link }
        return base.resolving(link)
    }

    /// The address behind `https://www.google.com/url?q=…`, as Google's programs write every link.
    private static func redirected(_ link: String) -> String? {
        for start in ["https://www.google.com/url?q=", "http://www.google.com/url?q="] where link.hasPrefix(start) {
            let rest = ByteText(Array(link.utf8.dropFirst(start.utf8.count)))
            let end = rest.first(UInt8(ascii: "&"), from: 0, to: rest.count)
            return PercentEncoding.decoded(rest.string(0..<end))
        }
        return nil
    }

    // MARK: Pictures and other media

    private mutating func addPicture(_ node: HTMLTree.ID, to collector: inout InlineCollector) {
        let alt = tree.value(.alt, of: node)?.collapsed ?? ""
        if tree.hasClass(node, where: { $0.hasPrefix("mwe-math") }) { return }
        if tree.hasClass(node, where: { $0.lowercased().contains("emoji") }) {
            return collector.add(text: Array(alt.utf8)[...])
        }
        // One pixel counts readers.
        if tree.value(.width, of: node) == "1", tree.value(.height, of: node) == "1" { return }
        let written = tree.bytes(firstOf: [.dataSource, .dataOriginal, .dataLazySource, .src], of: node)
        let listed = tree.bytes(firstOf: [.srcset, .dataSourceSet], of: node)
            .map { $0.trimmed.prefix { !$0.isHTMLSpace && $0 != UInt8(ascii: ",") } }
        let isInline = written?.starts(with: "data:".utf8) ?? true
        if isInline, written != nil, listed == nil {
            tally.add(.inlinePicture)
            return collector.add(text: Array(alt.utf8)[...])
        }
        guard let target = (isInline ? listed : written).flatMap({ address($0) }) else { return }
        collector.add(raw: Self.picture(target, alt: alt, title: tree.value(.title, of: node) ?? ""))
    }

    private static func picture(_ target: String, alt: String, title: String) -> String {
        var out = Array("![".utf8)
        let place = MarkdownEscape.Place(isInLink: true, isInCell: true)
        MarkdownEscape.append(Array(alt.utf8), to: &out, isLineStart: false, next: UInt8.bracketClose, place: place)
        out += Array("](".utf8) + MarkdownAddress.written(target, isInCell: true)
        out += MarkdownAddress.title(title)
        out.append(UInt8.parenClose)
        return String(decoding: out, as: UTF8.self)
    }

    private mutating func addDrawing(_ node: HTMLTree.ID) {
        // Signs on buttons and links are no loss.
        let isSign = tree.nearest(node) {
            tree.tag($0) == .a || tree.tag($0) == .button || tree.tag($0).headingLevel != nil
        }
        if isSign == nil, tree.value(.ariaHidden, of: node) != "true",
            tree.first(in: node, where: { tree.tag($0) == .text }) != nil
        {
            tally.add(.drawing)
        }
    }

    private mutating func addMedia(_ node: HTMLTree.ID, to collector: inout InlineCollector) {
        let tag = tree.tag(node)
        switch tag {
        case .iframe, .frame: tally.add(.embeddedPage)
        case .video: tally.add(.video)
        case .audio: tally.add(.audio)
        case .canvas: tally.add(.drawing)
        default: tally.add(.plugin)
        }
        let source = tree.first(.source, in: node).flatMap { tree.bytes(.src, of: $0) }
        let written = tree.bytes(firstOf: [.src, .dataSource, .data], of: node) ?? source
        guard let target = written.flatMap({ address($0) }), !collector.isInLink else { return }
        let words = tree.value(.title, of: node) ?? tree.value(.ariaLabel, of: node) ?? target
        collector.openLink(to: target, title: "")
        collector.add(text: Array(words.utf8)[...])
        collector.close()
    }

    private mutating func addField(_ node: HTMLTree.ID, to collector: inout InlineCollector) {
        if tree.tag(node) == .button { return collectChildren(of: node, into: &collector) }
        let type = tree.value(.type, of: node)?.lowercased() ?? "text"
        if tree.tag(node) == .input, type == "hidden" || type == "checkbox" || type == "submit" || type == "button" {
            return
        }
        tally.add(.formField)
    }
}
