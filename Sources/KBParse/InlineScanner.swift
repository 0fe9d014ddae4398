internal import KBModel

/// The inline pass: takes the markup out of a leaf's text and keeps what it said.
///
/// Words are copied to ``out`` as they stand, delimiters included; once a run is read, the delimiters that turned out to
/// be markup are cut away again. Every line end of the run is written, even inside something hidden, so that a byte's
/// line can be told from the line ends before it.
struct InlineScanner {
    var out: ByteSink
    var references = References()
    var marks: [Note.Mark] = []
    var links: [Link] = []
    var tags: [TagUse] = []
    /// What the last run held, for those who look closer.
    var features: Features = []
    /// The last explicit anchor, `<a id="…">`, met in a run.
    var anchor: String?
    /// Keeps where in the note everything stands; nil when nobody wants to know.
    var recorder: SiteRecorder?

    /// Signs met in a run that make a closer look worthwhile.
    struct Features: OptionSet {
        let rawValue: UInt8
        static let parenthesis = Features(rawValue: 1)
        static let question = Features(rawValue: 2)
    }

    // The run at hand.
    var t: ByteView
    var i = 0
    var runStart = 0
    var delimiters: [Delimiter]
    var lastDelimiter = -1
    var brackets: [Bracket]
    var cuts: [Cut]
    var pending: [PendingLink]
    var pendingTags: [PendingTag]
    /// Which of ``pending`` are addresses that no link around them has dropped, ascending.
    var addresses: [Int] = []
    /// The brackets before this one open no links any more, but for images.
    var deactivated = 0
    var anchors: [PendingLink]
    var openersBottom: [Int]
    /// Where the last run of so many backticks starts; all beyond ``longestCodeRun`` are 0.
    var codeRuns: [Int]
    var hasScannedCode = false
    /// The greatest index of ``codeRuns`` that was written to.
    var longestCodeRun = 0
    var unclosed: Unclosed = []

    /// What is known not to be closed in the rest of the run, so that it is not looked for again.
    struct Unclosed: OptionSet {
        let rawValue: UInt8
        static let htmlComment = Unclosed(rawValue: 1)
        static let instruction = Unclosed(rawValue: 2)
        static let declaration = Unclosed(rawValue: 4)
        static let cdata = Unclosed(rawValue: 8)
        static let comment = Unclosed(rawValue: 16)
        static let math = Unclosed(rawValue: 32)
    }

    /// Longer runs of backticks are text: cmark's limit.
    static let longestCodeMark = 80
    /// A scanner that writes to `out`, with the memory of an earlier one.
    init(out: ByteSink, empty: ByteView, scratch: Scratch) {
        self.out = out
        t = empty
        delimiters = scratch.delimiters
        brackets = scratch.brackets
        cuts = scratch.cuts
        pending = scratch.pending
        pendingTags = scratch.pendingTags
        anchors = scratch.anchors
        openersBottom = scratch.openersBottom
        codeRuns = scratch.codeRuns
    }

    /// Memory worth keeping from note to note.
    struct Scratch: Sendable {
        var delimiters: [Delimiter] = []
        var brackets: [Bracket] = []
        var cuts: [Cut] = []
        var pending: [PendingLink] = []
        var pendingTags: [PendingTag] = []
        var anchors: [PendingLink] = []
        var openersBottom = [Int](repeating: -1, count: 24)
        var codeRuns = [Int](repeating: 0, count: InlineScanner.longestCodeMark + 1)
    }

    /// The memory to hand to the next scanner.
    var scratch: Scratch {
        Scratch(
            delimiters: delimiters, brackets: brackets, cuts: cuts, pending: pending, pendingTags: pendingTags,
            anchors: anchors, openersBottom: openersBottom, codeRuns: codeRuns)
    }

    /// Appends the words of `text` to ``out``; its first byte stands on `line`.
    ///
    /// - Parameter isRaw: The text is raw HTML: only tags and entities mean something.
    mutating func run(_ text: ByteView, line: Int, isRaw: Bool = false) {
        features = []
        if anchor != nil { anchor = nil }
        let special = isRaw ? Self.rawSpecial : Self.special
        let first = text.firstMarked(in: special, from: 0)
        if first >= text.count {
            out.put(text, 0, text.count)
            return
        }
        begin(text)
        let firstMark = marks.count
        i = first
        while i < t.count {
            step(t.base[i])
            i = t.firstMarked(in: special, from: i)
        }
        flush(to: t.count)
        if lastDelimiter >= 0 { pairDelimiters(above: -1) }
        if !cuts.isEmpty { cutAway(marksFrom: firstMark) }
        if marks.count > firstMark + 1 { sortMarks(from: firstMark) }
        if !pending.isEmpty || !pendingTags.isEmpty { settle(line: line) }
    }

    /// Puts the run's marks in the order of the text. They come almost sorted, so each moves a few places at most;
    /// should one be far off, the rest is left to the library's sort.
    private mutating func sortMarks(from first: Int) {
        var moves = 0
        for k in (first + 1)..<marks.count {
            var j = k
            while j > first, marks[j - 1].plain.lowerBound > marks[j].plain.lowerBound {
                marks.swapAt(j - 1, j)
                j -= 1
                moves += 1
            }
            if moves > 16 * (marks.count - first) {
                marks[first...].sort { $0.plain.lowerBound < $1.plain.lowerBound }
                return
            }
        }
    }

