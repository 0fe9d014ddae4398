internal import KBModel

/// What a `<` can start: an address, a tag, a comment.
extension InlineScanner {
    mutating func readAngle() {
        let next = t[i + 1]
        if next == .bang || next == .question {
            readDeclaration(next)
            return
        }
        if let end = autolinkEnd() {
            readAutolink(to: end)
            return
        }
        guard let end = HTMLTag.end(t, i, t.count) else {
            i += 1
            return
        }
        readMarkupTag(to: end)
    }

    private mutating func readDeclaration(_ next: UInt8) {
        if next == .question {
            hideThrough("?>", from: i + 2, .instruction)
        } else if t[i + 2] == .dash, t[i + 3] == .dash {
            hideThrough("-->", from: i + 2, .htmlComment)
        } else if t.hasWord("[cdata[", at: i + 2) {
            hideThrough("]]>", from: i + 9, .cdata)
        } else if t[i + 2].isLetter {
            hideThrough(">", from: i + 2, .declaration)
        } else {
            i += 1
        }
    }

    private mutating func hideThrough(_ mark: StaticString, from start: Int, _ kind: Unclosed) {
        let first = mark.utf8Start.pointee
        var k = start
        while !unclosed.contains(kind), let hit = t.firstIndex(of: first, k, t.count) {
            if t.hasWord(mark, at: hit) {
                hide(to: hit + mark.utf8CodeUnitCount)
                return
            }
            k = hit + 1
        }
        unclosed.insert(kind)
        i += 1
    }

    /// The offset of the `>` that ends `<scheme:…>` or `<name@host>`.
    private mutating func autolinkEnd() -> Int? {
        var k = i + 1
        while t[k].isAlphanumeric || t[k] == .plus || t[k] == .dot || t[k] == .dash { k += 1 }
        // Neither a scheme nor a name ends here; most tags do.
        if t[k] == .greater || t[k].isBlank { return nil }
        let scheme = k - i - 1
        if t[k] == .colon, t[i + 1].isLetter, (2...32).contains(scheme) {
            while k < t.count, t[k] > .space, t[k] != .less, t[k] != .greater { k += 1 }
            return k < t.count && t[k] == .greater ? k : nil
        }
        while t[k].isAlphanumeric || Self.mailName.contains(t[k]) { k += 1 }
        guard k > i + 1, t[k] == .at else { return nil }
        let host = k + 1
        k = host
        while t[k].isAlphanumeric || t[k] == .dash || t[k] == .dot { k += 1 }
        return k > host && t[k] == .greater && t[k - 1].isAlphanumeric ? k : nil
    }

    private static let mailName = ByteSet(".!#$%&'*+/=?^_`{|}~-")

    private mutating func readAutolink(to end: Int) {
        let offset = i
        flush(to: i)
        let start = out.count
        out.put(t, i + 1, end)
        let address = t.string(i + 1, end)
        let isMail = t.firstIndex(of: .colon, i + 1, end) == nil
        if recorder != nil { recordAddress(offset, end + 1) }
        addresses.append(pending.count)
        pending.append(
            PendingLink(
                kind: .auto, target: LinkTarget(address: isMail ? "mailto:" + address : address), offset: offset,
                start: start, end: out.count))
        i = end + 1
        runStart = i
    }

    /// Reads a tag that ends before `end`: pictures, anchors and links count, the rest is only taken out.
    private mutating func readMarkupTag(to end: Int) {
        let tag = HTMLTag.Name(t, i)
        switch tag.kind {
        case .image: readImage(to: end)
        case .anchor where tag.isClosing: closeAnchor(end)
        case .anchor: openAnchor(end)
        case .breaking:
            flush(to: i)
            if end < t.count, t[end] != .lf, out.count > 0, !out.base[out.count - 1].isWhitespace { out.put(.space) }
            hide(to: end)
        case .other: hide(to: end)
        }
    }

