internal import KBModel

/// Emphasis, strong emphasis, strike-through and highlights
/// (<https://spec.commonmark.org/0.31.2/#an-algorithm-for-parsing-nested-emphasis-and-links>).
extension InlineScanner {
    mutating func readDelimiters(_ byte: UInt8) {
        var end = i + 1
        while end < t.count, t.base[end] == byte { end += 1 }
        let count = end - i
        defer { i = end }
        if byte == .tilde, count > 2 { return }
        if byte == .equals, count != 2 { return }
        let before = i == 0 ? CharacterClass.space : CharacterClass(before: i, in: t)
        let after = end >= t.count ? CharacterClass.space : CharacterClass(at: end, in: t)
        let left = after != .space && !(after == .punctuation && before == .other)
        let right = before != .space && !(before == .punctuation && after == .other)
        var (canOpen, canClose) = (left, right)
        if byte == .underscore {
            canOpen = left && (!right || before == .punctuation)
            canClose = right && (!left || after == .punctuation)
        }
        guard canOpen || canClose else { return }
        let index = delimiters.count
        delimiters.append(
            Delimiter(
                byte: byte, plain: plainPosition(of: i), count: count, original: count, canOpen: canOpen,
                canClose: canClose, previous: lastDelimiter, next: -1))
        if lastDelimiter >= 0 { delimiters[lastDelimiter].next = index }
        lastDelimiter = index
    }

    /// Pairs the delimiters above `bottom` and forgets them.
    mutating func pairDelimiters(above bottom: Int) {
        guard lastDelimiter > bottom else { return }
        openersBottom.withUnsafeMutableBufferPointer { $0.update(repeating: bottom) }
        var closer = lastDelimiter
        while closer >= 0, delimiters[closer].previous != bottom { closer = delimiters[closer].previous }
        while closer >= 0 {
            guard delimiters[closer].canClose else {
                closer = delimiters[closer].next
                continue
            }
            let slot = bottomSlot(delimiters[closer])
            var opener = delimiters[closer].previous
            var isFound = false
            // Indices grow along the list, so that all above a bottom are greater than it.
            while opener > openersBottom[slot] {
                if pairs(delimiters[opener], delimiters[closer]) {
                    isFound = true
                    break
                }
                opener = delimiters[opener].previous
            }
            if isFound {
                closer = pair(opener, closer)
            } else {
                openersBottom[slot] = closer - 1
                let next = delimiters[closer].next
                if !delimiters[closer].canOpen { unlink(closer) }
                closer = next
            }
        }
        lastDelimiter = bottom
        if bottom >= 0 { delimiters[bottom].next = -1 }
    }

    private func bottomSlot(_ closer: Delimiter) -> Int {
        let kind =
            switch closer.byte {
            case .star: 0
            case .underscore: 1
            case .tilde: 2
            default: 3
            }
        return kind * 6 + (closer.canOpen ? 3 : 0) + closer.original % 3
    }

    private func pairs(_ opener: Delimiter, _ closer: Delimiter) -> Bool {
        guard opener.byte == closer.byte, opener.canOpen else { return false }
        if opener.byte == .tilde || opener.byte == .equals { return opener.count == closer.count }
        // The rule of three: see CommonMark, emphasis rules 9 and 10.
        guard opener.canClose || closer.canOpen else { return true }
        return (opener.original + closer.original) % 3 != 0 || (opener.original % 3 == 0 && closer.original % 3 == 0)
    }

    /// Cuts the marks a pair uses and returns the delimiter to go on with.
    private mutating func pair(_ opener: Int, _ closer: Int) -> Int {
        let byte = delimiters[closer].byte
        let isWhole = byte == .tilde || byte == .equals
        let used =
            isWhole
            ? delimiters[closer].count : (delimiters[opener].count >= 2 && delimiters[closer].count >= 2 ? 2 : 1)
        let start = delimiters[opener].plain + delimiters[opener].count
        let end = delimiters[closer].plain
        cuts.append(Cut(start: start - used, length: used))
        cuts.append(Cut(start: end, length: used))
        if byte != .tilde, end > start {
            let kind: Note.Mark.Kind = byte == .equals ? .highlight : used == 2 ? .strong : .emphasis
            marks.append(Note.Mark(kind: kind, plain: start..<end))
        }
        delimiters[opener].count -= used
        delimiters[closer].count -= used
        delimiters[closer].plain += used
        // What lies between has found no partner and never will.
        delimiters[opener].next = closer
        delimiters[closer].previous = opener
        if delimiters[opener].count == 0 { unlink(opener) }
        guard delimiters[closer].count == 0 else { return closer }
        let next = delimiters[closer].next
        unlink(closer)
        return next
    }

