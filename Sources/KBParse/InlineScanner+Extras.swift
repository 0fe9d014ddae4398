internal import KBModel

/// What notes write beyond CommonMark: bare addresses, tags, formulas, comments, cards.
extension InlineScanner {
    // MARK: Addresses

    /// `https://…`, or the marks of a flash card.
    mutating func readColon() {
        if t[i + 1] == .colon {
            readCardMark()
            return
        }
        guard t[i + 1] == .slash, t[i + 2] == .slash, t[i + 3].isWordByte else {
            i += 1
            return
        }
        var start = i
        while start > 0, i - start < 6, t[start - 1].isLetter { start -= 1 }
        let length = i - start
        let isKnown =
            (length == 5 && t.hasWord("https", at: start)) || (length == 4 && t.hasWord("http", at: start))
            || (length == 3 && t.hasWord("ftp", at: start))
        guard isKnown, start >= runStart, start == 0 || !t[start - 1].isAlphanumeric else {
            i += 3
            return
        }
        readAddress(from: start, scheme: "")
    }

    /// `www.…` at the start of a word.
    mutating func readDot() {
        let start = i - 3
        guard start >= runStart, t.hasWord("www", at: start), t[i + 1].isWordByte,
            start == 0 || t[start - 1].isWhitespace || Self.beforeAddress.contains(t[start - 1])
        else {
            i += 1
            return
        }
        readAddress(from: start, scheme: "http://")
    }

    private static let beforeAddress = ByteSet("*_~([\"'<>|,;:")

    /// Takes the address that starts at `start` and ends where cmark-gfm's would, brackets closed.
    private mutating func readAddress(from start: Int, scheme: String) {
        var end = i
        var depth = 0
        let isInBracket = !brackets.isEmpty
        while end < t.count {
            let byte = t.base[end]
            if byte.isWhitespace || byte == .less { break }
            if isInBracket, byte == .bracketClose { break }
            if byte == .backtick { break }
            if byte == .parenOpen { depth += 1 }
            if byte == .parenClose { depth -= 1 }
            end += 1
        }
        end = trimAddress(start, end, excess: -depth)
        guard end > i + 1 else {
            i += 1
            return
        }
        if recorder != nil { recordAddress(start, end) }
        addresses.append(pending.count)
        pending.append(
            PendingLink(
                kind: .auto, target: LinkTarget(address: scheme + t.string(start, end)), offset: start,
                start: plainPosition(of: start), end: plainPosition(of: end)))
        i = end
    }

    /// Leaves out the punctuation an address ends with; it belongs to the sentence.
    private func trimAddress(_ start: Int, _ limit: Int, excess: Int) -> Int {
        var end = limit
        var excess = excess
        while end > start {
            let byte = t[end - 1]
            if byte == .parenClose, excess > 0 {
                excess -= 1
            } else if byte == .semicolon {
                var k = end - 2
                while k > start, t[k].isAlphanumeric { k -= 1 }
                if t[k] == .ampersand, k < end - 2 {
                    end = k
                    continue
                }
            } else if !Self.afterAddress.contains(byte) {
                break
            }
            end -= 1
        }
        return end
    }

    private static let afterAddress = ByteSet("?!.,:*_~'\"")

    /// `name@host.tld` in running text.
    mutating func readAt() {
        var start = i
        while start > runStart, t[start - 1].isAlphanumeric || Self.mailBytes.contains(t[start - 1]) { start -= 1 }
        var end = i + 1
        var hasDot = false
        while t[end].isAlphanumeric || t[end] == .dash || t[end] == .underscore
            || (t[end] == .dot && t[end + 1].isAlphanumeric)
        {
            if t[end] == .dot { hasDot = true }
            end += 1
        }
        guard start < i, hasDot, t[end - 1].isLetter, t[end] != .at, t[end] != .slash else {
            i += 1
            return
        }
        if recorder != nil { recordAddress(start, end) }
        addresses.append(pending.count)
        pending.append(
            PendingLink(
                kind: .auto, target: LinkTarget(address: "mailto:" + t.string(start, end)), offset: start,
                start: plainPosition(of: start), end: plainPosition(of: end)))
        i = end
    }

