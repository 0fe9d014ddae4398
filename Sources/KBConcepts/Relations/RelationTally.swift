internal import KBModel

/// Sums up what notes say about one concept and its neighbours.
///
/// Everything is indexed by concept and cleared by what was touched, so that one tally serves a whole vault.
struct RelationTally {
    /// One place that says how two concepts are related.
    struct Evidence {
        var kind: RelationKind
        var weight: Double
        /// Number of the note among those added.
        var note: Int32
        /// The entries of the note: the concept asked about and the other. For a link, its line and -1.
        var mine: Int32
        var other: Int32
    }

    /// What speaks for one neighbour.
    struct Sum {
        var concept: Int
        /// Strength over all notes.
        var strength = 0.0
        /// Weight by ``RelationKind/place``.
        var kinds = SIMD8<Double>()
        var notes = 0
        /// The most telling place.
        var best: Evidence
        /// The next ones, most telling first.
        var others: [Evidence] = []

        /// The most telling places, best first.
        var evidence: [Evidence] { [best] + others }
    }

    private var slots: [Int32]
    private(set) var sums: [Sum] = []
    /// What the note at hand leaves open, by slot.
    private var open: [Double] = []
    private var touched: [Int] = []
    private let mostEvidence: Int

    init(concepts: Int, mostEvidence: Int) {
        slots = [Int32](repeating: -1, count: concepts)
        self.mostEvidence = mostEvidence
    }

    /// Forgets everything.
    mutating func clear() {
        for sum in sums { slots[sum.concept] = -1 }
        sums.removeAll(keepingCapacity: true)
        open.removeAll(keepingCapacity: true)
    }

    /// Adds one place of the note at hand.
    mutating func add(_ concept: Int, _ evidence: Evidence) {
        guard slots.indices.contains(concept) else { return }
        var slot = Int(slots[concept])
        var isNew = false
        if slot < 0 {
            slot = sums.count
            slots[concept] = Int32(slot)
            sums.append(Sum(concept: concept, best: evidence))
            open.append(1)
            isNew = true
        }
        if open[slot] == 1 { touched.append(slot) }
        open[slot] *= 1 - min(max(evidence.weight, 0), 0.95)
        sums[slot].kinds[evidence.kind.place] += evidence.weight
        if !isNew { keep(evidence, in: slot) }
    }

    /// Ends the note at hand: what it says several times over counts as once and a little more.
    mutating func endNote() {
        for slot in touched {
            sums[slot].strength += 1 - open[slot]
            sums[slot].notes += 1
            open[slot] = 1
        }
        touched.removeAll(keepingCapacity: true)
    }

    private mutating func keep(_ evidence: Evidence, in slot: Int) {
        // Notes come by path and entries by position, so that the first of equals is the first by path and line.
        var next = evidence
        if sums[slot].best.weight < evidence.weight { swap(&sums[slot].best, &next) }
        guard mostEvidence > 1 else { return }
        var place = sums[slot].others.count
        while place > 0, sums[slot].others[place - 1].weight < next.weight { place -= 1 }
        guard place < mostEvidence - 1 else { return }
        sums[slot].others.insert(next, at: place)
        if sums[slot].others.count > mostEvidence - 1 { sums[slot].others.removeLast() }
    }
}

extension RelationKind {
    /// Its place in `allCases`.
    var place: Int {
        switch self {
        case .broader: 0
        case .narrower: 1
        case .sibling: 2
        case .together: 3
        case .defines: 4
        case .link: 5
        case .similar: 6
        case .related: 7
        }
    }

    /// What the first is to the second when the second is this to the first.
    var reversed: RelationKind {
        switch self {
        case .broader: .narrower
        case .narrower: .broader
        default: self
        }
    }
}
