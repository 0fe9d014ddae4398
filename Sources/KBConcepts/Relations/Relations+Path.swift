public import KBModel

extension Relations {
    /// The shortest chain of relations from one concept to another, among equally short ones the strongest.
    ///
    /// Only concepts that are shown stand between the two.
    ///
    /// - Parameters:
    ///   - from: Where to start: an index in the catalog.
    ///   - to: Where to end: an index in the catalog.
    ///   - read: Reads a note that was added.
    /// - Returns: Its steps in order, none when the two are one; nil when no chain joins them.
    public func path(from: Int, to: Int, reading read: NoteReader) -> [Hop]? {
        guard catalog.concepts.indices.contains(from), catalog.concepts.indices.contains(to) else { return nil }
        guard from != to else { return [] }
        let postings = postings()
        var search = PathSearch(self, postings, from: from, to: to)
        guard let chain = search.chain() else { return nil }
        let steps = zip(chain, chain.dropFirst()).compactMap { step(from: $0, to: $1, postings) }
        guard steps.count == chain.count - 1 else { return nil }
        let texts = texts(of: steps.map { [$0.evidence] }, reading: read)
        var hops: [Hop] = []
        for (place, step) in steps.enumerated() {
            let (a, b) = (catalog.concepts[chain[place]].name, catalog.concepts[chain[place + 1]].name)
            let reason = texts[place].first ?? Reason(path: notes[Int(step.evidence.note)].path, line: 1, text: "")
            hops.append(Hop(from: a, to: b, kind: step.kind, reason: reason))
        }
        return hops
    }

    /// What joins two neighbours: the kind that the most telling place says.
    func step(from: Int, to: Int, _ postings: Postings) -> (kind: RelationKind, evidence: RelationTally.Evidence)? {
        var tally = RelationTally(concepts: catalog.concepts.count, mostEvidence: 1)
        gather(from, postings, into: &tally) { $0 == to }
        return tally.sums.first.map { ($0.best.kind, $0.best) }
    }
}

/// Looks for the shortest chain from both ends, level by level.
struct PathSearch {
    /// A place that says less is no step worth telling.
    private static let leastWeight = 0.1
    /// A longer chain says nothing.
    private static let mostSteps = 8

    private let relations: Relations
    private let postings: Relations.Postings
    private var tally: RelationTally
    private var ahead: Side
    private var back: Side

    /// What was reached from one end.
    private struct Side {
        /// By concept: the step before it, its own number at the end itself, -1 when not reached.
        var before: [Int32]
        var level: [Int8]
        /// The product of the strengths on the way.
        var strength: [Double]
        var frontier: [Int]
        var depth: Int8 = 0

        init(_ start: Int, count: Int) {
            before = [Int32](repeating: -1, count: count)
            level = [Int8](repeating: -1, count: count)
            strength = [Double](repeating: 0, count: count)
            before[start] = Int32(start)
            level[start] = 0
            strength[start] = 1
            frontier = [start]
        }

        /// From the end to `concept`, both included.
        func chain(to concept: Int) -> [Int] {
            var chain = [concept]
            while let last = chain.last, before[last] != Int32(last), before[last] >= 0 {
                chain.append(Int(before[last]))
            }
            return chain.reversed()
        }
    }

    init(_ relations: Relations, _ postings: Relations.Postings, from: Int, to: Int) {
        self.relations = relations
        self.postings = postings
        let count = relations.catalog.concepts.count
        tally = RelationTally(concepts: count, mostEvidence: 1)
        ahead = Side(from, count: count)
        back = Side(to, count: count)
    }

    /// The concepts from one end to the other; nil when nothing joins them.
    mutating func chain() -> [Int]? {
        for _ in 0..<PathSearch.mostSteps {
            let isAhead = ahead.frontier.count <= back.frontier.count
            if isAhead { ahead = expanded(ahead, towards: back) } else { back = expanded(back, towards: ahead) }
            if let chain = meeting() { return chain }
            if ahead.frontier.isEmpty || back.frontier.isEmpty { return nil }
        }
        return nil
    }

    /// The strongest chain through a concept that both sides have just reached; the first of equals in the catalog.
    private func meeting() -> [Int]? {
        var best: (concept: Int, strength: Double)?
        for concept in ahead.frontier.sorted() where back.level[concept] == back.depth {
            let strength = ahead.strength[concept] * back.strength[concept]
            if strength > best?.strength ?? -1 { best = (concept, strength) }
        }
        guard let best else { return nil }
        return ahead.chain(to: best.concept) + back.chain(to: best.concept).reversed().dropFirst()
    }

    /// `side` with all that one more step reaches.
    private mutating func expanded(_ side: Side, towards other: Side) -> Side {
        var side = side
        var reached: [Int] = []
        for concept in side.frontier.sorted() {
            let catalog = relations.catalog
            let counts: (Int) -> Bool = {
                (catalog.concepts[$0].isShown || other.level[$0] == 0)
                    && (side.level[$0] < 0 || side.level[$0] == side.depth + 1)
            }
            relations.gather(concept, postings, into: &tally, where: counts)
            for sum in tally.sums where sum.best.weight >= PathSearch.leastWeight {
                let strength = side.strength[concept] * relations.strength(sum, of: concept)
                if side.level[sum.concept] < 0 {
                    side.level[sum.concept] = side.depth + 1
                    reached.append(sum.concept)
                } else if strength <= side.strength[sum.concept] {
                    continue
                }
                side.strength[sum.concept] = strength
                side.before[sum.concept] = Int32(concept)
            }
        }
        side.depth += 1
        side.frontier = reached
        return side
    }
}
