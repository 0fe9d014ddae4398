import KBConcepts
import KBText

/// Finds the concepts that the vocabulary sets below a topic, and those whose names end in its name.
struct NarrowerConcepts {
    private let catalog: ConceptCatalog

    init(_ catalog: ConceptCatalog) { self.catalog = catalog }

    /// What is narrower than one of `concepts`, those left out, ascending.
    func all(of concepts: [Int]) -> [Int] {
        var found: Set<Int> = []
        let known = catalog.concepts
        var waiting = concepts
        while let next = waiting.popLast() {
            for other in known[next].narrower where found.insert(other).inserted { waiting.append(other) }
        }
        let tokenizer = Tokenizer()
        func stems(_ name: String) -> [String] {
            tokenizer.tokens(in: name, as: .query).filter { !$0.isColocated }.map(\.term)
        }
        let heads = concepts.flatMap { known[$0].spellings.map(stems) }.filter { !$0.isEmpty }
        for (index, concept) in known.enumerated() where !concept.isHidden {
            let names = concept.spellings.map(stems)
            if names.contains(where: { name in
                heads.contains { $0.count < name.count && name.suffix($0.count).elementsEqual($0) }
            }) {
                found.insert(index)
            }
        }
        return found.subtracting(concepts).sorted()
    }
}
