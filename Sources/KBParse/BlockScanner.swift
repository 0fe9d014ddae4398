internal import KBModel

/// The block pass: one walk over the lines that finds every leaf and the containers it stands in.
///
/// The algorithm is CommonMark's (<https://spec.commonmark.org/0.31.2/#appendix-a-parsing-strategy>): each line first
/// continues the open containers, then may open new ones, then gives its rest to a leaf.
struct BlockScanner {
    /// The leaf that may take the next line.
    enum Open: UInt8 {
        case none, paragraph, fence, indented, html, table, math
    }

    /// More containers than this stay text: cmark's limit for lists, and the cost of a line is bounded by it.
    static let deepest = 100

    let src: ByteView
    var leaves: [Leaf]
    var segments: [Segment]
    var references = References()
    var issues: [Issue] = []

    // The line at hand.
    var line: Int
    var lineStart = 0
    var lineEnd = 0
    var nextStart = 0
    var offset = 0
    var column = 0
    var nonspace = 0
    var nonspaceColumn = 0
    var hasPartialTab = false
    var allMatched = false
    var matched = 0
    var blankAbove = true

    // What is open.
    var containers: [Container] = []
    var open = Open.none
    var itemDepth = 0
    var quoteDepth = 0
    var footnoteDepth = 0
    var fenceByte: UInt8 = 0
    var fenceLength = 0
    var fenceIndent = 0
    var htmlKind = HTMLBlockKind.none
    var mathEnd = 0
    /// Comments are looked for beyond this offset no more: none closes there.
    var commentHorizon = Int.max
    var hasReportedDepth = false

    init(_ src: ByteView, leaves: [Leaf], segments: [Segment], from start: Int, line: Int) {
        self.src = src
        self.leaves = leaves
        self.segments = segments
        self.line = line
        nextStart = start
    }

    /// Reads all lines; afterwards ``line`` is the number of the last one.
    mutating func scan() {
        line -= 1
        while nextStart < src.count {
            beginLine()
            readLine()
        }
        closeLeaf(atEnd: true)
    }

    mutating func beginLine() {
        line += 1
        lineStart = nextStart
        lineEnd = src.lineEnd(from: lineStart)
        nextStart = src.nextLine(after: lineEnd)
        offset = lineStart
        column = 0
        hasPartialTab = false
    }

    private mutating func readLine() {
        matchContainers()
        allMatched = matched == containers.count
        if open != .none, open != .paragraph, !allMatched { closeUnmatched() }
        findNonspace()
        let isBlank = nonspace >= lineEnd
        if open != .none, allMatched, continueLeaf(isBlank: isBlank) {
            blankAbove = isBlank
            return
        }
        if isBlank {
            finishBlank()
            blankAbove = true
            return
        }
        if !openBlocks() { addText() }
        blankAbove = false
    }

    /// A blank line that no leaf took: it ends a paragraph, and leaves quotes whose mark it does not repeat.
    private mutating func finishBlank() {
        if !allMatched || open == .paragraph { closeUnmatched() }
        if open == .paragraph || open == .table { closeLeaf() }
    }

    // MARK: Containers

    private mutating func matchContainers() {
        matched = 0
        while matched < containers.count {
            findNonspace()
            guard continues(containers[matched]) else { return }
            matched += 1
        }
    }

    @inline(__always)
    private mutating func continues(_ container: Container) -> Bool {
        let indent = nonspaceColumn - column
        let isBlank = nonspace >= lineEnd
        switch container.kind {
        case .quote:
            guard indent <= 3, src[nonspace] == .greater, !isBlank else { return false }
            skipToNonspace()
            advance(1)
            if offset < lineEnd, src[offset].isBlank { advanceColumns(1) }
            return true
        case .item:
            if isBlank {
                guard container.hasContent else { return false }
                skipToNonspace()
                return true
            }
            guard indent >= container.padding else { return false }
            advanceColumns(container.padding)
            return true
        case .footnote:
            if isBlank {
                skipToNonspace()
                return container.hasContent
            }
            guard indent >= 4 else { return false }
            advanceColumns(4)
            return true
        }
    }

    /// Closes what the line did not continue, the open leaf first.
    mutating func closeUnmatched() {
        guard matched < containers.count || open != .none else { return }
        if matched < containers.count {
            closeLeaf()
            while containers.count > matched { popContainer() }
        }
        allMatched = true
    }

    private mutating func popContainer() {
        guard let container = containers.popLast() else { return }
        switch container.kind {
        case .quote: quoteDepth -= 1
        case .item: itemDepth -= 1
        case .footnote: footnoteDepth -= 1
        }
    }

    /// Whether one more container may open; reports once when not.
    mutating func hasRoom() -> Bool {
        if containers.count < Self.deepest { return true }
        if !hasReportedDepth {
            hasReportedDepth = true
            issues.append(
                Issue(
                    .tooDeep, .warning, line: line,
                    "lists and quotes nest more than \(Self.deepest) deep; the rest is text"))
        }
        return false
    }

    mutating func push(_ container: Container) {
        noteContent()
        containers.append(container)
        matched = containers.count
        switch container.kind {
        case .quote: quoteDepth += 1
        case .item: itemDepth += 1
        case .footnote: footnoteDepth += 1
        }
    }

    /// The innermost container is no longer empty.
    @inline(__always)
    mutating func noteContent() {
        if !containers.isEmpty { containers[containers.count - 1].hasContent = true }
    }

    // MARK: Positions in the line

    /// Finds the first byte that is neither space nor tab, and its column; tabs stop every four columns.
    @inline(__always)
    mutating func findNonspace() {
        var i = offset
        var c = column
        while i < lineEnd {
            let byte = src[i]
            if byte == .space { c &+= 1 } else if byte == .tab { c &+= 4 &- (c & 3) } else { break }
            i &+= 1
        }
        nonspace = i
        nonspaceColumn = c
    }

    @inline(__always)
    mutating func skipToNonspace() {
        offset = nonspace
        column = nonspaceColumn
        hasPartialTab = false
    }

    /// Moves past `count` bytes that are no tabs.
    @inline(__always)
    mutating func advance(_ count: Int) {
        offset &+= count
        column &+= count
    }

    /// Moves right by columns; a tab may be left half used.
    mutating func advanceColumns(_ count: Int) {
        var left = count
        while left > 0, offset < lineEnd {
            if src[offset] == .tab {
                let width = 4 - (column & 3)
                hasPartialTab = width > left
                let used = min(width, left)
                column += used
                left -= used
                if !hasPartialTab { offset += 1 }
            } else {
                hasPartialTab = false
                offset += 1
                column += 1
                left -= 1
            }
        }
    }

    var indent: Int { nonspaceColumn - column }
}
