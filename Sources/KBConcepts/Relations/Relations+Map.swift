public import KBModel

extension Relations {
    /// How many of its closest neighbours a concept of the map keeps.
    private static let closest = 6

    /// One relation of a map before its text is read.
    private struct Edge {
        var from: Int
        var to: Int
        var kind: RelationKind
        var weight: Double
        var evidence: RelationTally.Evidence
    }

    /// The concepts that are shown, with the most telling relations between them.
    ///
    /// An edge stays when each of the two is among the closest neighbours of the other, or one of them is the closest
    /// neighbour of the other, which would else stand alone.
    ///
    /// - Parameters:
    ///   - concepts: Where to begin: indexes in the catalog; empty for the whole vault.
    ///   - depth: How many steps away from them, 0 or more; ignored for the whole vault.
    ///   - limit: The most concepts, the nearest first, then the most salient; nil for all.
    ///   - read: Reads a note that was added.
    public func map(around concepts: [Int], depth: Int = 1, limit: Int? = nil, reading read: NoteReader) -> ConceptMap {
        let postings = postings()
        let chosen = chosen(around: concepts, depth: depth, limit: limit, postings)
        var places = [Int32](repeating: -1, count: catalog.concepts.count)
        for (place, concept) in chosen.enumerated() { places[concept] = Int32(place) }
        let edges = edges(among: chosen, places, postings)
        let texts = texts(of: edges.map { [$0.evidence] }, reading: read)
        var drawn: [ConceptMap.Edge] = []
        for (edge, reasons) in zip(edges, texts) {
            guard let reason = reasons.first else { continue }
            drawn.append(
                ConceptMap.Edge(
                    from: Int(places[edge.from]), to: Int(places[edge.to]), kind: edge.kind, weight: edge.weight,
                    reason: reason))
        }
        drawn.sort { ($0.from, $0.to, $0.kind.place) < ($1.from, $1.to, $1.kind.place) }
        return ConceptMap(concepts: chosen.map { catalog.concepts[$0].concept }, edges: drawn)
    }

    /// The concepts to draw, in the order of the catalog.
    private func chosen(around concepts: [Int], depth: Int, limit: Int?, _ postings: Postings) -> [Int] {
        let all = catalog.concepts.indices.filter { catalog.concepts[$0].isShown && !postings.places(of: $0).isEmpty }
        guard !concepts.isEmpty else { return Array(all.prefix(max(0, limit ?? all.count))) }
        var chosen = concepts.filter(catalog.concepts.indices.contains)
        var seen = Set(chosen)
        var frontier = chosen
        var tally = RelationTally(concepts: catalog.concepts.count, mostEvidence: 1)
        for _ in 0..<max(0, depth) {
            var next: [Int: Double] = [:]
            for concept in frontier {
                let near = nearest(Relations.widest, to: concept, postings, &tally) { catalog.concepts[$0].isShown }
                for sum in near where !seen.contains(sum.concept) {
                    next[sum.concept] = max(next[sum.concept] ?? 0, score(sum, of: concept))
                }
            }
            frontier = next.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
            for concept in frontier where chosen.count < limit ?? Int.max {
                chosen.append(concept)
                seen.insert(concept)
            }
            if chosen.count >= limit ?? Int.max { break }
        }
        return chosen.prefix(max(0, limit ?? Int.max)).sorted()
    }

    /// How many neighbours each concept leads to: more fill no picture.
    private static let widest = 24

    /// The `count` closest neighbours of `concept` for which `counts` holds, closest first; ties in the catalog's order.
    private func nearest(
        _ count: Int, to concept: Int, _ postings: Postings, _ tally: inout RelationTally, where counts: (Int) -> Bool
    ) -> [RelationTally.Sum] {
        gather(concept, postings, into: &tally, where: counts)
        var best: [(score: Double, place: Int)] = []
        for place in tally.sums.indices {
            let score = score(tally.sums[place], of: concept)
            func isBefore(_ other: (score: Double, place: Int)) -> Bool {
                score == other.score
                    ? tally.sums[place].concept < tally.sums[other.place].concept : score > other.score
            }
            if best.count == count, let last = best.last, !isBefore(last) { continue }
            best.insert((score, place), at: best.firstIndex(where: isBefore) ?? best.count)
            if best.count > count { best.removeLast() }
        }
        return best.map { tally.sums[$0.place] }
    }

    /// The relations between `chosen` that are worth drawing.
    private func edges(among chosen: [Int], _ places: [Int32], _ postings: Postings) -> [Edge] {
        var tally = RelationTally(concepts: catalog.concepts.count, mostEvidence: 1)
        var kept: [UInt64: (edge: Edge, votes: Int)] = [:]
        for concept in chosen {
            let near = nearest(Relations.closest, to: concept, postings, &tally) { places[$0] >= 0 }
            for (rank, sum) in near.enumerated() {
                let (low, high) = (min(concept, sum.concept), max(concept, sum.concept))
                let key = UInt64(low) << 32 | UInt64(high)
                // Being the closest counts like being near to each other.
                let votes = rank == 0 ? 2 : 1
                if kept[key] != nil {
                    kept[key]?.votes += votes
                    continue
                }
                kept[key] = (edge(concept, sum), votes)
            }
        }
        return kept.values.filter { $0.votes >= 2 }.map(\.edge).sorted { ($0.from, $0.to) < ($1.from, $1.to) }
    }

    private func edge(_ concept: Int, _ sum: RelationTally.Sum) -> Edge {
        let weight = strength(sum, of: concept)
        let kind = sum.best.kind
        // A broader concept leads to a narrower one; else the one first in the catalog to the other.
        let isTurned = kind == .broader || (kind != .narrower && sum.concept < concept)
        return Edge(
            from: isTurned ? sum.concept : concept, to: isTurned ? concept : sum.concept,
            kind: isTurned ? kind.reversed : kind, weight: weight, evidence: sum.best)
    }

    /// How strong a relation is, the same from both ends.
    func strength(_ sum: RelationTally.Sum, of concept: Int) -> Double {
        score(sum, of: concept) / Power.of(spread(of: concept), 0.5) * Power.of(spread(of: sum.concept), 0.5)
    }
}
