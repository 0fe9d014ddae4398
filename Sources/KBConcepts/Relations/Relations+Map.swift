public import KBModel

extension Relations {
    /// The concepts that are shown, with the most telling relations between them.
    ///
    /// - Parameters:
    ///   - concepts: Where to begin; empty for the whole vault.
    ///   - depth: How many steps away from them; ignored for the whole vault.
    ///   - limit: The most concepts, those nearest first, then the most salient; nil for all.
    public func map(around concepts: [Int], depth: Int = 1, limit: Int? = nil, reading read: NoteReader) -> ConceptMap {
        ConceptMap(concepts: [], edges: [])
    }
}
