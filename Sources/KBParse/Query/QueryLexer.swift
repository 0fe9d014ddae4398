import KBModel

/// Cuts a query into tokens, once, from left to right.
///
/// Most punctuation belongs to words (`c++`, `A/B`, `f(x)`, `5"`, `--flag`); it is an operator only where no word could
/// mean it. Every position is visited a bounded number of times.
struct QueryLexer {
    /// Deeper parentheses are ignored: no reader writes them, and every later walk of the clauses recurses.
    static let deepest = 50

    let scalars: [Unicode.Scalar]
    /// The UTF-8 offset of each scalar, and of the end.
    let offsets: [Int]
    let today: Day
    /// Whether the `(` at an index has its `)` before the next white space.
    let closesInWord: [Bool]
    /// Whether the `(` at an index has its `)` anywhere behind it.
    private let isClosed: [Bool]
    /// Whether a word of the query is `OR`, `AND` or `NOT`.
    private let namesOperator: Bool
    /// Where each mark that can close a phrase stands last.
    private let lastMark: [Unicode.Scalar: Int]

    var index = 0
    /// Where the groups that are open begin, in UTF-8 bytes.
    private(set) var openGroups: [Int] = []
    /// Open parentheses beyond ``deepest``.
    private var ignoredGroups = 0
    /// `(` inside a word whose `)` is still to come, in a later word.
    private var textParentheses = 0
    /// Whether the query visibly uses the language, so that a lone `)` is a slip and no ornament.
    private var hasOperator = false

    init(_ text: String, today: Day) {
        scalars = Array(text.unicodeScalars)
        var offsets: [Int] = []
        offsets.reserveCapacity(scalars.count + 1)
        var offset = 0
        for scalar in scalars {
            offsets.append(offset)
            offset += UTF8.width(scalar)
        }
        offsets.append(offset)
        self.offsets = offsets
        self.today = today
        closesInWord = QueryLexer.pairs(in: scalars, withinWords: true)
        isClosed = QueryLexer.pairs(in: scalars, withinWords: false)
        namesOperator = scalars.split(whereSeparator: \.isQuerySpace).contains { word in
            ["OR", "AND", "NOT"].contains { $0.unicodeScalars.elementsEqual(word) }
        }
        var lastMark: [Unicode.Scalar: Int] = [:]
        for mark: Unicode.Scalar in ["\"", "\u{201C}", "\u{201D}"] { lastMark[mark] = scalars.lastIndex(of: mark) }
        self.lastMark = lastMark
    }

    /// Whether the `(` at each index has its partner, before the next white space if it must be `withinWords`.
    private static func pairs(in scalars: [Unicode.Scalar], withinWords: Bool) -> [Bool] {
        var closes = [Bool](repeating: false, count: scalars.count)
        var open: [Int] = []
        for (position, scalar) in scalars.enumerated() {
            if scalar == "(" {
                open.append(position)
            } else if scalar == ")" {
                if let partner = open.popLast() { closes[partner] = true }
            } else if withinWords, scalar.isQuerySpace {
                open.removeAll(keepingCapacity: true)
            }
        }
        return closes
    }

    /// The scalar `distance` ahead; nil past the end.
    func peek(_ distance: Int = 0) -> Unicode.Scalar? {
        let position = index + distance
        return position < scalars.count ? scalars[position] : nil
    }

    /// The UTF-8 offset of the scalar at `position`.
    func offset(_ position: Int) -> Int { offsets[min(position, scalars.count)] }

    /// The scalars of `range` as text.
    func text(_ range: Range<Int>) -> String {
        var view = String.UnicodeScalarView()
        for index in range { view.append(scalars[index]) }
        return String(view)
    }

    /// The scalars of `range` as a term.
    func term(_ range: Range<Int>) -> Query.Term { Query.Term(text(range), at: offset(range.lowerBound)) }

