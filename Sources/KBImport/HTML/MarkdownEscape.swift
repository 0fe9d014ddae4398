internal import KBParse

/// Writes words so that Markdown reads back the same words, with no more backslashes than that takes.
struct MarkdownEscape {
    /// Where the words are to stand.
    struct Place {
        /// No brackets of their own.
        var isInLink = false
        /// No bars of their own.
        var isInCell = false
        /// The page sets formulas by a program, from dollars in its words.
        var setsFormulas = false
    }

    private let text: ByteText
    /// The byte that will follow the words; a line feed at the end of a line.
    private let next: UInt8
    private let place: Place
    private let isLineStart: Bool
    private var previous: UInt8
    /// Up to where the words belong to a formula, and stand as they are.
    private var formulaEnd = 0
    /// Whether a tilde was met before.
    private var hasTilde = false

    /// Runs and formulas are looked at no further than this, so that no text takes time squared.
    private static let longestRun = 64
    private static let longestFormula = 4_096
    /// What kb lets stand before a tag, beside space.
    private static let beforeTag = "([,;\"'*_~=|>"

    /// Appends `words` to `out`; `isLineStart` says that nothing stands before them on the line.
    static func append(
        _ words: [UInt8], to out: inout [UInt8], isLineStart: Bool, next: UInt8, place: Place
    ) {
        let last = isLineStart ? UInt8.lf : out.last ?? UInt8.lf
        var escape = MarkdownEscape(
            text: ByteText(words), next: next, place: place, isLineStart: isLineStart, previous: last)
        var i = 0
        while i < words.count {
            if place.setsFormulas, i >= escape.formulaEnd, let formula = escape.formula(at: i) {
                out += formula.text
                i = formula.end
                continue
            }
            if i >= escape.formulaEnd, escape.needsBackslash(i) { out.append(UInt8.backslash) }
            out.append(words[i])
            i += 1
        }
    }

    /// The formula between `\(` and `\)`, or `\[` and `\]`, at `i`, in the dollars Markdown has for it.
    private func formula(at i: Int) -> (text: [UInt8], end: Int)? {
        guard text[i] == UInt8.backslash, text[i + 1] == UInt8.parenOpen || text[i + 1] == UInt8.bracketOpen else {
            return nil
        }
        let isInline = text[i + 1] == UInt8.parenOpen
        let close = isInline ? UInt8.parenClose : UInt8.bracketClose
        let limit = min(text.count, i + Self.longestFormula)
        var k = i + 2
        while k < limit, !(text[k] == UInt8.backslash && text[k + 1] == close) { k += 1 }
        guard k < limit else { return nil }
        let inner = text[i + 2..<k].trimmed
        guard !inner.isEmpty, !inner.contains(UInt8.dollar) else { return nil }
        let mark = [UInt8](repeating: UInt8.dollar, count: isInline ? 1 : 2)
        return (mark + inner + mark, k + 2)
    }

    private init(text: ByteText, next: UInt8, place: Place, isLineStart: Bool, previous: UInt8) {
        self.text = text
        self.next = next
        self.place = place
        self.isLineStart = isLineStart
        self.previous = previous
    }

    private func at(_ i: Int) -> UInt8 { i < 0 ? previous : i < text.count ? text[i] : next }

    private mutating func needsBackslash(_ i: Int) -> Bool {
        let byte = text[i]
        guard byte.isPunctuation else { return false }
        let after = at(i + 1)
        switch byte {
        case UInt8.backslash: return backslashCounts(i)
        case UInt8.backtick: return true
        case UInt8.star: return !(isSpace(at(i - 1)) && isSpace(after)) || startsLine(i)
        case UInt8.underscore: return underscoreCounts(i)
        case UInt8.bracketOpen:
            return place.isInLink || after == UInt8.bracketOpen || after == UInt8.caret || startsBox(i)
        case UInt8.bracketClose:
            return place.isInLink || after == UInt8.parenOpen || after == UInt8.bracketOpen || after == UInt8.colon
        case UInt8.less:
            return after.isLetter || after == UInt8.slash || after == UInt8.bang || after == UInt8.question
        case UInt8.ampersand: return startsEntity(i)
        case UInt8.bang: return after == UInt8.bracketOpen
        case UInt8.pipe: return place.isInCell || startsLine(i)
        case UInt8.hash: return startsHeading(i) || startsTag(i)
        case UInt8.tilde: return tildeCounts(i)
        case UInt8.equals: return equalsCount(i)
        case UInt8.dollar: return dollarCounts(i)
        case UInt8.percent: return after == UInt8.percent && at(i - 1) != UInt8.percent
        case UInt8.caret: return startsBlockID(i)
        case UInt8.greater: return startsLine(i)
        case UInt8.plus: return startsLine(i) && isSpace(after)
        case UInt8.dash: return startsLine(i) && (isSpace(after) || isRule(i))
        case UInt8.colon: return startsLine(i) && (isSpace(after) || (after == UInt8.colon && at(i + 2) == UInt8.colon))
        case UInt8.dot, UInt8.parenClose: return endsNumber(i)
        default: return false
        }
    }

