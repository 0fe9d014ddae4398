/// The seven ways an HTML block starts (<https://spec.commonmark.org/0.31.2/#html-blocks>), and how each ends.
enum HTMLBlockKind: UInt8 {
    case none
    case rawText
    case comment
    case instruction
    case declaration
    case cdata
    case blockTag
    case anyTag

    /// What the line's rest `start..<end` opens; `src[start]` is `<`.
    init(_ src: ByteView, _ start: Int, _ end: Int) {
        let next = src[start + 1]
        if next == .bang {
            if src[start + 2] == .dash, src[start + 3] == .dash {
                self = .comment
            } else if src.hasWord("[cdata[", at: start + 2) {
                self = .cdata
            } else {
                self = src[start + 2].isLetter ? .declaration : .none
            }
            return
        }
        if next == .question {
            self = .instruction
            return
        }
        let isClosing = next == .slash
        let nameStart = start + (isClosing ? 2 : 1)
        var i = nameStart
        while i < end, src[i].isAlphanumeric { i += 1 }
        guard i > nameStart, src[nameStart].isLetter else {
            self = .none
            return
        }
        let after = src[i]
        let isBounded = i == end || after.isBlank || after == .greater
        if !isClosing, isBounded, Self.isRawText(src, nameStart, i) {
            self = .rawText
        } else if isBounded || (after == .slash && src[i + 1] == .greater), Self.isBlockTag(src, nameStart, i) {
            self = .blockTag
        } else if let tagEnd = HTMLTag.end(src, start, end), src.skippingBlanks(tagEnd, end) == end {
            self = .anyTag
        } else {
            self = .none
        }
    }

    /// Whether a blank line ends the block, rather than a mark of its own.
    var endsAtBlankLine: Bool { self == .blockTag || self == .anyTag }

    /// Whether the block's end mark stands in the line.
    func ends(in src: ByteView, _ start: Int, _ end: Int) -> Bool {
        switch self {
        case .none, .blockTag, .anyTag: false
        case .rawText:
            Self.has(src, start, end, "</script>") || Self.has(src, start, end, "</pre>")
                || Self.has(src, start, end, "</style>") || Self.has(src, start, end, "</textarea>")
        case .comment: Self.has(src, start, end, "-->")
        case .instruction: Self.has(src, start, end, "?>")
        case .declaration: Self.has(src, start, end, ">")
        case .cdata: Self.has(src, start, end, "]]>")
        }
    }

    private static func has(_ src: ByteView, _ start: Int, _ end: Int, _ word: StaticString) -> Bool {
        let first = word.utf8Start.pointee
        var i = start
        while let hit = src.firstIndex(of: first, i, end - word.utf8CodeUnitCount + 1) {
            if src.hasWord(word, at: hit) { return true }
            i = hit + 1
        }
        return false
    }

    private static func isRawText(_ src: ByteView, _ start: Int, _ end: Int) -> Bool {
        matches(["pre", "script", "style", "textarea"], src, start, end)
    }

    private static func matches(_ words: [StaticString], _ src: ByteView, _ start: Int, _ end: Int) -> Bool {
        for word in words where word.utf8CodeUnitCount == end - start {
            if src.hasWord(word, at: start) { return true }
        }
        return false
    }

    private static func isBlockTag(_ src: ByteView, _ start: Int, _ end: Int) -> Bool {
        guard end - start <= 10 else { return false }
        return matches(blockTags, src, start, end)
    }

    private static let blockTags: [StaticString] = [
        "address", "article", "aside", "base", "basefont", "blockquote", "body", "caption", "center", "col", "colgroup",
        "dd", "details", "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form",
        "frame",
        "frameset", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hr", "html", "iframe", "legend", "li",
        "link",
        "main", "menu", "menuitem", "nav", "noframes", "ol", "optgroup", "option", "p", "param", "section", "source",
        "summary", "table", "tbody", "td", "tfoot", "th", "thead", "title", "tr", "track", "ul",
    ]
}

/// An HTML tag inside a line of text.
enum HTMLTag {
    /// The offset after the tag that starts with `<` at `start`; nil when it is no tag. Line ends count as white space.
    static func end(_ t: ByteView, _ start: Int, _ limit: Int) -> Int? {
        var i = start + 1
        let isClosing = t[i] == .slash
        if isClosing { i += 1 }
        guard i < limit, t[i].isLetter else { return nil }
        while i < limit, t[i].isAlphanumeric || t[i] == .dash { i += 1 }
        if isClosing {
            while i < limit, t[i].isWhitespace { i += 1 }
            return i < limit && t[i] == .greater ? i + 1 : nil
        }
        while true {
            let gap = i
            while i < limit, t[i].isWhitespace { i += 1 }
            guard i < limit else { return nil }
            if t[i] == .greater { return i + 1 }
            if t[i] == .slash { return t[i + 1] == .greater && i + 1 < limit ? i + 2 : nil }
            guard i > gap, let next = attributeEnd(t, i, limit) else { return nil }
            i = next
        }
    }

    private static func attributeEnd(_ t: ByteView, _ start: Int, _ limit: Int) -> Int? {
        var i = start
        guard t[i].isLetter || t[i] == .underscore || t[i] == .colon else { return nil }
        while i < limit, t[i].isAlphanumeric || t[i] == .underscore || t[i] == .dot || t[i] == .colon || t[i] == .dash {
            i += 1
        }
        var j = i
        while j < limit, t[j].isWhitespace { j += 1 }
        guard j < limit, t[j] == .equals else { return i }
        j += 1
        while j < limit, t[j].isWhitespace { j += 1 }
        guard j < limit else { return nil }
        if t[j] == .quote || t[j] == .apostrophe {
            guard let close = t.firstIndex(of: t[j], j + 1, limit) else { return nil }
            return close + 1
        }
        let value = j
        while j < limit, !t[j].isWhitespace, !unquotedStops.contains(t[j]) { j += 1 }
        return j > value ? j : nil
    }

    private static let unquotedStops = ByteSet("\"'=<>`")
}