    private mutating func unlink(_ index: Int) {
        let (previous, next) = (delimiters[index].previous, delimiters[index].next)
        if previous >= 0 { delimiters[previous].next = next }
        if next >= 0 { delimiters[next].previous = previous }
        if lastDelimiter == index { lastDelimiter = previous }
    }

    /// Takes the cuts out of the run's words and moves everything that points behind them.
    mutating func cutAway(marksFrom firstMark: Int) {
        if !cuts.isSorted(by: \.start) { cuts.sort { $0.start < $1.start } }
        let (base, end) = (out.base, out.count)
        out.count = cuts.withUnsafeMutableBufferPointer { cuts in
            var (write, total) = (cuts.first?.start ?? end, 0)
            for k in cuts.indices {
                let from = cuts[k].start + cuts[k].length
                let to = k + 1 < cuts.count ? cuts[k + 1].start : end
                if to > from {
                    (base + write).update(from: base + from, count: to - from)
                    write += to - from
                }
                // From here on a cut holds how much was taken away up to and with it.
                total += cuts[k].length
                cuts[k].length = total
            }
            return min(write, end)
        }
        for k in firstMark..<marks.count {
            let (low, high) = (moved(marks[k].plain.lowerBound), moved(marks[k].plain.upperBound))
            marks[k].plain = low..<max(low, high)
        }
        for k in pending.indices {
            pending[k].start = moved(pending[k].start)
            pending[k].end = max(pending[k].start, moved(pending[k].end))
        }
    }

    /// Where `position` is once the cuts before it are gone.
    private func moved(_ position: Int) -> Int {
        var (low, high) = (0, cuts.count)
        while low < high {
            let middle = (low + high) / 2
            if cuts[middle].start < position { low = middle + 1 } else { high = middle }
        }
        return low == 0 ? position : position - cuts[low - 1].length
    }
}

/// What stands beside a delimiter run.
enum CharacterClass {
    case space
    case punctuation
    case other

    /// The class of the character that starts at `offset`.
    init(at offset: Int, in t: ByteView) {
        let byte = t[offset]
        if byte < 0x80 {
            self.init(ascii: byte)
        } else {
            self.init(t.scalar(at: offset))
        }
    }

    /// The class of the character that ends before `offset`.
    init(before offset: Int, in t: ByteView) {
        let byte = t[offset - 1]
        if byte < 0x80 {
            self.init(ascii: byte)
        } else {
            var start = offset - 1
            while start > 0, offset - start < 4, t[start] & 0xC0 == 0x80 { start -= 1 }
            self.init(t.scalar(at: start))
        }
    }

    private init(ascii byte: UInt8) {
        self = byte.isWhitespace ? .space : byte.isPunctuation ? .punctuation : .other
    }

    private init(_ scalar: Unicode.Scalar) {
        switch scalar.properties.generalCategory {
        case .spaceSeparator: self = .space
        case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
            .finalPunctuation, .otherPunctuation:
            self = .punctuation
        default: self = .other
        }
    }
}

extension ByteView {
    /// The character that starts at `offset`; U+FFFD when none does.
    func scalar(at offset: Int) -> Unicode.Scalar {
        let a = UInt32(self[offset])
        func tail(_ k: Int) -> UInt32 { UInt32(self[offset + k] & 0x3F) }
        let value: UInt32 =
            switch a {
            case 0..<0x80: a
            case 0xC0..<0xE0: (a & 0x1F) << 6 | tail(1)
            case 0xE0..<0xF0: (a & 0x0F) << 12 | tail(1) << 6 | tail(2)
            case 0xF0..<0xF8: (a & 0x07) << 18 | tail(1) << 12 | tail(2) << 6 | tail(3)
            default: 0xFFFD
            }
        return Unicode.Scalar(value) ?? "\u{FFFD}"
    }
}
