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
        var kinds = [Double](repeating: 0, count: RelationKind.allCases.count)
        var notes = 0
        /// The most telling places, best first.
        var evidence: [Evidence] = []
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
        if slot < 0 {
            slot = sums.count
            slots[concept] = Int32(slot)
            sums.append(Sum(concept: concept))
            open.append(1)
        }
        if open[slot] == 1 { touched.append(slot) }
        open[slot] *= 1 - min(max(evidence.weight, 0), 0.95)
        sums[slot].kinds[evidence.kind.place] += evidence.weight
        keep(evidence, in: slot)
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
        var place = sums[slot].evidence.count
        // Notes come by path and entries by position, so that the first of equals is the first by path and line.
        while place > 0, sums[slot].evidence[place - 1].weight < evidence.weight { place -= 1 }
        guard place < mostEvidence else { return }
        sums[slot].evidence.insert(evidence, at: place)
        if sums[slot].evidence.count > mostEvidence { sums[slot].evidence.removeLast() }
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