    private func isSpace(_ byte: UInt8) -> Bool { byte.isHTMLSpace }

    private func startsLine(_ i: Int) -> Bool { i == 0 && isLineStart }

    /// In front of a sign a backslash would vanish; in front of a line's end it would be a line break.
    private func backslashCounts(_ i: Int) -> Bool {
        let after = at(i + 1)
        return after.isPunctuation || after == UInt8.lf
    }

    /// Inside of a word underscores are letters.
    private func underscoreCounts(_ i: Int) -> Bool {
        var (start, end) = (i, i + 1)
        while at(start - 1) == UInt8.underscore, start > 0, i - start < Self.longestRun { start -= 1 }
        while end < text.count, text[end] == UInt8.underscore, end - i < Self.longestRun { end += 1 }
        let (before, after) = (at(start - 1), at(end))
        if before.isWordByte, after.isWordByte { return false }
        // Three between spaces would be a rule when they are a line.
        return !(isSpace(before) && isSpace(after)) || (isLineStart && start == 0)
    }

    /// `[ ]`, `[x]` or `[!note]` at the start of an item or a quote.
    private func startsBox(_ i: Int) -> Bool {
        startsLine(i) && (at(i + 1) == UInt8.bang || (at(i + 2) == UInt8.bracketClose && isSpace(at(i + 3))))
    }

    private func startsEntity(_ i: Int) -> Bool {
        var k = i + 1
        if at(k) == UInt8.hash { k += 1 }
        let first = k
        while k < text.count, k - first < 32, text[k].isAlphanumeric { k += 1 }
        return k > first && k < text.count && text[k] == UInt8.semicolon
    }

    private func startsHeading(_ i: Int) -> Bool {
        guard startsLine(i) else { return false }
        var k = i
        while k < text.count, text[k] == UInt8.hash { k += 1 }
        return k - i <= 6 && isSpace(at(k))
    }

    /// A tag: letters, digits, `_`, `-` and `/`, not digits alone, at the start of a word.
    private func startsTag(_ i: Int) -> Bool {
        let before = at(i - 1)
        guard isSpace(before) || Self.beforeTag.utf8.contains(before) else { return false }
        var k = i + 1
        while k < text.count, text[k].isDigit { k += 1 }
        let sign = at(k)
        return sign.isLetter || sign >= 0x80 || sign == UInt8.underscore
            || (k > i + 1 && (sign == UInt8.dash || sign == UInt8.slash))
    }

    /// Two tildes, or one that another could close.
    private mutating func tildeCounts(_ i: Int) -> Bool {
        defer { hasTilde = true }
        if at(i + 1) == UInt8.tilde || at(i - 1) == UInt8.tilde { return true }
        if !isSpace(at(i - 1)), hasTilde { return true }
        return text.first(UInt8.tilde, from: i + 1, to: text.count) < text.count
    }

    /// `==words==` is a highlight; a line of them under words makes a heading of those.
    private func equalsCount(_ i: Int) -> Bool {
        if startsLine(i), text.bytes.allSatisfy({ $0 == UInt8.equals || $0 == UInt8.space }) { return true }
        guard at(i - 1) != UInt8.equals, at(i + 1) == UInt8.equals, at(i + 2) != UInt8.equals else { return false }
        return !isSpace(at(i + 2))
    }

    /// A dollar that begins a formula: one closes it, with no space before and no digit behind.
    private mutating func dollarCounts(_ i: Int) -> Bool {
        let isDouble = at(i + 1) == UInt8.dollar
        let first = isDouble ? i + 2 : i + 1
        guard first < text.count, !isSpace(text[first]) || (isDouble && place.setsFormulas) else { return false }
        let close = text.first(UInt8.dollar, from: first, to: text.count)
        guard close < text.count, close > first else { return isDouble }
        let isClosed =
            isDouble ? at(close + 1) == UInt8.dollar : !isSpace(text[close - 1]) && !at(close + 1).isDigit
        guard isClosed else { return false }
        if place.setsFormulas {
            formulaEnd = isDouble ? close + 2 : close + 1
            return false
        }
        return true
    }

    /// ` ^name` at the end of a paragraph names it.
    private func startsBlockID(_ i: Int) -> Bool {
        guard isSpace(at(i - 1)), next == UInt8.lf, i + 1 < text.count else { return false }
        return text.bytes.dropFirst(i + 1).allSatisfy { $0.isAlphanumeric || $0 == UInt8.dash }
    }

    /// A line of hyphens, or the second line of a table.
    private func isRule(_ i: Int) -> Bool {
        text.bytes.allSatisfy { $0 == UInt8.dash || $0 == UInt8.space || $0 == UInt8.colon || $0 == UInt8.pipe }
    }

    /// The dot or bracket of `1.` at the start of a line.
    private func endsNumber(_ i: Int) -> Bool {
        guard isLineStart, i > 0, i < 10, isSpace(at(i + 1)) else { return false }
        return text.bytes.prefix(i).allSatisfy(\.isDigit)
    }
}
