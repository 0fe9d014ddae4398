internal import KBModel

/// Finds abbreviations beside their long forms, `Area Under Curve (AUC)` and `AUC (Area Under Curve)`.
///
/// The letters are checked against the words as Schwartz and Hearst do ("A Simple Algorithm for Identifying
/// Abbreviation Definitions in Biomedical Text", 2003).
enum Acronyms {
    /// The longest short form in characters, as in the paper.
    private static let longestShort = 10
    /// How far a bracket may close: longer ones are remarks.
    private static let longestBracket = 100

    /// Those of a block's words `start..<end`, which begin on `line`.
    static func find(in plain: ByteView, _ start: Int, _ end: Int, line: Int, into found: inout [Note.Acronym]) {
        var k = start
        var (counted, current) = (start, line)
        while let open = plain.firstIndex(of: .parenOpen, k, end) {
            k = open + 1
            let limit = min(end, open + longestBracket)
            guard let close = plain.firstIndex(of: .parenClose, open + 1, limit) else { continue }
            let before = plain.trimmedEnd(start, open)
            guard before > start, before < open || plain[open - 1] == .lf else { continue }
            guard let (short, long) = pair(plain, start, before, open + 1, close) else { continue }
            current += plain.lineEnds(counted, open)
            counted = open
            found.append(Note.Acronym(short: short, long: long, line: current))
        }
    }

    private static func pair(_ t: ByteView, _ start: Int, _ before: Int, _ inner: Int, _ close: Int) -> (
        String, String
    )? {
        let first = t.skippingBlanks(inner, close)
        let last = t.trimmedEnd(first, close)
        if isShort(t, first, last) {
            let stop = shortEnd(t, first, last)
            let window = windowStart(t, start, before, words: min(stop - first + 5, 2 * (stop - first)))
            guard let long = longForm(t, first, stop, window, before) else { return nil }
            return (t.string(first, stop), words(t, long, before))
        }
        var word = before
        while word > start, t[word - 1].isAlphanumeric || t[word - 1] == .dash { word -= 1 }
        guard isShort(t, word, before), t[last - 1].isWordByte else { return nil }
        let stop = shortEnd(t, word, before)
        guard let long = longForm(t, word, stop, first, last), long == first else { return nil }
        return (t.string(word, stop), words(t, first, last))
    }

    /// Two to ten letters and digits without a space, two capitals among them, starting with a letter or digit.
    private static func isShort(_ t: ByteView, _ start: Int, _ end: Int) -> Bool {
        guard end - start >= 2, end - start <= longestShort, t[start].isAlphanumeric else { return false }
        var capitals = 0
        for i in start..<end {
            let byte = t[i]
            guard byte.isAlphanumeric || byte == .dash || byte == .ampersand || byte == .slash || byte == .dot else {
                return false
            }
            if byte.isUpper { capitals += 1 }
        }
        return capitals >= 2
    }

    /// The short form without the `s` of its plural.
    private static func shortEnd(_ t: ByteView, _ start: Int, _ end: Int) -> Int {
        t[end - 1] == 0x73 && t[end - 2].isUpper && end - start > 2 ? end - 1 : end
    }

    /// The offset of the word so many words back, within the sentence.
    private static func windowStart(_ t: ByteView, _ start: Int, _ end: Int, words: Int) -> Int {
        var i = end
        var count = 0
        while i > start {
            let byte = t[i - 1]
            if byte.isWhitespace {
                count += 1
                if count >= words { break }
                // A full stop, colon or semicolon before the gap ends the sentence before.
                if i - 2 >= start, t[i - 2] == .dot || t[i - 2] == .colon || t[i - 2] == .semicolon { break }
            } else if byte == .parenOpen || byte == .parenClose {
                break
            }
            i -= 1
        }
        return i
    }

    /// The start of the long form in `start..<end` whose letters spell the short form, from the right.
    private static func longForm(_ t: ByteView, _ short: Int, _ shortEnd: Int, _ start: Int, _ end: Int) -> Int? {
        var s = shortEnd - 1
        var l = end - 1
        while s >= short {
            let wanted = t[s].lowered
            if wanted.isAlphanumeric {
                while l >= start, t[l].lowered != wanted || (s == short && l > start && t[l - 1].isWordByte) { l -= 1 }
                guard l >= start else { return nil }
                l -= 1
            }
            s -= 1
        }
        var word = l + 1
        while word > start, !t[word - 1].isWhitespace, t[word - 1] != .quote { word -= 1 }
        let hasSpace = (word..<end).contains { t[$0].isWhitespace || t[$0] == .dash }
        return hasSpace && end - word > shortEnd - short + 1 ? word : nil
    }

    private static func words(_ t: ByteView, _ start: Int, _ end: Int) -> String {
        let text = t.string(start, end)
        return text.utf8.contains(.lf) ? text.split(separator: "\n").joined(separator: " ") : text
    }
}
