internal import KBModel

/// The blocks CommonMark does not know: tables, `:::` containers, displayed formulas, comments between `%%`.
extension BlockScanner {
    /// Turns the last line of the open paragraph into a table's header when the line at hand is its delimiter row.
    mutating func makeTable() -> Bool {
        guard open == .paragraph, allMatched, let last = leaves.indices.last else { return false }
        guard let columns = TableRow.delimiterColumns(src, nonspace, lineEnd), let header = segments.last else {
            return false
        }
        guard TableRow.cellCount(src, header.start, header.end) == columns else { return false }
        if leaves[last].segmentCount == 1, leaves[last].kind == .paragraph {
            leaves[last].kind = .table
        } else {
            splitHeader(off: last)
        }
        leaves[leaves.count - 1].lastLine = line
        open = .table
        return true
    }

    /// Gives the last line of a longer paragraph, or of an item's text, to a leaf of its own.
    private mutating func splitHeader(off last: Int) {
        var table = leaves[last]
        leaves[last].segmentCount -= 1
        leaves[last].lastLine -= 1
        table.firstSegment += table.segmentCount - 1
        table.segmentCount = 1
        table.kind = .table
        table.textLine = line - 1
        table.line = line - 1
        table.blankAbove = false
        table.opensQuote = false
        if leaves[last].kind == .item { table.parent = last }
        leaves.append(table)
    }

    /// A line that opens or closes a `:::` container; what follows the class on it is its title.
    mutating func openColons() -> Bool {
        guard src[nonspace + 1] == .colon, src[nonspace + 2] == .colon else { return false }
        closeBefore()
        openLeaf(.container, .none)
        addSegment(nonspace, src.trimmedEnd(nonspace, lineEnd))
        return true
    }

    /// A formula that starts with `$$` at the start of a line and ends with `$$` on a later one, no blank line between.
    mutating func openMath() -> Bool {
        guard src[nonspace + 1] == .dollar, !closes(.dollar, after: nonspace + 2, lineEnd) else { return false }
        var start = nextStart
        while start < src.count {
            let end = src.lineEnd(from: start)
            let text = src.skippingBlanks(start, end)
            if text == end { return false }
            if closes(.dollar, after: text, end) {
                closeBefore()
                openLeaf(.math, .math)
                addSegment(nonspace, lineEnd)
                mathEnd = end
                return true
            }
            start = src.nextLine(after: end)
        }
        return false
    }

    /// Whether `byte` stands twice in a row in `start..<end`.
    private func closes(_ byte: UInt8, after start: Int, _ end: Int) -> Bool {
        var i = start
        while let hit = src.firstIndex(of: byte, i, end - 1) {
            if src[hit + 1] == byte { return true }
            i = hit + 1
        }
        return false
    }

    /// Obsidian's comment over several lines: `%%` opens a line and a later line starts or ends with `%%`.
    mutating func skipComment() -> Bool {
        guard src[nonspace + 1] == .percent, !closes(.percent, after: nonspace + 2, lineEnd) else { return false }
        guard lineStart < commentHorizon else { return false }
        let opening = line
        guard let stop = commentEnd() else {
            commentHorizon = min(commentHorizon, lineStart)
            issues.append(Issue(.unclosedComment, .warning, line: opening, "the comment is never closed with %%"))
            return false
        }
        closeBefore()
        while nextStart < src.count, nextStart <= stop { beginLine() }
        return true
    }

    /// Where the line that closes the comment starts.
    private func commentEnd() -> Int? {
        var start = nextStart
        while start < src.count {
            let end = src.lineEnd(from: start)
            let first = src.skippingBlanks(start, end)
            let last = src.trimmedEnd(first, end)
            let opens = src[first] == .percent && src[first + 1] == .percent
            let ends = last - first >= 2 && src[last - 1] == .percent && src[last - 2] == .percent
            if (opens && last - first >= 2) || ends { return start }
            start = src.nextLine(after: end)
        }
        return nil
    }
}
