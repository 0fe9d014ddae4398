import KBModel

extension QueryLexer {
    /// The distance of a `NEAR(…)` that names none, as in FTS5.
    static let usualDistance = 10

    /// `NEAR(a b "c d", 10)`, consumed; nil when something else stands here.
    mutating func near() throws(QueryError) -> QueryToken? {
        let word = "NEAR(".unicodeScalars
        guard index + word.count <= scalars.count, scalars[index..<index + word.count].elementsEqual(word) else {
            return nil
        }
        let start = offset(index)
        markOperator()
        index += word.count
        var terms: [Query.Term] = []
        var distance = QueryLexer.usualDistance
        while let scalar = peek(), scalar != ")" {
            if scalar.isQuerySpace {
                index += 1
            } else if scalar == "," {
                guard let typed = distanceBehindComma() else { throw .malformedNear(at: start) }
                distance = typed
            } else if let term = try nearTerm() {
                terms.append(term)
            }
        }
        guard peek() == ")" else { throw .unclosedParenthesis(at: start + word.count - 1) }
        index += 1
        guard terms.count >= 2 else { throw .malformedNear(at: start) }
        return QueryToken(kind: .operand(.near(terms, distance: distance)), offset: start)
    }

    /// The figure between a comma and the closing parenthesis; nil when there is anything else.
    private mutating func distanceBehindComma() -> Int? {
        index += 1
        let start = index
        while let scalar = peek(), scalar != ")" { index += 1 }
        let typed = text(start..<index).split(whereSeparator: \.isWhitespace)
        guard typed.count == 1, let only = typed.first, only.allSatisfy({ ("0"..."9").contains($0) }) else {
            return nil
        }
        return Int(only)
    }

    /// A word or phrase inside `NEAR(…)`; nil when it holds nothing to look up.
    private mutating func nearTerm() throws(QueryError) -> Query.Term? {
        var range: Range<Int>
        if let quoted = try phrase() {
            range = quoted
        } else {
            let start = index
            while let scalar = peek(), !scalar.isQuerySpace, scalar != ",", scalar != ")" { index += 1 }
            range = start..<index
        }
        while let first = scalars[range].first, first.isQuerySpace { range = range.lowerBound + 1..<range.upperBound }
        return scalars[range].contains(where: \.isQueryContent) ? term(range) : nil
    }
}
