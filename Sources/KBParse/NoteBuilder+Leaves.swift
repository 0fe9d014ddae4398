internal import KBModel

/// Code, tables, formulas, containers and raw HTML.
extension NoteBuilder {
    mutating func addCode(_ index: Int) {
        let leaf = leaves[index]
        guard leaf.segmentCount > 0 else { return }
        let (start, firstMark) = (inline.out.count, inline.marks.count)
        var k = leaf.firstSegment
        let last = leaf.firstSegment + leaf.segmentCount
        while k < last {
            if k > leaf.firstSegment { inline.out.put(.lf) }
            let next = adjoining(k, last)
            inline.out.put(src, segments[k].start, segments[next - 1].end)
            k = next
        }
        let lines = LineRange(leaf.textLine, leaf.textLine + leaf.segmentCount - 1)
        finish(.code, from: start, marks: firstMark, lines: lines, leaf: index)
    }

    mutating func addMath(_ index: Int) {
        let leaf = leaves[index]
        let (start, firstMark) = (inline.out.count, inline.marks.count)
        for k in 0..<leaf.segmentCount {
            if k > 0 { inline.out.put(.lf) }
            var (from, to) = (segments[leaf.firstSegment + k].start, segments[leaf.firstSegment + k].end)
            if k == 0 { from = min(from + 2, to) }
            if k == leaf.segmentCount - 1 {
                to = src.trimmedEnd(from, to)
                while to > from, src[to - 1] == .dollar { to -= 1 }
            }
            inline.out.put(src, from, to)
        }
        let lines = LineRange(leaf.textLine, leaf.textLine + max(0, leaf.segmentCount - 1))
        finish(.math, from: start, marks: firstMark, lines: lines, leaf: index)
    }

    mutating func addTable(_ index: Int) {
        let leaf = leaves[index]
        for k in 0..<leaf.segmentCount {
            // The delimiter row stands below the header and has no segment.
            let line = leaf.textLine + (k == 0 ? 0 : k + 1)
            let segment = segments[leaf.firstSegment + k]
            let (start, firstMark) = (inline.out.count, inline.marks.count)
            var features: InlineScanner.Features = []
            let hasEscape = src.firstIndex(of: .backslash, segment.start, segment.end) != nil
            TableRow.forEachCell(src, segment.start, segment.end) { first, last in
                guard last > first else { return }
                if inline.out.count > start { inline.out.put(.space) }
                inline.run(hasEscape ? unescapedCell(first, last) : src.slice(first, last), line: line)
                features.formUnion(inline.features)
            }
            let lines = LineRange(line, line)
            if finish(.tableRow, from: start, marks: firstMark, lines: lines, leaf: index) != nil {
                examine(features)
            }
        }
    }

    /// A cell's text, `\|` written as `|`.
    private mutating func unescapedCell(_ start: Int, _ end: Int) -> ByteView {
        var hasEscape = false
        var k = start
        while let hit = src.firstIndex(of: .backslash, k, end), !hasEscape {
            hasEscape = src[hit + 1] == .pipe
            k = hit + 1
        }
        guard hasEscape else { return src.slice(start, end) }
        join.count = 0
        if inline.recorder != nil { inline.recorder?.pieces = [(0, start)] }
        for i in start..<end {
            if src[i] == .backslash, src[i + 1] == .pipe {
                let place = join.count
                if inline.recorder != nil { inline.recorder?.pieces.append((place, i + 1)) }
            } else {
                join.put(src[i])
            }
        }
        return join.view
    }

    /// `::: class Title` and `:::image source="…" alt-text="…":::`.
    mutating func addContainerTitle(_ index: Int) {
        let leaf = leaves[index]
        guard leaf.segmentCount > 0 else { return }
        var (start, end) = (segments[leaf.firstSegment].start, segments[leaf.firstSegment].end)
        while start < end, src[start] == .colon { start += 1 }
        while end > start, src[end - 1] == .colon { end -= 1 }
        start = src.skippingBlanks(start, end)
        while start < end, !src[start].isBlank { start += 1 }
        let (out, firstMark) = (inline.out.count, inline.marks.count)
        var features: InlineScanner.Features = []
        if src.firstIndex(of: .equals, start, end) != nil {
            addContainerImage(start, end, line: leaf.textLine)
        } else {
            inline.run(src.slice(src.skippingBlanks(start, end), end), line: leaf.textLine)
            features = inline.features
        }
        let lines = LineRange(leaf.textLine, leaf.textLine)
        if finish(.paragraph, from: out, marks: firstMark, lines: lines, leaf: index) != nil {
            examine(features)
        }
    }

    private mutating func addContainerImage(_ start: Int, _ end: Int, line: Int) {
        let alt = HTMLTag.attribute("alt-text", src, start, end) ?? ""
        for byte in alt.utf8 where byte != .lf && byte != .cr { inline.out.put(byte) }
        guard let value = HTMLTag.attributeBytes("source", src, start, end), value.count > 0 else { return }
        let target = LinkTarget(destination: value.string(0, value.count))
        if inline.recorder != nil { recordContainer(value, start..<end) }
        inline.links.append(Link(kind: .image, target: target.target, anchor: target.anchor, text: alt, line: line))
    }

