import KBModel

extension QueryLexer {
    /// `key:value`, consumed; nil when what stands here is a word after all.
    ///
    /// A key has at least two characters and begins with a letter, so that `C:\x`, `10:30` and `A:B` are words; what
    /// follows the colon must look like a value, so that `std::vector`, `http://…` and `Note: …` are words too.
    mutating func filter() throws(QueryError) -> QueryToken? {
        guard let colon = keyEnd() else { return nil }
        let start = index
        let key = text(start..<colon)
        index = colon + 1
        guard startsValue() else {
            if isEmptyFilter(key) { throw .emptyFilter(key, at: offset(start)) }
            index = start
            return nil
        }
        let isQuoted = peek()?.opensPhrase == true
        guard let value = isQuoted ? try phrase() : wordRange() else {
            index = start
            return nil
        }
        let isBlank = scalars[value].allSatisfy(\.isQuerySpace)
        if isBlank { throw .emptyFilter(key, at: offset(start)) }
        let clause = try clause(key: key, value: value, isQuoted: isQuoted, at: offset(start))
        return QueryToken(kind: .operand(clause), offset: offset(start))
    }

    /// The index of the colon behind a key that begins here.
    private func keyEnd() -> Int? {
        guard let first = peek(), first.isQueryContent, !first.isQueryDigit else { return nil }
        var position = index + 1
        while position < scalars.count, scalars[position].isKeyCharacter { position += 1 }
        guard position < scalars.count, scalars[position] == ":", position - index >= 2 else { return nil }
        return position
    }

    /// Whether what stands behind the colon can be a value.
    private func startsValue() -> Bool {
        guard let first = peek(), !first.isQuerySpace else { return false }
        if first.isQueryContent || first.opensPhrase { return true }
        guard let second = peek(1), !second.isQuerySpace else { return first == "*" || first == "/" || first == "." }
        switch first {
        case "/": return second != "/"
        case ".", "~", "_", "*", "#", "?", "[", "$", "@": return true
        case "-", "+": return second.isQueryContent
        default: return false
        }
    }

    /// Whether `key:` with no value is a slip and no prose: a filter in lower case that ends the query, or one that
    /// no sentence is likely to hold (`tag: x`).
    private func isEmptyFilter(_ key: String) -> Bool {
        guard isFilterKey(key) else { return false }
        guard let following = peek() else { return true }
        return following.isQuerySpace && (key == "tag" || key == "path") || following == ")" && !openGroups.isEmpty
    }

    /// Whether `key` is a filter's own, in lower case.
    func isFilterKey(_ key: String) -> Bool {
        ["tag", "path", "note", "heading", "concept", "is", "before", "after"].contains(key)
    }

    private func clause(
        key: String, value: Range<Int>, isQuoted: Bool, at start: Int
    ) throws(QueryError) -> Query.Clause {
        let typed = text(value)
        let at = offset(value.lowerBound)
        switch key.lowercased() {
        case "tag":
            guard let tag = Tag(typed) else { throw .emptyFilter(key, at: start) }
            return .filter(.tag(tag))
        case "path": return .filter(.path(typed))
        case "note": return .filter(.note(typed))
        case "concept": return .filter(.concept(typed))
        case "heading":
            if isQuoted { return .phrase(term(value), in: .heading) }
            return prefix(value).map { .prefix($0, in: .heading) } ?? .word(term(value), in: .heading)
        case "is":
            guard let feature = Query.Feature(rawValue: typed.lowercased()) else {
                throw .unknownFeature(typed, at: at)
            }
            return .filter(.holds(feature))
        case "before":
            guard let day = Day(typed: typed, today: today) else { throw .unreadableDay(typed, at: at) }
            return .filter(.before(day))
        case "after":
            guard let day = Day(typed: typed, today: today) else { throw .unreadableDay(typed, at: at) }
            return .filter(.after(day))
        default: return .filter(.property(key: key, value: typed))
        }
    }
}