    private mutating func begin(_ text: ByteView) {
        t = text
        i = 0
        runStart = 0
        lastDelimiter = -1
        hasScannedCode = false
        unclosed = []
        if !delimiters.isEmpty { delimiters.removeAll(keepingCapacity: true) }
        if !brackets.isEmpty { brackets.removeAll(keepingCapacity: true) }
        if !cuts.isEmpty { cuts.removeAll(keepingCapacity: true) }
        if !pending.isEmpty { pending.removeAll(keepingCapacity: true) }
        if !pendingTags.isEmpty { pendingTags.removeAll(keepingCapacity: true) }
        if !addresses.isEmpty { addresses.removeAll(keepingCapacity: true) }
        deactivated = 0
        if !anchors.isEmpty { anchors.removeAll(keepingCapacity: true) }
        if recorder != nil { recorder?.run.removeAll() }
        while longestCodeRun > 0 {
            codeRuns[longestCodeRun] = 0
            longestCodeRun -= 1
        }
    }

    /// Reads what the special byte at `i` starts, and moves past it.
    @inline(__always)
    private mutating func step(_ byte: UInt8) {
        switch byte {
        case .dot:
            // Only `www.` means anything.
            if i > 0, t.base[i &- 1] | 0x20 == 0x77 { readDot() } else { i &+= 1 }
        case .parenOpen:
            features.insert(.parenthesis)
            i &+= 1
        case .question:
            features.insert(.question)
            i &+= 1
        case .colon:
            if t[i &+ 1] == .colon || t[i &+ 1] == .slash { readColon() } else { i &+= 1 }
        case .underscore:
            // Inside a word it neither opens nor closes anything.
            if i > 0, t.base[i &- 1].isAlphanumeric, t[i &+ 1].isAlphanumeric { i &+= 1 } else { readDelimiters(byte) }
        case .equals:
            if t[i &+ 1] == .equals { readDelimiters(byte) } else { i &+= 1 }
        case .star, .tilde: readDelimiters(byte)
        case .backtick: readCode()
        case .bracketOpen: readBracketOpen()
        case .bracketClose: readBracketClose()
        case .bang: readBang()
        case .less: readAngle()
        case .backslash: readBackslash()
        case .ampersand: readEntity()
        case .percent: readComment()
        case .dollar: readMath()
        case .hash: readTag()
        case .at: readAt()
        default: i &+= 1
        }
    }

    /// Where the byte at `offset`, not yet copied, will stand in ``out``.
    @inline(__always)
    func plainPosition(of offset: Int) -> Int { out.count &+ offset &- runStart }

    /// Copies the text up to `offset`.
    @inline(__always)
    mutating func flush(to offset: Int) {
        if offset > runStart { out.put(t, runStart, offset) }
        runStart = max(offset, runStart)
    }

    /// Goes on at `end` without copying what lies before, but for its line ends.
    mutating func hide(to end: Int) {
        flush(to: i)
        let stop = min(end, t.count)
        var k = i
        while let hit = t.firstIndex(of: .lf, k, stop) {
            out.put(.lf)
            k = hit + 1
        }
        i = max(i, stop)
        runStart = i
    }

    private mutating func readBackslash() {
        let next = t[i + 1]
        if next.isPunctuation {
            flush(to: i)
            runStart = i + 1
            i += 2
        } else if next == .lf {
            flush(to: i)
            runStart = i + 1
            i += 1
        } else {
            i += 1
        }
    }

    private mutating func readEntity() {
        guard let entity = Entity(t, i) else {
            i += 1
            return
        }
        flush(to: i)
        for byte in entity.text.utf8 { out.put(byte) }
        i = entity.end
        runStart = i
    }

    private mutating func readCode() {
        var end = i
        while end < t.count, t.base[end] == .backtick { end += 1 }
        let length = end - i
        guard let close = codeEnd(length, from: end) else {
            i = end
            return
        }
        flush(to: i)
        var (first, last) = (end, close)
        let isPadded = t[first] == .space || t[first] == .lf
        if last - first > 2, t[first] == .space, t[last - 1] == .space {
            first += 1
            last -= 1
        } else if isPadded, last - first > 1, t[first] == .space, t[last - 1] == .lf {
            first += 1
        }
        let start = out.count
        out.put(t, first, last)
        if out.count > start { marks.append(Note.Mark(kind: .code, plain: start..<out.count)) }
        i = close + length
        runStart = i
    }

    /// Where the run of exactly `length` backticks that closes a code span starts.
    private mutating func codeEnd(_ length: Int, from start: Int) -> Int? {
        guard length <= Self.longestCodeMark else { return nil }
        if hasScannedCode, codeRuns[length] < start { return nil }
        var k = start
        while let hit = t.firstIndex(of: .backtick, k, t.count) {
            var end = hit
            while end < t.count, t.base[end] == .backtick { end += 1 }
            if end - hit <= Self.longestCodeMark {
                codeRuns[end - hit] = hit
                longestCodeRun = max(longestCodeRun, end - hit)
            }
            if end - hit == length { return hit }
            k = end
        }
        hasScannedCode = true
        return nil
    }
}
