/// Where a walk along links leads that starts at one note and ends at each step with an even chance.
///
/// Personalised PageRank, with the notes most similar to each note added as if it linked to them, so that the walk finds
/// its way in vaults with few links.
/// - SeeAlso: L. Page, S. Brin, R. Motwani, T. Winograd: The PageRank Citation Ranking (1999).
struct LinkWalk {
    /// How often the walk is at each note.
    private(set) var visits: ScoreRow
    /// For each note that was reached, the one from which it was reached most often.
    private(set) var before: [Int32]
    private var most: [Float]
    /// The notes reached on the way.
    private var reached: [Int32] = []
    private var chances: ScoreRow

    /// A walk among `count` notes.
    init(count: Int) {
        visits = ScoreRow(count: count)
        chances = ScoreRow(count: count)
        before = Array(repeating: -1, count: count)
        most = Array(repeating: 0, count: count)
    }

    /// Walks from `start`. `similar` tells the notes most similar to one, with how similar they are.
    mutating func walk(
        from start: Int, along graph: LinkGraph, similar: (Int) -> ArraySlice<(note: Int, value: Float)>
    ) {
        for note in reached { most[Int(note)] = 0 }
        reached.removeAll(keepingCapacity: true)
        visits.removeAll()
        visits.add(1, to: start)
        for _ in 0..<SuggestionWeight.walkSteps {
            chances.removeAll()
            chances.add(SuggestionWeight.walkEnds, to: start)
            for touched in visits.touched {
                let note = Int(touched)
                let chance = visits[note]
                if chance < SuggestionWeight.leastWalk { continue }
                step(from: note, chance: chance * (1 - SuggestionWeight.walkEnds), graph, similar(note))
            }
            swap(&visits, &chances)
        }
    }

    private mutating func step(
        from note: Int, chance: Float, _ graph: LinkGraph, _ similar: ArraySlice<(note: Int, value: Float)>
    ) {
        let links = Float(graph.out[note].count + graph.into[note].count)
        let ways = links + similar.reduce(0) { $0 + $1.value * SuggestionWeight.similarStep }
        guard ways > 0 else { return }
        let share = chance / ways
        for other in graph.out[note] { reach(Int(other), share, from: note) }
        for other in graph.into[note] { reach(Int(other), share, from: note) }
        for other in similar {
            reach(other.note, share * SuggestionWeight.similarStep * other.value, from: note)
        }
    }

    private mutating func reach(_ note: Int, _ chance: Float, from previous: Int) {
        chances.add(chance, to: note)
        if chance > most[note] {
            if most[note] == 0 { reached.append(Int32(truncatingIfNeeded: note)) }
            most[note] = chance
            before[note] = Int32(truncatingIfNeeded: previous)
        }
    }
}
