public import KBModel

extension Relations {
    /// A neighbour before its texts are read.
    struct Candidate {
        var concept: Int
        var score: Double
        var kinds: [RelationKind]
        var evidence: [RelationTally.Evidence]
    }

    /// The neighbours of `concepts` taken together, the concepts themselves left out.
    ///
    /// Only notes that mention the concepts matter, so that adding no others gives the same answer.
    ///
    /// - Parameters:
    ///   - concepts: Indexes in the catalog.
    ///   - limit: The most neighbours; nil for all.
    ///   - reasons: The most reasons for each.
    ///   - read: Reads a note that was added.
    /// - Returns: Closest first; ties by name in byte order. What the vocabulary says comes before all else.
    public func neighbours(
        of concepts: [Int], limit: Int? = nil, reasons: Int = 8, reading read: NoteReader
    ) -> [Neighbour] {
        var candidates = candidates(around: concepts, mostEvidence: max(1, reasons))
        if let limit { candidates = Array(candidates.prefix(max(0, limit))) }
        let texts = texts(of: candidates.map(\.evidence), reading: read)
        return zip(candidates, texts).map { candidate, reasons in
            Neighbour(
                name: catalog.concepts[candidate.concept].name, score: candidate.score, kinds: candidate.kinds,
                reasons: Reason.eachOnce(reasons))
        }
    }

    /// The neighbours of `concepts` taken together, closest first, ties by name.
    func candidates(around concepts: [Int], mostEvidence: Int) -> [Candidate] {
        let asked = concepts.filter(catalog.concepts.indices.contains)
        let postings = postings()
        var lists: [[Candidate]] = []
        var tally = RelationTally(concepts: catalog.concepts.count, mostEvidence: mostEvidence)
        for concept in asked {
            gather(concept, postings, into: &tally) { catalog.concepts[$0].isShown && !asked.contains($0) }
            var near = ranked(tally.sums, of: concept, excluding: asked)
            addSimilar(to: concept, beside: asked, postings, &tally, &near)
            lists.append(near)
        }
        guard lists.count > 1 else { return lists.first ?? [] }
        return sorted(merged(lists))
    }

    /// Scores what `sums` say about the neighbours of `concept`, adds what the vocabulary says, and orders them.
    func ranked(_ sums: [RelationTally.Sum], of concept: Int, excluding asked: [Int] = []) -> [Candidate] {
        var candidates = sums.map { sum in
            Candidate(
                concept: sum.concept, score: score(sum, of: concept), kinds: Relations.kinds(of: sum),
                evidence: sum.evidence)
        }
        addVocabulary(of: concept, excluding: asked, to: &candidates)
        return sorted(candidates)
    }

    /// Closest first; ties by name in byte order.
    func sorted(_ candidates: [Candidate]) -> [Candidate] {
        candidates.sorted { a, b in
            if a.score != b.score { return a.score > b.score }
            let (first, second) = (catalog.concepts[a.concept].name, catalog.concepts[b.concept].name)
            return first == second ? a.concept < b.concept : first.utf8.lexicographicallyPrecedes(second.utf8)
        }
    }

    /// How close a neighbour is: what the notes say, less for one that stands everywhere, more for one that stands out.
    func score(_ sum: RelationTally.Sum, of concept: Int) -> Double {
        let weights = rules.weights
        let perNote = sum.notes > 0 ? sum.strength / Double(sum.notes) : sum.strength
        let said = perNote * Power.of(Double(max(1, sum.notes)), weights.notePower)
        let kin = finder.names.shareWord(concept, sum.concept) ? 1 + weights.sharedWord : 1
        let salience = max(catalog.concepts[sum.concept].salience, RelationWeights.leastSalience)
        return said / spread(of: sum.concept) * Power.of(salience, weights.saliencePower) * kin
    }

    /// What a neighbour that stands everywhere is divided by.
    func spread(of concept: Int) -> Double {
        Power.of(Double(max(1, catalog.concepts[concept].counts[.section])), rules.weights.hubPower)
    }

    /// The kinds of a relation, strongest first; of broader and narrower only the one that more speaks for.
    static func kinds(of sum: RelationTally.Sum) -> [RelationKind] {
        let weak: RelationKind =
            sum.kinds[RelationKind.broader.place] >= sum.kinds[RelationKind.narrower.place] ? .narrower : .broader
        return RelationKind.allCases.filter { sum.kinds[$0.place] > 0 && $0 != weak }
            .sorted { (sum.kinds[$0.place], $1.place) > (sum.kinds[$1.place], $0.place) }
    }

    private func addVocabulary(of concept: Int, excluding asked: [Int], to candidates: inout [Candidate]) {
        let own = catalog.concepts[concept]
        let top = candidates.reduce(0) { max($0, $1.score) }
        for (kind, others) in [
            (RelationKind.broader, own.broader), (.narrower, own.narrower), (.related, own.related),
        ] {
            for other in others where catalog.concepts.indices.contains(other) && !asked.contains(other) {
                let place = candidates.firstIndex { $0.concept == other }
                var candidate =
                    place.map { candidates.remove(at: $0) }
                    ?? Candidate(concept: other, score: 0, kinds: [], evidence: [])
                // Above all that is only found, whatever the order in which the file names them.
                if candidate.score <= top { candidate.score += top + 1 }
                candidate.kinds.removeAll { $0 == kind || $0 == kind.reversed }
                candidate.kinds.insert(kind, at: 0)
                candidates.append(candidate)
            }
        }
    }

    /// Neighbours of several concepts at once: near to all of them before very near to one.
    private func merged(_ lists: [[Candidate]]) -> [Candidate] {
        /// What one who is no neighbour of a concept counts as, as a share of its closest.
        let floor = 0.05
        var all: [Int: (Candidate, shares: [Double])] = [:]
        for (index, list) in lists.enumerated() {
            let top = list.first?.score ?? 1
            for candidate in list {
                var entry = all[candidate.concept] ?? (candidate, [Double](repeating: 0, count: lists.count))
                if index > 0 || entry.shares.contains(where: { $0 > 0 }) {
                    for kind in candidate.kinds where !entry.0.kinds.contains(kind) { entry.0.kinds.append(kind) }
                    if entry.shares.contains(where: { $0 > 0 }) { entry.0.evidence += candidate.evidence }
                }
                entry.shares[index] = top > 0 ? candidate.score / top : 0
                all[candidate.concept] = entry
            }
        }
        return all.values.map { entry in
            var candidate = entry.0
            let product = entry.shares.reduce(1) { $0 * ($1 + floor) }
            candidate.score = Power.root(product, lists.count)
            return candidate
        }
    }
}
