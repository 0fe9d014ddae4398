internal import KBModel

/// Finds what a note explains: `Term: text`, `Term = text`, and `Term is a …` where the term is short.
enum Definitions {
    /// A term longer than this in bytes is a clause.
    private static let longestTerm = 60
    /// A term of more words is a clause.
    private static let mostWords = 6
    /// "X is …" is ordinary prose unless X is this short.
    private static let mostWordsBeforeIs = 4

    /// The definition that a block's words `start..<end`, which begin on `line`, open with.
    static func find(in t: ByteView, _ start: Int, _ end: Int, line: Int) -> Note.Definition? {
        let first = t.skippingBlanks(start, end)
        if first < end, t[first] == .lf { return nil }
        let limit = min(end, first + longestTerm + 5)
        guard first < limit, t[first].isWordByte else { return nil }
        var i = first
        var gaps = 0
        let text = t.slice(0, limit)
        while true {
            i = text.firstMarked(in: marks, from: i)
            guard i < limit else { return nil }
            switch t[i] {
            case .dot:
                if t[i + 1].isWhitespace { return nil }
            case .lf, .question, .bang, .semicolon, .quote, .bracketOpen: return nil
            case .colon:
                guard t[i + 1].isWhitespace, i > first, isBalanced(t, first, i) else { return nil }
                return make(t, first, t.trimmedEnd(first, i), i + 1, end, line, words: mostWords)
            case .equals:
                // `Precision= …` and `Recall = …`, not `=>`, `==` or `a=b`.
                guard t[i + 1].isBlank, i > first, t[i - 1] != .equals else { return nil }
                return make(t, first, t.trimmedEnd(first, i), i + 1, end, line, words: mostWords)
            case .space:
                if gaps <= mostWordsBeforeIs, let text = copula(t, i + 1, end) {
                    let subject = withoutArticle(t, first, i)
                    return make(t, subject, i, text, end, line, words: mostWordsBeforeIs)
                }
                if !t[i + 1].isBlank { gaps += 1 }
                // More words than a term has stand before this gap, whatever follows.
                if gaps > mostWords { return nil }
            default: break
            }
            i += 1
        }
    }

    /// What can end a term, or the hope for one.
    static let marks = ByteClasses(
        """
        ..........x.....\
        ................\
        x!"...........x.\
        ..........:;.=.?\
        ................\
        ...........[....\
        ................\
        ................\
        ................\
        ................\
        ................\
        ................\
        ................\
        ................\
        ................\
        ................
        """)

    /// Whether nothing but blanks follows in `start..<end`.
    private static func isOneWord(_ t: ByteView, _ start: Int, _ end: Int) -> Bool {
        t.skippingBlanks(start, end) == end
    }

    /// Those of a block's words `start..<end`: one at its start, and one at the start of each later line that begins with
    /// a capital; each explanation ends where the next one's line starts.
    static func findAll(in t: ByteView, _ start: Int, _ end: Int, line: Int, into found: inout [Note.Definition]) {
        var (lineStart, current, last) = (start, line, found.endIndex)
        while lineStart < end {
            let lineEnd = t.firstIndex(of: .lf, lineStart, end) ?? end
            if lineStart == start || t[lineStart].isUpper, let next = find(in: t, lineStart, end, line: current) {
                if last < found.endIndex { found[last].text = found[last].text.lowerBound..<(lineStart - 1) }
                last = found.endIndex
                found.append(next)
            }
            lineStart = lineEnd + 1
            current += 1
        }
    }

    /// Whether no parenthesis is open at `end`: `f(x: …` explains no term.
    private static func isBalanced(_ t: ByteView, _ start: Int, _ end: Int) -> Bool {
        var depth = 0
        for k in start..<end {
            if t[k] == .parenOpen { depth += 1 } else if t[k] == .parenClose { depth -= 1 }
        }
        return depth == 0
    }

