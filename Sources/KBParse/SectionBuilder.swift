internal import KBModel

/// Cuts a note into sections at its headings.
struct SectionBuilder {
    let headings: [NoteBuilder.Heading]
    let blocks: [Block]
    let plain: ByteView
    let src: ByteView
    let lineCount: Int
    /// The line the first block's mark stands on: the fence of a code block, say.
    let firstLine: Int
    private var sections: [Section] = []
    private var slugs = SlugMaker()

    init(
        headings: [NoteBuilder.Heading], blocks: [Block], plain: ByteView, src: ByteView, lineCount: Int, firstLine: Int
    ) {
        self.headings = headings
        self.blocks = blocks
        self.plain = plain
        self.src = src
        self.lineCount = lineCount
        self.firstLine = firstLine
    }

    /// The sections of the note whose body starts at `bodyStart`, on `bodyLine`.
    mutating func build(bodyStart: Int, bodyLine: Int) -> [Section] {
        sections.reserveCapacity(headings.count + 1)
        addPreamble(bodyStart: bodyStart, bodyLine: bodyLine)
        for (k, heading) in headings.enumerated() {
            let next = k + 1 < headings.count ? headings[k + 1] : nil
            let last = max(heading.line, (next?.line ?? lineCount + 1) - 1)
            let blockEnd = next?.block ?? blocks.count
            let bodyEnd = next.map { $0.plain.lowerBound } ?? plain.count
            let bodyStart = min(heading.plain.upperBound + 1, bodyEnd)
            let title = plain.slice(heading.plain.lowerBound, heading.plain.upperBound)
            let anchor: String
            if let given = heading.anchor {
                slugs.claim(given)
                anchor = given
            } else {
                anchor = slugs.slug(for: title)
            }
            sections.append(
                Section(
                    kind: heading.kind, level: heading.level, lines: LineRange(heading.line, last), lastLine: last,
                    title: heading.plain, body: bodyStart..<bodyEnd,
                    blocks: (heading.block + 1)..<max(blockEnd, heading.block + 1),
                    bytes: heading.start..<max(heading.start, next?.start ?? src.count),
                    minutes: TimeBudget.find(in: title),
                    anchor: anchor))
        }
        nest()
        return sections
    }

    private mutating func addPreamble(bodyStart: Int, bodyLine: Int) {
        let end = headings.first?.block ?? blocks.count
        guard blocks[..<end].contains(where: { !$0.plain.isEmpty }) else { return }
        // The first line of text; what stands above it is blank or hidden.
        var (line, start) = (bodyLine, bodyStart)
        let first = firstLine
        while line < first, start < src.count {
            start = src.nextLine(after: src.lineEnd(from: start))
            line += 1
        }
        let last = max(first, (headings.first?.line ?? lineCount + 1) - 1)
        let bodyEnd = headings.first.map { $0.plain.lowerBound } ?? plain.count
        sections.append(
            Section(
                kind: .preamble, level: 0, lines: LineRange(first, last), lastLine: last, title: 0..<0,
                body: 0..<bodyEnd,
                blocks: 0..<end, bytes: start..<max(start, headings.first?.start ?? src.count)))
    }

    /// Gives each section its parent, and its last line with all subsections.
    private mutating func nest() {
        var stack: [Int] = []
        for k in sections.indices where sections[k].kind != .preamble {
            while let top = stack.last, sections[top].level >= sections[k].level {
                stack.removeLast()
                sections[top].lastLine = max(sections[top].lastLine, sections[k].lines.first - 1)
            }
            sections[k].parent = stack.last
            stack.append(k)
        }
        for top in stack { sections[top].lastLine = max(sections[top].lastLine, lineCount) }
    }
}
