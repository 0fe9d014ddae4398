internal import KBModel

/// Turns leaves into blocks: reads each leaf's words and what they say.
struct NoteBuilder {
    /// A heading, to be made a section once all blocks are known.
    struct Heading {
        var kind: Section.Kind
        var level: Int
        /// Index among the blocks.
        var block: Int
        /// Its words: a range of the plain text.
        var plain: Range<Int>
        var line: Int
        /// Where its first line starts in the note.
        var start: Int
        /// An anchor the author gave.
        var anchor: String?
    }

    /// What is asked of the block made last; asking ``blocks`` would copy it each time.
    struct Made {
        var kind = Block.Kind.paragraph
        var plain = 0..<0
        var line = 0
    }

    let src: ByteView
    var leaves: [Leaf]
    let segments: [Segment]
    var inline: InlineScanner
    /// Whether the file is no Markdown, by its name.
    let isPlainText: Bool
    /// Room for the text of a leaf of several lines.
    var join: ByteSink
    /// The sections whose text is wanted, ascending; nil for all.
    let wanted: [Int]?
    var blocks: [Block] = []
    var headings: [Heading] = []
    var definitions: [Note.Definition] = []
    var acronyms: [Note.Acronym] = []
    var made = Made()
    /// The level of the last heading that is marked up as one; 0 before the first.
    var markedLevel = 0

    mutating func build() {
        var rows = 0
        for leaf in leaves where leaf.kind == .table { rows += leaf.segmentCount }
        blocks.reserveCapacity(leaves.count + rows)
        for index in leaves.indices {
            if let wanted {
                if isPast(wanted) { return }
                if passesOver(index, wanted) { continue }
            }
            switch leaves[index].kind {
            case .heading: addHeading(index)
            case .paragraph, .item: addProse(index)
            case .fence, .indented: addCode(index)
            case .html: addHTML(index)
            case .table: addTable(index)
            case .math: addMath(index)
            case .container: addContainerTitle(index)
            }
        }
    }

    // MARK: Views

    /// The text of `count` segments from `first`, their line ends written as LF.
    mutating func text(_ first: Int, _ count: Int) -> ByteView {
        guard count > 0 else { return src.slice(0, 0) }
        if count == 1 || (adjoining(first, first + count) == first + count && !hasCardRule(first, count)) {
            return src.slice(segments[first].start, segments[first + count - 1].end)
        }
        join.count = 0
        if inline.recorder != nil { inline.recorder?.pieces.removeAll() }
        for k in first..<(first + count) {
            if k > first { join.put(.lf) }
            let (start, end) = (segments[k].start, segments[k].end)
            let place = join.count
            if inline.recorder != nil { inline.recorder?.pieces.append((place, start)) }
            if !isCardRule(start, end) { join.put(src, start, end) }
        }
        return join.view
    }

    /// The end of the segments from `first` that stand in the note with nothing but an LF between them.
    @inline(__always)
    func adjoining(_ first: Int, _ end: Int) -> Int {
        var k = first + 1
        while k < end, segments[k].start == segments[k - 1].end + 1, src[segments[k].start - 1] == .lf { k += 1 }
        return k
    }

    private func hasCardRule(_ first: Int, _ count: Int) -> Bool {
        for k in first..<(first + count) where isCardRule(segments[k].start, segments[k].end) { return true }
        return false
    }

    /// `?` or `??` alone on a line divides the two sides of a flash card.
    private func isCardRule(_ start: Int, _ end: Int) -> Bool {
        src[start] == .question && (end - start == 1 || (end - start == 2 && src[start + 1] == .question))
    }

    // MARK: Blocks

    /// Ends a block whose words start at `start`; drops it when it has none and `keepsEmpty` is false.
    @discardableResult
    mutating func finish(
        _ kind: Block.Kind, from start: Int, marks firstMark: Int, lines: LineRange, leaf index: Int,
        keepsEmpty: Bool = false
    ) -> Int? {
        var lines = lines
        trim(from: start, marks: firstMark, &lines)
        if inline.out.count == start, !keepsEmpty {
            inline.marks.removeSubrange(firstMark...)
            return nil
        }
        let leaf = leaves[index]
        let made = Made(
            kind: leaf.inFootnote && kind == .paragraph ? .footnote : kind, plain: start..<inline.out.count,
            line: lines.first)
        let parent = leaf.parent >= 0 && leaves[leaf.parent].block >= 0 ? leaves[leaf.parent].block : nil
        if leaf.block < 0 { leaves[index].block = blocks.count }
        blocks.append(
            Block(
                kind: made.kind, depth: leaf.depth, quoteDepth: leaf.quoteDepth, parent: parent, lines: lines,
                plain: made.plain))
        self.made = made
        inline.out.put(.lf)
        return blocks.count - 1
    }

    /// Takes blank lines off both ends of the words, and their lines with them; blanks off the end.
    private mutating func trim(from start: Int, marks firstMark: Int, _ lines: inout LineRange) {
        let base = inline.out.base
        while inline.out.count > start, base[inline.out.count - 1].isWhitespace {
            if base[inline.out.count - 1] == .lf { lines.last = max(lines.first, lines.last - 1) }
            inline.out.count -= 1
        }
        var lead = start
        var scan = start
        while scan < inline.out.count, base[scan].isWhitespace {
            if base[scan] == .lf {
                lead = scan + 1
                lines.first = min(lines.first + 1, lines.last)
            }
            scan += 1
        }
        guard lead > start else { return }
        (base + start).update(from: base + lead, count: inline.out.count - lead)
        inline.out.count -= lead - start
        for k in firstMark..<inline.marks.count {
            let range = inline.marks[k].plain
            let low = max(start, range.lowerBound - (lead - start))
            inline.marks[k].plain = low..<max(low, range.upperBound - (lead - start))
        }
    }

    /// Looks for questions, acronyms and definitions in the block made last; `features` tells what its text held.
    mutating func examine(_ features: InlineScanner.Features) {
        guard wanted == nil else { return }
        let (range, line) = (made.plain, made.line)
        let plain = inline.out.view
        if features.contains(.question), Question.isAsked(in: plain, range) {
            blocks[blocks.count - 1].isQuestion = true
        }
        if features.contains(.parenthesis) {
            Acronyms.find(in: plain, range.lowerBound, range.upperBound, line: line, into: &acronyms)
        }
        switch made.kind {
        case .paragraph, .item, .footnote:
            Definitions.findAll(in: plain, range.lowerBound, range.upperBound, line: line, into: &definitions)
        case .heading, .task, .code, .tableRow, .html, .callout, .math: break
        }
    }

    /// Where the line that holds `offset` starts in the note.
    func lineStart(_ offset: Int) -> Int {
        var start = min(offset, src.count)
        while start > 0, src[start - 1] != .lf, src[start - 1] != .cr { start -= 1 }
        return start
    }
}

/// Tells whether a text asks something.
enum Question {
    /// Whether a `?` ends the text or a sentence in it; one inside an address or an expression does not.
    static func isAsked(in t: ByteView, _ range: Range<Int>) -> Bool {
        var k = range.lowerBound
        while let hit = t.firstIndex(of: .question, k, range.upperBound) {
            k = hit + 1
            guard hit > range.lowerBound, t[hit - 1].isWordByte || closing.contains(t[hit - 1]) else { continue }
            if k >= range.upperBound || t[k].isWhitespace || closing.contains(t[k]) { return true }
        }
        return false
    }

    private static let closing = ByteSet(")\"'*?!]")
}
