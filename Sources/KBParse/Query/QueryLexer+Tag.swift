import KBModel

extension QueryLexer {
    /// The index behind a tag's characters from `start`, when they make a tag: one is no figure, and nothing but
    /// closing punctuation follows in the word.
    func tagEnd(from start: Int) -> Int? {
        var end = start
        var hasLetter = false
        while end < scalars.count, scalars[end].isTagCharacter {
            if scalars[end].isQueryContent && !scalars[end].isQueryDigit { hasLetter = true }
            end += 1
        }
        guard hasLetter else { return nil }
        var position = end
        while position < scalars.count, !scalars[position].isQuerySpace, scalars[position] != ")" {
            if scalars[position] == "(", !closesInWord[position] { break }
            guard ".,;:!?\"\u{201C}\u{201D}\u{201E}".unicodeScalars.contains(scalars[position]) else { return nil }
            position += 1
        }
        return end
    }

    /// `#tag`, consumed with the punctuation behind it.
    mutating func tag() -> QueryToken? {
        guard peek() == "#", let end = tagEnd(from: index + 1), let tag = Tag(text(index + 1..<end)) else { return nil }
        let start = offset(index)
        index = end
        _ = wordRange()
        return QueryToken(kind: .operand(.filter(.tag(tag))), offset: start)
    }
}