    private static let mailBytes = ByteSet(".+-_")

    // MARK: Cards

    /// `Question :: Answer`, `Question?::Answer` and `key:: value`: one colon is enough for a reader. Without a gap
    /// or a question before it, `::` joins names of a programming language and stays.
    private mutating func readCardMark() {
        var end = i
        while end < t.count, t.base[end] == .colon { end += 1 }
        let length = end - i
        let isApart = i == 0 || t[i - 1].isWhitespace || t[i - 1] == .question || end >= t.count || t[end].isWhitespace
        if length <= 3, isApart { cuts.append(Cut(start: plainPosition(of: i) + 1, length: length - 1)) }
        i = end
    }

    // MARK: Tags

    mutating func readTag() {
        let start = i + 1
        let before = i == 0 ? UInt8.space : t[i - 1]
        guard before.isWhitespace || Self.beforeTag.contains(before) else {
            i += 1
            return
        }
        var end = start
        var isNumber = true
        while end < t.count {
            let byte = t.base[end]
            if byte.isAlphanumeric || byte == .underscore || byte == .dash || byte == .slash {
                if !byte.isDigit { isNumber = false }
                end += 1
            } else if byte >= 0x80, !isSeparator(t.scalar(at: end)) {
                isNumber = false
                end += 1
                while t[end] & 0xC0 == 0x80 { end += 1 }
            } else {
                break
            }
        }
        while end > start, t[end - 1] == .slash { end -= 1 }
        if end > start, !isNumber { pendingTags.append(PendingTag(start: start, end: end)) }
        i = max(end, start)
    }

    private static let beforeTag = ByteSet("([,;\"'*_~=|>")

    /// Whether a character outside ASCII ends a tag: quotes, dashes, spaces and the punctuation of East Asia do.
    private func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        // Joiner and variation selector stand inside emoji.
        case 0x200D, 0xFE0F: false
        case 0x80...0xBF, 0x2000...0x206F, 0x3000...0x3003, 0x3008...0x301F, 0xFF00...0xFF0F, 0xFF1A...0xFF20,
            0xFF3B...0xFF40, 0xFF5B...0xFF65:
            true
        default: false
        }
    }

    // MARK: Hidden text and formulas

    /// `%%hidden%%`.
    mutating func readComment() {
        guard t[i + 1] == .percent else {
            i += 1
            return
        }
        var k = i + 2
        while !unclosed.contains(.comment), let hit = t.firstIndex(of: .percent, k, t.count - 1) {
            if t[hit + 1] == .percent {
                hide(to: hit + 2)
                return
            }
            k = hit + 1
        }
        unclosed.insert(.comment)
        i += 2
    }

    /// `$x$` and `$$x$$`: the dollars go, the formula stays as it is.
    mutating func readMath() {
        let length = t[i + 1] == .dollar ? 2 : 1
        let first = i + length
        guard !unclosed.contains(.math), !t[first].isWhitespace, first < t.count else {
            i = first
            return
        }
        guard let close = t.firstIndex(of: .dollar, first, t.count) else {
            unclosed.insert(.math)
            i = first
            return
        }
        let isClosed = length == 2 ? t[close + 1] == .dollar : !t[close - 1].isWhitespace && !t[close + 1].isDigit
        // A formula does not reach out of a link's text.
        let isInside = brackets.isEmpty || !crossesLink(first, close)
        guard isClosed, close > first, isInside else {
            i = first
            return
        }
        flush(to: i)
        out.put(t, first, close)
        i = close + length
        runStart = i
    }

    private mutating func crossesLink(_ start: Int, _ end: Int) -> Bool {
        var k = start
        while let hit = t.firstIndex(of: .bracketClose, k, end) {
            if t[hit + 1] == .parenOpen || t[hit + 1] == .bracketOpen { return true }
            k = hit + 1
        }
        return false
    }
}
