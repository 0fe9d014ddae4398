internal import KBModel

/// Headings, paragraphs and list items.
extension NoteBuilder {
    mutating func addHeading(_ index: Int) {
        let leaf = leaves[index]
        var view = text(leaf.firstSegment, leaf.segmentCount)
        var anchor = Self.cutAnchor(&view)
        let id = Self.cutBlockID(&view)
        let (start, firstMark) = (inline.out.count, inline.marks.count)
        inline.run(view, line: leaf.textLine)
        let features = inline.features
        anchor = anchor ?? inline.anchor
        let lines = LineRange(leaf.textLine, leaf.textLine + max(0, leaf.segmentCount - 1))
        guard let block = finish(.heading, from: start, marks: firstMark, lines: lines, leaf: index, keepsEmpty: true)
        else {
            return
        }
        // A heading's title keeps the line its mark stands on, even when a comment hides the first words.
        if id != nil { blocks[block].blockID = id }
        examine(features)
        let first = leaf.segmentCount > 0 ? segments[leaf.firstSegment].start : leaf.lineStart
        headings.append(
            Heading(
                kind: leaf.isSetext ? .setext : .atx, level: leaf.level, block: block, plain: made.plain,
                line: leaf.textLine,
                start: lineStart(first), anchor: anchor))
        markedLevel = leaf.level
        if inline.recorder != nil { recordHeading(view, underlineOf: leaf.isSetext ? leaf : nil) }
    }

    /// `{#id}` at the end of a heading.
    private static func cutAnchor(_ view: inout ByteView) -> String? {
        guard view.count > 3, view[view.count - 1] == .braceClose else { return nil }
        var k = view.count - 2
        while k > 0,
            view[k].isAlphanumeric || view[k] == .dash || view[k] == .underscore || view[k] == .dot || view[k] == .colon
        {
            k -= 1
        }
        guard k > 0, view[k] == .hash, view[k - 1] == .braceOpen, k + 2 < view.count else { return nil }
        let anchor = view.string(k + 1, view.count - 1)
        view = view.slice(0, view.trimmedEnd(0, k - 1))
        return anchor
    }

    /// Obsidian's ` ^id` at the end of a text; the id, and the text without it.
    private static func cutBlockID(_ view: inout ByteView) -> String? {
        var k = view.count
        while k > 0, view[k - 1].isAlphanumeric || view[k - 1] == .dash { k -= 1 }
        guard k > 0, k < view.count, view[k - 1] == .caret, k == 1 || view[k - 2].isWhitespace else { return nil }
        let id = view.string(k, view.count)
        // The line end before an id of its own line stays: lines are counted by it.
        view = view.slice(0, view.trimmedEnd(0, k - 1))
        return id
    }

    mutating func addProse(_ index: Int) {
        let leaf = leaves[index]
        var (first, count, line) = (leaf.firstSegment, leaf.segmentCount, leaf.textLine)
        if leaf.kind == .paragraph, leaf.opensQuote, addCallout(index) {
            first += 1
            count -= 1
            line += 1
            if count == 0 { return }
        }
        if isPlainText, leaf.kind == .paragraph, addTitleLine(index) {
            first += 1
            count -= 1
            line += 1
        }
        var view = text(first, count)
        let state = leaf.kind == .item ? Self.cutTaskBox(&view) : nil
        if state != nil { TaskDates.cut(&view) }
        let id = Self.cutBlockID(&view)
        if let id, view.count == 0, leaf.kind == .paragraph {
            if !blocks.isEmpty { blocks[blocks.count - 1].blockID = id }
            return
        }
        if count == 1, isLoneCardRule(view) { view = view.slice(0, 0) }
        let (start, firstMark, firstLink) = (inline.out.count, inline.marks.count, inline.links.count)
        inline.run(view, line: line)
        let features = inline.features
        // An id on a line of its own was cut with its line end.
        let lines = LineRange(line, line + max(0, count - 1))
        let kind: Block.Kind = leaf.kind == .paragraph ? .paragraph : state == nil ? .item : .task
        guard
            let block = finish(
                kind, from: start, marks: firstMark, lines: lines, leaf: index, keepsEmpty: leaf.kind == .item)
        else { return }
        if id != nil { blocks[block].blockID = id }
        if state != nil { blocks[block].taskState = state }
        if leaf.kind == .paragraph, isPseudoHeading(index, firstMark, hasLinks: inline.links.count > firstLink) {
            blocks[block].kind = .heading
            made.kind = .heading
            headings.append(
                Heading(
                    kind: .pseudo, level: markedLevel + 1, block: block, plain: made.plain, line: line,
                    start: lineStart(segments[first].start)))
            if inline.recorder != nil { recordHeading(view) }
        }
        examine(features)
    }

    private func isLoneCardRule(_ view: ByteView) -> Bool {
        view[0] == .question && (view.count == 1 || (view.count == 2 && view[1] == .question))
    }

    /// The state in an item's box, `[x] `, and the text after it.
    private static func cutTaskBox(_ view: inout ByteView) -> Unicode.Scalar? {
        guard view[0] == .bracketOpen, view.count >= 3 else { return nil }
        let state = view.scalar(at: 1)
        let close = 1 + String(state).utf8.count
        guard view[1] != .bracketClose, view[1] != .bracketOpen, view[close] == .bracketClose else { return nil }
        guard close + 1 == view.count || view[close + 1].isBlank else { return nil }
        view = view.slice(view.skippingBlanks(close + 1, view.count), view.count)
        return state
    }

