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
        let last = isLineStart ? Byte.lineFeed : out.last ?? Byte.lineFeed
        var escape = MarkdownEscape(
            text: ByteText(words), next: next, place: place, isLineStart: isLineStart, previous: last)
        var i = 0
        while i < words.count {
            if place.setsFormulas, i >= escape.formulaEnd, let formula = escape.formula(at: i) {
                out += formula.text
                i = formula.end
                continue
            }
            if i >= escape.formulaEnd, escape.needsBackslash(i) { out.append(Byte.backslash) }
            out.append(words[i])
            i += 1
        }
    }

    /// The formula between `\(` and `\)`, or `\[` and `\]`, at `i`, in the dollars Markdown has for it.
    private func formula(at i: Int) -> (text: [UInt8], end: Int)? {
        guard text[i] == Byte.backslash, text[i + 1] == Byte.parenOpen || text[i + 1] == Byte.bracketOpen else {
            return nil
        }
        let isInline = text[i + 1] == Byte.parenOpen
        let close = isInline ? Byte.parenClose : Byte.bracketClose
        let limit = min(text.count, i + Self.longestFormula)
        var k = i + 2
        while k < limit, !(text[k] == Byte.backslash && text[k + 1] == close) { k += 1 }
        guard k < limit else { return nil }
        let inner = text[i + 2..<k].trimmed
        guard !inner.isEmpty, !inner.contains(Byte.dollar) else { return nil }
        let mark = [UInt8](repeating: Byte.dollar, count: isInline ? 1 : 2)
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
        guard byte.isASCIIPunctuation else { return false }
        let after = at(i + 1)
        switch byte {
        case Byte.backslash: return backslashCounts(i)
        case Byte.backtick: return true
        case Byte.star: return !(isSpace(at(i - 1)) && isSpace(after)) || startsLine(i)
        case Byte.underscore: return underscoreCounts(i)
        case Byte.bracketOpen:
            return place.isInLink || after == Byte.bracketOpen || after == Byte.caret || startsBox(i)
        case Byte.bracketClose:
            return place.isInLink || after == Byte.parenOpen || after == Byte.bracketOpen || after == Byte.colon
        case Byte.less:
            return after.isASCIILetter || after == Byte.slash || after == Byte.bang || after == Byte.question
        case Byte.ampersand: return startsEntity(i)
        case Byte.bang: return after == Byte.bracketOpen
        case Byte.pipe: return place.isInCell || startsLine(i)
        case Byte.hash: return startsHeading(i) || startsTag(i)
        case Byte.tilde: return tildeCounts(i)
        case Byte.equals: return equalsCount(i)
        case Byte.dollar: return dollarCounts(i)
        case Byte.percent: return after == Byte.percent && at(i - 1) != Byte.percent
        case Byte.caret: return startsBlockID(i)
        case Byte.greater: return startsLine(i)
        case Byte.plus: return startsLine(i) && isSpace(after)
        case Byte.dash: return startsLine(i) && (isSpace(after) || isRule(i))
        case Byte.colon: return startsLine(i) && (isSpace(after) || (after == Byte.colon && at(i + 2) == Byte.colon))
        case Byte.dot, Byte.parenClose: return endsNumber(i)
        default: return false
        }
    }

    private func isSpace(_ byte: UInt8) -> Bool { byte.isHTMLSpace }

    private func startsLine(_ i: Int) -> Bool { i == 0 && isLineStart }

    /// In front of a sign a backslash would vanish; in front of a line's end it would be a line break.
    private func backslashCounts(_ i: Int) -> Bool {
        let after = at(i + 1)
        return after.isASCIIPunctuation || after == Byte.lineFeed
    }

    /// Inside of a word underscores are letters.
    private func underscoreCounts(_ i: Int) -> Bool {
        var (start, end) = (i, i + 1)
        while at(start - 1) == Byte.underscore, start > 0, i - start < Self.longestRun { start -= 1 }
        while end < text.count, text[end] == Byte.underscore, end - i < Self.longestRun { end += 1 }
        let (before, after) = (at(start - 1), at(end))
        if before.isWordPart, after.isWordPart { return false }
        // Three between spaces would be a rule when they are a line.
        return !(isSpace(before) && isSpace(after)) || (isLineStart && start == 0)
    }

    /// `[ ]`, `[x]` or `[!note]` at the start of an item or a quote.
    private func startsBox(_ i: Int) -> Bool {
        startsLine(i) && (at(i + 1) == Byte.bang || (at(i + 2) == Byte.bracketClose && isSpace(at(i + 3))))
    }

    private func startsEntity(_ i: Int) -> Bool {
        var k = i + 1
        if at(k) == Byte.hash { k += 1 }
        let first = k
        while k < text.count, k - first < 32, text[k].isASCIIWord { k += 1 }
        return k > first && k < text.count && text[k] == Byte.semicolon
    }

    private func startsHeading(_ i: Int) -> Bool {
        guard startsLine(i) else { return false }
        var k = i
        while k < text.count, text[k] == Byte.hash { k += 1 }
        return k - i <= 6 && isSpace(at(k))
    }

    /// A tag: letters, digits, `_`, `-` and `/`, not digits alone, at the start of a word.
    private func startsTag(_ i: Int) -> Bool {
        let before = at(i - 1)
        guard isSpace(before) || Self.beforeTag.utf8.contains(before) else { return false }
        var k = i + 1
        while k < text.count, text[k].isASCIIDigit { k += 1 }
        let sign = at(k)
        return sign.isASCIILetter || sign >= 0x80 || sign == Byte.underscore
            || (k > i + 1 && (sign == Byte.dash || sign == Byte.slash))
    }

    /// Two tildes, or one that another could close.
    private mutating func tildeCounts(_ i: Int) -> Bool {
        defer { hasTilde = true }
        if at(i + 1) == Byte.tilde || at(i - 1) == Byte.tilde { return true }
        if !isSpace(at(i - 1)), hasTilde { return true }
        return text.first(Byte.tilde, from: i + 1, to: text.count) < text.count
    }

    /// `==words==` is a highlight; a line of them under words makes a heading of those.
    private func equalsCount(_ i: Int) -> Bool {
        if startsLine(i), text.bytes.allSatisfy({ $0 == Byte.equals || $0 == Byte.space }) { return true }
        guard at(i - 1) != Byte.equals, at(i + 1) == Byte.equals, at(i + 2) != Byte.equals else { return false }
        return !isSpace(at(i + 2))
    }

    /// A dollar that begins a formula: one closes it, with no space before and no digit behind.
    private mutating func dollarCounts(_ i: Int) -> Bool {
        let isDouble = at(i + 1) == Byte.dollar
        let first = isDouble ? i + 2 : i + 1
        guard first < text.count, !isSpace(text[first]) || (isDouble && place.setsFormulas) else { return false }
        let close = text.first(Byte.dollar, from: first, to: text.count)
        guard close < text.count, close > first else { return isDouble }
        let isClosed =
            isDouble ? at(close + 1) == Byte.dollar : !isSpace(text[close - 1]) && !at(close + 1).isASCIIDigit
        guard isClosed else { return false }
        if place.setsFormulas {
            formulaEnd = isDouble ? close + 2 : close + 1
            return false
        }
        return true
    }

    /// ` ^name` at the end of a paragraph names it.
    private func startsBlockID(_ i: Int) -> Bool {
        guard isSpace(at(i - 1)), next == Byte.lineFeed, i + 1 < text.count else { return false }
        return text.bytes.dropFirst(i + 1).allSatisfy { $0.isASCIIWord || $0 == Byte.dash }
    }

    /// A line of hyphens, or the second line of a table.
    private func isRule(_ i: Int) -> Bool {
        text.bytes.allSatisfy { $0 == Byte.dash || $0 == Byte.space || $0 == Byte.colon || $0 == Byte.pipe }
    }

    /// The dot or bracket of `1.` at the start of a line.
    private func endsNumber(_ i: Int) -> Bool {
        guard isLineStart, i > 0, i < 10, isSpace(at(i + 1)) else { return false }
        return text.bytes.prefix(i).allSatisfy(\.isASCIIDigit)
    }
}
