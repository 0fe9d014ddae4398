extension ConceptCatalog {
    /// What a typed name stands for.
    ///
    /// In this order, the first that finds something: an acronym with several meanings; the very spelling; the spelling but
    /// for case, accents and hyphens; the same words in other forms or another order; a beginning or a word of longer
    /// names; a name with few slips, taken whole or word by word.
    public func resolve(_ typed: String) -> ConceptResolution {
        let extractor = TermExtractor()
        let search = NameSearch(typed, in: concepts)
        let key = extractor.key(of: typed)
        if let key, let choices = meanings[key], choices.count > 1 { return .ambiguous(choices) }
        if let index = search.exact() ?? search.folded() ?? index(ofWords: typed, extractor) {
            return .concept(index, readAs: nil)
        }
        let completions = search.completions()
        if completions.count > 1 { return .ambiguous(completions) }
        if let only = completions.first { return .concept(only, readAs: concepts[only].name) }
        if let near = search.mistyped() { return .concept(near.index, readAs: near.spelling) }
        if let corrected = search.corrected(), let index = index(ofWords: corrected, extractor) {
            return .concept(index, readAs: corrected)
        }
        return .unknown(nearest: search.nearest())
    }

    /// The concept with the words of `text` in whatever forms and order.
    ///
    /// A key tells a doer at the end of a name from the deed, `leader` from `lead`, so that each word is tried there.
    private func index(ofWords text: String, _ extractor: TermExtractor) -> Int? {
        if let index = extractor.key(of: text).flatMap(index(ofKey:)) { return index }
        let words = text.split(whereSeparator: \.isWhitespace)
        guard 2...ConceptCatalog.mostReordered ~= words.count else { return nil }
        for last in words.indices.dropLast() {
            var reordered = words
            reordered.append(reordered.remove(at: last))
            if let index = extractor.key(of: reordered.joined(separator: " ")).flatMap(index(ofKey:)) { return index }
        }
        return nil
    }

    /// Longer names are not tried in other orders.
    private static let mostReordered = 5
}
