internal import KBModel

/// What a line can open.
extension BlockScanner {
    /// The first bytes of every block start; a line that begins otherwise is text.
    static let starts = ByteClasses(
        """
        ................\
        ................\
        ...#$%....*+.-..\
        0123456789:.<=>.\
        ................\
        ...........[..._\
        `...............\
        ............|.~.\
        ................\
        ................\
        ................\
        ................\
        ................\
        ................\
        ................\
        ................
        """)

    /// What trying one block start came to.
    private enum Start {
        /// The line opens nothing here; its rest is text.
        case nothing
        /// A container has opened; the rest of the line may open more.
        case container
        /// A leaf took the whole line.
        case leaf
    }

    /// Opens the blocks the line starts; returns whether a leaf took the rest of it.
    mutating func openBlocks() -> Bool {
        while true {
            findNonspace()
            guard nonspace < lineEnd else { return openedOnBlank() }
            if indent >= 4 {
                // Text indented below a `:::` line is indented for the eye, not to be code.
                guard open != .paragraph, !isBelowColons else { return false }
                closeUnmatched()
                if open == .table { closeLeaf() }
                advanceColumns(4)
                openLeaf(.indented, .indented)
                addSegment(offset, lineEnd)
                return true
            }
            let byte = src[nonspace]
            guard Self.starts.contains(byte) else { return false }
            switch tryStart(byte) {
            case .nothing: return false
            case .container: continue
            case .leaf: return true
            }
        }
    }

    /// A container opened and the line ends after its mark: there is no text to add.
    private mutating func openedOnBlank() -> Bool {
        closeUnmatched()
        return true
    }

    private mutating func tryStart(_ byte: UInt8) -> Start {
        switch byte {
        case .greater: return openQuote()
        case .hash: return openATX() ? .leaf : .nothing
        case .backtick, .tilde: return openFence(byte) ? .leaf : .nothing
        case .less: return openHTML() ? .leaf : .nothing
        case .equals: return makeSetext(byte) ? .leaf : .nothing
        case .dash:
            if makeSetext(byte) || skipThematicBreak(byte) { return .leaf }
            if openItem() { return .container }
            return makeTable() ? .leaf : .nothing
        case .star, .underscore:
            if skipThematicBreak(byte) { return .leaf }
            return byte == .star && openItem() ? .container : .nothing
        case .plus: return openItem() ? .container : .nothing
        case .zero ... .nine: return openItem() ? .container : .nothing
        case .bracketOpen: return openFootnote() ? .container : .nothing
        case .pipe: return makeTable() ? .leaf : .nothing
        case .colon: return makeTable() || openColons() ? .leaf : .nothing
        case .dollar: return openMath() ? .leaf : .nothing
        case .percent: return skipComment() ? .leaf : .nothing
        default: return .nothing
        }
    }

    /// Whether the line continues an open paragraph if it opens nothing: all containers hold and none has opened.
    private var isInParagraph: Bool { open == .paragraph && allMatched }

    private var isBelowColons: Bool {
        guard open == .none, let last = leaves.last else { return false }
        return last.kind == .container && last.lastLine == line - 1
    }

    private mutating func openQuote() -> Start {
        guard hasRoom() else { return .nothing }
        closeBefore()
        skipToNonspace()
        advance(1)
        if offset < lineEnd, src[offset].isBlank { advanceColumns(1) }
        push(Container(kind: .quote))
        return .container
    }

    /// Ends whatever the new block interrupts.
    mutating func closeBefore() {
        closeUnmatched()
        if open != .none { closeLeaf() }
    }

    private mutating func openATX() -> Bool {
        var i = nonspace
        while i < lineEnd, src[i] == .hash { i += 1 }
        let level = i - nonspace
        guard level <= 6, i == lineEnd || src[i].isBlank else { return false }
        closeBefore()
        openLeaf(.heading, .none, level: level)
        let start = src.skippingBlanks(i, lineEnd)
        var end = src.trimmedEnd(start, lineEnd)
        var hashes = end
        while hashes > start, src[hashes - 1] == .hash { hashes -= 1 }
        if hashes == start || src[hashes - 1].isBlank { end = src.trimmedEnd(start, hashes) }
        addSegment(start, end)
        return true
    }

    private mutating func openFence(_ byte: UInt8) -> Bool {
        var i = nonspace
        while i < lineEnd, src[i] == byte { i += 1 }
        let length = i - nonspace
        guard length >= 3 else { return false }
        if byte == .backtick, src.firstIndex(of: .backtick, i, lineEnd) != nil { return false }
        let indent = self.indent
        closeBefore()
        openLeaf(.fence, .fence, textLine: line + 1)
        fenceByte = byte
        fenceLength = length
        fenceIndent = indent
        if containers.isEmpty, indent == 0 { readCode() }
        return true
    }

