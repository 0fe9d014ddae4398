internal import KBModel

/// Headings in files that are no Markdown, where nothing but a short first line tells them.
extension NoteBuilder {
    /// Makes the first line of a paragraph a heading when it reads as one; returns whether it does.
    mutating func addTitleLine(_ index: Int) -> Bool {
        let leaf = leaves[index]
        guard leaf.segmentCount > 1, leaf.blankAbove, leaf.depth == 0, leaf.quoteDepth == 0, !leaf.inFootnote else {
            return false
        }
        let (title, next) = (segments[leaf.firstSegment], segments[leaf.firstSegment + 1])
        guard
            PseudoHeading.opensParagraph(
                src.slice(title.start, title.end), above: src.slice(next.start, next.end))
        else { return false }
        let (start, firstMark) = (inline.out.count, inline.marks.count)
        inline.run(src.slice(title.start, title.end), line: leaf.textLine)
        let features = inline.features
        let lines = LineRange(leaf.textLine, leaf.textLine)
        guard let block = finish(.heading, from: start, marks: firstMark, lines: lines, leaf: index) else {
            return false
        }
        headings.append(
            Heading(
                kind: .pseudo, level: markedLevel + 1, block: block, plain: made.plain, line: leaf.textLine,
                start: lineStart(title.start)))
        if inline.recorder != nil { recordHeading(src.slice(title.start, title.end)) }
        examine(features)
        return true
    }
}

extension PseudoHeading {
    /// Prose broken into lines has no first line this short, in words.
    static let mostWordsAboveText = 5
    /// Fewer words, without the end of a sentence, make an entry of a list or an address, not a sentence.
    private static let leastWordsBelow = 4

    /// Whether a line that opens a paragraph of a plain text is its heading, `next` being the line below it.
    static func opensParagraph(_ line: ByteView, above next: ByteView) -> Bool {
        guard line.count <= longest, line.count > 0, beginsAnew(next) else { return false }
        for i in 0..<line.count where line[i] == .comma || line[i] == .colon { return false }
        return accepts(line, isBold: false, isPlain: true, below: .text, isPlainText: true)
    }

    /// Whether a line starts a sentence or a list rather than going on with the line above.
    private static func beginsAnew(_ t: ByteView) -> Bool {
        let first = t.scalar(at: 0)
        // Arrows, bullets and numbers list things in plain text too.
        if t[0] == .dash && t[1] == .greater || first.value == 0x2022 || first.value == 0x2192 { return true }
        if t[0].isDigit, let end = (1...3).first(where: { !t[$0].isDigit }),
            t[end] == .dot || t[end] == .parenClose, t[end + 1].isBlank
        {
            return true
        }
        guard t[0].isUpper || (t[0] >= 0x80 && first.properties.isUppercase) else { return false }
        if sentenceMarks.contains(t[t.count - 1]) { return true }
        var words = 1
        for i in 1..<max(1, t.count) where t[i].isBlank && !t[i + 1].isBlank { words += 1 }
        return words >= leastWordsBelow
    }

    private static let sentenceMarks = ByteSet(".?!:")
}