    // MARK: HTML

    mutating func addHTML(_ index: Int) {
        let leaf = leaves[index]
        let opening = segments[leaf.firstSegment]
        let tag = src.skippingBlanks(opening.start, opening.end)
        if src.hasWord("<script", at: tag) || src.hasWord("<style", at: tag) { return }
        let t = text(leaf.firstSegment, leaf.segmentCount)
        var (done, line) = (0, leaf.textLine)
        // How far line ends have been counted, and the line there.
        var (counted, headingLine, refused) = (0, leaf.textLine, 0)
        var search = 0
        var unclosed: Set<Int> = []
        while let found = HTMLHeading(t, from: search, unclosed: &unclosed) {
            search = found.end
            headingLine += t.lineEnds(counted, found.start)
            counted = found.start
            // Two headings on one line would share it, as would text before a heading: then it stays text.
            guard headings.last?.line != headingLine, refused != headingLine, found.opensLine(of: t) else {
                refused = headingLine
                continue
            }
            addHTMLText(t, done, found.start, line: line, leaf: index)
            addHTMLHeading(t, found, line: headingLine, leaf: index)
            line = headingLine + t.lineEnds(found.start, found.end)
            done = found.end
        }
        addHTMLText(t, done, t.count, line: line, leaf: index)
    }

    private mutating func addHTMLText(_ t: ByteView, _ start: Int, _ end: Int, line: Int, leaf index: Int) {
        let part = t.slice(start, end)
        guard part.count > 0 else { return }
        let (out, firstMark) = (inline.out.count, inline.marks.count)
        inline.run(part, line: line, isRaw: true)
        let lines = LineRange(line, line + part.lineEnds(0, part.count))
        finish(.html, from: out, marks: firstMark, lines: lines, leaf: index)
    }

    private mutating func addHTMLHeading(_ t: ByteView, _ found: HTMLHeading, line: Int, leaf index: Int) {
        let (out, firstMark) = (inline.out.count, inline.marks.count)
        let inner = t.slice(found.inner.lowerBound, found.inner.upperBound)
        let firstLine = line + t.lineEnds(found.start, found.inner.lowerBound)
        inline.run(inner, line: firstLine, isRaw: true)
        let anchor = HTMLTag.attribute("id", t, found.start, found.inner.lowerBound) ?? inline.anchor
        let lines = LineRange(firstLine, firstLine + inner.lineEnds(0, inner.count))
        guard let block = finish(.heading, from: out, marks: firstMark, lines: lines, leaf: index) else { return }
        let leaf = leaves[index]
        let segment = segments[leaf.firstSegment + min(max(0, line - leaf.textLine), leaf.segmentCount - 1)]
        headings.append(
            Heading(
                kind: .html, level: found.level, block: block, plain: made.plain, line: line,
                start: lineStart(segment.start),
                anchor: anchor))
        markedLevel = found.level
        if inline.recorder != nil { recordHeading(inner) }
    }
}

/// `<h2 …>Title</h2>` in raw HTML.
struct HTMLHeading {
    var level: Int
    var start: Int
    var inner: Range<Int>
    var end: Int

    /// Whether only tags without words stand before it on its line.
    func opensLine(of t: ByteView) -> Bool {
        var k = start
        while k > 0, t[k - 1] != .lf { k -= 1 }
        while k < start {
            if t[k] == .less, let end = HTMLTag.end(t, k, start), HTMLTag.Name(t, k).kind != .image {
                k = end
            } else if t[k].isBlank {
                k += 1
            } else {
                return false
            }
        }
        return true
    }

    /// The first one at or after `from`. `unclosed` remembers the levels that have no closing tag further on, so that
    /// the text is searched for one once a level.
    init?(_ t: ByteView, from: Int, unclosed: inout Set<Int>) {
        var k = from
        while let hit = t.firstIndex(of: .less, k, t.count) {
            k = hit + 1
            let digit = t[hit + 2]
            guard t[hit + 1] | 0x20 == 0x68, digit >= 0x31, digit <= 0x36 else { continue }
            let level = Int(digit - 0x30)
            guard !unclosed.contains(level), let innerStart = HTMLTag.end(t, hit, t.count) else { continue }
            var close = innerStart
            while let next = t.firstIndex(of: .less, close, t.count) {
                close = next + 1
                guard t[next + 1] == .slash, t[next + 2] | 0x20 == 0x68, t[next + 3] == digit else { continue }
                self.level = level
                start = hit
                inner = innerStart..<next
                end = HTMLTag.end(t, next, t.count) ?? t.count
                return
            }
            unclosed.insert(level)
        }
        return nil
    }
}
