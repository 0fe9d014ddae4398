public import KBModel

extension CatalogConcept {
    /// The concept as it is shown, without mentions.
    public var concept: Concept {
        Concept(
            name: name, aliases: Array(spellings.dropFirst()), notes: notes, sections: counts[.section],
            salience: salience, isShown: isShown)
    }
}
