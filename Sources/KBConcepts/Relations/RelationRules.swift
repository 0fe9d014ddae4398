internal import KBModel

/// What the places of two mentions in one note say about their concepts.
struct RelationRules {
    var weights = RelationWeights()

    /// How two mentions are related.
    struct Finding {
        /// What the other is to the first.
        var kind: RelationKind
        /// 0 to 1.
        var weight: Double
    }

    /// How many levels up a parentage reaches.
    static let mostLevels = 3

    /// What a concept whose name stands inside another's is to that other.
    func finding(_ part: NamePart) -> Finding {
        Finding(kind: part.isHead ? .broader : .together, weight: weights.nested)
    }

    /// What `second` is to `first`, which stands before it in the same block, with `between` mentions between the two.
    func inUnit(_ first: OutlineEntry, _ second: OutlineEntry, between: Int) -> Finding {
        guard first.sentence == second.sentence else {
            let explains = !first.cues.isDisjoint(with: [.heads, .term])
            return Finding(kind: explains ? .defines : .together, weight: weights.block * (explains ? 2 : 1))
        }
        let nearness = Power.of(weights.sentenceDecay, times: between)
        if first.cues.contains(.hasExamples), second.cues.contains(.piece) || between == 0 {
            return Finding(kind: .narrower, weight: weights.example * nearness)
        }
        if first.cues.contains(.isKind), between == 0 { return Finding(kind: .broader, weight: weights.example) }
        if first.cues.contains(.heads) {
            if first.cues.contains(.lists), second.cues.contains(.piece) {
                return Finding(kind: .narrower, weight: weights.head)
            }
            return Finding(kind: .defines, weight: weights.defines * nearness)
        }
        if first.cues.contains(.term) { return Finding(kind: .defines, weight: weights.defines * nearness) }
        if first.cues.contains(.piece), second.cues.contains(.piece) {
            return Finding(kind: .sibling, weight: weights.piece * nearness)
        }
        return Finding(kind: .together, weight: weights.sentence * nearness)
    }

    /// How much it says that `below`, in `unit`, stands `level` levels under `above`, in `parent`; 0 is right below.
    func parentage(
        _ below: OutlineEntry, in unit: OutlineUnit, under above: OutlineEntry, in parent: OutlineUnit, level: Int
    ) -> Double {
        let tie =
            switch (unit.kind, parent.kind) {
            case (.heading, _): weights.headingUnderHeading
            case (.item, .item), (.item, .text): weights.itemUnderItem
            case (.item, .heading): weights.itemUnderHeading
            case (.text, _): weights.textUnderHeading
            }
        return tie * Power.of(weights.level, times: level) * share(above) * share(below)
    }

    /// How much it says that two mentions stand in different items of the list that `unit` belongs to.
    func beside(_ a: OutlineEntry, _ b: OutlineEntry, _ unit: OutlineUnit) -> Double {
        let most = unit.kind == .heading ? weights.headingSibling : weights.sibling
        let crowd = Power.of(Double(max(1, Int(unit.listSize) - 1)), weights.siblingPower)
        return most / crowd * share(a) * share(b)
    }

    /// How much of its block a mention is.
    private func share(_ entry: OutlineEntry) -> Double {
        if !entry.cues.isDisjoint(with: [.alone, .leads, .term, .heads]) { return 1 }
        return entry.cues.isDisjoint(with: [.piece, .marked]) ? weights.aside : (1 + weights.aside) / 2
    }
}
