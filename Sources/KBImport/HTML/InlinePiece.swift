internal import KBParse

/// How words are set apart within a paragraph.
enum InlineMark: Equatable {
    case emphasis, strong, strike, highlight, sub, sup, key
    /// The number of a link in the list of those collected.
    case link(Int)

    /// The element Markdown has no mark for, or cannot mark in every place.
    var element: String? {
        switch self {
        case .emphasis: "em"
        case .strong: "strong"
        case .strike: "del"
        case .highlight: "mark"
        case .sub: "sub"
        case .sup: "sup"
        case .key: "kbd"
        case .link: nil
        }
    }
}

/// A piece of a paragraph, before it is written as Markdown.
enum InlinePiece: Equatable {
    /// Words, one space between them, still without escapes.
    case text([UInt8])
    case code([UInt8])
    /// Markdown as it is to be written: pictures, formulas, marks of footnotes.
    case raw([UInt8])
    case open(InlineMark)
    case close(InlineMark)
    case lineBreak
    /// Two line breaks: what follows is a paragraph of its own.
    case paragraphBreak
}

/// Where a link leads, as Markdown writes it.
struct InlineLink: Equatable {
    let destination: String
    let title: String
}

/// Gathers the pieces of one paragraph, and sets them in order: space goes out of marks and away from ends, marks around
/// nothing go, neighbours with the same mark become one.
struct InlineCollector {
    private(set) var pieces: [InlinePiece] = []
    private(set) var links: [InlineLink] = []
    /// Turns line breaks into spaces, as a heading needs.
    var breaksAreSpaces = false
    /// Whether the paragraph stands in a link, so that none may begin.
    var isInLink: Bool { marks.contains { if case .link = $0 { true } else { false } } }

    private enum Gap {
        case none, space, hardSpace, line, paragraph
    }

    private var marks: [InlineMark] = []
    /// How many of `marks` are written; the others wait for a word.
    private var writtenMarks = 0
    private var gap = Gap.none
    private var hasContent = false

    var isEmpty: Bool { !hasContent }

    // MARK: Adding

    /// Adds text of the page: whitespace becomes one space, signs without width go.
    mutating func add(text: ArraySlice<UInt8>) {
        var run: [UInt8] = []
        var isSpaced = false
        var i = text.startIndex
        while i < text.endIndex {
            let byte = text[i]
            if byte.isHTMLSpace {
                if run.isEmpty { addSpace() } else { isSpaced = true }
            } else if byte >= 0xC2, let width = Self.widthless(text, i) {
                i += width
                continue
            } else if byte == 0xC2, i + 1 < text.endIndex, text[i + 1] == 0xA0 {
                // A no-break space: kept between two words, a space like any other beside space.
                flush(&run, &isSpaced)
                addHardSpace()
                i += 2
                continue
            } else {
                if run.isEmpty { prepareForContent() }
                if isSpaced {
                    run.append(UInt8.space)
                    isSpaced = false
                }
                run.append(byte)
            }
            i += 1
        }
        flush(&run, &isSpaced)
    }

    mutating func add(code: [UInt8]) {
        let trimmed = code[...].trimmed
        guard !trimmed.isEmpty else { return addSpace() }
        if code.first?.isHTMLSpace == true { addSpace() }
        prepareForContent()
        if case .code(let before)? = pieces.last {
            pieces[pieces.count - 1] = .code(before + trimmed)
        } else {
            pieces.append(.code(Array(trimmed)))
        }
        if code.last?.isHTMLSpace == true { addSpace() }
    }

    mutating func add(raw: String) {
        guard !raw.isEmpty else { return }
        prepareForContent()
        pieces.append(.raw(Array(raw.utf8)))
    }

    mutating func addSpace() {
        if gap == .none || gap == .hardSpace { gap = .space }
    }

    mutating func addBreak() {
        if breaksAreSpaces { return addSpace() }
        gap = gap == .line || gap == .paragraph ? .paragraph : .line
    }

    /// A line break, never two: what blocks in a cell are parted by.
    mutating func addSingleBreak() {
        if gap != .line, gap != .paragraph { addBreak() }
    }

    /// Opens a mark; false when it is open already and must not be closed again.
    mutating func open(_ mark: InlineMark) -> Bool {
        guard !marks.contains(mark) else { return false }
        marks.append(mark)
        return true
    }

    mutating func openLink(to destination: String, title: String) {
        links.append(InlineLink(destination: destination, title: title))
        marks.append(.link(links.count - 1))
    }

    /// Closes the mark opened last.
    mutating func close() {
        guard let mark = marks.popLast() else { return }
        if writtenMarks > marks.count {
            writtenMarks = marks.count
            pieces.append(.close(mark))
        }
    }

    /// The words of a link, when it has any.
    func text(since start: Int) -> [UInt8] {
        pieces.dropFirst(start).reduce(into: []) { bytes, piece in
            if case .text(let text) = piece { bytes += text }
        }
    }

    // MARK: Order

    private mutating func flush(_ run: inout [UInt8], _ isSpaced: inout Bool) {
        if !run.isEmpty { append(run) }
        run.removeAll()
        if isSpaced { addSpace() }
        isSpaced = false
    }

    private mutating func addHardSpace() {
        if gap == .none { gap = .hardSpace } else if gap == .hardSpace { gap = .space }
    }

    private mutating func append(_ text: [UInt8]) {
        if case .text(let before)? = pieces.last {
            pieces[pieces.count - 1] = .text(before + text)
        } else {
            pieces.append(.text(text))
        }
    }

    /// Writes the gap before what comes now, then the marks that wait.
    private mutating func prepareForContent() {
        if hasContent { writeGap() }
        gap = .none
        hasContent = true
        while writtenMarks < marks.count {
            let mark = marks[writtenMarks]
            if pieces.last == .close(mark) { pieces.removeLast() } else { pieces.append(.open(mark)) }
            writtenMarks += 1
        }
    }

    private mutating func writeGap() {
        switch gap {
        case .none: break
        case .space: append([UInt8.space])
        case .hardSpace: append([0xC2, 0xA0])
        case .line: pieces.append(.lineBreak)
        case .paragraph:
            for mark in marks.prefix(writtenMarks).reversed() { pieces.append(.close(mark)) }
            pieces.append(.paragraphBreak)
            writtenMarks = 0
        }
    }

    /// How many bytes a sign without width has at `i`: zero-width space, byte order mark, soft hyphen.
    private static func widthless(_ text: ArraySlice<UInt8>, _ i: Int) -> Int? {
        func next(_ k: Int) -> UInt8 { i + k < text.endIndex ? text[i + k] : 0 }
        switch text[i] {
        case 0xC2: return next(1) == 0xAD ? 2 : nil
        case 0xE2: return next(1) == 0x80 && next(2) == 0x8B ? 3 : nil
        case 0xEF: return next(1) == 0xBB && next(2) == 0xBF ? 3 : nil
        default: return nil
        }
    }
}
