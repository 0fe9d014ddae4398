import KBConcepts
import KBModel

/// In how many notes and sections each of some concepts stands, and where.
struct ConceptCounts {
    /// What was counted of one concept.
    struct Count {
        var notes = 0
        var sections = 0
        /// By path and line, each line once; empty unless asked for.
        var mentions: [Source] = []
        /// The note and the section it was met in last, so that each counts once.
        fileprivate var lastNote = -1
        fileprivate var lastSection = -1
    }

    private var counts: [Count]
    /// For each concept of the catalog its place in ``counts``; -1 for those not asked for.
    private var places: [Int32]
    private let withMentions: Bool
    private var notes = 0

    /// Nothing counted yet of `concepts`, indexes in `catalog`.
    init(of concepts: [Int], in catalog: ConceptCatalog, withMentions: Bool) {
        counts = Array(repeating: Count(), count: concepts.count)
        places = Array(repeating: -1, count: catalog.concepts.count)
        for (place, concept) in concepts.enumerated() { places[concept] = Int32(place) }
        self.withMentions = withMentions
    }

    /// What was counted of a concept that was asked for.
    subscript(concept: Int) -> Count {
        get {
            guard places.indices.contains(concept), places[concept] >= 0 else { return Count() }
            return counts[Int(places[concept])]
        }
        set {
            guard places.indices.contains(concept), places[concept] >= 0 else { return }
            counts[Int(places[concept])] = newValue
        }
    }

    /// Takes in one more note; notes come by path.
    mutating func add(_ note: Note, _ mentions: [ConceptMention]) {
        notes += 1
        for mention in mentions where places[mention.concept] >= 0 {
            let place = Int(places[mention.concept])
            if counts[place].lastNote != notes {
                counts[place].lastNote = notes
                counts[place].lastSection = -1
                counts[place].notes += 1
            }
            // Mentions come by position, and so do sections.
            if counts[place].lastSection != mention.section { counts[place].sections += 1 }
            counts[place].lastSection = mention.section
            guard withMentions else { continue }
            let source = Source(path: note.path, line: mention.line)
            if counts[place].mentions.last != source { counts[place].mentions.append(source) }
        }
    }
}
