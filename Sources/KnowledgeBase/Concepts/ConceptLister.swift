import KBConcepts
import KBModel

/// Chooses, counts and orders the concepts of a list.
struct ConceptLister {
    let catalog: ConceptCatalog
    let filter: ConceptFilter
    let order: ConceptOrder

    /// Whether all that could be listed is counted, as it costs no more than counting some.
    let countsAll: Bool

    /// Whether what could be listed must be counted before it is known what is.
    private var countsDecide: Bool {
        countsAll || filter.minimumNotes > 1 || order == .notes || order == .sections
    }

    /// The list; `counting` counts concepts, with their mentions if asked to.
    func list(
        counting: (_ concepts: [Int], _ withMentions: Bool) throws(KnowledgeBaseError) -> ConceptCounts
    ) throws(KnowledgeBaseError) -> ConceptList {
        let passing = catalog.concepts.indices.filter { passes(catalog.concepts[$0]) }
        var chosen = passing.filter { filter.includesAll || catalog.concepts[$0].isShown }
        let hidden = passing.count - chosen.count
        var counts: ConceptCounts?
        if countsDecide {
            // Mentions of concepts that are not listed after all would fill the memory.
            let counted = try counting(chosen, filter.withMentions && filter.limit == nil)
            // A name that stands only inside longer ones is no concept of its own.
            chosen.removeAll { counted[$0].notes < max(1, filter.minimumNotes) }
            counts = counted
        }
        let sorted = chosen.map { (index: $0, concept: concept($0, counts)) }.sorted {
            isBefore($0.concept, $1.concept)
        }
        let listed = filter.limit.map { Array(sorted.prefix(max(0, $0))) } ?? sorted
        let needsMentions = filter.withMentions && filter.limit != nil
        if counts == nil || needsMentions { counts = try counting(listed.map(\.index), filter.withMentions) }
        return ConceptList(
            concepts: listed.map { concept($0.index, counts) }, total: chosen.count, hidden: hidden)
    }

    private func passes(_ concept: CatalogConcept) -> Bool {
        !concept.isHidden && filter.holdsText(concept.spellings)
    }

    private func concept(_ index: Int, _ counts: ConceptCounts?) -> Concept {
        var concept = catalog.concepts[index].concept
        guard let counted = counts?[index] else { return concept }
        concept.notes = counted.notes
        concept.sections = counted.sections
        concept.mentions = counted.mentions
        return concept
    }

    private func isBefore(_ a: Concept, _ b: Concept) -> Bool {
        switch order {
        case .salience where a.salience != b.salience: return a.salience > b.salience
        case .notes where a.notes != b.notes: return a.notes > b.notes
        case .sections where a.sections != b.sections: return a.sections > b.sections
        case .name:
            let (first, second) = (a.name.lowercased(), b.name.lowercased())
            if first != second { return ByteOrder.precedes(first, second) }
        case .salience, .notes, .sections: break
        }
        return ByteOrder.precedes(a.name, b.name)
    }
}