    /// The title line of a callout or alert, `[!type]- Title`; returns whether the paragraph opens with one.
    private mutating func addCallout(_ index: Int) -> Bool {
        let leaf = leaves[index]
        guard leaf.segmentCount > 0 else { return false }
        let (start, end) = (segments[leaf.firstSegment].start, segments[leaf.firstSegment].end)
        guard src[start] == .bracketOpen, src[start + 1] == .bang else { return false }
        guard let close = src.firstIndex(of: .bracketClose, start + 2, end), close > start + 2 else { return false }
        guard src[close + 1] != .parenOpen else { return false }
        var title = close + 1
        if src[title] == .plus || src[title] == .dash { title += 1 }
        title = src.skippingBlanks(title, end)
        let (out, firstMark) = (inline.out.count, inline.marks.count)
        inline.run(src.slice(title, end), line: leaf.textLine)
        let features = inline.features
        let lines = LineRange(leaf.textLine, leaf.textLine)
        if finish(.callout, from: out, marks: firstMark, lines: lines, leaf: index) != nil {
            examine(features)
        }
        return true
    }

    private mutating func isPseudoHeading(_ index: Int, _ firstMark: Int, hasLinks: Bool) -> Bool {
        guard isLone(leaves[index]) else { return false }
        let leaf = leaves[index]
        let below = below(index)
        guard below != .nothing, below != .adjacent else { return false }
        let range = made.plain
        // `**Title:**` and `**Title**:` are bold alike.
        var (isBold, hasOtherMarks) = (false, false)
        for k in firstMark..<inline.marks.count {
            let mark = inline.marks[k]
            if mark.kind != .strong { hasOtherMarks = true }
            if mark.kind == .strong, mark.plain.lowerBound == range.lowerBound,
                mark.plain.upperBound >= range.upperBound - 1
            {
                isBold = true
            }
        }
        guard isBold || leaf.blankAbove || isBelowHeading(index) else { return false }
        let isPlain = !hasLinks && !hasOtherMarks && (isBold || inline.marks.count == firstMark)
        return PseudoHeading.accepts(
            inline.out.view.slice(range.lowerBound, range.upperBound), isBold: isBold, isPlain: isPlain,
            below: below, isPlainText: isPlainText)
    }

    /// Whether a leaf is a single line outside lists, quotes and footnotes.
    func isLone(_ leaf: Leaf) -> Bool {
        leaf.segmentCount == 1 && leaf.depth == 0 && leaf.quoteDepth == 0 && !leaf.inFootnote
    }

    private mutating func isBelowHeading(_ index: Int) -> Bool {
        index == 0 || leaves[index - 1].kind == .heading
    }

    mutating func below(_ index: Int) -> PseudoHeading.Below {
        guard index + 1 < leaves.count else { return .nothing }
        let (leaf, next) = (leaves[index], leaves[index + 1])
        let isList = next.kind == .item && next.quoteDepth == 0 && next.depth == 1
        if next.line == leaf.lastLine + 1 { return isList ? .list : .adjacent }
        guard next.blankAbove else { return .adjacent }
        if isList { return .listAfterBlank }
        return next.kind == .paragraph && next.quoteDepth == 0 && next.depth == 0 ? .textAfterBlank : .nothing
    }
}

/// The dates the Tasks plugin writes behind a task.
enum TaskDates {
    /// 📅 ⏳ 🛫 ✅ ➕ ❌: due, scheduled, start, done, created, cancelled.
    private static let signs: [[UInt8]] = [
        [0xF0, 0x9F, 0x93, 0x85], [0xE2, 0x8F, 0xB3], [0xF0, 0x9F, 0x9B, 0xAB], [0xE2, 0x9C, 0x85], [0xE2, 0x9E, 0x95],
        [0xE2, 0x9D, 0x8C],
    ]

    /// Takes signs with their dates off the end of a text.
    static func cut(_ view: inout ByteView) {
        while let end = dateStart(view) ?? recurrenceStart(view) { view = view.slice(0, view.trimmedEnd(0, end)) }
    }

    /// Where the 🔁 starts whose rule, "every week" and the like, ends the text.
    private static func recurrenceStart(_ t: ByteView) -> Int? {
        var k = t.count
        while k > 0, t[k - 1].isAlphanumeric || t[k - 1] == .space || t[k - 1] == .comma { k -= 1 }
        let rule = t.skippingBlanks(k, t.count)
        guard t.hasWord("every ", at: rule) else { return nil }
        // A variation selector may follow the sign.
        if k >= 3, t[k - 3] == 0xEF, t[k - 2] == 0xB8, t[k - 1] == 0x8F { k -= 3 }
        guard k >= 4, t[k - 4] == 0xF0, t[k - 3] == 0x9F, t[k - 2] == 0x94, t[k - 1] == 0x81 else { return nil }
        return k - 4
    }

    /// Where the sign starts whose date ends the text.
    private static func dateStart(_ t: ByteView) -> Int? {
        let date = t.count - 10
        guard date >= 3 else { return nil }
        for k in 0..<10 {
            let isRight = k == 4 || k == 7 ? t[date + k] == .dash : t[date + k].isDigit
            guard isRight else { return nil }
        }
        var end = t.trimmedEnd(0, date)
        // A variation selector may follow the sign.
        if end >= 3, t[end - 3] == 0xEF, t[end - 2] == 0xB8, t[end - 1] == 0x8F { end -= 3 }
        for sign in signs where end >= sign.count {
            let start = end - sign.count
            if sign.indices.allSatisfy({ t[start + $0] == sign[$0] }) { return start }
        }
        return nil
    }
}