    /// The next token; nil at the end. `afterSign` is set behind `-` and `+`, where `OR`, `AND` and `NOT` are words.
    mutating func next(afterSign: Bool = false) throws(QueryError) -> QueryToken? {
        while let scalar = peek() {
            let start = offset(index)
            if scalar.isQuerySpace {
                index += 1
            } else if scalar == "(" {
                return openGroup(at: start)
            } else if scalar == ")" {
                if let token = try closeGroup(at: start) { return token }
            } else if scalar.opensPhrase, let phrase = try phrase() {
                return operand(from: phrase, at: start) { .phrase($0, in: .any) }
            } else if let sign = sign(scalar) {
                index += 1
                return QueryToken(kind: sign, offset: start)
            } else if !afterSign, let keyword = keyword() {
                hasOperator = true
                return QueryToken(kind: keyword, offset: start)
            } else if let token = tag() {
                return token
            } else if let token = try near() {
                return token
            } else if let token = try filter() {
                return token
            } else {
                return bareWord(at: start)
            }
        }
        if let unclosed = openGroups.last { throw .unclosedParenthesis(at: unclosed) }
        return nil
    }

    private mutating func openGroup(at start: Int) -> QueryToken {
        // In prose a parenthesis left open is punctuation; beside `OR` and the like it is a slip, told at the end.
        let isPunctuation = !isClosed[index] && !namesOperator
        index += 1
        guard index < scalars.count, !isPunctuation else {
            return QueryToken(kind: .noise(Query.Term("(", at: start)), offset: start)
        }
        guard openGroups.count < QueryLexer.deepest else {
            ignoredGroups += 1
            return QueryToken(kind: .noise(Query.Term("(", at: start)), offset: start)
        }
        openGroups.append(start)
        hasOperator = true
        return QueryToken(kind: .open, offset: start)
    }

    /// Reads a `)` that no word holds: the end of a group, an ornament (nil), or a slip.
    private mutating func closeGroup(at start: Int) throws(QueryError) -> QueryToken? {
        index += 1
        if textParentheses > 0 {
            textParentheses -= 1
            return nil
        }
        if ignoredGroups > 0 {
            ignoredGroups -= 1
            return nil
        }
        if openGroups.popLast() != nil { return QueryToken(kind: .close, offset: start) }
        guard isOrnament(closerAt: index - 1) else { throw .unopenedParenthesis(at: start) }
        return QueryToken(kind: .noise(Query.Term(")", at: start)), offset: start)
    }

    /// Whether a `)` without partner is plain text: a smiley, a list marker such as `2)` or `iv)`, or one that stands
    /// alone in a query without operators.
    private func isOrnament(closerAt position: Int) -> Bool {
        let longestMarker = 2
        var first = position
        while first > 0, !scalars[first - 1].isQuerySpace, position - first <= longestMarker + 2 { first -= 1 }
        if first == position { return !hasOperator }
        let before = scalars[first..<position]
        if before.last == ")" || before.last?.opensPhrase == true || before.last == "\u{201D}" { return !hasOperator }
        let content = before.count(where: \.isQueryContent)
        return content == 0 || !hasOperator && content <= longestMarker && before.count <= longestMarker + 1
    }

    /// `-` or `+` where it acts on what follows; nil where it is part of a word.
    private func sign(_ scalar: Unicode.Scalar) -> QueryToken.Kind? {
        guard let following = peek(1), !following.isQuerySpace else { return nil }
        if scalar == "+" { return following == ")" ? nil : .plus }
        guard scalar == "-" else { return nil }
        if following.opensPhrase || following == "(" { return .not("-") }
        if following == "#" { return tagEnd(from: index + 2) == nil ? nil : .not("-") }
        guard following.isQueryContent else { return nil }
        return following.isQueryDigit && isNumber(from: index + 1) ? nil : .not("-")
    }

    /// Whether the word at `start` is a number: figures, points, signs, an exponent.
    private func isNumber(from start: Int) -> Bool {
        var position = start
        while position < scalars.count, !scalars[position].isQuerySpace, scalars[position] != ")" {
            let scalar = scalars[position]
            if scalar.isQueryContent && !scalar.isQueryDigit && scalar != "e" && scalar != "E" { return false }
            position += 1
        }
        return true
    }