    private mutating func openHTML() -> Bool {
        let kind = HTMLBlockKind(src, nonspace, lineEnd)
        guard kind != .none, kind != .anyTag || open != .paragraph else { return false }
        closeBefore()
        openLeaf(.html, .html)
        htmlKind = kind
        addHTMLLine()
        return true
    }

    private mutating func makeSetext(_ byte: UInt8) -> Bool {
        guard isInParagraph else { return false }
        var i = nonspace
        while i < lineEnd, src[i] == byte { i += 1 }
        guard src.skippingBlanks(i, lineEnd) == lineEnd else { return false }
        guard stripDefinitions(keepsParagraph: true), let last = leaves.indices.last else { return false }
        let level = byte == .equals ? 1 : 2
        if leaves[last].kind == .item {
            // The item's first block is a heading, so its own text is empty after all.
            var heading = leaves[last]
            heading.parent = last
            heading.line = heading.textLine
            leaves[last].segmentCount = 0
            leaves.append(heading)
        }
        leaves[leaves.count - 1].kind = .heading
        leaves[leaves.count - 1].level = level
        leaves[leaves.count - 1].isSetext = true
        leaves[leaves.count - 1].lastLine = line
        open = .none
        return true
    }

    private mutating func skipThematicBreak(_ byte: UInt8) -> Bool {
        var count = 0
        var i = nonspace
        while i < lineEnd {
            if src[i] == byte { count += 1 } else if !src[i].isBlank { return false }
            i += 1
        }
        guard count >= 3 else { return false }
        closeBefore()
        noteContent()
        return true
    }

    private mutating func openItem() -> Bool {
        guard let width = markerWidth(), hasRoom() else { return false }
        let isBlank = src.skippingBlanks(nonspace + width, lineEnd) == lineEnd
        if isInParagraph, isBlank { return false }
        let markerIndent = indent
        closeBefore()
        skipToNonspace()
        advance(width)
        let saved = (offset, column, hasPartialTab)
        var spaces = 0
        while spaces < 5, offset < lineEnd, src[offset].isBlank {
            advanceColumns(1)
            spaces = column - saved.1
        }
        var padding = width + spaces
        if spaces >= 5 || spaces < 1 || isBlank {
            (offset, column, hasPartialTab) = saved
            if offset < lineEnd, src[offset].isBlank { advanceColumns(1) }
            padding = width + 1
        }
        // The parent is asked for before the item is on the stack, its depth after.
        let parent = enclosingItem
        push(Container(kind: .item, padding: markerIndent + padding, leaf: leaves.count))
        openItemLeaf(parent: parent)
        return true
    }

    private mutating func openItemLeaf(parent: Int) {
        openLeaf(.item, .none)
        leaves[leaves.count - 1].parent = parent
        containers[containers.count - 1].hasContent = false
    }

    /// The width of the list marker at hand; nil when there is none, or it cannot interrupt the open paragraph.
    private func markerWidth() -> Int? {
        let byte = src[nonspace]
        if !byte.isDigit {
            let next = nonspace + 1
            return next >= lineEnd || src[next].isBlank ? 1 : nil
        }
        var i = nonspace
        while i < lineEnd, src[i].isDigit, i - nonspace < 10 { i += 1 }
        let digits = i - nonspace
        guard digits <= 9, i < lineEnd, src[i] == .dot || src[i] == .parenClose else { return nil }
        guard i + 1 >= lineEnd || src[i + 1].isBlank else { return nil }
        if isInParagraph, !(digits == 1 && byte == 0x31) { return nil }
        return digits + 1
    }

    private mutating func openFootnote() -> Bool {
        guard src[nonspace + 1] == .caret else { return false }
        var i = nonspace + 2
        while i < lineEnd, src[i] != .bracketClose, !src[i].isBlank, src[i] != .bracketOpen { i += 1 }
        guard i > nonspace + 2, src[i] == .bracketClose, src[i + 1] == .colon, i < lineEnd, hasRoom() else {
            return false
        }
        references.addFootnote(src.string(nonspace + 2, i))
        closeBefore()
        skipToNonspace()
        offset = src.skippingBlanks(i + 2, lineEnd)
        column += offset - nonspace
        push(Container(kind: .footnote))
        return true
    }
}
