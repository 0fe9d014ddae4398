internal import KBModel

/// Opening, filling and closing leaves.
extension BlockScanner {
    /// Opens a leaf at the line at hand; its text starts on `textLine`.
    mutating func openLeaf(_ kind: Leaf.Kind, _ state: Open, level: Int = 0, textLine: Int? = nil) {
        let opensQuote = containers.last.map { $0.kind == .quote && !$0.hasContent } ?? false
        noteContent()
        var leaf = Leaf(
            kind: kind, level: level, line: line, lineStart: lineStart, textLine: textLine ?? line,
            firstSegment: segments.count, depth: itemDepth, quoteDepth: quoteDepth, parent: enclosingItem,
            lastLine: line)
        leaf.inFootnote = footnoteDepth > 0
        leaf.opensQuote = opensQuote
        leaf.blankAbove = blankAbove
        leaves.append(leaf)
        open = state
    }

    /// The leaf of the innermost item around the line at hand.
    var enclosingItem: Int {
        var i = containers.count - 1
        while i >= 0 {
            if containers[i].kind == .item { return containers[i].leaf }
            i -= 1
        }
        return -1
    }

    /// Gives `start..<end` of the line at hand to the leaf opened last.
    @inline(__always)
    mutating func addSegment(_ start: Int, _ end: Int) {
        segments.append(Segment(start: start, end: max(start, end)))
        leaves[leaves.count - 1].segmentCount += 1
        leaves[leaves.count - 1].lastLine = line
    }

    /// The rest of the line is text: of the open paragraph (even when its container was not continued), of a table,
    /// or of a new paragraph.
    mutating func addText() {
        let end = src.trimmedEnd(nonspace, lineEnd)
        if open == .paragraph {
            // A lazy continuation line keeps all containers open.
            matched = containers.count
            addSegment(nonspace, end)
            return
        }
        closeUnmatched()
        if open == .table {
            addSegment(nonspace, end)
            return
        }
        if let container = containers.last, container.kind == .item, !container.hasContent {
            noteContent()
            leaves[leaves.count - 1].textLine = line
            leaves[leaves.count - 1].firstSegment = segments.count
            open = .paragraph
        } else {
            openLeaf(.paragraph, .paragraph)
        }
        addSegment(nonspace, end)
    }

    /// Offers a line to the open leaf, all containers of which were continued; returns whether the leaf took it.
    mutating func continueLeaf(isBlank: Bool) -> Bool {
        switch open {
        case .fence:
            if closesFence() {
                leaves[leaves.count - 1].lastLine = line
                open = .none
            } else {
                var left = fenceIndent
                while left > 0, offset < lineEnd, src[offset].isBlank {
                    advanceColumns(1)
                    left -= 1
                }
                addSegment(offset, lineEnd)
            }
            return true
        case .indented:
            if isBlank {
                // Deeper white space of a blank line belongs to the code, but nobody can see it.
                addSegment(lineEnd, lineEnd)
            } else if indent >= 4 {
                advanceColumns(4)
                addSegment(offset, lineEnd)
            } else {
                closeLeaf()
                return false
            }
            return true
        case .html:
            if isBlank, htmlKind.endsAtBlankLine {
                closeLeaf()
                return false
            }
            addHTMLLine()
            return true
        case .math:
            addSegment(offset, lineEnd)
            if lineEnd >= mathEnd { open = .none }
            return true
        case .none, .paragraph, .table:
            return false
        }
    }

    /// Gives the lines below a fence that stands in no container to it, up to one that may close it; a short way for
    /// what is most of many notes.
    mutating func readCode() {
        let (first, fence) = (line, fenceByte)
        while nextStart < src.count {
            var start = nextStart
            // Three spaces may stand before a closing fence.
            while src[start] == .space, start < nextStart + 3 { start += 1 }
            if src[start] == fence { break }
            beginLine()
            segments.append(Segment(start: lineStart, end: lineEnd))
        }
        leaves[leaves.count - 1].segmentCount += line - first
        leaves[leaves.count - 1].lastLine = line
    }

    mutating func addHTMLLine() {
        addSegment(offset, lineEnd)
        if htmlKind.ends(in: src, offset, lineEnd) { open = .none }
    }

    private mutating func closesFence() -> Bool {
        guard indent <= 3, src[nonspace] == fenceByte else { return false }
        var i = nonspace
        while i < lineEnd, src[i] == fenceByte { i += 1 }
        return i - nonspace >= fenceLength && src.skippingBlanks(i, lineEnd) == lineEnd
    }

    /// Closes the open leaf.
    mutating func closeLeaf(atEnd: Bool = false) {
        switch open {
        case .paragraph: stripDefinitions(keepsParagraph: false)
        case .indented: dropTrailingBlanks()
        case .fence:
            if let leaf = leaves.last {
                issues.append(Issue(.unclosedFence, .warning, line: leaf.line, "the code block is never closed"))
            }
        case .html:
            if atEnd, htmlKind == .comment, let leaf = leaves.last {
                issues.append(
                    Issue(.unclosedComment, .warning, line: leaf.line, "the comment is never closed with -->"))
            }
        case .none, .table, .math: break
        }
        open = .none
    }

    private mutating func dropTrailingBlanks() {
        guard let last = leaves.indices.last else { return }
        while leaves[last].segmentCount > 1, let segment = segments.last, segment.start == segment.end {
            segments.removeLast()
            leaves[last].segmentCount -= 1
            leaves[last].lastLine -= 1
        }
    }

    /// Takes link reference definitions off the front of the open paragraph, and with them the paragraph if nothing
    /// is left; returns whether text remains.
    @discardableResult
    mutating func stripDefinitions(keepsParagraph: Bool) -> Bool {
        guard let last = leaves.indices.last else { return false }
        let leaf = leaves[last]
        guard leaf.segmentCount > 0, src[segments[leaf.firstSegment].start] == .bracketOpen else { return true }
        let range = leaf.firstSegment..<(leaf.firstSegment + leaf.segmentCount)
        let taken = references.takeDefinitions(src, segments[range])
        guard taken > 0 else { return true }
        leaves[last].firstSegment += taken
        leaves[last].segmentCount -= taken
        leaves[last].textLine += taken
        if leaf.kind == .paragraph { leaves[last].line += taken }
        let isEmpty = leaves[last].segmentCount == 0
        if isEmpty, leaf.kind == .paragraph, !keepsParagraph { leaves.removeLast() }
        return !isEmpty
    }
}
