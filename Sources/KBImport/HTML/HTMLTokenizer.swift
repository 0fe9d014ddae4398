internal import KBParse

/// Cuts a page into tags, texts and comments, in one pass: every byte is looked at a fixed number of times.
///
/// - SeeAlso: <https://html.spec.whatwg.org/#tokenization>
struct HTMLTokenizer {
    enum Token: Equatable {
        /// Text with entities in it.
        case text(Range<Int>)
        /// Text that stands for itself, from a CDATA section.
        case plain(Range<Int>)
        case start(name: Range<Int>, isSelfClosing: Bool)
        case end(name: Range<Int>)
        case comment(Range<Int>)
    }

    let source: ByteText
    private(set) var offset = 0
    /// The attributes of the last start tag: where their names and values stand.
    private(set) var attributes: [(name: Range<Int>, value: Range<Int>)] = []

    init(_ source: ByteText) { self.source = source }

    /// The next token; nil at the end. `isForeign` says that a drawing or a formula is open, where CDATA sections are text.
    mutating func next(isForeign: Bool) -> Token? {
        while offset < source.count {
            let start = offset
            if source[start] != UInt8.less || !startsMarkup(start) {
                offset = textEnd(start + 1)
                return .text(start..<offset)
            }
            if let token = readMarkup(start, isForeign) { return token }
        }
        return nil
    }

    /// The text up to the end tag of `name`, which is not read; up to the end of the page when there is none.
    mutating func readRawText(until name: ArraySlice<UInt8>) -> Range<Int> {
        let start = offset
        var i = start
        while i < source.count {
            i = source.first(UInt8.less, from: i, to: source.count)
            if i < source.count, source[i + 1] == UInt8.slash, endTag(at: i + 2, is: name) { break }
            i = min(i + 1, source.count)
        }
        offset = i
        return start..<i
    }

    /// All that is left.
    mutating func readRest() -> Range<Int> {
        defer { offset = source.count }
        return offset..<source.count
    }

    private func endTag(at start: Int, is name: ArraySlice<UInt8>) -> Bool {
        for (k, byte) in name.enumerated() where source[start + k].lowered != byte.lowered { return false }
        let after = source[start + name.count]
        return after.isHTMLSpace || after == UInt8.slash || after == UInt8.greater || start + name.count >= source.count
    }

    private func startsMarkup(_ start: Int) -> Bool {
        let after = source[start + 1]
        return after.isLetter || after == UInt8.slash || after == UInt8.bang || after == UInt8.question
    }

    private func textEnd(_ start: Int) -> Int {
        var i = start
        while true {
            i = source.first(UInt8.less, from: i, to: source.count)
            if i >= source.count || startsMarkup(i) { return i }
            i += 1
        }
    }

    private mutating func readMarkup(_ start: Int, _ isForeign: Bool) -> Token? {
        switch source[start + 1] {
        case UInt8.slash:
            if source[start + 2].isLetter { return readTag(start + 2, isEnd: true) }
            let end = source.first(UInt8.greater, from: start + 2, to: source.count)
            offset = min(end + 1, source.count)
            return nil
        case UInt8.bang where source.hasWord("<!--", at: start): return readComment(start + 4)
        case UInt8.bang where isForeign && source.hasWord("<![cdata[", at: start):
            var end = start + 9
            while end < source.count, !source.hasWord("]]>", at: end) { end += 1 }
            offset = min(end + 3, source.count)
            return .plain(start + 9..<max(end, start + 9))
        case UInt8.bang, UInt8.question:
            let end = source.first(UInt8.greater, from: start + 2, to: source.count)
            offset = min(end + 1, source.count)
            return nil
        default: return readTag(start + 1, isEnd: false)
        }
    }

    private mutating func readComment(_ start: Int) -> Token {
        if source[start] == UInt8.greater || (source[start] == UInt8.dash && source[start + 1] == UInt8.greater) {
            offset = source[start] == UInt8.greater ? start + 1 : start + 2
            return .comment(start..<start)
        }
        var i = start
        while i < source.count {
            i = source.first(UInt8.dash, from: i, to: source.count)
            guard i < source.count else { break }
            if source[i + 1] == UInt8.dash {
                if source[i + 2] == UInt8.greater {
                    offset = i + 3
                    return .comment(start..<i)
                }
                if source[i + 2] == UInt8.bang, source[i + 3] == UInt8.greater {
                    offset = i + 4
                    return .comment(start..<i)
                }
            }
            i += 1
        }
        offset = source.count
        return .comment(start..<source.count)
    }

    private mutating func readTag(_ start: Int, isEnd: Bool) -> Token? {
        var i = start
        while i < source.count, !source[i].isHTMLSpace, source[i] != UInt8.slash, source[i] != UInt8.greater { i += 1 }
        let name = start..<i
        attributes.removeAll(keepingCapacity: true)
        var isSelfClosing = false
        while i < source.count, source[i] != UInt8.greater {
            if source[i] == UInt8.slash {
                isSelfClosing = source[i + 1] == UInt8.greater
                i += 1
            } else if source[i].isHTMLSpace {
                i += 1
            } else {
                i = readAttribute(i)
            }
        }
        guard i < source.count else {
            // A tag that is never closed is no tag.
            offset = source.count
            return nil
        }
        offset = i + 1
        return isEnd ? .end(name: name) : .start(name: name, isSelfClosing: isSelfClosing)
    }

    /// Reads the attribute at `start` and returns where it ends.
    private mutating func readAttribute(_ start: Int) -> Int {
        var i = start + 1
        while i < source.count, !source[i].isHTMLSpace, source[i] != UInt8.slash, source[i] != UInt8.greater,
            source[i] != UInt8.equals
        { i += 1 }
        let name = start..<i
        var after = i
        while source[after].isHTMLSpace { after += 1 }
        guard source[after] == UInt8.equals else {
            attributes.append((name, i..<i))
            return i
        }
        i = after + 1
        while source[i].isHTMLSpace { i += 1 }
        let mark = source[i]
        if mark == UInt8.quote || mark == UInt8.apostrophe {
            let end = source.first(mark, from: i + 1, to: source.count)
            attributes.append((name, i + 1..<max(end, i + 1)))
            return min(end + 1, source.count)
        }
        let first = i
        while i < source.count, !source[i].isHTMLSpace, source[i] != UInt8.greater { i += 1 }
        attributes.append((name, first..<i))
        return i
    }
}
