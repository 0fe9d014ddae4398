internal import KBModel

/// Links and images in brackets (<https://spec.commonmark.org/0.31.2/#phase-2-inline-structure>).
extension InlineScanner {
    mutating func readBang() {
        guard t[i + 1] == .bracketOpen else {
            i += 1
            return
        }
        if t[i + 2] == .bracketOpen, readWikilink(at: i + 1, isEmbed: true) { return }
        pushBracket(isImage: true, length: 2)
    }

    mutating func readBracketOpen() {
        let next = t[i + 1]
        if next == .bracketOpen, readWikilink(at: i, isEmbed: false) { return }
        if next == .caret, readFootnoteMark() { return }
        pushBracket(isImage: false, length: 1)
    }

    private mutating func pushBracket(isImage: Bool, length: Int) {
        if !brackets.isEmpty { brackets[brackets.count - 1].hasBracketAfter = true }
        deactivated = min(deactivated, brackets.count)
        brackets.append(
            Bracket(
                plain: plainPosition(of: i), text: i + length, isImage: isImage, delimiters: lastDelimiter,
                tags: pendingTags.count, links: pending.count, marks: marks.count))
        i += length
    }

    /// `[^id]` of a footnote the note defines: a mark, not a word.
    private mutating func readFootnoteMark() -> Bool {
        guard references.hasFootnotes, let end = LinkParts.label(t, i, t.count), end > i + 3 else { return false }
        guard references.isFootnote(t.string(i + 2, end - 1)) else { return false }
        hide(to: end)
        return true
    }

    mutating func readBracketClose() {
        guard let opener = brackets.last else {
            i += 1
            return
        }
        guard opener.isActive, let (target, end) = linkEnd(of: opener) else {
            brackets.removeLast()
            i += 1
            return
        }
        closeLink(opener, target, end)
    }

    /// What follows `]`: the destination of the link the bracket opens, and where the link ends.
    private mutating func linkEnd(of opener: Bracket) -> (LinkTarget, Int)? {
        if t[i + 1] == .parenOpen, let found = inlineEnd(i + 2) { return found }
        guard !references.isEmpty else { return nil }
        if let end = LinkParts.label(t, i + 1, t.count) {
            // A label of its own rules out the shorter forms.
            return references.destination(of: t.string(i + 2, end - 1)).map { (LinkTarget(destination: $0), end) }
        }
        let end = t[i + 1] == .bracketOpen && t[i + 2] == .bracketClose ? i + 3 : i + 1
        guard !opener.hasBracketAfter, i - opener.text <= LinkParts.longestLabel else { return nil }
        return references.destination(of: t.string(opener.text, i)).map { (LinkTarget(destination: $0), end) }
    }

    /// `(destination "title")`, from the offset after the parenthesis.
    private mutating func inlineEnd(_ start: Int) -> (LinkTarget, Int)? {
        let limit = t.count
        let first = LinkParts.skipSpace(t, start, limit)
        guard let destination = LinkParts.destination(t, first, limit) else { return nil }
        var end = LinkParts.skipSpace(t, destination.next, limit)
        if end > destination.next, let titleEnd = LinkParts.title(t, end, limit) {
            end = LinkParts.skipSpace(t, titleEnd, limit)
        }
        guard end < limit, t[end] == .parenClose else { return nil }
        return (LinkTarget(destination: t.slice(destination.start, destination.end)), end + 1)
    }

    private mutating func closeLink(_ opener: Bracket, _ target: LinkTarget, _ end: Int) {
        if recorder != nil { recordLink(opener, end) }
        let length = opener.isImage ? 2 : 1
        let (start, stop) = (opener.plain + length, plainPosition(of: i))
        cuts.append(Cut(start: opener.plain, length: length))
        pairDelimiters(above: opener.delimiters)
        // Text of a link gives neither tags nor bare addresses.
        while pendingTags.count > opener.tags { pendingTags.removeLast() }
        while let address = addresses.last, address >= opener.links {
            pending[address].isDropped = true
            addresses.removeLast()
        }
        pending.append(
            PendingLink(
                kind: opener.isImage ? .image : .markdown, target: target,
                offset: opener.text - length, start: start, end: stop))
        if !opener.isImage, stop > start { marks.append(Note.Mark(kind: .link, plain: start..<stop)) }
        brackets.removeLast()
        if !opener.isImage { deactivateBrackets() }
        hide(to: end)
    }

    /// Links hold no links: the brackets around this one open none any more.
    private mutating func deactivateBrackets() {
        // Each bracket is looked at once: those further out were put aside before.
        var k = min(deactivated, brackets.count)
        while k < brackets.count {
            if !brackets[k].isImage { brackets[k].isActive = false }
            k += 1
        }
        deactivated = brackets.count
    }