    /// Whether the bytes at `start` can begin one of the forms below: "is ", "are", "mea", "ref", "sta".
    @inline(__always)
    private static func isCopulaStart(_ t: ByteView, _ start: Int) -> Bool {
        let (second, third) = (t[start + 1] | 0x20, t[start + 2] | 0x20)
        return switch t[start] | 0x20 {
        case 0x69: second == 0x73 && third == .space
        case 0x61: second == 0x72 && third == 0x65
        case 0x6D: second == 0x65 && third == 0x61
        case 0x72: second == 0x65 && third == 0x66
        case 0x73: second == 0x74 && third == 0x61
        default: false
        }
    }

    /// The offset of what follows "is a", "are the", "refers to", "means", "stands for" at `start`.
    private static func copula(_ t: ByteView, _ start: Int, _ end: Int) -> Int? {
        guard isCopulaStart(t, start) else { return nil }
        let forms: [StaticString] = [
            "is a ", "is an ", "is the ", "are a ", "are the ", "means ", "refers to ", "stands for ", "is when ",
            "is how ",
        ]
        for form in forms where t.hasWord(form, at: start) && start + form.utf8CodeUnitCount < end {
            // "is a …" explains with its article, "means …" without its verb.
            let isCopula = t[start] == 0x69 || t[start] == 0x61
            return isCopula ? start + (t[start] == 0x69 ? 3 : 4) : start + form.utf8CodeUnitCount
        }
        return nil
    }

    private static func withoutArticle(_ t: ByteView, _ start: Int, _ end: Int) -> Int {
        for article in ["a ", "an ", "the "] as [StaticString] where t.hasWord(article, at: start) {
            return min(start + article.utf8CodeUnitCount, end)
        }
        return start
    }

    private static func make(
        _ t: ByteView, _ first: Int, _ last: Int, _ textStart: Int, _ end: Int, _ line: Int, words: Int
    ) -> Note.Definition? {
        let from = t.skippingBlanks(textStart, end)
        guard last > first, from < end, t[from] != .lf, last - first <= longestTerm else { return nil }
        guard isExplanation(t, from, end, of: t.slice(first, last)), isTerm(t, first, last, mostWords: words) else {
            return nil
        }
        return Note.Definition(term: first..<last, text: from..<end, line: line)
    }

    /// Whether the text explains: a question asks about the term, and a single word behind several is the value of a
    /// property, such as `Data type: string`.
    private static func isExplanation(_ t: ByteView, _ start: Int, _ end: Int, of term: ByteView) -> Bool {
        let lineEnd = t.firstIndex(of: .lf, start, end) ?? end
        let last = t.trimmedEnd(start, lineEnd)
        if last > start, t[last - 1] == .question { return false }
        guard lineEnd == end, term.firstIndex(of: .space, 0, term.count) != nil else { return true }
        for k in start..<last where t[k].isBlank { return true }
        return false
    }

    /// Whether the words read as a term: few, none that belongs to a clause, not a lead-in such as "Note".
    private static func isTerm(_ t: ByteView, _ start: Int, _ end: Int, mostWords: Int) -> Bool {
        var count = 0
        var hasLetter = false
        var i = start
        while i < end {
            while i < end, t[i].isBlank { i += 1 }
            let first = i
            while i < end, !t[i].isBlank {
                if t[i].isLetter || t[i] >= 0x80 { hasLetter = true }
                i += 1
            }
            guard i > first else { break }
            count += 1
            var last = i
            while last > first, t[last - 1] == .comma { last -= 1 }
            let word = t.string(first, last).lowercased()
            // "Limit the amount …" tells what to do; an article inside a term is as rare as a verb.
            if count > 1, word == "the" || word == "a" || word == "an" { return false }
            if count == 1, mostWords > mostWordsBeforeIs, EnglishWords.imperatives.contains(word), !isOneWord(t, i, end)
            {
                return false
            }
            if EnglishWords.clauseWords.contains(word) || (count == 1 && EnglishWords.leadIns.contains(word)) {
                return false
            }
        }
        return hasLetter && count >= 1 && count <= mostWords
    }
}