    private mutating func readImage(to end: Int) {
        let offset = i
        let source = HTMLTag.attribute("src", t, i, end)
        let alt = HTMLTag.attribute("alt", t, i, end) ?? ""
        let tagStart = i
        if recorder != nil, let value = HTMLTag.attributeBytes("src", t, i, end) { recordTag(value, end) }
        hide(to: end)
        let start = out.count
        // The tag's bytes make room for its words; a line end among them would be counted twice.
        if alt.utf8.count < end - tagStart { for byte in alt.utf8 where byte != .lf { out.put(byte) } }
        guard let source, !source.isEmpty else { return }
        pending.append(
            PendingLink(
                kind: .image, target: LinkTarget(destination: source), offset: offset, start: start, end: out.count))
    }

    private mutating func openAnchor(_ end: Int) {
        if let id = HTMLTag.attribute("id", t, i, end) ?? HTMLTag.attribute("name", t, i, end), !id.isEmpty {
            anchor = id
        }
        let target = HTMLTag.attributeBytes("href", t, i, end)
        let offset = i
        if recorder != nil, let target { recordTag(target, end) }
        hide(to: end)
        guard let target, target.count > 0 else { return }
        anchors.append(
            PendingLink(
                kind: .markdown, target: LinkTarget(destination: target), offset: offset, start: out.count,
                end: out.count))
    }

    private mutating func closeAnchor(_ end: Int) {
        hide(to: end)
        guard var link = anchors.popLast() else { return }
        link.end = out.count
        pending.append(link)
        if link.end > link.start { marks.append(Note.Mark(kind: .link, plain: link.start..<link.end)) }
    }
}

extension HTMLTag {
    /// Which tag stands at an offset, as far as the parser cares.
    struct Name {
        enum Kind {
            case image, anchor
            /// It separates words: `<br>`, `<td>`, `<p>`.
            case breaking
            case other
        }

        var kind: Kind
        var isClosing: Bool

        init(_ t: ByteView, _ start: Int) {
            isClosing = t[start + 1] == .slash
            let first = start + (isClosing ? 2 : 1)
            var end = first
            while t[end].isAlphanumeric { end += 1 }
            let length = end - first
            guard length <= 7 else {
                kind = .other
                return
            }
            if length == 1 {
                kind = t[first] | 0x20 == 0x61 ? .anchor : t[first] | 0x20 == 0x70 ? .breaking : .other
                return
            }
            func named(_ word: StaticString) -> Bool { length == word.utf8CodeUnitCount && t.hasWord(word, at: first) }
            switch t[first] | 0x20 {
            case 0x62 where named("br"), 0x6C where named("li"), 0x73 where named("summary"):
                kind = .breaking
            case 0x64 where named("div") || named("dt") || named("dd"): kind = .breaking
            case 0x74 where named("td") || named("th") || named("tr"): kind = .breaking
            case 0x69 where named("img"): kind = .image
            default: kind = .other
            }
        }
    }

    /// The value of an attribute of the tag in `start..<end`, entities left as they are.
    static func attribute(_ name: StaticString, _ t: ByteView, _ start: Int, _ end: Int) -> String? {
        attributeBytes(name, t, start, end).map { $0.string(0, $0.count) }
    }

    /// The bytes of ``attribute(_:_:_:_:)``.
    static func attributeBytes(_ name: StaticString, _ t: ByteView, _ start: Int, _ end: Int) -> ByteView? {
        var k = start + 1
        while k < end {
            let byte = t[k]
            if byte == .quote || byte == .apostrophe {
                guard let close = t.firstIndex(of: byte, k + 1, end) else { return nil }
                k = close + 1
                continue
            }
            if byte | 0x20 == name.utf8Start.pointee, t[k - 1].isWhitespace, t.hasWord(name, at: k) {
                var v = LinkParts.skipSpace(t, k + name.utf8CodeUnitCount, end)
                if t[v] == .equals {
                    v = LinkParts.skipSpace(t, v + 1, end)
                    let mark = t[v]
                    if mark == .quote || mark == .apostrophe {
                        return t.firstIndex(of: mark, v + 1, end).map { t.slice(v + 1, $0) }
                    }
                    var stop = v
                    while stop < end, !t[stop].isWhitespace, t[stop] != .greater { stop += 1 }
                    return t.slice(v, stop)
                }
            }
            k += 1
        }
        return nil
    }
}
