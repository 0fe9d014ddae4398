/// A text that is edited line by line: its scalars, with the line ends it uses and an end without one kept as they are.
struct TextLines: Equatable {
    /// The text, without a mark of byte order.
    private(set) var scalars: [Unicode.Scalar]
    /// What ends its lines: that of the first line.
    let lineEnd: [Unicode.Scalar]

    init(_ text: String) {
        let scalars = Array(text.unicodeScalars)
        self.scalars = scalars
        switch scalars.firstIndex(where: { $0 == "\n" || $0 == "\r" }) {
        case .some(let first) where scalars[first] == "\n": lineEnd = ["\n"]
        case .some(let first) where first + 1 < scalars.count && scalars[first + 1] == "\n": lineEnd = ["\r", "\n"]
        case .some: lineEnd = ["\r"]
        case nil: lineEnd = ["\n"]
        }
    }

    /// The offset at which the line with `offset` begins.
    func lineStart(_ offset: Int) -> Int {
        var start = firstOfBreak(min(offset, scalars.count))
        while start > 0, !isBreak(start - 1) { start -= 1 }
        return start
    }

    /// The offset of what ends the line with `offset`, or of the end of the text.
    func lineStop(_ offset: Int) -> Int {
        var stop = firstOfBreak(offset)
        while stop < scalars.count, !isBreak(stop) { stop += 1 }
        return stop
    }

    /// The offset at which the line after the one with `offset` begins.
    func nextLine(_ offset: Int) -> Int {
        let stop = lineStop(offset)
        guard stop < scalars.count else { return stop }
        return scalars[stop] == "\r" && stop + 1 < scalars.count && scalars[stop + 1] == "\n" ? stop + 2 : stop + 1
    }

    /// How many signs stand before `offset` on its line.
    func column(_ offset: Int) -> Int { offset - lineStart(offset) }

    /// Whether the line with `offset` holds nothing but blanks.
    func isBlank(_ offset: Int) -> Bool {
        scalars[lineStart(offset)..<lineStop(offset)].allSatisfy { $0 == " " || $0 == "\t" }
    }

    /// `end` moved back over blanks and line ends, but not before `start`.
    func trimmedEnd(_ start: Int, _ end: Int) -> Int {
        var end = min(end, scalars.count)
        while end > start, scalars[end - 1].properties.isWhitespace { end -= 1 }
        return end
    }

    /// Puts `text` in place of what stands at `range`.
    mutating func replace(_ range: Range<Int>, with text: String) {
        scalars.replaceSubrange(range, with: Array(text.unicodeScalars))
    }

    /// Puts `lines` below the line with `offset`; the end of the text keeps its line end, or the lack of it.
    mutating func insert(_ lines: [String], belowLineWith offset: Int) {
        let stop = lineStop(offset)
        let text = lines.flatMap { lineEnd + Array($0.unicodeScalars) }
        scalars.insert(contentsOf: text, at: stop)
    }

    /// Takes out the lines from the one with `first` to the one with `last`; the end of the text keeps its line end, or
    /// the lack of it.
    mutating func removeLines(from first: Int, through last: Int) {
        var start = lineStart(first)
        let end = nextLine(last)
        if end == scalars.count, lineStop(last) == end, start > 0 {
            // The line before becomes the last, so its line end goes.
            start -= start > 1 && scalars[start - 1] == "\n" && scalars[start - 2] == "\r" ? 2 : 1
        }
        scalars.removeSubrange(start..<end)
    }

    /// `offset`, or when it is in the middle of a line end, where that begins.
    private func firstOfBreak(_ offset: Int) -> Int {
        guard offset > 0, offset < scalars.count, scalars[offset] == "\n", scalars[offset - 1] == "\r" else {
            return offset
        }
        return offset - 1
    }

    private func isBreak(_ offset: Int) -> Bool { scalars[offset] == "\n" || scalars[offset] == "\r" }
}
