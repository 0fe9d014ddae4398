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
        if let index = search.exact() ?? search.folded() ?? key.flatMap(index(ofKey:)) {
            return .concept(index, readAs: nil)
        }
        let completions = search.completions()
        if completions.count > 1 { return .ambiguous(completions) }
        if let only = completions.first { return .concept(only, readAs: concepts[only].name) }
        if let near = search.mistyped() { return .concept(near.index, readAs: near.spelling) }
        if let corrected = search.corrected(), let index = extractor.key(of: corrected).flatMap(index(ofKey:)) {
            return .concept(index, readAs: corrected)
        }
        return .unknown(nearest: search.nearest())
    }
}