    /// `[[target#anchor|text]]` on one line; returns whether it is one. The brackets start at `start`.
    private mutating func readWikilink(at start: Int, isEmbed: Bool) -> Bool {
        var k = start + 2
        var pipe: Int?
        // The longest file name, a heading path and a text have room in this; more is no link.
        let limit = min(t.count, start + 2048)
        while k < limit {
            let byte = t.base[k]
            if byte == .bracketClose { break }
            if byte == .lf || byte == .bracketOpen { return false }
            if byte == .pipe, pipe == nil { pipe = k }
            k += 1
        }
        guard k < limit, t[k + 1] == .bracketClose, k > start + 2, t[k + 2] != .parenOpen else { return false }
        let content = t.string(start + 2, k)
        if !references.isEmpty, references.destination(of: content) != nil { return false }
        // `[[a\|b]]` is how a table writes it, and some write it so everywhere.
        let targetEnd = pipe.map { t[$0 - 1] == .backslash ? $0 - 1 : $0 } ?? k
        let target = LinkTarget(wiki: t.string(start + 2, targetEnd))
        guard !target.target.isEmpty || target.anchor?.isEmpty == false else { return false }
        if recorder != nil { recordWikilink(offset: i, start, targetEnd: targetEnd, pipe: pipe, end: k) }
        showWikilink(target, shown: pipe.map { $0 + 1 } ?? start + 2, hasPipe: pipe != nil, end: k, isEmbed: isEmbed)
        return true
    }

    private mutating func showWikilink(_ target: LinkTarget, shown: Int, hasPipe: Bool, end: Int, isEmbed: Bool) {
        let offset = i
        flush(to: i)
        var first = t.skippingBlanks(shown, end)
        if !hasPipe, t[first] == .hash { first += 1 }
        let last = t.trimmedEnd(first, end)
        let start = out.count
        // A size is no text, nor is a file's name in place of its picture.
        let isSilent = isEmbed && (hasPipe ? isImageSize(first, last) : target.hasFileExtension)
        if !isSilent { out.put(t, first, last) }
        pending.append(
            PendingLink(kind: isEmbed ? .embed : .wiki, target: target, offset: offset, start: start, end: out.count))
        if out.count > start { marks.append(Note.Mark(kind: .link, plain: start..<out.count)) }
        i = end + 2
        runStart = i
    }

    /// `100` or `100x145`.
    private func isImageSize(_ start: Int, _ end: Int) -> Bool {
        guard end > start, t[start].isDigit else { return false }
        for k in start..<end where !t[k].isDigit && t[k] != 0x78 { return false }
        return true
    }

    /// Turns what is pending into links and tags with lines and words, in the order of the text.
    mutating func settle(line: Int) {
        if pending.count > 1, !pending.isSorted(by: \.offset) { pending.sort { $0.offset < $1.offset } }
        var (seen, current) = (0, line)
        for k in pending.indices where !pending[k].isDropped {
            let (offset, start, end) = (pending[k].offset, pending[k].start, pending[k].end)
            while let hit = t.firstIndex(of: .lf, seen, offset) {
                current += 1
                seen = hit + 1
            }
            seen = max(seen, offset)
            let text = out.view.string(start, end)
            let isOneLine = out.view.firstIndex(of: .lf, start, end) == nil
            links.append(
                Link(
                    kind: pending[k].kind, target: pending[k].target.target, anchor: pending[k].target.anchor,
                    text: isOneLine ? text : text.split(separator: "\n").joined(separator: " "),
                    line: current))
            if recorder != nil { recorder?.take(offset) }
        }
        (seen, current) = (0, line)
        for tag in pendingTags {
            while let hit = t.firstIndex(of: .lf, seen, tag.start) {
                current += 1
                seen = hit + 1
            }
            seen = max(seen, tag.start)
            let spelling = t.string(tag.start, tag.end)
            guard let folded = Tag(spelling) else { continue }
            tags.append(TagUse(tag: folded, spelling: spelling, line: current))
            if let name = recorder?.range(t, tag.start, tag.end) {
                recorder?.sites.tags.append(TagSite(place: .text, name: name, isExact: true))
            }
        }
    }
}

extension Array {
    /// Whether the elements ascend by `key`.
    func isSorted(by key: (Element) -> Int) -> Bool {
        guard count > 1 else { return true }
        for k in 1..<count where key(self[k]) < key(self[k - 1]) { return false }
        return true
    }
}

extension LinkTarget {
    /// Whether the target names a file that is no note.
    var hasFileExtension: Bool {
        guard let dot = target.utf8.lastIndex(of: .dot) else { return false }
        let ending = target.utf8[dot...].dropFirst()
        guard (1...5).contains(ending.count), ending.allSatisfy(\.isAlphanumeric) else { return false }
        return !ending.map(\.lowered).elementsEqual("md".utf8)
    }
}
