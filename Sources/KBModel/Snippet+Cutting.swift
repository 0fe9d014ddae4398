extension Snippet {
    /// The most characters of a snippet: two lines of a terminal, and a good part of a screen reader's breath.
    public static let usualLength = 200

    /// Cuts one line out of a note's words, around the densest matches.
    ///
    /// White space and control characters become single spaces. Cuts fall between words where there are any near, never
    /// inside a grapheme, and show as `…`.
    ///
    /// - Parameters:
    ///   - plain: The note's words, as ``Note/plain``.
    ///   - range: The passage to cut from; clamped to `plain`.
    ///   - matches: What to mark: ranges of `plain` in any order; those outside `range` are left out.
    ///   - length: The most characters, the marks of the cuts not counted.
    public init(
        of plain: [UInt8], in range: Range<Int>, matches: [Range<Int>], length: Int = Snippet.usualLength
    ) {
        let range = range.clamped(to: 0..<plain.count)
        let inside = matches.map { $0.clamped(to: range) }.filter { !$0.isEmpty }
            .sorted { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
        let cutter = SnippetCutter(plain: plain, range: range, matches: inside, length: max(1, length))
        self = cutter.cut()
    }
}

/// Works out one snippet.
private struct SnippetCutter {
    let plain: [UInt8]
    let range: Range<Int>
    let matches: [Range<Int>]
    let length: Int

    /// One grapheme, or one run of white space, which is shown as a single space.
    struct Piece {
        var range: Range<Int>
        var isSpace: Bool
    }

    func cut() -> Snippet {
        let core = densest()
        // Bytes looked at on either side: enough for `length` characters of any script, emoji families and all.
        let reach = min(length, 100_000) * 8 + 128
        let low = boundary(max(range.lowerBound, core.lowerBound - reach))
        let high = boundary(min(range.upperBound, min(core.upperBound, core.lowerBound + reach) + reach))
        var pieces = pieces(in: low..<max(low, high))
        // What the window's edge may have halved.
        if low > range.lowerBound, !pieces.isEmpty { pieces.removeFirst() }
        if high < range.upperBound, !pieces.isEmpty { pieces.removeLast() }
        while pieces.last?.isSpace == true { pieces.removeLast() }
        while pieces.first?.isSpace == true { pieces.removeFirst() }
        guard let first = pieces.first, let last = pieces.last else { return Snippet(text: "") }
        let kept = window(over: pieces, core: core)
        let cutsHead = kept.lowerBound > 0 || first.range.lowerBound > contentStart
        let cutsTail = kept.upperBound < pieces.count || last.range.upperBound < contentEnd
        return rendered(pieces[kept], cutsHead: cutsHead, cutsTail: cutsTail)
    }

    private func isSpace(_ byte: UInt8) -> Bool { byte <= 0x20 || byte == 0x7F }
    private var contentStart: Int { range.first { !isSpace(plain[$0]) } ?? range.upperBound }
    private var contentEnd: Int { (range.last { !isSpace(plain[$0]) } ?? range.lowerBound - 1) + 1 }

    /// The nearest place at or before `position` where a scalar begins.
    private func boundary(_ position: Int) -> Int {
        var position = position
        while position > range.lowerBound, position < range.upperBound, plain[position] & 0xC0 == 0x80 { position -= 1 }
        return position
    }

    /// The stretch with most matches in four fifths of the length; the earliest of equals.
    private func densest() -> Range<Int> {
        guard let first = matches.first else { return range.lowerBound..<range.lowerBound }
        let span = length * 4 / 5
        var best = (range: first, count: 0)
        var end = 0
        for start in matches.indices {
            end = max(end, start)
            while end + 1 < matches.count, matches[end + 1].upperBound - matches[start].lowerBound <= span { end += 1 }
            if end - start + 1 > best.count {
                best = (matches[start].lowerBound..<matches[end].upperBound, end - start + 1)
            }
        }
        return best.range
    }

    private func pieces(in bytes: Range<Int>) -> [Piece] {
        var pieces: [Piece] = []
        pieces.reserveCapacity(bytes.count)
        func isASCII(_ offset: Int) -> Bool { offset >= bytes.upperBound || plain[offset] < 0x80 }
        var offset = bytes.lowerBound
        while offset < bytes.upperBound {
            if isASCII(offset), isASCII(offset + 1) {
                // A grapheme of its own; \r\n is white space either way.
                add(offset..<offset + 1, isSpace: isSpace(plain[offset]), to: &pieces)
                offset += 1
                continue
            }
            // Up to a letter that nothing can join but what stands before it.
            var end = offset + 1
            while end < bytes.upperBound, !(isASCII(end) && isASCII(end + 1)) { end += 1 }
            end = min(bytes.upperBound, end + 1)
            addGraphemes(of: offset..<end, to: &pieces)
            offset = end
        }
        return pieces
    }

    private func addGraphemes(of bytes: Range<Int>, to pieces: inout [Piece]) {
        guard let text = String(validating: plain[bytes], as: UTF8.self) else {
            // Each byte by itself, since what is mended has other lengths than what stands there.
            for offset in bytes { add(offset..<offset + 1, isSpace: isSpace(plain[offset]), to: &pieces) }
            return
        }
        var offset = bytes.lowerBound
        for character in text {
            let isSpace =
                character.isWhitespace
                || character.unicodeScalars.allSatisfy { $0.properties.generalCategory == .control }
            let end = min(bytes.upperBound, offset + character.utf8.count)
            add(min(offset, end)..<end, isSpace: isSpace, to: &pieces)
            offset = end
        }
    }

    private func add(_ range: Range<Int>, isSpace: Bool, to pieces: inout [Piece]) {
        if isSpace, let last = pieces.last, last.isSpace {
            pieces[pieces.count - 1].range = last.range.lowerBound..<range.upperBound
        } else {
            pieces.append(Piece(range: range, isSpace: isSpace))
        }
    }

    /// Which pieces to keep: the core, a third of what room is left before it, the rest behind it.
    private func window(over pieces: [Piece], core: Range<Int>) -> Range<Int> {
        guard pieces.count > length else { return 0..<pieces.count }
        let coreFirst = pieces.firstIndex { $0.range.upperBound > core.lowerBound } ?? 0
        let coreLast = pieces.lastIndex { $0.range.lowerBound < core.upperBound } ?? coreFirst
        let room = max(0, length - (coreLast - coreFirst + 1))
        var start = max(0, coreFirst - room / 3)
        var end = min(pieces.count, start + length)
        start = max(0, min(start, end - length))
        // Between words, unless that would cost more than a long word.
        let longestWord = 30
        if start > 0, !pieces[start - 1].isSpace,
            let space = (start..<min(coreFirst, start + longestWord)).first(where: { pieces[$0].isSpace })
        {
            start = space + 1
        }
        if end < pieces.count, !pieces[end].isSpace,
            let space = (max(coreLast + 1, end - longestWord)..<max(coreLast + 1, end)).last(where: {
                pieces[$0].isSpace
            })
        {
            end = space
        }
        while end > start, pieces[end - 1].isSpace { end -= 1 }
        return start..<max(start, end)
    }

    private func rendered(_ pieces: ArraySlice<Piece>, cutsHead: Bool, cutsTail: Bool) -> Snippet {
        var text: [UInt8] = []
        text.reserveCapacity(pieces.count + 2 * SnippetCutter.cut.count)
        if cutsHead { text += SnippetCutter.cut }
        var marks: [Range<Int>] = []
        var next = 0
        var lastMarked: Int?
        for index in pieces.indices {
            let piece = pieces[index]
            let start = text.count
            if piece.isSpace { text.append(0x20) } else { text += plain[piece.range] }
            while next < matches.count, matches[next].upperBound <= piece.range.lowerBound { next += 1 }
            guard isMarked(piece.range, from: next) else { continue }
            if let last = marks.last, lastMarked == index - 1, last.upperBound == start {
                marks[marks.count - 1] = last.lowerBound..<text.count
            } else {
                marks.append(start..<text.count)
            }
            lastMarked = index
        }
        if cutsTail { text += SnippetCutter.cut }
        return Snippet(text: String(decoding: text, as: UTF8.self), matches: marks)
    }

    /// `…`
    private static let cut = Array("…".utf8)

    /// Whether a match from number `next` on, before which all have ended, touches `range`. Matches may overlap, so one
    /// that ended earlier may hide one that has not.
    private func isMarked(_ range: Range<Int>, from next: Int) -> Bool {
        var candidate = next
        while candidate < matches.count, matches[candidate].lowerBound < range.upperBound {
            if matches[candidate].upperBound > range.lowerBound { return true }
            candidate += 1
        }
        return false
    }
}