    /// `OR`, `AND` or `NOT` as a word of its own, consumed.
    private mutating func keyword() -> QueryToken.Kind? {
        for (word, kind) in [("OR", QueryToken.Kind.or), ("AND", .and), ("NOT", .not("NOT"))] {
            let length = word.unicodeScalars.count
            guard index + length <= scalars.count, scalars[index..<index + length].elementsEqual(word.unicodeScalars)
            else { continue }
            guard let following = peek(length) else {
                index += length
                return kind
            }
            if following.isQuerySpace || following == "(" || following == ")" || following.opensPhrase {
                index += length
                return kind
            }
        }
        return nil
    }

    /// A word up to white space or the `)` of a group, consumed. Its own parentheses always have their partners.
    mutating func wordRange() -> Range<Int> {
        let start = index
        var inside = 0
        while let scalar = peek(), !scalar.isQuerySpace {
            if scalar == "(" {
                if !closesInWord[index] { break }
                inside += 1
            } else if scalar == ")" {
                if inside == 0 { break }
                inside -= 1
            }
            index += 1
        }
        let range = start..<index
        if peek() == "(" {
            index += 1
            if let following = peek(), !following.isQuerySpace { textParentheses += 1 }
        }
        return range
    }

    private mutating func bareWord(at start: Int) -> QueryToken {
        var range = wordRange()
        // A mark that opens nothing must not open a phrase in the canonical form, where others may close it.
        if scalars[range].last?.opensPhrase == true, scalars[range].dropLast().last == ":" {
            range = range.lowerBound..<range.upperBound - 1
        }
        // `is:` before a parenthesis or passed-over punctuation is a word; alone it would be half a filter.
        if scalars[range].last == ":", isFilterKey(text(range.dropLast())) {
            range = range.lowerBound..<range.upperBound - 1
        }
        if let prefix = prefix(range) {
            return QueryToken(kind: .operand(.prefix(prefix, in: .any)), offset: start)
        }
        // Behind a sign an operator's name is a word; quotes keep it one.
        let isKeyword = ["OR", "AND", "NOT"].contains(text(range))
        return operand(from: range, at: start) { isKeyword ? .phrase($0, in: .any) : .word($0, in: .any) }
    }

    /// The words before a final `*`; nil when `range` is no prefix.
    func prefix(_ range: Range<Int>) -> Query.Term? {
        guard let last = scalars[range].last, last == "*", let ending = scalars[range].dropLast().last,
            ending.isQueryContent, !scalars[range].dropLast().contains("*")
        else { return nil }
        return term(range.lowerBound..<range.upperBound - 1)
    }

    /// A token for the words of `range`, or noise when there is nothing in it to look up.
    private func operand(
        from range: Range<Int>, at start: Int, _ clause: (Query.Term) -> Query.Clause
    ) -> QueryToken {
        let term = term(range)
        guard scalars[range].contains(where: \.isQueryContent) else {
            return QueryToken(kind: .noise(term), offset: start)
        }
        return QueryToken(kind: .operand(clause(term)), offset: start)
    }

    /// The content of the quoted phrase at `index`, consumed; nil when the mark opens nothing (an inch sign, say).
    mutating func phrase() throws(QueryError) -> Range<Int>? {
        guard let mark = peek(), mark.opensPhrase else { return nil }
        let start = index + 1
        // The partner first; typed text mixes straight and curly marks, so any other closing mark next.
        let partners: [Unicode.Scalar] =
            switch mark {
            case "\"": ["\""]
            case "\u{201C}": ["\u{201D}"]
            default: ["\u{201C}", "\u{201D}"]
            }
        if let end = firstMark(partners, from: start) ?? firstMark(["\"", "\u{201D}", "\u{201C}"], from: start) {
            index = end + 1
            return start..<end
        }
        guard let following = peek(1), !following.isQuerySpace else { return nil }
        throw .unclosedQuote(at: offset(index))
    }

    /// The first of `marks` from `start` on. Looks only when there is one, so that repeated failure costs nothing.
    private func firstMark(_ marks: [Unicode.Scalar], from start: Int) -> Int? {
        guard marks.contains(where: { (lastMark[$0] ?? -1) >= start }) else { return nil }
        return scalars[start...].firstIndex(where: marks.contains)
    }

    /// Notes that the query visibly uses the language.
    mutating func markOperator() { hasOperator = true }
}
